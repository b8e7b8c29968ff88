import { deviceOf, entryIdOf, seqOf, type DeviceId, type EntryId, type Have, type LedgerItem, type Tip } from './entry';

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

/**
 * The entries of `items` that `have` names: from each tip down its chain to where the run ends. Where the chain leads
 * out of `items`, it goes on at the next lower sequence number, unless that place holds another branch of a fork.
 */
export function idsWithin(have: Have, items: ReadonlyMap<EntryId, LedgerItem>): ReadonlySet<EntryId> {
  const within = new Set<EntryId>();
  const byDevice = idsByDevice(items.keys());
  for (const [device, { tips }] of Object.entries(have)) {
    for (const { seq, hash, from = 1 } of tips) {
      let id: EntryId | undefined = entryIdOf(device, seq, hash);
      while (id !== undefined && seqOf(id) >= from && !within.has(id)) {
        const item: LedgerItem | undefined = items.get(id);
        if (item) within.add(id);
        id = item ? idBefore(item) : nextBelow(byDevice.get(device) ?? [], seqOf(id));
      }
    }
  }
  return within;
}

const idBefore = ({ id, prev }: LedgerItem): EntryId | undefined =>
  prev === '' ? undefined : entryIdOf(deviceOf(id), seqOf(id) - 1, prev);

/** Ids of one device are in the order of its sequence numbers. */
function idsByDevice(ids: Iterable<EntryId>): ReadonlyMap<DeviceId, readonly EntryId[]> {
  const byDevice = new Map<DeviceId, EntryId[]>();
  for (const id of [...ids].toSorted()) {
    const known = byDevice.get(deviceOf(id));
    if (known) known.push(id);
    else byDevice.set(deviceOf(id), [id]);
  }
  return byDevice;
}

/** The highest id at or below a place that is not held: none where the place holds another branch. */
function nextBelow(ids: readonly EntryId[], seq: number): EntryId | undefined {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seqOf(ids[middle] ?? '') <= seq) low = middle + 1;
    else high = middle;
  }
  const next = ids[low - 1];
  return next !== undefined && seqOf(next) < seq ? next : undefined;
}
