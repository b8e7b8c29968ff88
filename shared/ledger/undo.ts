import type { Change, Command } from './command';
import { ARCHIVED, fieldsOf, isRedacted, type Entry, type EntryId, type Json, type RecordId } from './entry';
import { foldPart, type Fold } from './fold';
import { inEffectiveOrder } from './history';
import type { KindOf } from './merge-kind';
import { redactItems } from './redact';

/** A field that an undo leaves as it is, because somebody has built on it since. */
export interface NotUndone {
  readonly record: RecordId;
  readonly field: string;
  /** What stands there now. */
  readonly heads: readonly EntryId[];
}

/** What an undo would do: nothing has happened yet. */
export interface UndoPlan {
  /** Absent where nothing can be taken back. */
  readonly command?: Command;
  readonly rest: readonly NotUndone[];
}

type FoldedNow = Pick<Fold, 'heads' | 'fields' | 'isFolded' | 'redactions' | 'effectiveAt'>;

/**
 * Takes back one command (all entries of it, or of a whole import) by a new entry that sets the earlier values, and only
 * where an undone entry is still the only head; `rest` lists what others have changed since. A record that the command
 * created is archived, not emptied. Undoing the undo is the redo.
 *
 * `logs`: all entries of every record that the command touched.
 */
export function planUndo(
  undone: readonly [Entry, ...Entry[]],
  fold: FoldedNow,
  logs: ReadonlyMap<RecordId, readonly Entry[]>,
  kindOf: KindOf,
): UndoPlan {
  const ids = new Set(undone.map(({ id }) => id));
  const fieldsByRecord = new Map<RecordId, Set<string>>();
  for (const { edits } of undone) {
    for (const edit of edits) fieldsByRecord.set(edit.record, new Set([...(fieldsByRecord.get(edit.record) ?? []), ...fieldsOf(edit)]));
  }
  const redactions = fold.redactions();
  const plans = [...fieldsByRecord].map(([record, fields]) => {
    const held = (logs.get(record) ?? []).filter(({ id }) => fold.isFolded(id));
    // A log may have been read before its redactions came: what was erased must neither come back nor be merged on.
    return planRecord({ record, fields, ids, fold, log: redactItems(held, redactions), kindOf });
  });
  const changes = plans.flatMap(({ change }) => change ?? []);
  const rest = plans.flatMap((plan) => plan.rest);
  if (changes.length === 0) return { rest };
  const [{ deal, account }] = undone;
  const command: Command = {
    act: 'ledger.undo',
    ...(deal === undefined ? {} : { deal }),
    ...(account === undefined ? {} : { account }),
    undoes: [...ids],
    changes,
  };
  return { command, rest };
}

interface RecordUndo {
  readonly record: RecordId;
  readonly fields: ReadonlySet<string>;
  readonly ids: ReadonlySet<EntryId>;
  readonly fold: FoldedNow;
  readonly log: readonly Entry[];
  readonly kindOf: KindOf;
}

function planRecord(undo: RecordUndo): { readonly change?: Change; readonly rest: readonly NotUndone[] } {
  const { record, fold } = undo;
  const isOurs = (field: string) => {
    const [head, ...others] = fold.heads(record, field);
    return head !== undefined && others.length === 0 && undo.ids.has(head);
  };
  const theirs = (fields: Iterable<string>) =>
    [...fields].filter((field) => !isOurs(field)).map((field) => ({ record, field, heads: fold.heads(record, field) }));
  if (wasCreated(undo)) {
    const rest = theirs(fold.fields(record));
    return rest.length > 0 ? { rest } : { rest, change: { record, set: { [ARCHIVED]: true } } };
  }
  const set: Record<string, Json> = {};
  const saw: Record<string, readonly EntryId[]> = {};
  const rest = theirs(undo.fields);
  for (const field of undo.fields) {
    if (!isOurs(field)) continue;
    const earlier = earlierValue(undo, field);
    if (earlier === undefined) rest.push({ record, field, heads: fold.heads(record, field) });
    else {
      set[field] = earlier;
      saw[field] = fold.heads(record, field);
    }
  }
  return Object.keys(set).length > 0 ? { rest, change: { record, set, saw } } : { rest };
}

/** True where the first that was ever heard of the record is one of the undone entries. */
function wasCreated({ ids, log }: RecordUndo): boolean {
  const [first] = inEffectiveOrder(log);
  return first !== undefined && ids.has(first.id);
}

/** What the field showed before the undone entries: null where it had no value; undefined where that was redacted. */
function earlierValue({ record, fields, ids, log, fold, kindOf }: RecordUndo, field: string): Json | undefined {
  if (!fields.has(field)) return undefined;
  const overs = new Map(log.map((entry) => [entry.id, oversOf(entry, record, field)]));
  const before = new Set<EntryId>();
  const seen = new Set<EntryId>();
  const queue = [...fold.heads(record, field)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (!ids.has(id)) before.add(id);
    queue.push(...(overs.get(id) ?? []));
  }
  const earlier = foldPart(
    log.filter(({ id }) => before.has(id)),
    kindOf,
    fold,
  ).get(record);
  if (!earlier || !(Object.hasOwn(earlier.values, field) || earlier.redacted?.includes(field))) return null;
  return Object.hasOwn(earlier.values, field) ? earlier.values[field] : undefined;
}

function oversOf(entry: Entry, record: RecordId, field: string): readonly EntryId[] {
  const edit = entry.edits.find((one) => one.record === record);
  if (!edit || (!isRedacted(edit) && !Object.hasOwn(edit.set, field))) return [];
  return edit.over && Object.hasOwn(edit.over, field) ? (edit.over[field] ?? []) : [];
}
