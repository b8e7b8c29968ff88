import type { Change, Command } from './command';
import { fieldsOf, type Entry, type EntryId, type Json, type RecordId } from './entry';
import { foldPart, type Fold } from './fold';
import type { KindOf } from './merge-kind';
import { redactItems } from './redact';

/** The most entries that one command takes back: more names would not fit in an entry. */
export const MAX_WITHDRAWN = 1_000;

type FoldedNow = Pick<Fold, 'get' | 'heads' | 'isFolded' | 'redactions' | 'effectiveAt'>;

/**
 * The command by which an author takes back their own refused entries. Everyone who holds it treats what it names as
 * stubs, so the values that those had replaced show again by themselves. Only where somebody has built on one of them
 * does that not suffice: the value that was replaced would stand against the one that came after. There the command
 * states what shows now, over all heads, as far as its author may write the field (`mayState`; all, where it is not given).
 *
 * `refused`: with all parts of their series. What they themselves withdrew stays withdrawn. An entry that carries
 * redactions is not for withdrawing: what it erased is gone.
 * `logs`: all entries of every record that they touched.
 */
export function withdrawal(
  refused: readonly Entry[],
  fold: FoldedNow,
  logs: ReadonlyMap<RecordId, readonly Entry[]>,
  kindOf: KindOf,
  mayState: (record: RecordId, field: string) => boolean = () => true,
): Command {
  const ids = new Set(refused.map(({ id }) => id));
  const redactions = fold.redactions();
  const changes = [...touched(refused)].flatMap(([record, fields]): readonly Change[] => {
    const others = (logs.get(record) ?? []).filter(({ id }) => !ids.has(id) && fold.isFolded(id));
    const without = foldPart(redactItems(others, redactions), kindOf, fold);
    return restated(
      record,
      [...fields].filter((field) => mayState(record, field)),
      ids,
      fold,
      without,
    );
  });
  const withdraws = [...new Set(refused.flatMap(({ id, withdraws: inner = [] }) => [id, ...inner]))];
  return { act: 'ledger.withdraw', withdraws, changes };
}

/** The fields of a record that would show a value of which nothing is to be seen now, stated as they are. */
function restated(
  record: RecordId,
  fields: readonly string[],
  ids: ReadonlySet<EntryId>,
  fold: FoldedNow,
  without: Pick<Fold, 'heads'>,
): readonly Change[] {
  const values = fold.get(record)?.values ?? {};
  const set: Record<string, Json> = {};
  const saw: Record<string, readonly EntryId[]> = {};
  for (const field of fields) {
    const [head, ...others] = fold.heads(record, field);
    const revealed = without.heads(record, field);
    // A refused head has nothing built on it; several heads wait for a person, who settles all of them.
    if (head === undefined || others.length > 0 || ids.has(head) || revealed.length < 2) continue;
    const value = Object.hasOwn(values, field) ? values[field] : undefined;
    if (value === undefined) continue;
    set[field] = value;
    saw[field] = revealed;
  }
  return Object.keys(set).length > 0 ? [{ record, set, saw }] : [];
}

function touched(refused: readonly Entry[]): ReadonlyMap<RecordId, ReadonlySet<string>> {
  const fields = new Map<RecordId, Set<string>>();
  for (const { edits } of refused) {
    for (const edit of edits) fields.set(edit.record, new Set([...(fields.get(edit.record) ?? []), ...fieldsOf(edit)]));
  }
  return fields;
}
