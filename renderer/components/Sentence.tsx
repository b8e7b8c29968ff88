import { Fragment, type ReactNode } from 'react';
import { t } from '#shared/values/texts';

interface SentenceProps {
  /** The sentence, with `<name/>` where a part of the screen stands in it. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ReactNode>>;
  /** Plain values for `{{name}}`. */
  readonly values?: Readonly<Record<string, string | number | null | undefined>>;
}

/** A sentence with links, dates or names inside, translated as a whole: another language puts them elsewhere. */
export function Sentence({ text, parts, values }: SentenceProps) {
  return t(text, values)
    .split(/<(\w+)\/>/)
    .map((piece, at) => (at % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece]}</Fragment>));
}
