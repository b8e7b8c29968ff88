import { deviceOf, isRedacted, type Entry, type EntryId } from './entry';

/**
 * LAW 4, atomicity: the parts of a series wait here until all are held, and are let out together. An entry without a
 * series is whole by itself.
 */
export class SeriesRoom {
  readonly #waiting = new Map<string, Map<EntryId, Entry>>();
  readonly #complete = new Set<string>();
  #isOpen = false;

  /** A room that holds nothing back: for entries of some records, whose series are known to be complete. */
  static open(): SeriesRoom {
    const room = new SeriesRoom();
    room.#isOpen = true;
    return room;
  }

  /** The entries that can be folded now that `entry` is here. */
  admit(entry: Entry): readonly Entry[] {
    if (!entry.series || this.#isOpen) return [entry];
    const key = keyOf(entry);
    if (this.#complete.has(key)) return [entry];
    const parts = this.#waiting.get(key) ?? new Map<EntryId, Entry>();
    const before = parts.get(entry.id);
    parts.set(entry.id, before ? fuller(before, entry) : entry);
    this.#waiting.set(key, parts);
    if (new Set([...parts.values()].map((part) => part.series?.n)).size < entry.series.of) return [];
    this.#waiting.delete(key);
    this.#complete.add(key);
    return [...parts.values()];
  }

  /** True where this entry waits for other parts of its series. */
  holdsBack = (entry: Entry): boolean => entry.series !== undefined && (this.#waiting.get(keyOf(entry))?.has(entry.id) ?? false);

  /** Entries that would come out if `entries` came in; nothing moves. */
  preview(entries: readonly Entry[]): readonly Entry[] {
    const touched = new Set(entries.flatMap((entry) => (entry.series ? [keyOf(entry)] : [])));
    return [...entries, ...[...touched].flatMap((key) => [...(this.#waiting.get(key)?.values() ?? [])])];
  }

  /** Takes out a part that its author took back: without it the others are never complete. */
  drop(id: EntryId): void {
    for (const parts of this.#waiting.values()) parts.delete(id);
  }

  waiting = (): readonly Entry[] => [...this.#waiting.values()].flatMap((parts) => [...parts.values()]);

  complete = (): readonly string[] => [...this.#complete];

  static of(complete: readonly string[], waiting: readonly Entry[]): SeriesRoom {
    const room = new SeriesRoom();
    for (const key of complete) room.#complete.add(key);
    for (const entry of waiting) room.admit(entry);
    return room;
  }
}

const keyOf = (entry: Entry): string => `${deviceOf(entry.id)} ${entry.series?.of} ${entry.series?.id}`;

/** Two copies of one entry, of which either may have edits in redacted form: every edit that one of them has in full. */
export function fuller(a: Entry, b: Entry): Entry {
  if (!a.edits.some(isRedacted)) return a;
  return { ...a, edits: a.edits.map((edit, at) => (isRedacted(edit) ? (b.edits[at] ?? edit) : edit)) };
}
