import type { EntryNo } from './entry-index';

/**
 * The heads of a field as one number: an entry where there is one head (nearly always), the bitwise complement of a
 * set's place where there are several. Sets are shared, so two laptops that imported one file cost one set, not one
 * for each field.
 */
export type Heads = number;

export class HeadSets {
  readonly #sets: (readonly EntryNo[])[] = [];
  readonly #known = new Map<string, Heads>();

  /** The heads as numbers, in ascending order. */
  list = (heads: Heads): readonly EntryNo[] => (heads >= 0 ? [heads] : (this.#sets[~heads] ?? []));

  of(entries: readonly EntryNo[]): Heads {
    const [only, second] = entries;
    if (only !== undefined && second === undefined) return only;
    const sorted = entries.toSorted((a, b) => a - b);
    const key = sorted.join();
    let heads = this.#known.get(key);
    if (heads === undefined) {
      heads = ~this.#sets.length;
      this.#sets.push(sorted);
      this.#known.set(key, heads);
    }
    return heads;
  }

  pack = (): readonly (readonly EntryNo[])[] => this.#sets;

  static unpack(sets: readonly (readonly EntryNo[])[]): HeadSets {
    const all = new HeadSets();
    for (const set of sets) {
      all.#known.set(set.join(), ~all.#sets.length);
      all.#sets.push(set);
    }
    return all;
  }
}
