import { deviceOf, entryIdOf, seqOf, type DeviceId, type EntryId, type RecordId } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import type { Run } from '#shared/ledger/holdings';
import type { AuthorRange } from './read-batch';

/** Sequence numbers of one device, both ends included, that one user handed in. */
type Range = readonly [first: number, last: number];

/** What one user handed in of one device's chain. */
interface Handed {
  readonly ranges: readonly Range[];
  /** Ends of the pages that nothing of theirs continues, as far as it is known: one, where the chain did not fork. */
  readonly ends: readonly EntryId[];
}

interface Chain {
  readonly users: Map<string, Handed>;
  readonly authors: Map<RecordId, readonly Range[]>;
}

/** device, users with what they handed in, authors with what they wrote: plain, to be kept. */
export type PackedOrigins = readonly (readonly [
  DeviceId,
  readonly (readonly [string, Handed])[],
  readonly (readonly [RecordId, readonly Range[]])[],
])[];

/** A page as it was handed in. */
export interface HandedPage extends Run {
  readonly from: string;
  readonly authors: readonly AuthorRange[];
}

/** The most ends of one user in one chain that are remembered. */
const ENDS = 20;

/**
 * Who handed in which entries. A page is handed in by whoever was signed in, which is the author nearly always; where it
 * is not, readers are told, until the author's own page continues the chain and so confirms what stands below.
 */
export class Origins {
  readonly #chains = new Map<DeviceId, Chain>();
  #isChanged = false;
  #isUntold = false;

  note({ device, first, last, mark, from, authors }: HandedPage, fold: Pick<Fold, 'leadsTo'>): void {
    const chain = this.#chains.get(device) ?? { users: new Map<string, Handed>(), authors: new Map<RecordId, readonly Range[]>() };
    this.#chains.set(device, chain);
    const { ranges, ends } = chain.users.get(from) ?? { ranges: [], ends: [] };
    const end = entryIdOf(device, last, mark);
    if (ends.some((known) => fold.leadsTo(known, end)) && covers(ranges, first, last)) return;
    const later = ends.filter((known) => !fold.leadsTo(end, known));
    chain.users.set(from, { ranges: joined([...ranges, [first, last]]), ends: [...later, end].slice(-ENDS) });
    for (const [low, high, by] of authors) chain.authors.set(by, joined([...(chain.authors.get(by) ?? []), [low, high]]));
    this.#isChanged = true;
  }

  /** The user who handed an entry in, where that is not its author and no page of the author's is at or above it. */
  handedInBy(entry: EntryId, userOf: (person: RecordId) => string | undefined, fold: Pick<Fold, 'leadsTo'>): string | undefined {
    const chain = this.#chains.get(deviceOf(entry));
    if (chain === undefined) return undefined;
    const seq = seqOf(entry);
    const authors = [...chain.authors].flatMap(([by, ranges]) => (covers(ranges, seq, seq) ? (userOf(by) ?? []) : []));
    const isConfirmed = authors.some((author) => chain.users.get(author)?.ends.some((end) => fold.leadsTo(end, entry)));
    if (isConfirmed) return undefined;
    for (const [user, { ranges }] of chain.users) if (!authors.includes(user) && covers(ranges, seq, seq)) return user;
    return undefined;
  }

  /** Gives what is to be kept, once after each change. */
  takeChanged(): PackedOrigins | undefined {
    if (!this.#isChanged) return undefined;
    this.#isChanged = false;
    return [...this.#chains].map(([device, { users, authors }]) => [device, [...users], [...authors]]);
  }

  /** What was given is on the disk: other windows can read it. */
  kept(): void {
    this.#isUntold = true;
  }

  /** True once after each change that was kept: readers are to be told. */
  takeTold(): boolean {
    const isUntold = this.#isUntold;
    this.#isUntold = false;
    return isUntold;
  }

  /** Takes up what was kept. It is a hint: whatever is wrong with it, pages that come say it again. */
  load(packed: PackedOrigins): void {
    for (const [device, users, authors] of packed) this.#chains.set(device, { users: new Map(users), authors: new Map(authors) });
  }

  forget(): void {
    this.#chains.clear();
  }
}

const covers = (ranges: readonly Range[], first: number, last: number): boolean =>
  ranges.some(([low, high]) => low <= first && last <= high);

function joined(ranges: readonly Range[]): readonly Range[] {
  const result: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else result.push([first, last]);
  }
  return result;
}
