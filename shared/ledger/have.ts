import { entryIdOf, seqOf, type DeviceId, type EntryId, type Have, type LedgerItem, type Tip } from './entry';

/** Sequence numbers of one device of which something is missing, both ends included. */
export interface MissingRange {
  readonly device: DeviceId;
  readonly from: number;
  readonly to: number;
}

/** What each of two parties lacks of what the other holds. */
export interface Comparison {
  /** To ask for. Exact where the chain did not fork; where it did, no less than what is missing. */
  readonly missingHere: readonly MissingRange[];
  /** To hand over, in chain order. */
  readonly missingThere: readonly EntryId[];
}

/**
 * LAW 5, completeness is provable: two parties hold the same entries exactly where their `have` are equal. Every tip is
 * a full hash, which commits to its chain down to where the run ends, so equal sequence numbers alone prove nothing and
 * equal tips prove everything.
 */
export function sameHave(a: Have, b: Have): boolean {
  const devices = Object.keys(a);
  return devices.length === Object.keys(b).length && devices.every((device) => sameTips(a[device]?.tips ?? [], b[device]?.tips ?? []));
}

function sameTips(a: readonly Tip[], b: readonly Tip[]): boolean {
  const text = (tips: readonly Tip[]) => tips.map((tip) => `${tip.seq} ${tip.hash} ${tip.from ?? 1}`).toSorted();
  const [left, right] = [text(a), text(b)];
  return left.length === right.length && left.every((tip, at) => tip === right[at]);
}

/** Inclusive ranges below the highest tip that no run covers. */
export function holesOf(tips: readonly Tip[]): readonly (readonly [number, number])[] {
  const holes: [number, number][] = [];
  let next = 1;
  for (const { from = 1, seq } of tips.toSorted((a, b) => (a.from ?? 1) - (b.from ?? 1))) {
    if (from > next) holes.push([next, from - 1]);
    next = Math.max(next, seq + 1);
  }
  return holes;
}

/** The entries of `items` that `have` names: from each tip down its chain to where the run ends. */
export function idsWithin(have: Have, items: ReadonlyMap<EntryId, LedgerItem>): ReadonlySet<EntryId> {
  const within = new Set<EntryId>();
  for (const [device, { tips }] of Object.entries(have)) {
    for (const { seq, hash, from = 1 } of tips) {
      let item = items.get(entryIdOf(device, seq, hash));
      while (item && !within.has(item.id)) {
        within.add(item.id);
        const before: number = seqOf(item.id) - 1;
        item = before >= from ? items.get(entryIdOf(device, before, item.prev)) : undefined;
      }
    }
  }
  return within;
}
