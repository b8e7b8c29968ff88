import { deviceOf, entryIdOf, seqOf, type DeviceId, type EntryId } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import type { Run } from '#shared/ledger/holdings';

/** Sequence numbers of one device, both ends included, that one user handed in. */
type Range = readonly [first: number, last: number];

/** What one user handed in of one device's chain. */
interface Handed {
  readonly ranges: Range[];
  /** Ends of the pages that nothing of theirs continues, as far as it is known: one, where the chain did not fork. */
  readonly ends: EntryId[];
}

/** device → user → what they handed in: plain, to be kept. */
export type PackedOrigins = readonly (readonly [DeviceId, readonly (readonly [string, Handed])[]])[];

/** The most ends of one user in one chain that are remembered. */
const ENDS = 20;

/**
 * Who handed in which entries. A page is handed in by whoever was signed in, which is the author nearly always; where it
 * is not, readers are told, until the author's own page continues the chain and so confirms what stands below.
 */
export class Origins {
  readonly #handed = new Map<DeviceId, Map<string, Handed>>();
  #isChanged = false;

  note({ device, first, last, mark }: Run, from: string, fold: Pick<Fold, 'leadsTo'>): void {
    const users = this.#handed.get(device) ?? new Map<string, Handed>();
    this.#handed.set(device, users);
    const { ranges, ends } = users.get(from) ?? { ranges: [], ends: [] };
    const end = entryIdOf(device, last, mark);
    if (ends.some((known) => fold.leadsTo(known, end)) && ranges.some(([low, high]) => low <= first && last <= high)) return;
    const later = ends.filter((known) => !fold.leadsTo(end, known));
    users.set(from, { ranges: joined([...ranges, [first, last]]), ends: [...later, end].slice(-ENDS) });
    this.#isChanged = true;
  }

  /** The user who handed an entry in, where that is not its author and no page of the author's is at or above it. */
  handedInBy(entry: EntryId, author: string | undefined, fold: Pick<Fold, 'leadsTo'>): string | undefined {
    const users = this.#handed.get(deviceOf(entry));
    if (users === undefined) return undefined;
    const confirmed = author === undefined ? undefined : users.get(author);
    if (confirmed?.ends.some((end) => fold.leadsTo(end, entry))) return undefined;
    const seq = seqOf(entry);
    for (const [user, { ranges }] of users) {
      if (user !== author && ranges.some(([first, last]) => first <= seq && seq <= last)) return user;
    }
    return undefined;
  }

  /** Gives what is to be kept, once after each change. */
  takeChanged(): PackedOrigins | undefined {
    if (!this.#isChanged) return undefined;
    this.#isChanged = false;
    return [...this.#handed].map(([device, users]) => [device, [...users]]);
  }

  /** Takes up what was kept. It is a hint: whatever is wrong with it, pages that come say it again. */
  load(packed: PackedOrigins): void {
    for (const [device, users] of packed) this.#handed.set(device, new Map(users));
  }
}

function joined(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else result.push([first, last]);
  }
  return result;
}
