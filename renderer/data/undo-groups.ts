import type { EntryId, LedgerName } from '#shared/ledger/entry';
import type { GroupRow } from './side-database';
import type { Group } from './workspace';

/** What went in together and can be taken back, newest first. A row that makes no sense any more is left out: it only named things. */
export function listedGroups(rows: readonly GroupRow[], holds: (ledger: LedgerName, entry: EntryId) => boolean): readonly Group[] {
  return rows
    .filter((row) => isGroup(row) && row.act !== 'ledger.undo' && holds(row.ledger, row.id))
    .map(({ id, by, act, label, at, first, last, undone }) => ({ id, by, act, label, at, undone, entries: last - first + 1 }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Whether a row that lies on the disk is still what was written. */
export function isGroup(row: Partial<GroupRow>): row is GroupRow {
  const texts = [row.id, row.by, row.act, row.label, row.at, row.device];
  const numbers = [row.first, row.last];
  const isKnown = row.ledger === 'team' || row.ledger === 'finance';
  return isKnown && texts.every((text) => typeof text === 'string') && numbers.every((number) => Number.isSafeInteger(number));
}
