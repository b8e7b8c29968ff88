import type { Change, Command } from './command';
import { fieldsOf, type Entry, type EntryId, type Json, type RecordId, type Stub } from './entry';
import { foldPart, type Fold } from './fold';
import { hashEntry } from './hash';
import type { KindOf } from './merge-kind';
import { redactItems } from './redact';

/** What travels in place of an entry: its place in the chain, without its content. */
export const stubOf = (entry: Entry): Stub => ({ id: entry.id, prev: entry.prev, hash: hashEntry(entry).hash });

/**
 * The command by which an author takes back their own refused entries: it names them and states each field that they
 * touched as it is without them, over all heads, with and without them. So the author, who holds the entries, and
 * everyone else, who gets stubs in their place, come to the same records.
 *
 * `logs`: all entries of every record that they touched.
 */
export function withdrawal(
  refused: readonly Entry[],
  fold: Pick<Fold, 'heads' | 'isFolded' | 'redactions' | 'effectiveAt'>,
  logs: ReadonlyMap<RecordId, readonly Entry[]>,
  kindOf: KindOf,
): Command {
  const ids = new Set(refused.map(({ id }) => id));
  const fieldsByRecord = new Map<RecordId, Set<string>>();
  for (const { edits } of refused) {
    for (const edit of edits) fieldsByRecord.set(edit.record, new Set([...(fieldsByRecord.get(edit.record) ?? []), ...fieldsOf(edit)]));
  }
  const redactions = fold.redactions();
  const changes = [...fieldsByRecord].map(([record, fields]): Change => {
    const others = (logs.get(record) ?? []).filter(({ id }) => !ids.has(id) && fold.isFolded(id));
    const without = foldPart(redactItems(others, redactions), kindOf, fold);
    const values = without.get(record)?.values ?? {};
    const set: Record<string, Json> = {};
    const saw: Record<string, readonly EntryId[]> = {};
    for (const field of fields) {
      set[field] = Object.hasOwn(values, field) ? (values[field] ?? null) : null;
      const setHere = refused.filter(({ edits }) => edits.some((edit) => edit.record === record && fieldsOf(edit).includes(field)));
      saw[field] = [...new Set([...fold.heads(record, field), ...without.heads(record, field), ...setHere.map(({ id }) => id)])];
    }
    return { record, set, saw };
  });
  return { act: 'ledger.withdraw', withdraws: [...ids], changes };
}
