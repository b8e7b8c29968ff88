import type { Entry, EntryId, LedgerItem, LedgerName, RecordId } from '#shared/ledger/entry';
import { joinedPerson } from '#shared/records/joined-person';
import { err, ok } from '#shared/values/result';
import { LEDGERS } from './ledger-store';
import { observed } from './observable';
import type { QuarantinedPage } from './open-ledger';
import { ALONE } from './sync/alone';
import { Engine } from './sync/engine';
import type { SyncHost } from './sync/host';
import { preflight } from './sync/preflight';
import type { SealedRow, SyncPorts } from './sync/ports';
import { stateOf } from './sync/state';
import { openWindowAsks, type Answer, type Ask, type SyncNews, type Told } from './sync/window-asks';
import type { Attention, MayLeave, ServerLink, Sync, SyncFacts, SyncProblem } from './sync-state';
import { HANDED, touch, UNSENT, unsentTopic } from './topics';
import { underLock } from './window-lock';
import { t } from '#shared/values/texts';

/** The sync of an open workspace, as the workspace itself uses it. */
export interface OpenSync extends Sync {
  /** Begins: here, or as soon as no other window of this workspace does it. */
  start(): void;
  /** Pages that were folded here and did not come from the server. */
  arrived(ledger: LedgerName, items: readonly LedgerItem[]): void;
  fileAdded(ledger: LedgerName, id: string): void;
  /** Another window added it. */
  fileHeard(ledger: LedgerName, id: string): void;
  /** Entries that a withdrawal takes off the disk. */
  withdrew(ledger: LedgerName, entries: readonly Entry[]): Promise<void>;
  hear(news: SyncNews): void;
  /** What is here turned out to be less than it was: looks what the server has. */
  compareAgain(): void;
  /** Documents of the server that cannot be used. */
  odd(): readonly QuarantinedPage[];
  close(): Promise<void>;
}

/** More records than these are not named one by one. */
const NAMED = 2_000;
const DONE: Answer = ok(undefined);

/** Opens the sync of a workspace. One window of a workspace talks to the server; the others show what it says and ask it. */
export function openSync(host: SyncHost, ports: SyncPorts): OpenSync {
  return new WorkspaceSync(host, ports);
}

class WorkspaceSync implements OpenSync {
  readonly pauseWhen: SyncPorts['pauseWhen'];
  readonly #host: SyncHost;
  readonly #ports: SyncPorts;
  readonly #engine: Engine;
  readonly #facts = observed<SyncFacts>(ALONE);
  readonly #asks;
  readonly #stop = new AbortController();
  readonly #leave: (() => void)[] = [];
  #running: Promise<void> = Promise.resolve();
  #isLeading = false;
  #isPaused = false;
  #sealed: readonly SealedRow[] = [];
  /** What the window that talks to the server said last. */
  #told: Told | undefined;
  #toldUnsent: ReadonlySet<RecordId> = new Set();
  #toldText = '';

  constructor(host: SyncHost, ports: SyncPorts) {
    this.#host = host;
    this.#ports = ports;
    this.pauseWhen = ports.pauseWhen;
    const shelf: SyncPorts['shelf'] = {
      ...ports.shelf,
      keepSealed: async (row) => {
        await ports.shelf.keepSealed(row);
        this.#sealed = await ports.shelf.sealed();
      },
    };
    this.#engine = new Engine(host, { ...ports, shelf }, () => this.#publish());
    const name = (): string => `${ports.time.now()}-${Array.from(host.random(8)).join('.')}`;
    this.#asks = openWindowAsks((news) => host.channel.tell(news), name);
    this.#showLink();
  }

  get = (): SyncFacts => this.#facts.get();
  subscribe = (listener: () => void): (() => void) => this.#facts.subscribe(listener);

  start(): void {
    const { signal } = this.#stop;
    const again = (): void => this.#reconsider();
    this.#leave.push(this.#ports.power.subscribe(again), this.pauseWhen.subscribe(again));
    this.#running = underLock(`throughline/${this.#host.workspace}/sync`, () => this.#lead(signal), signal).catch((cause: unknown) => {
      // Closed while another window talks to the server.
      if (!signal.aborted) throw cause;
    });
    if (this.#host.link() !== undefined) void this.#asks.ask({ what: 'facts' });
  }

  async close(): Promise<void> {
    for (const leave of this.#leave) leave();
    this.#stop.abort(new Error('closed'));
    this.#asks.close();
    await this.#running;
  }

  arrived(ledger: LedgerName, items: readonly LedgerItem[]): void {
    if (this.#isLeading && items.length > 0 && this.#host.link() !== undefined) this.#engine.arrived(ledger, items);
  }

  fileAdded(ledger: LedgerName, id: string): void {
    if (this.#isLeading && this.#host.link() !== undefined) this.#engine.fileAdded(ledger, id);
    else if (this.#host.link() !== undefined) this.#host.channel.tell({ kind: 'file', ledger, id });
  }

  withdrew(ledger: LedgerName, entries: readonly Entry[]): Promise<void> {
    return this.#engine.refusals.keepTakenBack(ledger, entries);
  }

  compareAgain(): void {
    // A connection begins with a comparison.
    if (this.#isLeading && this.#host.link() !== undefined) this.#engine.restart();
  }

  fileHeard(ledger: LedgerName, id: string): void {
    if (this.#isLeading && this.#host.link() !== undefined) this.#engine.fileAdded(ledger, id);
  }

  hear(news: SyncNews): void {
    if (news.kind !== 'sync') this.#asks.hear(news);
    else if (!this.#isLeading) void this.#follow(news);
  }

  odd = (): readonly QuarantinedPage[] => [
    ...LEDGERS.flatMap((name) => [...this.#engine.ledgers[name].odd.values()].map(({ id, reason }) => ({ page: id, reason }))),
    ...LEDGERS.flatMap((name) => [...this.#engine.files[name].odd.values()].map(({ id, reason }) => ({ page: id, reason }))),
  ];

  async now(): Promise<void> {
    await this.#asks.ask({ what: 'now' });
  }
  pause(): void {
    void this.#asks.ask({ what: 'pause' });
  }
  resume(): void {
    void this.#asks.ask({ what: 'resume' });
  }
  setPauseWhen(when: { readonly metered: boolean; readonly battery: boolean }): void {
    this.pauseWhen.set(when);
  }
  join(link: ServerLink): Promise<Answer> {
    return this.#asks.ask({ what: 'join', link });
  }
  async signedIn(link: ServerLink): Promise<void> {
    await this.#asks.ask({ what: 'signed-in', link });
  }
  withdraw(entries: readonly EntryId[]): Promise<Answer> {
    return this.#asks.ask({ what: 'withdraw', entries });
  }
  async tryAgain(): Promise<void> {
    await this.#asks.ask({ what: 'again' });
  }
  async dropSealed(id: string): Promise<void> {
    await this.#asks.ask({ what: 'drop-sealed', id });
  }

  isUnsent(record: RecordId): boolean {
    touch(unsentTopic(record));
    touch(UNSENT);
    if (this.#isLeading) return LEDGERS.some((name) => this.#engine.ledgers[name].unsent.hasRecord(record));
    return this.#toldUnsent.has(record);
  }

  unsentRecords(): readonly RecordId[] {
    touch(UNSENT);
    if (!this.#isLeading) return [...this.#toldUnsent];
    return LEDGERS.flatMap((name) => [...this.#engine.ledgers[name].unsent.records()]);
  }

  unsentEntries(): readonly EntryId[] {
    // More than could be told: everything is no less than what waits.
    if (!this.#isLeading) return this.#told?.entries ?? LEDGERS.flatMap((name) => this.#host.ledgers[name].fold.cover([]).uncovered);
    return LEDGERS.flatMap((name) => [...this.#engine.ledgers[name].unsent.ids()]);
  }

  handedInBy(entry: EntryId): string | undefined {
    touch(HANDED);
    const userOf = (person: RecordId): string | undefined => joinedPerson(this.#host.records, person)?.user;
    for (const name of LEDGERS) {
      const { origins, ledger } = this.#engine.ledgers[name];
      const by = origins.handedInBy(entry, userOf, ledger.fold);
      if (by !== undefined) return by;
    }
    return undefined;
  }

  async refusedContent(entry: EntryId) {
    return this.#engine.refusals.content(entry) ?? (await this.#ports.shelf.refused()).find((row) => row.entry === entry)?.content;
  }

  async bundleOf(entries: readonly EntryId[]): Promise<Blob> {
    return this.#host.bundle(entries, LEDGERS);
  }

  mayLeave(): MayLeave {
    if (this.#host.link() === undefined) return { ok: true };
    const sealed = this.#facts.get().sealed.reduce((sum, { entries }) => sum + entries, 0);
    const unsent = (this.#isLeading ? this.#unsentCount() : (this.#told?.unsentCount ?? 0)) + sealed;
    return unsent === 0 ? { ok: true } : { ok: false, unsent };
  }

  async sealedFile(id: string): Promise<Blob> {
    const row = (await this.#ports.shelf.sealed()).find((one) => one.id === id);
    if (row === undefined) throw new Error('This file is no longer here.');
    return row.file;
  }

  /** Runs for as long as this window is the one that talks to the server. */
  async #lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    // What is written from now on is noted, also while what was kept is read.
    this.#isLeading = true;
    await this.#engine.load();
    this.#sealed = await this.#ports.shelf.sealed();
    this.#asks.lead((ask) => this.#answer(ask));
    this.#publish();
    await this.#engine.run(signal, () => this.#paused() !== undefined);
  }

  async #answer(ask: Ask): Promise<Answer> {
    switch (ask.what) {
      case 'facts':
        this.#toldText = '';
        break;
      case 'now':
        await this.#engine.now();
        break;
      case 'pause':
      case 'resume':
        this.#isPaused = ask.what === 'pause';
        this.#engine.restart();
        break;
      case 'again':
        for (const name of LEDGERS) for (const why of ['refused', 'left'] as const) this.#engine.ledgers[name].unsent.release(why);
        await this.#engine.now();
        break;
      case 'signed-in':
        await this.#host.relink(ask.link);
        this.#engine.restart();
        break;
      case 'join':
        return this.#join(ask.link);
      case 'withdraw':
        return this.#withdraw(ask.entries);
      case 'drop-sealed':
        await this.#ports.shelf.forgetSealed(ask.id);
        this.#sealed = await this.#ports.shelf.sealed();
    }
    this.#publish();
    return DONE;
  }

  async #join(link: ServerLink): Promise<Answer> {
    const before = this.#host.link();
    if (before !== undefined) return err<SyncProblem>({ message: t('This workspace is linked to {{url}} already.', { url: before.url }) });
    const problem = await preflight(link, this.#ports);
    if (problem !== undefined) return err<SyncProblem>({ message: problem });
    await this.#ports.shelf.forgetHints('');
    await this.#host.relink(link);
    await this.#engine.load();
    this.#engine.restart();
    await this.#engine.now();
    this.#publish();
    return DONE;
  }

  async #withdraw(entries: readonly EntryId[]): Promise<Answer> {
    const roles = this.#host.link()?.roles ?? [];
    for (const name of LEDGERS) {
      const done = await this.#engine.refusals.withdraw(entries, this.#engine.ledgers[name], roles);
      if (!done.ok) return done;
    }
    this.#engine.bell.ring('commit');
    this.#publish();
    return DONE;
  }

  /** The network or the battery changed, or when to hold for them. */
  #reconsider(): void {
    if (this.#isLeading && (this.#paused() !== undefined) !== (this.#facts.get().state.kind === 'waiting' && this.#isHolding())) {
      this.#engine.restart();
    }
    this.#publish();
  }

  #isHolding = (): boolean => {
    const { state } = this.#facts.get();
    return state.kind === 'waiting' && state.paused !== undefined;
  };

  #paused(): 'by-you' | 'metered' | 'battery' | undefined {
    if (this.#isPaused) return 'by-you';
    const [power, when] = [this.#ports.power.get(), this.pauseWhen.get()];
    if (when.metered && power.metered) return 'metered';
    return when.battery && power.lowBattery ? 'battery' : undefined;
  }

  /** Until the window that talks to the server says more. */
  #showLink(): void {
    const link = this.#host.link();
    if (link !== undefined) this.#facts.set({ ...ALONE, state: { kind: 'syncing' }, link });
  }

  #publish(): void {
    if (!this.#isLeading) return;
    const facts = this.#factsNow();
    const changed = LEDGERS.flatMap((name) => [...this.#engine.ledgers[name].unsent.takeChanged()]);
    const isHanded = LEDGERS.map((name) => this.#engine.ledgers[name].origins.takeTold()).some(Boolean);
    const text = JSON.stringify(facts);
    if (text !== JSON.stringify(this.#facts.get())) this.#facts.set(facts);
    if (changed.length > 0 || isHanded) this.#announce(changed, isHanded);
    if (text === this.#toldText && changed.length === 0 && !isHanded) return;
    this.#toldText = text;
    const unsentCount = this.#unsentCount();
    const unsent = this.unsentRecords().slice(0, NAMED);
    const entries = unsentCount <= NAMED && { entries: this.unsentEntries() };
    this.#host.channel.tell({ kind: 'sync', facts, unsent, unsentCount, isHanded, ...entries });
  }

  #factsNow(): SyncFacts {
    const { known, lastContact, refusals } = this.#engine;
    const link = this.#host.link();
    if (link === undefined) return { ...ALONE, refused: refusals.list(), sealed: this.#sealed.map(withoutFile) };
    const waiting = LEDGERS.reduce((sum, name) => sum + this.#engine.ledgers[name].unsent.waiting + this.#engine.files[name].waiting, 0);
    const since = LEDGERS.flatMap((name) => this.#engine.ledgers[name].unsent.since ?? []);
    const state = stateOf({
      ...known,
      isLinked: true,
      paused: this.#paused(),
      notice: refusals.attention() ?? roleLost(this.#sealed),
      waiting,
      waitingSince: since.length > 0 ? Math.min(...since) : undefined,
      now: this.#ports.time.now(),
    });
    const sealed = this.#sealed.map(withoutFile);
    return { state, link, waiting, refused: refusals.list(), sealed, ...(lastContact !== undefined && { lastContact }) };
  }

  #unsentCount = (): number =>
    LEDGERS.reduce((sum, name) => sum + this.#engine.ledgers[name].unsent.size + this.#engine.files[name].waiting, 0);

  async #follow(told: Told): Promise<void> {
    const before = this.#toldUnsent;
    const now = new Set(told.unsent);
    this.#told = told;
    this.#toldUnsent = now;
    this.#facts.set(told.facts);
    if (told.isHanded) for (const name of LEDGERS) await this.#engine.ledgers[name].loadOrigins();
    const changed = [...[...before].filter((id) => !now.has(id)), ...[...now].filter((id) => !before.has(id))];
    if (changed.length > 0 || told.isHanded) this.#announce(changed, told.isHanded);
  }

  #announce(changed: readonly RecordId[], isHanded: boolean): void {
    const topics = new Set<string>(changed.length > NAMED ? [] : changed.map(unsentTopic));
    if (changed.length > 0) topics.add(UNSENT);
    if (isHanded) topics.add(HANDED);
    this.#host.records.announce(topics);
  }
}

const withoutFile = ({ file: _file, ...sealed }: SealedRow) => sealed;

function roleLost(sealed: readonly SealedRow[]): Attention | undefined {
  if (sealed.length === 0) return undefined;
  const entries = sealed.reduce((sum, row) => sum + row.entries, 0);
  return {
    kind: 'role-lost',
    message: t(
      'Your roles changed, so the finance ledger left this device. {{entries}} entries could no longer be sent and lie here as a sealed file.',
      { entries },
    ),
    advice: t('Save the file and give it to somebody who holds the role: they read it in, and it is sent in your name.'),
  };
}
