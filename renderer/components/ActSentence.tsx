import type { Entry } from '#shared/ledger/entry';
import { t } from '#shared/values/texts';
import { PersonName } from './PersonName';
import { Sentence } from './Sentence';

interface ActSentenceProps {
  readonly entry: Entry;
  /** What was done, as history tells it: without who did it. */
  readonly sentence: string;
}

/** Who did what. */
export function ActSentence({ entry, sentence }: ActSentenceProps) {
  const person = <PersonName id={entry.by as `person:${string}`} />;
  return <Sentence text={t('<person/> {{sentence}}', { sentence })} parts={{ person }} />;
}
