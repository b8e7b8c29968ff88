import { outcomeOf, type SideValue } from '../clash';
import { ARCHIVED, deviceOf, fieldsOf, isEntry, isNewer, isRedacted, isStub, seqOf } from '../entry';
import type { Edit, Entry, EntryId, Json, LedgerItem, RecordId, RedactedEdit } from '../entry';
import { effectiveTimes } from '../history';
import type { KindOf } from '../merge-kind';
import { fuller } from '../series-room';
import { withdrawnAmong } from '../withdrawn';
import { mergeText, type TextMerge } from '../text-merge';
import { typeOfId } from '../../values/id';

/** One record as the reference sees it, ready to be compared. */
export interface PlainRecord {
  readonly values: Readonly<Record<string, Json>>;
  readonly heads: Readonly<Record<string, readonly EntryId[]>>;
  readonly clashing: readonly string[];
  readonly undecided: readonly string[];
  readonly redacted: readonly string[];
  readonly merged: readonly string[];
}

interface Setter {
  readonly id: EntryId;
  readonly over: readonly EntryId[];
  readonly value: SideValue;
}

/**
 * What the fold must come to, computed from the set alone by reading off the definitions of README.md, with no thought
 * for speed, order or memory.
 */
export function referenceFold(items: readonly LedgerItem[], kindOf: KindOf): ReadonlyMap<RecordId, PlainRecord> {
  const entries = foldable(items);
  const times = effectiveTimes(entries);
  const erased = new Set(entries.flatMap(({ redacts = [] }) => redacts.map(({ entry, record }) => `${entry} ${record}`)));
  const records = new Map<RecordId, PlainRecord>();
  for (const record of new Set(entries.flatMap(({ edits }) => edits.map((edit) => edit.record)))) {
    records.set(record, referenceRecord({ record, entries, times, erased, kindOf }));
  }
  return records;
}

/** Entries of this version, each once in its fullest form: none that is withdrawn, series only where they are complete. */
export function foldable(items: readonly LedgerItem[]): readonly Entry[] {
  const entries = new Map<EntryId, Entry>();
  const withdrawn = withdrawnAmong(items);
  for (const item of items) {
    const known = entries.get(item.id);
    if (isEntry(item) && !withdrawn.has(item.id)) entries.set(item.id, known ? fuller(known, item) : item);
  }
  const all = [...entries.values()];
  return all.filter(({ id, series }) => {
    if (!series) return true;
    const parts = all.filter((part) => part.series?.id === series.id && part.series.of === series.of && deviceOf(part.id) === deviceOf(id));
    return new Set(parts.map((part) => part.series?.n)).size === series.of;
  });
}

interface Reading {
  readonly record: RecordId;
  readonly entries: readonly Entry[];
  readonly times: ReadonlyMap<EntryId, string>;
  readonly erased: ReadonlySet<string>;
  readonly kindOf: KindOf;
}

function referenceRecord(reading: Reading): PlainRecord {
  const { record, entries, erased } = reading;
  const edits = entries.flatMap((entry) => entry.edits.filter((edit) => edit.record === record).map((edit) => ({ id: entry.id, edit })));
  const values: Record<string, Json> = {};
  const heads: Record<string, readonly EntryId[]> = {};
  const notes = { clashing: [] as string[], undecided: [] as string[], redacted: [] as string[], merged: [] as string[] };
  for (const field of new Set(edits.flatMap(({ edit }) => fieldsOf(edit)))) {
    const setters = edits.filter(({ edit }) => fieldsOf(edit).includes(field)).map(({ id, edit }) => setterOf(id, edit, field, erased));
    const gone = new Set(setters.flatMap(({ id, over }) => over.filter((seen) => seen !== id)));
    const standing = setters.filter(({ id }) => !gone.has(id)).toSorted((a, b) => latestFirst(reading.times, a, b));
    heads[field] = standing.map(({ id }) => id).toSorted();
    const kind = reading.kindOf(typeOfId(record), field);
    const outcome = outcomeOf(
      kind,
      standing.map(({ value }) => value),
      () => referenceMerge(setters, standing),
    );
    const shown = 'value' in outcome ? outcome.value : undefined;
    if (shown !== undefined) values[field] = shown;
    else notes.redacted.push(field);
    if (outcome.tag === 'merged') notes.merged.push(field);
    if (outcome.tag === 'clash') notes.clashing.push(field);
    if (outcome.tag === 'clash' && outcome.review === 'required') notes.undecided.push(field);
  }
  const isCosmetic = (field: string): boolean => reading.kindOf(typeOfId(record), field) === 'cosmetic';
  if (values[ARCHIVED] === true && reading.kindOf(typeOfId(record), ARCHIVED) === 'archived' && hasUnseenEdit(entries, heads, isCosmetic)) {
    values[ARCHIVED] = false;
    notes.clashing.push(ARCHIVED);
  }
  for (const list of Object.values(notes)) list.sort();
  return { values, heads, ...notes };
}

function setterOf(id: EntryId, edit: Edit | RedactedEdit, field: string, erased: ReadonlySet<string>): Setter {
  const value = isRedacted(edit) || erased.has(`${id} ${edit.record}`) ? undefined : edit.set[field];
  return { id, over: edit.over?.[field] ?? [], value };
}

function latestFirst(times: ReadonlyMap<EntryId, string>, a: Setter, b: Setter): number {
  const [left, right] = [`${times.get(a.id)} ${a.id}`, `${times.get(b.id)} ${b.id}`];
  return left < right ? 1 : left > right ? -1 : 0;
}

/** A head stands against an archiving where neither names the other as seen, unless it only says where something stands. */
function hasUnseenEdit(
  entries: readonly Entry[],
  heads: Readonly<Record<string, readonly EntryId[]>>,
  isCosmetic: (field: string) => boolean,
): boolean {
  const seenBy = new Map(
    entries.map(({ id, edits }) => [id, new Set(edits.flatMap(({ over }) => Object.values(over ?? {}).flat()))] as const),
  );
  const archivings = heads[ARCHIVED] ?? [];
  const met = (head: EntryId) => archivings.some((one) => one === head || seenBy.get(one)?.has(head) || seenBy.get(head)?.has(one));
  const minded = Object.entries(heads).filter(([field]) => !isCosmetic(field));
  return !minded.flatMap(([, ids]) => ids).every(met);
}

function referenceMerge(setters: readonly Setter[], [one, two]: readonly Setter[]): TextMerge {
  if (!one || !two) return { clean: false };
  const byId = new Map(setters.map((setter) => [setter.id, setter]));
  const before = (id: EntryId): ReadonlySet<EntryId> => {
    const found = new Set<EntryId>();
    const walk = (seen: EntryId): void => {
      if (found.has(seen) || !byId.has(seen)) return;
      found.add(seen);
      byId.get(seen)?.over.forEach(walk);
    };
    byId.get(id)?.over.forEach(walk);
    return found;
  };
  const common = [...before(one.id)].filter((id) => before(two.id).has(id));
  const nearest = common.filter((id) => !common.some((other) => before(other).has(id)));
  const [a, b] = one.id < two.id ? [one, two] : [two, one];
  const base = nearest.length === 1 && nearest[0] !== undefined ? byId.get(nearest[0])?.value : undefined;
  if (typeof base !== 'string' || typeof a.value !== 'string' || typeof b.value !== 'string') return { clean: false };
  return mergeText(base, a.value, b.value);
}

/** The ids that count as held: entries of any version, and stubs that a withdrawal or a redaction explains. */
export function referenceHeld(items: readonly LedgerItem[]): ReadonlySet<EntryId> {
  const folded = foldable(items);
  const explained = new Set(withdrawnAmong(items));
  for (const { redacts = [] } of folded) {
    for (const { entry } of redacts) explained.add(entry);
  }
  const whole = new Set(items.filter((item) => isEntry(item) || isNewer(item)).map(({ id }) => id));
  return new Set(items.filter((item) => whole.has(item.id) || (isStub(item) && explained.has(item.id))).map(({ id }) => id));
}

/** Items by device and place, for tests that take them apart. */
export const inChainOrder = <T extends LedgerItem>(items: Iterable<T>): T[] =>
  [...items].sort(
    (a, b) => (deviceOf(a.id) === deviceOf(b.id) ? seqOf(a.id) - seqOf(b.id) : a.id < b.id ? -1 : 1) || (a.id < b.id ? -1 : 1),
  );
