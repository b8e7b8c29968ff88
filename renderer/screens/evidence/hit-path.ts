import type { Hit } from '#shared/evidence/verdict';
import type { Records } from '#shared/records/records';
import { typeOf } from '#shared/records/registry';
import { recordPath } from '../../components/record-path';

/** Where the words of a hit are read: in their moment, at the words, else where the record is seen. */
export function hitPath({ passage, witness }: Hit, records: Records): string | undefined {
  const moment = records.get('moment', witness.moment);
  const path = moment && recordPath(moment.id, moment.deal);
  if (!path) return recordPath(records.get('proposalLine', passage.record)?.proposal ?? passage.record, witness.deal);
  const span = spanIn(passage, records);
  return span ? `${path}&words=${span.start}-${span.end}` : path;
}

/** The words in the body of the moment, in UTF-16 units: those of the passage itself, or the quote of a record. */
function spanIn(
  { record, role, sentences }: Hit['passage'],
  records: Records,
): { readonly start: number; readonly end: number } | undefined {
  const type = typeOf(record);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (type === 'moment') return role === 'words' && first && last ? { start: first.start, end: last.end } : undefined;
  const held = type && (records.get(type, record) as { readonly quote?: string; readonly quoteStart?: number } | undefined);
  return held?.quote && held.quoteStart !== undefined ? { start: held.quoteStart, end: held.quoteStart + held.quote.length } : undefined;
}
