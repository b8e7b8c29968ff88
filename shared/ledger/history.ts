import { fieldsOf, isEntry, isRedacted, type Entry, type EntryId, type Json, type LedgerItem, type RecordId } from './entry';
import { fuller } from './series-room';

/** One value that a field had, and where it came from. */
export interface FieldVersion {
  readonly entry: Entry;
  /** Effective time: never before that of the value it replaced. */
  readonly at: string;
  /** Absent where it was redacted. */
  readonly value?: Json;
  /** The entries whose value the author saw and replaced. */
  readonly over: readonly EntryId[];
}

/**
 * The effective time of every entry: the later of its own `at` and the effective times of what it names as seen, as far
 * as that is held. A slow clock cannot put an edit before the value that it replaced.
 */
export function effectiveTimes(entries: Iterable<Entry>): ReadonlyMap<EntryId, string> {
  const times = new Map<EntryId, string>();
  const followers = new Map<EntryId, EntryId[]>();
  for (const entry of entries) {
    times.set(entry.id, entry.at);
    for (const seen of namedBy(entry)) {
      const known = followers.get(seen);
      if (known) known.push(entry.id);
      else followers.set(seen, [entry.id]);
    }
  }
  const queue = [...times.keys()];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const at = times.get(id) ?? '';
    for (const follower of followers.get(id) ?? []) {
      if ((times.get(follower) ?? '') >= at) continue;
      times.set(follower, at);
      queue.push(follower);
    }
  }
  return times;
}

/** Entries in the order in which they took effect, oldest first; each once, with as much of its values as is known. */
export function inEffectiveOrder(items: Iterable<LedgerItem>): readonly Entry[] {
  const entries = distinct(items);
  const times = effectiveTimes(entries);
  const timeOf = (entry: Entry) => times.get(entry.id) ?? entry.at;
  return entries.toSorted((a, b) => compareText(timeOf(a), timeOf(b)) || compareText(a.id, b.id));
}

/** Every value that a field ever had, newest first, redacted ones without their value. */
export function fieldHistory(items: Iterable<LedgerItem>, record: RecordId, field: string): readonly FieldVersion[] {
  const entries = distinct(items);
  const times = effectiveTimes(entries);
  const redacted = new Set(entries.flatMap(({ redacts }) => (redacts ?? []).map((target) => `${target.entry} ${target.record}`)));
  const versions: FieldVersion[] = [];
  for (const entry of entries) {
    const edit = entry.edits.find((one) => one.record === record);
    if (!edit || !fieldsOf(edit).includes(field)) continue;
    const over = edit.over && Object.hasOwn(edit.over, field) ? (edit.over[field] ?? []) : [];
    const value = isRedacted(edit) || redacted.has(`${entry.id} ${record}`) ? undefined : edit.set[field];
    versions.push({ entry, at: times.get(entry.id) ?? entry.at, over, ...(value === undefined ? {} : { value }) });
  }
  return versions.toSorted((a, b) => compareText(b.at, a.at) || compareText(b.entry.id, a.entry.id));
}

function distinct(items: Iterable<LedgerItem>): readonly Entry[] {
  const entries = new Map<EntryId, Entry>();
  for (const item of items) {
    if (!isEntry(item)) continue;
    const known = entries.get(item.id);
    entries.set(item.id, known ? fuller(known, item) : item);
  }
  return [...entries.values()];
}

function namedBy(entry: Entry): ReadonlySet<EntryId> {
  const named = new Set<EntryId>();
  for (const { over } of entry.edits) for (const ids of Object.values(over ?? {})) for (const id of ids) named.add(id);
  return named;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
