import { fieldsOf, isEntry, type EntryId, type Entry, type LedgerItem, type RecordId } from './entry';
import { FLAG } from './entry-index';
import { goneKey, type FoldState } from './fold-state';
import { withdrawnAmong } from './withdrawn';

/** The heads of one field as they will be when a batch is in. */
interface Expected {
  readonly heads: Set<EntryId>;
  readonly gone: Set<EntryId>;
}

/**
 * The records whose log `FoldBatch` needs for `items`: those with a long text that will have exactly two heads, because
 * the text that both started from is not in the fold any more. May name one too many, never one too few.
 */
export function recordsNeedingLogs(state: FoldState, items: readonly LedgerItem[]): readonly RecordId[] {
  const { index, cells } = state;
  const needed = new Set<RecordId>();
  const expected = new Map<string, Expected>();
  const entries = entriesToFold(state, items);
  for (const entry of entries) {
    for (const { record } of entry.redacts ?? []) if (hasOpenText(state, record)) needed.add(record);
    const no = index.find(entry.id);
    const known = no !== undefined && index.has(no, FLAG.FOLDED);
    for (const { record } of known && index.has(no, FLAG.PARTIAL) ? entry.edits : []) if (hasOpenText(state, record)) needed.add(record);
    if (!known) expectEntry(state, entry, expected);
  }
  for (const [key, { heads }] of expected) {
    const record = key.slice(0, key.indexOf('\n')) as RecordId;
    if (heads.size === 2 && cells.has(record)) needed.add(record);
  }
  return [...needed];
}

/** The entries that are folded when the batch is in, save for parts of series that are still incomplete. */
function entriesToFold(state: FoldState, items: readonly LedgerItem[]): readonly Entry[] {
  const { index, room, withdrawn } = state;
  const entries = room.preview(items.filter(isEntry));
  if (withdrawn.size === 0 && entries.every(({ withdraws }) => withdraws === undefined)) return entries;
  const gone = withdrawnAmong(
    items,
    [...withdrawn].map((no) => index.idOf(no)),
  );
  return entries.filter(({ id }) => !gone.has(id));
}

function expectEntry(state: FoldState, entry: Entry, expected: Map<string, Expected>): void {
  const { index, cells, sets, kindOf, ahead } = state;
  for (const edit of entry.edits) {
    const cell = cells.get(edit.record);
    if (!cell) continue;
    for (const field of fieldsOf(edit)) {
      const held = kindOf(edit.record, field) === 'longText' ? cell.headsOf(field) : undefined;
      if (held === undefined) continue;
      const key = goneKey(edit.record, field);
      const fate = expected.get(key) ?? { heads: new Set(sets.list(held).map((no) => index.idOf(no))), gone: new Set() };
      expected.set(key, fate);
      const no = index.find(entry.id);
      const seen = edit.over && Object.hasOwn(edit.over, field) ? (edit.over[field] ?? []) : [];
      if (!fate.gone.has(entry.id) && !(no !== undefined && ahead.get(no)?.gone.has(key))) fate.heads.add(entry.id);
      for (const id of seen) {
        if (id === entry.id) continue;
        fate.heads.delete(id);
        fate.gone.add(id);
      }
    }
  }
}

function hasOpenText(state: FoldState, record: RecordId): boolean {
  const open = state.cells.get(record)?.open;
  if (!open) return false;
  return [...open.keys()].some((field) => state.kindOf(record, field) === 'longText');
}
