import { sameOneLevelDeep } from './live-query';
import { EVERYTHING, keptTopic, notingIn, tracked } from './topics';
import type { LiveRecords } from './workspace';

type Read = (records: LiveRecords) => unknown;

interface Kept {
  value: unknown;
  stamp: string;
  read: Read;
  topics: ReadonlySet<string>;
  /** The kept reads that it rests on, and what they gave. */
  inner: ReadonlyMap<string, unknown>;
  /** `doubtful`: a kept read that it rests on was to be made again, and may have come out the same. */
  state: 'fresh' | 'doubtful' | 'stale';
}

/**
 * Results of reads that are dear to make and asked for by many: each is kept until something that it touched changes. A
 * kept read may rest on others; where those come out as they were, it stands. So one hour on one deal makes one deal
 * anew, and the firm's sums are added up from what stands.
 */
export class KeptReads {
  readonly #kept = new Map<string, Kept>();
  readonly #readers = new Map<string, Set<string>>();

  /** What `read` gives under this name. It is made again where `stamp` (what it depends on beside the records) differs. */
  read<T>(records: LiveRecords, key: string, stamp: string, read: (records: LiveRecords) => T): T {
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.stamp === stamp && this.#stands(records, kept)) return kept.value as T;
    return this.#make(records, key, { stamp, read, before: kept }) as T;
  }

  /** Takes note of a change; gives the topics of the kept reads that it reaches. */
  changed(topics: ReadonlySet<string>): readonly string[] {
    if (topics.has(EVERYTHING)) {
      for (const kept of this.#kept.values()) kept.state = 'stale';
      return [...this.#kept.keys()].map(keptTopic);
    }
    const reached = new Set<string>();
    for (const topic of topics) this.#doubt(topic, 'stale', reached);
    return [...reached];
  }

  #doubt(topic: string, state: 'doubtful' | 'stale', reached: Set<string>): void {
    for (const key of this.#readers.get(topic) ?? []) {
      const kept = this.#kept.get(key);
      if (kept === undefined) continue;
      if (kept.state !== 'stale') kept.state = state;
      const own = keptTopic(key);
      if (reached.has(own)) continue;
      reached.add(own);
      this.#doubt(own, 'doubtful', reached);
    }
  }

  #stands(records: LiveRecords, kept: Kept): boolean {
    if (kept.state === 'doubtful') kept.state = this.#innerStands(records, kept) ? 'fresh' : 'stale';
    return kept.state === 'fresh';
  }

  #innerStands(records: LiveRecords, { inner }: Kept): boolean {
    for (const [key, value] of inner) {
      const other = this.#kept.get(key);
      if (other === undefined || this.read(records, key, other.stamp, other.read) !== value) return false;
    }
    return true;
  }

  #make(
    records: LiveRecords,
    key: string,
    { stamp, read, before }: { readonly stamp: string; readonly read: Read; readonly before: Kept | undefined },
  ): unknown {
    const topics = new Set<string>();
    const inner = new Map<string, unknown>();
    const noted = tracked(records, topics);
    const made = notingIn(topics, () =>
      read({
        ...noted,
        kept: (otherKey, otherStamp, otherRead) => {
          const value = noted.kept(otherKey, otherStamp, otherRead);
          inner.set(otherKey, value);
          return value;
        },
      }),
    );
    const value = before !== undefined && sameOneLevelDeep(before.value, made) ? before.value : made;
    this.#link(key, before?.topics, topics);
    this.#kept.set(key, { value, stamp, read, topics, inner, state: 'fresh' });
    return value;
  }

  #link(key: string, before: ReadonlySet<string> | undefined, after: ReadonlySet<string>): void {
    for (const topic of before ?? []) if (!after.has(topic)) this.#readers.get(topic)?.delete(key);
    for (const topic of after) {
      if (topic === EVERYTHING) continue;
      const readers = this.#readers.get(topic);
      if (readers) readers.add(key);
      else this.#readers.set(topic, new Set([key]));
    }
  }
}
