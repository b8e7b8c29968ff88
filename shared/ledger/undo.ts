import type { Change, Command } from './command';
import { ARCHIVED, fieldsOf, type Entry, type EntryId, type Json, type RecordId } from './entry';
import { foldPart, type Fold } from './fold';
import { inEffectiveOrder } from './history';
import { jsonEqual } from './json-equal';
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
  /**
   * Where a settlement is taken back, its clash stands again: the other values, each to be written after `command`
   * without having seen it. The latest comes last.
   */
  readonly again: readonly Command[];
  readonly rest: readonly NotUndone[];
}

type FoldedNow = Pick<Fold, 'heads' | 'fields' | 'isFolded' | 'redactions' | 'effectiveAt'>;

/**
 * Takes back one command (all entries of it, or of a whole import) by a new entry that sets the earlier values, and only
 * where undone entries are still the only heads; `rest` lists what others have changed since. A record that the command
 * created is archived, not emptied. Undoing the undo is the redo.
 *
 * What was a clash before the command is one again (law 2: an undone settlement decides nothing).
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
  if (changes.length === 0) return { rest, again: [] };
  const [{ deal, account }] = undone;
  const command: Command = {
    act: 'ledger.undo',
    ...(deal === undefined ? {} : { deal }),
    ...(account === undefined ? {} : { account }),
    undoes: [...ids],
    changes,
  };
  const deepest = Math.max(...plans.map(({ again }) => again.length));
  const layers = Array.from({ length: deepest }, (_, at) => plans.flatMap(({ again }) => again[at] ?? []));
  return { command, rest, again: layers.map((layer) => ({ ...command, changes: layer })) };
}

interface RecordUndo {
  readonly record: RecordId;
  readonly fields: ReadonlySet<string>;
  readonly ids: ReadonlySet<EntryId>;
  readonly fold: FoldedNow;
  readonly log: readonly Entry[];
  readonly kindOf: KindOf;
}

interface RecordPlan {
  readonly change?: Change;
  /** The other values of what clashed before, the latest last. */
  readonly again: readonly Change[];
  readonly rest: readonly NotUndone[];
}

function planRecord(undo: RecordUndo): RecordPlan {
  const { record, fold } = undo;
  const isOurs = (field: string) => {
    const heads = fold.heads(record, field);
    return heads.length > 0 && heads.every((head) => undo.ids.has(head));
  };
  const theirs = (fields: Iterable<string>) =>
    [...fields].filter((field) => !isOurs(field)).map((field) => ({ record, field, heads: fold.heads(record, field) }));
  if (wasCreated(undo)) {
    const rest = theirs(fold.fields(record));
    return rest.length > 0 ? { rest, again: [] } : { rest, again: [], change: { record, set: { [ARCHIVED]: true } } };
  }
  const rest = theirs(undo.fields);
  const layers: { readonly set: Record<string, Json>; readonly saw: Record<string, readonly EntryId[]> }[] = [];
  for (const field of undo.fields) {
    if (!isOurs(field)) continue;
    const { values, unseen } = earlierValues(undo, field);
    if (values.length === 0) rest.push({ record, field, heads: fold.heads(record, field) });
    for (const [at, value] of values.entries()) {
      const layer = (layers[at] ??= { set: {}, saw: {} });
      layer.set[field] = value;
      layer.saw[field] = fold.heads(record, field);
      // An edit is seen as a whole: who names it in one field, be it only its place, has seen it in all of them.
      const others = unseen.length > 0 ? fold.fields(record) : [];
      for (const other of others) layer.saw[other] ??= fold.heads(record, other).filter((head) => !isOneOf(unseen, head));
    }
  }
  const [change, ...again] = layers.map(({ set, saw }): Change => ({ record, set, saw }));
  return change ? { rest, again, change } : { rest, again };
}

/** True where the first that was ever heard of the record is one of the undone entries. */
function wasCreated({ ids, log }: RecordUndo): boolean {
  const [first] = inEffectiveOrder(log);
  return first !== undefined && ids.has(first.id);
}

interface Earlier {
  /** One value; several, the latest last, where they clashed; none where it was redacted. */
  readonly values: readonly Json[];
  /** Where an archiving clashed: the edits that it had not seen, and must not have seen again. */
  readonly unseen: readonly UnseenEdit[];
}

interface UnseenEdit {
  readonly field: string;
  readonly entry: EntryId;
}

const isOneOf = (edits: readonly UnseenEdit[], entry: EntryId): boolean => edits.some((edit) => edit.entry === entry);

/** What the field was before the undone entries: null where it had no value. */
function earlierValues(undo: RecordUndo, field: string): Earlier {
  const { record, fold, kindOf } = undo;
  const before = foldPart(entriesBefore(undo, field), kindOf, fold);
  const earlier = before.get(record);
  const clash = before.clashesOf(record).find((one) => one.field === field);
  if (clash) {
    const own = clash.sides.filter((side) => side.field === undefined).flatMap(({ value }) => (value === undefined ? [] : [value]));
    const unseen = clash.sides.flatMap(({ field: other, entry }) => (other === undefined ? [] : [{ field: other, entry }]));
    const values = own.filter((value, at) => own.findIndex((other) => jsonEqual(other, value)) === at).toReversed();
    // Two heads of a long text would be merged on the settlement that both now stand on; a third keeps them apart.
    const apart = clash.kind === 'longText' && values.length === 2 ? values.slice(0, 1) : [];
    return { values: [...apart, ...values], unseen };
  }
  if (!earlier || !(Object.hasOwn(earlier.values, field) || earlier.redacted?.includes(field))) return { values: [null], unseen: [] };
  const value = Object.hasOwn(earlier.values, field) ? earlier.values[field] : undefined;
  return { values: value === undefined ? [] : [value], unseen: [] };
}

/**
 * What the field rested on: the entries that its heads are over, and what those are over in turn. An archiving rests on
 * all that was seen by it.
 */
function entriesBefore({ record, ids, log, fold }: RecordUndo, field: string): readonly Entry[] {
  const fields = field === ARCHIVED ? undefined : [field];
  const overs = new Map(log.map((entry) => [entry.id, oversOf(entry, record, fields)]));
  const before = new Set<EntryId>();
  const seen = new Set<EntryId>();
  const queue = [...fold.heads(record, field)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (!ids.has(id)) before.add(id);
    queue.push(...(overs.get(id) ?? []));
  }
  return log.filter(({ id }) => before.has(id));
}

/** What an entry names as seen: on the fields that it sets among `fields`, or on every field of the record. */
function oversOf(entry: Entry, record: RecordId, fields: readonly string[] | undefined): readonly EntryId[] {
  const edit = entry.edits.find((one) => one.record === record);
  if (!edit?.over) return [];
  const { over } = edit;
  if (fields === undefined) return Object.values(over).flat();
  const set = fieldsOf(edit);
  return fields.flatMap((field) => (set.includes(field) && Object.hasOwn(over, field) ? (over[field] ?? []) : []));
}
