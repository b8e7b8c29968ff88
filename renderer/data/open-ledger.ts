import type { ChainTip } from '#shared/ledger/chain';
import { observe } from '#shared/ledger/clock';
import {
  deviceOf,
  entryPlace,
  isEntry,
  isStub,
  seqOf,
  type DeviceId,
  type Entry,
  type EntryId,
  type LedgerItem,
  type LedgerName,
  type RecordId,
  type Redaction,
} from '#shared/ledger/entry';
import { Fold } from '#shared/ledger/fold';
import { parsePageId, type PagePlace } from '#shared/ledger/page';
import { redactItems } from '#shared/ledger/redact';
import { fullHashOf } from '#shared/ledger/verify-chain';
import { withoutWithdrawn } from '#shared/ledger/withdrawn';
import { kindOf } from '#shared/records/registry';
import { breather } from './breathe';
import type { Shelf, StoredPage } from './ledger-store';
import { PageIndex } from './page-index';
import { inOrder, slicesOf } from './page-order';
import { EndUnreadable, ifUnreadable, isHeldWhole, lastPageOf, lostPages } from './recovery/lost-pages';
import { readStoredPage } from './recovery/read-page';
import type { FoldedChange } from './read-model';
import { filePage, recordsOf, scopeOf, scopesBefore } from './scopes';
import { openTurnstile } from '#shared/values/turnstile';

/** A page that could not be used, or could only in part. It stays on disk as it is. */
export interface QuarantinedPage {
  readonly page: string;
  readonly reason: string;
}

/** A page with its items: what was just written, or read from disk. */
export interface PageOfItems {
  readonly id: string;
  readonly items: readonly LedgerItem[];
}

/** What folding some pages did. */
export interface FoldedPages {
  readonly ledger: LedgerName;
  readonly change: FoldedChange;
  /** Entries that were not held before. */
  readonly entries: number;
  /** Those of them that the server did not bring. */
  readonly news: readonly LedgerItem[];
  /** So much turned that all of it was folded anew. */
  readonly anew: boolean;
}

/** Where pages come from: this device and files that people hand over, or the server, which then holds them. */
export type Origin = 'here' | 'server';

interface Folding {
  readonly origin?: Origin;
  readonly signal?: AbortSignal;
}

const LAST_SEQ = '~';

/** What a ledger is opened with. */
export interface LedgerParts {
  readonly name: LedgerName;
  readonly shelf: Shelf<StoredPage>;
  readonly fold: Fold;
  readonly index: PageIndex;
  readonly clock: string | undefined;
  readonly now: () => number;
  readonly folded: (folded: FoldedPages) => void;
  /** Given what withdrawals are about to take off the disk. */
  readonly withdrew: (entries: readonly Entry[]) => Promise<void>;
  /** Told when a page turns out to be unusable, or gone. */
  readonly damaged?: () => void;
}

/** One ledger of an open workspace: the pages on disk, their fold, and which page holds what. */
export class OpenLedger {
  readonly name: LedgerName;
  readonly shelf: Shelf<StoredPage>;
  readonly fold: Fold;
  readonly #parts: LedgerParts;
  #isDamaged = false;
  #lost: readonly string[] = [];
  readonly #quarantine = new Map<string, string>();
  readonly #tips = new Map<DeviceId, ChainTip>();
  readonly #oneAtATime = openTurnstile();
  /** The latest time seen in this ledger, for the hybrid clock. */
  #clock: string | undefined;
  #index: PageIndex;
  #isSettled = true;

  constructor(parts: LedgerParts) {
    this.name = parts.name;
    this.shelf = parts.shelf;
    this.fold = parts.fold;
    this.#index = parts.index;
    this.#clock = parts.clock;
    this.#parts = parts;
  }

  get index(): PageIndex {
    return this.#index;
  }

  /** False while the fold holds what was withdrawn and is about to be made anew: no time to keep it. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  get clock(): string | undefined {
    return this.#clock;
  }

  get quarantine(): readonly QuarantinedPage[] {
    return [...this.#quarantine].map(([page, reason]) => ({ page, reason }));
  }

  /** Folds every page on disk that is not held yet: the tail after a snapshot, or what another window wrote. */
  catchUp(signal?: AbortSignal): Promise<number> {
    return this.#oneAtATime(async () => {
      const known = this.index.pages;
      const there = await this.shelf.ids();
      const unseen = there.filter((id) => this.#mayHoldMore(id));
      this.#dropFolded(known, there);
      if (unseen.length > 0) await this.#fold(await this.itemsOf(unseen), signal && { signal });
      await this.#foldDamaged();
      return unseen.length;
    });
  }

  /** Folds what can still be read, and nothing else, where a page that was held has gone. */
  mend(): Promise<void> {
    return this.#oneAtATime(() => this.#foldDamaged());
  }

  /** Pages that were held at some time and are gone with all that was on them, and nobody took them away. */
  get lost(): readonly string[] {
    return this.#lost;
  }

  /**
   * Folds pages that another window named, and gives their entries. Where one is gone, because it was folded into a
   * larger page since, everything on disk is looked at.
   */
  async hear(ids: readonly string[]): Promise<Entry[]> {
    const { entries, missing } = await this.#oneAtATime(async () => {
      const unseen = ids.filter((id) => this.#mayHoldMore(id));
      const pages = unseen.length === 0 ? [] : await this.itemsOf(unseen);
      await this.#fold(pages);
      const found = new Set(pages.map(({ id }) => id));
      return { entries: pages.flatMap(({ items }) => items.filter(isEntry)), missing: unseen.some((id) => !found.has(id)) };
    });
    if (missing) await this.catchUp();
    return entries;
  }

  /** Folds pages that were just made durable. */
  take(pages: readonly PageOfItems[], origin: Origin = 'here'): Promise<void> {
    return this.#oneAtATime(() => this.#fold(pages, { origin }));
  }

  /** Takes everything of this ledger off the device: who may not read it any more must not hold it. */
  forget(): Promise<void> {
    return this.#oneAtATime(async () => {
      const records = new Set([...this.fold.records()].map(({ id }) => id));
      await this.shelf.remove(await this.shelf.ids());
      this.fold.become(new Fold(kindOf));
      this.#index = new PageIndex();
      this.#quarantine.clear();
      this.#lost = [];
      this.#tips.clear();
      this.#parts.folded({ ledger: this.name, change: { records, before: new Map() }, entries: 0, news: [], anew: true });
    });
  }

  /** Another window, or this one when idle, put the entries of `removed` into `page`. */
  pagesWereFolded(page: string, removed: readonly string[]): void {
    this.index.fold(page, removed);
  }

  /** The end of a device's chain as far as it is held. */
  async tip(device: DeviceId): Promise<ChainTip | undefined> {
    return this.#tips.get(device) ?? (await this.#lastOf(device));
  }

  /** Folds what another window wrote to this device's chain, for a window that has just got the right to write. */
  async catchUpOn(device: DeviceId): Promise<void> {
    const known = await this.tip(device).catch(ifUnreadable);
    const nextPlace = entryPlace(device, (known?.seq ?? 0) + 1);
    if (!(await this.shelf.hasAny(nextPlace, `${device}.${LAST_SEQ}`))) return;
    await this.catchUp();
    this.#tips.delete(device);
  }

  /** Makes pages durable that came from outside. One that was damaged, or held stubs, is written over under the same id. */
  async keep(pages: readonly StoredPage[]): Promise<void> {
    const poorer = pages.filter(({ id }) => this.#quarantine.has(id) || this.index.hasStubs(id));
    if (poorer.length > 0) await this.shelf.replace(poorer);
    for (const { id } of poorer) this.#quarantine.delete(id);
    await this.shelf.add(pages.filter((page) => !poorer.includes(page)));
  }

  /** Takes away damaged pages all of whose entries have come in from elsewhere. */
  async dropReplacedPages(): Promise<void> {
    if (this.#quarantine.size === 0) return;
    const have = this.fold.have();
    const replaced = [...this.#quarantine.keys()].filter((id) => isHeldWhole(id, have));
    if (replaced.length === 0) return;
    await this.shelf.remove(replaced);
    for (const id of replaced) this.#quarantine.delete(id);
  }

  /** Notes the end of the own chain after a write. */
  wrote(device: DeviceId, tip: ChainTip): void {
    this.#tips.set(device, tip);
  }

  /** Every entry on the pages of these scopes, redactions applied, in no order. */
  async entriesOf(scopes: Iterable<string>): Promise<Entry[]> {
    const pages = await this.itemsOf(this.index.pagesOf(scopes));
    const [withdrawals, redactions] = [this.fold.withdrawals(), this.fold.redactions()];
    const seen = new Set<EntryId>();
    const entries: Entry[] = [];
    for (const { items } of pages) {
      for (const item of redactItems(withoutWithdrawn(items, withdrawals), redactions)) {
        if (!isEntry(item) || seen.has(item.id)) continue;
        seen.add(item.id);
        entries.push(item);
      }
    }
    return entries;
  }

  /** The complete logs of these records. */
  async logsOf(records: Iterable<RecordId>): Promise<Map<RecordId, Entry[]>> {
    const logs = new Map<RecordId, Entry[]>([...records].map((record) => [record, []]));
    const scopes = new Set([...logs.keys()].flatMap((record) => [record, scopeOf(record, this.fold.get(record)?.values)]));
    for (const entry of await this.entriesOf(scopes)) for (const { record } of entry.edits) logs.get(record)?.push(entry);
    return logs;
  }

  /** The pages that hold a run of a device's entries. */
  pagesOfRun(device: DeviceId, first: number, last: number): string[] {
    return this.index.pages.filter((id) => {
      const place = placeOfPage(id);
      return place.device === device && place.last >= first && place.first <= last;
    });
  }

  /** Small pages that a snapshot, or another window, knew, and that were folded into others since. */
  #dropFolded(known: readonly string[], there: readonly string[]): void {
    const stands = new Set(there);
    const gone = known.filter((id) => !stands.has(id));
    if (gone.length === 0) return;
    const lost = lostPages(this.fold, gone, there);
    this.index.drop(gone);
    if (lost.length === 0) return;
    this.#lost = [...this.#lost, ...lost];
    this.#isDamaged = true;
    this.#parts.damaged?.();
  }

  async #foldDamaged(): Promise<void> {
    if (!this.#isDamaged) return;
    this.#isDamaged = false;
    await this.#foldAnew();
    this.#tips.clear();
    this.#parts.folded({ ledger: this.name, change: { records: new Set(), before: new Map() }, entries: 0, news: [], anew: true });
  }

  /** A page that is not folded yet, or that held stubs when it was: another window may have put entries in their places. */
  #mayHoldMore(id: string): boolean {
    return !this.#quarantine.has(id) && (!this.index.has(id) || this.index.hasStubs(id));
  }

  async #lastOf(device: DeviceId): Promise<ChainTip | undefined> {
    const last = lastPageOf(device, this.index.pages);
    if (last === undefined) return undefined;
    const [page] = await this.itemsOf([last.id]);
    if (page === undefined) throw new EndUnreadable(device);
    // It may be of a newer app, or withdrawn: what counts is its place in the chain.
    const item = page?.items.at(-1);
    if (item === undefined) return undefined;
    const at = isEntry(item) ? item.at : (page?.items.findLast(isEntry)?.at ?? this.#clock ?? '');
    const tip = { seq: last.last, hash: fullHashOf(item), at };
    this.#tips.set(device, tip);
    return tip;
  }

  /** A page that was held until now takes its entries with it: what is shown must not rest on what the disk has lost. */
  setAside(id: string, reason: string): void {
    const isNew = !this.#quarantine.has(id);
    this.#quarantine.set(id, reason);
    this.#isDamaged ||= this.index.has(id);
    if (isNew) this.#parts.damaged?.();
  }

  /** The items of these pages; what cannot be read is set aside. */
  async itemsOf(ids: readonly string[]): Promise<PageOfItems[]> {
    const pages: PageOfItems[] = [];
    for (const { id, entries } of await this.shelf.read(ids)) {
      const read = readStoredPage({ id, entries });
      if (read.ok) pages.push({ id, items: read.value });
      else this.setAside(id, read.error);
    }
    return pages;
  }

  /** Folds pages a slice at a time; readers are told once, at the end, so that they never see part of it. */
  async #fold(pages: readonly PageOfItems[], { origin = 'here', signal }: Folding = {}): Promise<void> {
    const breathe = breather(signal);
    const slices = [...slicesOf(inOrder(pages))];
    if (slices.length === 0) return;
    const records = new Set<RecordId>();
    const news: LedgerItem[] = [];
    let before: FoldedChange['before'] = new Map();
    let entries = 0;
    let anew = false;
    // Small pages may have been folded into these: the logs that are needed below are then read from them.
    for (const { id, items } of pages)
      if (items.some((item) => this.fold.holds(item.id))) filePage(this.index, id, items, this.fold, new Map());
    for (const slice of slices) {
      const items = slice.flatMap((page) => page.items);
      if (origin === 'here') for (const item of items) if (this.#mayBeNews(item)) news.push(item);
      const edited = recordsOf(items);
      const scopes = scopesBefore(this.fold, edited);
      if (slices.length === 1) before = new Map([...edited].map((record) => [record, this.fold.get(record)]));
      const needed = this.fold.logsNeeded(items);
      const changes = this.fold.add(items, needed.length > 0 ? await this.logsOf(needed) : undefined);
      for (const page of slice) filePage(this.index, page.id, page.items, this.fold, scopes);
      for (const { id, items: held } of slice) this.index.noteStubs(id, held.some(isStub));
      for (const item of items) if (isEntry(item)) this.#clock = observe(this.#clock, item.at, this.#parts.now());
      for (const record of changes.records) records.add(record);
      entries += changes.fresh;
      if (changes.redactions.length > 0) await this.#erase(changes.redactions);
      if (changes.outdated) this.#isSettled = false;
      if (changes.withdrawn.length > 0) for (const record of await this.#replaceByStubs(changes.withdrawn)) records.add(record);
      anew ||= changes.outdated;
      await breathe();
    }
    if (anew) await this.#foldAnew();
    this.#parts.folded({ ledger: this.name, change: { records, before }, entries, news, anew });
  }

  /** Generous: what it calls news and is none costs a comparison with the server. */
  #mayBeNews(item: LedgerItem): boolean {
    return !this.fold.holds(item.id) || (!isStub(item) && !this.fold.isFolded(item.id));
  }

  /** What was withdrawn goes from the disk; the page keeps its id, since a stub has its entry's hash. Gives the records it edited. */
  async #replaceByStubs(withdrawn: readonly EntryId[]): Promise<ReadonlySet<RecordId>> {
    const ids = new Set(withdrawn);
    const edited = new Set<RecordId>();
    const pages = new Set(withdrawn.flatMap((id) => this.pagesOfRun(deviceOf(id), seqOf(id), seqOf(id))));
    const held = await this.itemsOf([...pages]);
    const gone = held.flatMap(({ items }) => items.filter(isEntry).filter(({ id }) => ids.has(id)));
    for (const record of recordsOf(gone)) edited.add(record);
    if (gone.length > 0) await this.#parts.withdrew(gone);
    const changed = held.flatMap(({ id, items }) => {
      const rest = withoutWithdrawn(items, withdrawn);
      return rest.some((item, at) => item !== items[at]) ? [{ id, entries: JSON.stringify(rest) }] : [];
    });
    if (changed.length > 0) await this.shelf.replace(changed);
    return edited;
  }

  /** A fold cannot be rid of an entry that it holds: all pages are read into a new one, which then takes its place. */
  async #foldAnew(): Promise<void> {
    const { now, withdrew } = this.#parts;
    const parts = { name: this.name, shelf: this.shelf, fold: new Fold(kindOf), index: new PageIndex(), clock: this.#clock };
    const anew = new OpenLedger({ ...parts, now, withdrew, folded: () => undefined });
    for (const [page, reason] of this.#quarantine) anew.setAside(page, reason);
    await anew.catchUp();
    this.fold.become(anew.fold);
    this.#index = anew.index;
    for (const { page, reason } of anew.quarantine) this.#quarantine.set(page, reason);
    this.#isSettled = true;
  }

  /** Drops what a redaction erased from the disk too. The page keeps its id: an entry's hash does not cover its values. */
  async #erase(redactions: readonly Redaction[]): Promise<void> {
    const scopes = redactions.map(({ record }) => scopeOf(record, this.fold.get(record)?.values));
    const held = await this.itemsOf(this.index.pagesOf([...scopes, ...redactions.map(({ record }) => record)]));
    const erased = held.flatMap(({ id, items }) => {
      const rest = redactItems(items, redactions);
      return rest.some((item, at) => item !== items[at]) ? [{ id, entries: JSON.stringify(rest) }] : [];
    });
    if (erased.length > 0) await this.shelf.replace(erased);
  }
}

/** Where a page of ours stands; what is not a page id stands nowhere. */
export const placeOfPage = (id: string): PagePlace => parsePageId(id) ?? { device: '', first: 0, last: -1, mark: '' };
