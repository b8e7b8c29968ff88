import {
  entryIdOf,
  isEntry,
  isRedacted,
  isStub,
  isNewer,
  type DeviceId,
  type EntryId,
  type Have,
  type LedgerItem,
  type Stub,
  type Tip,
} from './entry';
import { FLAG, type EntryIndex, type EntryNo } from './entry-index';
import { hashEntry } from './hash';
import { holesOf, type Comparison, type MissingRange } from './have';

/** Consecutive entries of one device, as a page id names them: the last by its mark, the others by the chain. */
export interface Run {
  readonly device: DeviceId;
  readonly first: number;
  readonly last: number;
  /** First 12 hex digits of the last entry's hash. */
  readonly mark: string;
}

/** What some runs come to beside what is held. */
export interface Coverage {
  /** Positions of the runs that are not held whole. */
  readonly incomplete: readonly number[];
  /** Entries that are held and in none of the runs, in chain order. */
  readonly uncovered: readonly EntryId[];
}

/** What an item is to one who already holds others: unknown, known, or a known entry with more of its values. */
export type Receipt = 'new' | 'known' | 'fuller';

/**
 * Which entries are held, as chains. A stub counts as held where a withdrawal or a redaction explains it; any other
 * stub is a gap that somebody may still fill.
 */
export class Holdings {
  readonly #index: EntryIndex;
  /** Full hashes of the entries that no held entry names as `prev`: the index keeps only 12 digits of each. */
  readonly #tipHash: Map<EntryNo, string>;
  #fresh: LedgerItem[] = [];

  constructor(index: EntryIndex, tipHashes: Iterable<readonly [EntryNo, string]> = []) {
    this.#index = index;
    this.#tipHash = new Map(tipHashes);
  }

  receive(item: LedgerItem): Receipt {
    const index = this.#index;
    const no = index.intern(item.id);
    if (isStub(item)) return this.#receiveStub(no, item);
    if (index.has(no, FLAG.HELD) && !index.has(no, FLAG.STUB)) return this.#isFuller(no, item) ? 'fuller' : 'known';
    index.set(no, isNewer(item) ? FLAG.HELD | FLAG.NEWER : FLAG.HELD);
    if (isEntry(item) && item.edits.some(isRedacted)) index.set(no, FLAG.PARTIAL);
    index.clear(no, FLAG.STUB);
    const prev = index.link(no, item.prev);
    if (prev !== undefined) {
      index.set(prev, FLAG.FOLLOWED);
      this.#tipHash.delete(prev);
    }
    this.#fresh.push(item);
    return 'new';
  }

  /** To be called when a batch is in: hashes what it left at the end of a chain. */
  seal(): void {
    for (const item of this.#fresh) {
      const no = this.#index.intern(item.id);
      if (!this.#index.has(no, FLAG.FOLLOWED)) this.#tipHash.set(no, hashEntry(item).hash);
    }
    this.#fresh = [];
  }

  have(): Have {
    const runs = new Map<DeviceId, Tip[]>();
    const followed = this.#followed();
    for (let no = 0; no < this.#index.size; no += 1) {
      if (!this.#counts(no) || followed[no]) continue;
      const device = this.#index.deviceOf(no);
      const tips = runs.get(device) ?? [];
      tips.push(this.#run(no));
      runs.set(device, tips);
    }
    const have: Record<DeviceId, { tips: readonly Tip[]; holes?: readonly (readonly [number, number])[] }> = {};
    for (const [device, tips] of [...runs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const holes = holesOf(tips);
      const sorted = tips.toSorted((a, b) => a.seq - b.seq || (a.hash < b.hash ? -1 : 1));
      have[device] = { tips: sorted, ...(holes.length > 0 ? { holes } : {}) };
    }
    return have;
  }

  /** The entries held here that `have` names: from each of its tips down the chain to where the run ends. */
  idsWithin(have: Have): ReadonlySet<EntryId> {
    const within = new Set<EntryId>();
    for (const [device, { tips }] of Object.entries(have)) {
      for (const { seq, hash, from = 1 } of tips)
        this.#walk(entryIdOf(device, seq, hash), seq, from, (no) => within.add(this.#index.idOf(no)));
    }
    return within;
  }

  /**
   * What is missing here and there. `theirs` names tips by full hash, so whatever of theirs is held here is known
   * exactly, down to the place where their run ends. Exchanging it and comparing again ends with equal `have`.
   */
  compare(theirs: Have): Comparison {
    const index = this.#index;
    const there = new Set<EntryNo>();
    const assumed: MissingRange[] = [];
    const missing: MissingRange[] = [];
    const held = this.#seqsHeld();
    for (const [device, { tips }] of Object.entries(theirs)) {
      for (const { seq, hash, from = 1 } of tips) {
        const at = this.#walk(entryIdOf(device, seq, hash), seq, from, (no) => there.add(no));
        if (at < from) continue;
        assumed.push({ device, from, to: at });
        missing.push(...unheld({ device, from, to: at }, held.get(device) ?? []));
      }
    }
    const assumedThere = (no: EntryNo) =>
      assumed.some(({ device, from, to }) => index.deviceOf(no) === device && index.seqOf(no) >= from && index.seqOf(no) <= to);
    const missingThere = this.#counted().filter((no) => !there.has(no) && !assumedThere(no));
    return { missingHere: joined(missing), missingThere: missingThere.map((no) => index.idOf(no)).toSorted() };
  }

  /** Which of these runs are not held whole, and which entries are in none of them. */
  cover(runs: readonly Run[]): Coverage {
    const covered = new Uint8Array(this.#index.size);
    const incomplete: number[] = [];
    for (const [at, { device, first, last, mark }] of runs.entries()) {
      const reached = this.#walk(entryIdOf(device, last, mark), last, first, (no) => (covered[no] = 1));
      if (reached >= first) incomplete.push(at);
    }
    const uncovered = this.#counted().filter((no) => covered[no] === 0);
    return { incomplete, uncovered: uncovered.map((no) => this.#index.idOf(no)).toSorted() };
  }

  /** True where the chain below `tip`, as far as it is held, leads to `entry`; also where they are the same. */
  leadsTo(tip: EntryNo, entry: EntryNo): boolean {
    const seq = this.#index.seqOf(entry);
    let at: EntryNo | undefined = tip;
    while (at !== undefined && this.#index.seqOf(at) > seq) at = this.#index.prevOf(at);
    return at === entry;
  }

  /** True where an unbroken chain leads from this entry back to its device's first. */
  isProved(no: EntryNo): boolean {
    let at: EntryNo | undefined = no;
    while (at !== undefined && this.#index.has(at, FLAG.HELD)) {
      if (this.#index.seqOf(at) === 1) return true;
      at = this.#index.prevOf(at);
    }
    return false;
  }

  pack = (): readonly (readonly [EntryNo, string])[] => [...this.#tipHash];

  #receiveStub(no: EntryNo, stub: Stub): Receipt {
    const index = this.#index;
    if (index.has(no, FLAG.HELD)) return 'known';
    index.set(no, FLAG.HELD | FLAG.STUB);
    if (!index.has(no, FLAG.FOLLOWED)) this.#tipHash.set(no, stub.hash);
    const prev = index.link(no, stub.prev);
    if (prev !== undefined && !index.has(prev, FLAG.FOLLOWED)) this.#tipHash.set(prev, stub.prev);
    return 'new';
  }

  #isFuller = (no: EntryNo, item: LedgerItem): boolean =>
    this.#index.has(no, FLAG.PARTIAL) && isEntry(item) && !item.edits.every(isRedacted);

  #counts = (no: EntryNo): boolean =>
    this.#index.has(no, FLAG.HELD) && (!this.#index.has(no, FLAG.STUB) || this.#index.has(no, FLAG.EXPLAINED));

  #counted(): readonly EntryNo[] {
    const all: EntryNo[] = [];
    for (let no = 0; no < this.#index.size; no += 1) if (this.#counts(no)) all.push(no);
    return all;
  }

  /** 1 for each entry that one which counts names as `prev`. */
  #followed(): Uint8Array {
    const followed = new Uint8Array(this.#index.size);
    for (let no = 0; no < followed.length; no += 1) {
      const prev = this.#counts(no) ? this.#index.prevOf(no) : undefined;
      if (prev !== undefined) followed[prev] = 1;
    }
    return followed;
  }

  #run(tip: EntryNo): Tip {
    let bottom = tip;
    for (let prev = this.#index.prevOf(tip); prev !== undefined && this.#counts(prev); prev = this.#index.prevOf(prev)) bottom = prev;
    const from = this.#index.seqOf(bottom);
    return { seq: this.#index.seqOf(tip), hash: this.#tipHash.get(tip) ?? '', ...(from > 1 ? { from } : {}) };
  }

  /** Down a chain as far as it is held and within the run; the first sequence number that was not reached. */
  #walk(tip: EntryId, seq: number, from: number, visit: (no: EntryNo) => void): number {
    let no = this.#index.find(tip);
    let at = seq;
    for (; no !== undefined && at >= from && this.#counts(no); at -= 1) {
      visit(no);
      no = this.#index.prevOf(no);
    }
    return at;
  }

  /** Per device, the sequence numbers of which something is held, in order. */
  #seqsHeld(): ReadonlyMap<DeviceId, readonly number[]> {
    const held = new Map<DeviceId, number[]>();
    for (const no of this.#counted()) {
      const device = this.#index.deviceOf(no);
      const seqs = held.get(device);
      if (seqs) seqs.push(this.#index.seqOf(no));
      else held.set(device, [this.#index.seqOf(no)]);
    }
    for (const seqs of held.values()) seqs.sort((a, b) => a - b);
    return held;
  }
}

/** What to ask for of `range`. Where another content is held at its top, the chain forked somewhere below: all of it. */
function unheld(range: MissingRange, held: readonly number[]): readonly MissingRange[] {
  if (held.includes(range.to)) return [range];
  const missing: MissingRange[] = [];
  let next = range.from;
  for (const seq of held) {
    if (seq < next || seq > range.to) continue;
    if (seq > next) missing.push({ ...range, from: next, to: seq - 1 });
    next = seq + 1;
  }
  return [...missing, { ...range, from: next }];
}

/** Ranges in order, those that touch as one. */
function joined(ranges: readonly MissingRange[]): readonly MissingRange[] {
  const result: MissingRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.device === b.device ? a.from - b.from : a.device < b.device ? -1 : 1))) {
    const last = result.at(-1);
    if (last && last.device === range.device && range.from <= last.to + 1)
      result[result.length - 1] = { ...last, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}
