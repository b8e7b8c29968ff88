import type { Entry } from '#shared/ledger/entry';
import { typeOf, type RecordType } from '#shared/records/registry';

const KEPT_ELSEWHERE: ReadonlySet<RecordType | undefined> = new Set(['timeEntry', 'visit', 'readReceipt', 'importedRow']);

/** True of an entry that only books hours, visits or import marks: there are hundreds, and none of them changes the deal. */
export function isBookkeeping(entry: Entry): boolean {
  return entry.edits.length > 0 && entry.edits.every(({ record }) => KEPT_ELSEWHERE.has(typeOf(record)));
}
