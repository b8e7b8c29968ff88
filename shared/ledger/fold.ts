import type { Clash, ClashSide, MergedText } from './clash';
import { ARCHIVED, type Entry, type EntryId, type Have, type LedgerItem, type RecordId, type Redaction } from './entry';
import { FLAG, type EntryNo } from './entry-index';
import { FoldBatch, type FoldChanges } from './fold-batch';
import { recordsNeedingLogs } from './fold-logs';
import { packState, unpackIndex, unpackRecords, type FoldChunk, type FoldIndexChunk, type FoldRecordsChunk } from './fold-pack';
import { newState, type FoldState } from './fold-state';
import type { Comparison } from './have';
import type { Coverage, Run } from './holdings';
import type { KindOf } from './merge-kind';
import type { Cell, FoldedRecord } from './record-cell';
import { SeriesRoom } from './series-room';

const NO_LOGS: ReadonlyMap<RecordId, readonly Entry[]> = new Map();

/**
 * The records that a set of ledger items makes: every value is the value of an entry that nobody has set over.
 *
 * Order of arrival does not matter, nor does receiving twice, nor how the items are batched (law 1, in
 * `fold-batch.ts`). Items must have passed `parseItem`; then nothing here throws (law 7). Memory is the records, one
 * number for their heads, and about 40 bytes for each entry.
 */
export class Fold {
  #state: FoldState;

  constructor(kindOf: KindOf, state: FoldState = newState(kindOf)) {
    this.#state = state;
  }

  /** Records whose complete logs `add` needs to be exact for these items (two heads of a long text); usually none. */
  logsNeeded(items: readonly LedgerItem[]): readonly RecordId[] {
    return recordsNeedingLogs(this.#state, items);
  }

  /** Folds items in; all of them show at once. `logs`: all entries held so far of the records that `logsNeeded` named. */
  add(items: readonly LedgerItem[], logs: ReadonlyMap<RecordId, readonly Entry[]> = NO_LOGS): FoldChanges {
    return new FoldBatch(this.#state, logs).run(items);
  }

  /** How many records there are. */
  get size(): number {
    return this.#state.cells.size;
  }

  get(id: RecordId): FoldedRecord | undefined {
    return this.#state.cells.get(id);
  }

  /** All records, in the order in which they were first heard of. */
  records(): IterableIterator<FoldedRecord> {
    return this.#state.cells.values();
  }

  /** The fields that a record ever had, cleared ones included. */
  fields(id: RecordId): readonly string[] {
    return this.#state.cells.get(id)?.shape.fields ?? [];
  }

  /** The entries whose value of the field nobody has set over; usually one. */
  heads(id: RecordId, field: string): readonly EntryId[] {
    const heads = this.#state.cells.get(id)?.headsOf(field);
    return heads === undefined ? [] : this.#state.sets.list(heads).map((no) => this.#state.index.idOf(no));
  }

  /** What waits for a person to choose, by record and field. */
  clashes(): readonly Clash[] {
    const cells = [...this.#state.open].toSorted().flatMap((id) => this.#state.cells.get(id) ?? []);
    return cells.flatMap((cell) => this.#clashesOf(cell));
  }

  /** What waits for a person to choose on one record, by field. */
  clashesOf(id: RecordId): readonly Clash[] {
    const cell = this.#state.cells.get(id);
    return cell?.open ? this.#clashesOf(cell) : [];
  }

  /** Long texts in which the words of two people were merged without a clash, by record and field. */
  merged(): readonly MergedText[] {
    const cells = [...this.#state.open].toSorted().flatMap((id) => this.#state.cells.get(id) ?? []);
    return cells.flatMap((cell) => this.#mergedIn(cell));
  }

  have(): Have {
    return this.#state.holdings.have();
  }

  /** What of another party's entries is missing here, and what of ours is missing there. */
  compare(theirs: Have): Comparison {
    return this.#state.holdings.compare(theirs);
  }

  /** True where the entry is held, whether folded, waiting for its series, or only as a stub. */
  holds(id: EntryId): boolean {
    const no = this.#state.index.find(id);
    return no !== undefined && this.#state.index.has(no, FLAG.HELD);
  }

  /** True where the entry is in the records: held, of this version, and its series complete. */
  isFolded(id: EntryId): boolean {
    const no = this.#state.index.find(id);
    return no !== undefined && this.#state.index.has(no, FLAG.FOLDED);
  }

  /** The entries held here that `have` names: from each of its tips down the chain to where the run ends. */
  idsWithin(have: Have): ReadonlySet<EntryId> {
    return this.#state.holdings.idsWithin(have);
  }

  /** Which runs (the pages of a server) are not held here whole, and which entries of ours are in none of them. */
  cover(runs: readonly Run[]): Coverage {
    return this.#state.holdings.cover(runs);
  }

  /** True where the chain below `tip` leads to `entry`: whoever wrote the one has confirmed the other. */
  leadsTo(tip: EntryId, entry: EntryId): boolean {
    const { index, holdings } = this.#state;
    const [from, to] = [index.find(tip), index.find(entry)];
    return from !== undefined && to !== undefined && holdings.leadsTo(from, to);
  }

  /** False for an entry beyond a gap of its chain: it is shown, and marked as unproved. */
  isProved(id: EntryId): boolean {
    const no = this.#state.index.find(id);
    return no !== undefined && this.#state.holdings.isProved(no);
  }

  /** Effective time of a folded entry: never earlier than that of anything it was over. */
  effectiveAt(id: EntryId): string | undefined {
    const no = this.#state.index.find(id);
    return no !== undefined && this.#state.index.has(no, FLAG.FOLDED) ? this.#state.index.effectiveAt(no) : undefined;
  }

  /** Every redaction known here, to be applied to whatever is pulled, bundled or backed up. */
  redactions(): readonly Redaction[] {
    const { index, redactions } = this.#state;
    return [...redactions].flatMap(([no, records]) => [...records].map((record) => ({ entry: index.idOf(no), record })));
  }

  /** Every withdrawal known here, to be applied with `withoutWithdrawn` to whatever is pulled, bundled or backed up. */
  withdrawals(): readonly EntryId[] {
    const { index, withdrawn } = this.#state;
    return [...withdrawn].map((no) => index.idOf(no));
  }

  /** Parts of series of which others are still missing: held, in no record yet. */
  waiting(): readonly Entry[] {
    return this.#state.room.waiting();
  }

  /** Entries of a newer version of the app: held and carried, in no record here. */
  newer(): readonly EntryId[] {
    return [...this.#state.newer];
  }

  /** Takes over what another fold holds, at once, for all who read this one: it was made anew because this was outdated. */
  become(other: Fold): void {
    this.#state = other.#state;
  }

  /** The fold as chunks that survive a structured clone, one of entries first, then `size` records of one type each. */
  pack(size = 2_000): Generator<FoldChunk> {
    return packState(this.#state, size);
  }

  /**
   * A fold from its first chunk, still without records: `load` the others in any order, before the first `add`. The
   * chunks must have been packed with the same merge kinds; a newer version of the app folds anew.
   */
  static unpack(chunk: FoldIndexChunk, kindOf: KindOf): Fold {
    return new Fold(kindOf, unpackIndex(chunk, kindOf));
  }

  /** Brings back one chunk of records; they can be read at once. */
  load(chunk: FoldRecordsChunk): void {
    unpackRecords(this.#state, chunk);
  }

  #clashesOf(cell: Cell): readonly Clash[] {
    const clashes: Clash[] = [];
    for (const [field, { outcome, values }] of [...(cell.open ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      if (outcome?.tag !== 'clash') continue;
      const heads = this.#heads(cell, field);
      const kind = this.#state.kindOf(cell.id, field);
      const sides = [...heads.map((no, at) => this.#side(no, values[at])), ...(kind === 'archived' ? this.#unseenBy(cell, heads) : [])];
      const shown = outcome.value === undefined ? {} : { shown: outcome.value };
      clashes.push({ record: cell.id, field, kind, review: outcome.review, ...shown, sides: sides.toSorted(latestFirst) });
    }
    return clashes;
  }

  #mergedIn(cell: Cell): readonly MergedText[] {
    return [...(cell.open ?? [])].flatMap(([field, { outcome, values }]) => {
      if (outcome?.tag !== 'merged') return [];
      const sides = this.#heads(cell, field).map((no, at) => this.#side(no, values[at]));
      return [{ record: cell.id, field, text: outcome.value, sides: sides.toSorted(latestFirst) }];
    });
  }

  #heads(cell: Cell, field: string): readonly EntryNo[] {
    const heads = cell.headsOf(field);
    return heads === undefined ? [] : this.#state.sets.list(heads);
  }

  #side(no: EntryNo, value: ClashSide['value'] | undefined, field?: string): ClashSide {
    const { index } = this.#state;
    return {
      entry: index.idOf(no),
      at: index.effectiveAt(no),
      ...(value === undefined ? {} : { value }),
      ...(field === undefined ? {} : { field }),
    };
  }

  /** The edits of other fields that stand against an archiving. */
  #unseenBy(cell: Cell, archivings: readonly EntryNo[]): readonly ClashSide[] {
    const { index, kindOf } = this.#state;
    const met = (edit: EntryNo) => archivings.some((one) => one === edit || index.saw(one, edit) || index.saw(edit, one));
    return cell.shape.fields
      .filter((field) => field !== ARCHIVED && kindOf(cell.id, field) !== 'cosmetic')
      .flatMap((field) =>
        this.#heads(cell, field)
          .filter((no) => !met(no))
          .map((no) => this.#side(no, cell.values[field], field)),
      );
  }
}

function latestFirst(a: ClashSide, b: ClashSide): number {
  const [left, right] = [`${a.at} ${a.entry}`, `${b.at} ${b.entry}`];
  if (left !== right) return left < right ? 1 : -1;
  return (a.field ?? '') < (b.field ?? '') ? -1 : 1;
}

/** The fold of a whole ledger, or of any set of items, however they are ordered. */
export function foldAll(items: Iterable<LedgerItem>, kindOf: KindOf): Fold {
  const fold = new Fold(kindOf);
  fold.add([...items]);
  return fold;
}

/**
 * The fold of some entries of a ledger in which they are known to be folded: no series is waited for. `whole`, where it
 * is given, knows their effective times, which may rest on entries that are not among these.
 */
export function foldPart(entries: readonly Entry[], kindOf: KindOf, whole?: Pick<Fold, 'effectiveAt'>): Fold {
  const fold = new Fold(kindOf, newState(kindOf, { room: SeriesRoom.open() }));
  fold.add(whole ? entries.map((entry) => ({ ...entry, at: whole.effectiveAt(entry.id) ?? entry.at })) : entries);
  return fold;
}
