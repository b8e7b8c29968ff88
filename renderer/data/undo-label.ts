import type { Entry } from '#shared/ledger/entry';
import { importLabel, tellHistory } from '#shared/records/act-label';
import { numberText, type Wording } from '#shared/records/value-text';
import { t } from '#shared/values/texts';

/** What a step did, in one sentence. An undo is told as what it does to the values. */
export function labelOf(entries: readonly Entry[], wording: Wording): string {
  const [first, ...others] = entries;
  if (first === undefined) return '';
  const { undoes, ...plain } = first;
  if (first.act.startsWith('import.')) return capitalised(`${undoes?.length ? t('took back: ') : ''}${importLabel(entries, wording)}`);
  const sentence = tellHistory([plain], wording)[0]?.sentence ?? first.act;
  return (
    capitalised(sentence) + (others.length > 0 ? t(' and {{length}} more', { length: numberText(others.length, wording.locale) }) : '')
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
