import { Fragment } from 'react';
import { markedParts } from './marked-parts';

interface MarkedProps {
  readonly text: string;
  readonly terms: readonly string[];
}

/** A text with the words that were looked for marked. */
export function Marked({ text, terms }: MarkedProps) {
  return markedParts(text, terms).map(({ words, marked, at }) => <Fragment key={at}>{marked ? <mark>{words}</mark> : words}</Fragment>);
}
