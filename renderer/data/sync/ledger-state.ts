import { entryIdOf, isEntry, isStub, markOf, type EntryId, type Have, type LedgerItem, type RecordId } from '#shared/ledger/entry';
import type { Run } from '#shared/ledger/holdings';
import type { OpenLedger } from '../open-ledger';
import { contentsOf } from './contents';
import { Origins, type PackedOrigins } from './origins';
import type { OddDocument, SyncShelf } from './ports';
import { Unsent } from './unsent';

/** What is unsent as it was kept: everything below `have` but these. A hint, corrected by the next comparison. */
interface KeptShared {
  readonly have: Have;
  readonly unsent: readonly EntryId[];
}

/** More than these are not kept: an older hint then says that more is unsent, never less. */
const KEPT_UNSENT = 2_000;
/** Documents that cannot be used and are remembered; a hostile server has no end of them. */
const MOST_ODD = 500;
/** Turns between two times that what is shared is kept: it is put together from all entries. */
const SAVES = 20;
/** Entries whose records are looked up at a time. */
const LOOKED_UP = 2_000;

/** What sync knows of one ledger. All of it is a hint that comparing with the server makes true. */
export class LedgerState {
  readonly ledger: OpenLedger;
  readonly unsent = new Unsent();
  readonly origins = new Origins();
  /** Documents of the server that cannot be used, by id. */
  readonly odd = new Map<string, OddDocument>();
  /** Entries of which a page of the server tells only the place. */
  readonly stubs = new Map<string, readonly EntryId[]>();
  /** Pages that the server has just taken from here: its changes will name them. */
  handedIn: Set<string> = new Set();
  readonly #shelf: SyncShelf;
  #since: string | undefined;
  /** Something happened after which only a comparison can say what the server holds. */
  isDoubtful = true;
  #isSharedChanged = false;
  /** Turns until what is shared is kept again. */
  #savesLeft = 0;
  #isOddChanged = false;

  constructor(ledger: OpenLedger, shelf: SyncShelf) {
    this.ledger = ledger;
    this.#shelf = shelf;
  }

  /** Where to go on pulling. */
  get since(): string | undefined {
    return this.#since;
  }

  async keepSince(since: string | undefined): Promise<void> {
    if (since === this.#since) return;
    this.#since = since;
    await this.#shelf.keepHint(this.#name('since'), since);
  }

  /** What was known when this device was last here. Without it, everything is unsent until it is compared. */
  async load(refused: readonly EntryId[], now: number): Promise<void> {
    const hints = await Promise.all(['since', 'shared', 'origins', 'odd', 'stubs'].map((name) => this.#shelf.hint(this.#name(name))));
    try {
      await this.#loadFrom(hints, refused, now);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      // What was kept makes no sense any more. None of it is relied on.
      await this.#shelf.forgetHints(this.#name(''));
      await this.#loadFrom([], refused, now);
    }
  }

  async #loadFrom([since, shared, origins, odd, stubs]: readonly unknown[], refused: readonly EntryId[], now: number): Promise<void> {
    this.#since = typeof since === 'string' ? since : undefined;
    this.origins.load((origins ?? []) as PackedOrigins);
    this.odd.clear();
    this.stubs.clear();
    for (const one of (odd ?? []) as readonly OddDocument[]) this.odd.set(one.id, one);
    for (const [page, ids] of (stubs ?? []) as readonly (readonly [string, readonly EntryId[]])[]) this.stubs.set(page, ids);
    const { have, unsent } = (shared ?? { have: {}, unsent: [] }) as KeptShared;
    const { fold } = this.ledger;
    await this.resetUnsent(() => [...new Set([...unsent.filter((id) => fold.holds(id)), ...fold.cover(runsOf(have)).uncovered])], now);
    for (const id of refused) if (this.unsent.has(id)) this.unsent.hold(id, 'refused');
  }

  /** Who handed in what, as another window kept it. */
  async loadOrigins(): Promise<void> {
    this.origins.load(((await this.#shelf.hint(this.#name('origins'))) ?? []) as PackedOrigins);
  }

  /** Keeps what changed; what takes long to put together only now and then, or where `all` is asked for. */
  async save(which?: 'all'): Promise<void> {
    const origins = this.origins.takeChanged();
    if (origins !== undefined) {
      await this.#shelf.keepHint(this.#name('origins'), origins);
      this.origins.kept();
    }
    this.#savesLeft -= 1;
    if (this.#isSharedChanged && this.unsent.size <= KEPT_UNSENT && (which === 'all' || this.#savesLeft <= 0)) {
      this.#isSharedChanged = false;
      this.#savesLeft = SAVES;
      const shared: KeptShared = { have: this.ledger.fold.have(), unsent: [...this.unsent.ids()] };
      await this.#shelf.keepHint(this.#name('shared'), shared);
    }
    if (this.#isOddChanged) {
      this.#isOddChanged = false;
      await this.#shelf.keepHint(this.#name('odd'), [...this.odd.values()]);
      await this.#shelf.keepHint(this.#name('stubs'), [...this.stubs]);
    }
  }

  /** Forgets all of it: the ledger is no longer here, or meets another server. */
  async forget(): Promise<void> {
    this.#since = undefined;
    this.handedIn.clear();
    this.unsent.forget();
    this.origins.forget();
    this.odd.clear();
    this.stubs.clear();
    await this.#shelf.forgetHints(this.#name(''));
  }

  arrived(items: readonly LedgerItem[], now: number): void {
    this.unsent.add(items, now);
    // Whether a stub is a gap or something to send is for a comparison to say.
    if (items.some(isStub)) this.isDoubtful = true;
    this.#isSharedChanged = true;
  }

  acknowledge(ids: Iterable<EntryId>): void {
    for (const id of ids) this.unsent.acknowledge(id);
    this.#isSharedChanged = true;
  }

  /** The server holds this page: its entries are there, but for those of which it tells only the place. */
  acknowledgeRun(run: Run, stubs: readonly EntryId[] = []): void {
    this.#isSharedChanged = true;
    if (this.unsent.size === 0) return;
    const { device, first, last, mark } = run;
    const within = this.ledger.fold.idsWithin({ [device]: { tips: [{ seq: last, hash: mark, from: first }] } });
    const gaps = new Set(this.gapsAmong(stubs));
    for (const id of within) if (!gaps.has(id)) this.unsent.acknowledge(id);
  }

  /** Those stubs that stand for what was not withdrawn: their content is missing there. */
  gapsAmong(stubs: readonly EntryId[]): readonly EntryId[] {
    if (stubs.length === 0) return [];
    const withdrawn = new Set(this.ledger.fold.withdrawals());
    return stubs.filter((id) => !withdrawn.has(id));
  }

  noteStubs(page: string, stubs: readonly EntryId[]): void {
    if (stubs.length === 0 ? !this.stubs.delete(page) : this.stubs.get(page)?.join() === stubs.join()) return;
    if (stubs.length > 0 && this.stubs.size < MOST_ODD) this.stubs.set(page, stubs);
    this.#isOddChanged = true;
  }

  noteOdd(odd: OddDocument): void {
    if (this.odd.has(odd.id) || this.odd.size >= MOST_ODD) return;
    this.odd.set(odd.id, odd);
    this.#isOddChanged = true;
  }

  noteSound(id: string): void {
    if (this.odd.delete(id)) this.#isOddChanged = true;
  }

  /** Sets what is unsent to what `find` finds now. It is asked again at the end: somebody may have written meanwhile. */
  async resetUnsent(find: () => readonly EntryId[], now: number): Promise<void> {
    const records = new Map<EntryId, readonly RecordId[]>();
    const unknown = find().filter((id) => !this.unsent.has(id));
    for (let from = 0; from < unknown.length; from += LOOKED_UP) {
      for (const item of (await contentsOf(unknown.slice(from, from + LOOKED_UP), this.ledger)).values())
        records.set(item.id, isEntry(item) ? item.edits.map(({ record }) => record) : []);
    }
    this.unsent.reset(find(), (id) => records.get(id) ?? [], now);
    this.#isSharedChanged = true;
  }

  #name = (what: string): string => `${this.ledger.name}/${what}`;
}

/** The runs of a `have`: each tip with what lies below it. */
function runsOf(have: Have): readonly Run[] {
  return Object.entries(have).flatMap(([device, { tips }]) =>
    tips.map(({ seq, hash, from = 1 }) => ({ device, first: from, last: seq, mark: markOf(entryIdOf(device, seq, hash)) })),
  );
}
