import type { Command } from '#shared/ledger/command';
import type { Entry, EntryId, LedgerName, RecordId } from '#shared/ledger/entry';
import { frozenTerms } from '#shared/change-order/frozen';
import { recordsReliedOn } from '#shared/deal/undecided';
import { frozenRefusal } from '#shared/proposal/frozen';
import { ledgersOf } from '#shared/hub/access';
import type { Id } from '#shared/records/define-record';
import type { RecordType } from '#shared/records/registry';
import { mintId } from '#shared/values/id';
import { ok, type Result } from '#shared/values/result';
import { openWriter, type Writer } from './commit';
import { openFiles, withArrivals } from './files';
import { openFileTexts, type OpenFileTexts } from './file-texts';
import { measureExport, workspaceFileOf, type ExportSource } from './export-file';
import type { ExportChoice, ExportMeasure } from './export-scope';
import type { FileReading } from './file-parts';
import { devicesIn } from './devices';
import { healthOf } from './health';
import { historyOf, logsOf } from './history';
import { openMarginFreezer, type MarginFreezer } from './margin-freezer';
import { mergeWorkspaceFile } from './merge-file';
import { observed, type Observed } from './observable';
import { OwnDevices } from './own-devices';
import { OpenLedger, type FoldedPages } from './open-ledger';
import { openProblems, REMOVED_ELSEWHERE, type Problems } from './problems';
import { Recovery } from './recovery/open-recovery';
import { ReadModel } from './read-model';
import { ReaderNews } from './reader-news';
import { openSearch, type Search } from './search';
import { aloneSync } from './sync/alone';
import type { SyncHost } from './sync/host';
import { openSync, type OpenSync } from './sync';
import { syncHostOf } from './sync-host';
import type { ServerLink, Sync } from './sync-state';
import { openUndo, type Undo } from './undo';
import { listedGroups } from './undo-groups';
import type { Upkeep } from './upkeep';
import { verifyLedgers } from './verify';
import { openWindowChannel, type WindowChannel, type WindowNews } from './window-channel';
import { infoOf, type RegisteredWorkspace } from './workspace-registry';
import type { WorkspaceParts } from './workspace-parts';
import { openWriteLease, type WriteLease } from './write-lease';
import type {
  CommitProblem,
  Files,
  Group,
  Health,
  HistoryScope,
  LongWork,
  MergeReport,
  SearchHit,
  SearchOptions,
  UndoReport,
  Workspace,
  WorkspaceInfo,
} from './workspace';

/** A workspace put together: ledgers, read model, writer, undo, search and upkeep, and the windows beside this one. */
export class OpenWorkspace implements Workspace {
  readonly about: Observed<WorkspaceInfo>;
  readonly records: ReadModel;
  readonly files: Files;
  readonly fileTexts: OpenFileTexts;
  readonly problems: Problems = openProblems();
  readonly identity: Observed<Id<'person'>>;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly writer: Writer;
  readonly upkeep: Upkeep;
  readonly sync: Sync;
  readonly margins: MarginFreezer;
  readonly recovery: Recovery;
  /** What it is made of: for what is kept of it elsewhere. */
  readonly parts: WorkspaceParts;
  readonly #news = new ReaderNews(() => this.records);
  readonly #linked: OpenSync | undefined;
  readonly #channel: WindowChannel;
  readonly #lease: WriteLease;
  readonly #undo: Undo;
  readonly #search: Search;
  readonly #devices: OwnDevices;
  /** Resolves when what was done before this start can be undone. */
  undoRestored: Promise<void> = Promise.resolve();

  private constructor(parts: WorkspaceParts) {
    const { registered, held, now, random } = parts;
    const store = { ...parts.store, files: withArrivals(parts.store.files, (file) => this.fileTexts.arrived(file)) };
    this.parts = { ...parts, store };
    this.#devices = new OwnDevices(
      registered.devices,
      async (devices) => {
        await parts.amend({ devices });
        this.#channel.tell({ kind: 'devices', devices });
      },
      random,
      this.problems,
    );
    this.about = observed(infoOf(registered));
    this.identity = observed(registered.me);
    const added = (ledger: LedgerName, id: string) => this.#linked?.fileAdded(ledger, id);
    this.files = openFiles(store.files, this.problems, added, (file) => this.recovery.fileDamaged(file));
    this.records = new ReadModel({ team: held.team.fold, finance: held.finance.fold });
    this.ledgers = { team: this.#ledger('team'), finance: this.#ledger('finance') };
    this.recovery = new Recovery({
      ledgers: this.ledgers,
      device: this.#devices.of,
      renew: (ledger) => this.#devices.leave(new Set([this.#devices.of(ledger)]), 'mended'),
      compareAgain: () => this.#linked?.compareAgain(),
      problems: this.problems,
      files: store.files,
      shelf: parts.damage,
      heads: parts.heads,
    });
    this.#channel = openWindowChannel(registered.id, (news) => void this.#hear(news));
    this.#lease = openWriteLease(registered.id);
    const shared = { workspace: registered.id, lease: this.#lease, ledgers: this.ledgers, channel: this.#channel };
    const people = { device: this.#devices.of, me: this.identity.get, recovery: this.recovery };
    // Where there is a server it says who may do what; it would refuse the rest.
    const roles = () => this.info.link?.roles ?? this.records.get('person', this.me)?.roles ?? [];
    const reliesOn = (command: Command) => recordsReliedOn(command, this.records);
    const frozen = (command: Command) => frozenRefusal(command, this.records) ?? frozenTerms(command, this.records);
    this.writer = openWriter({ ...shared, ...people, roles, reliesOn, frozen, now, random, problems: this.problems });
    this.upkeep = parts.upkeep({ ...shared, model: this.records });
    const wording = { locale: readerLocale(), records: this.records };
    this.#undo = openUndo({ ...people, ledgers: this.ledgers, writer: this.writer, groups: parts.groups, wording });
    this.fileTexts = openFileTexts({ files: this.files, shelf: parts.texts, reader: parts.textReader, records: () => this.records });
    this.fileTexts.onArrival(this.recovery.fileArrived);
    this.#search = openSearch(this.records, parts.searchHost, this.fileTexts, this.problems);
    this.#linked = parts.sync && openSync(this.#syncHost(), parts.sync);
    this.sync = this.#linked ?? aloneSync();
    this.margins = openMarginFreezer(this, roles);
  }

  /** Folds what the snapshot does not hold. Reads are complete when the promise resolves. */
  static async open(parts: WorkspaceParts): Promise<OpenWorkspace> {
    const workspace = new OpenWorkspace(parts);
    await workspace.#news.quietly(async () => {
      await workspace.#catchUp();
      await workspace.recovery.start();
    });
    workspace.#search.start();
    workspace.undoRestored = workspace.#undo.restore();
    globalThis.document?.addEventListener('visibilitychange', workspace.#lookAgain);
    workspace.#linked?.start();
    workspace.margins.start();
    return workspace;
  }

  /** What this device keeps of it beside its entries, as it is now. */
  get registered(): RegisteredWorkspace {
    return { ...this.parts.registered, ...this.info, me: this.me, devices: this.#devices.all };
  }

  get info(): WorkspaceInfo {
    return this.about.get();
  }

  async rename(name: string): Promise<void> {
    await this.parts.amend({ name });
    this.about.set({ ...this.info, name });
    this.#channel.tell({ kind: 'renamed', name });
  }

  #syncHost(): SyncHost {
    const { registered, store, random, amend, groups, forgetSnapshot } = this.parts;
    const { ledgers, records, problems } = this;
    const relink = async (link: ServerLink): Promise<void> => {
      await amend({ link });
      this.about.set({ ...this.info, link });
      this.#channel.tell({ kind: 'linked', link });
    };
    return syncHostOf(
      {
        workspace: registered.id,
        ledgers,
        records,
        problems,
        random,
        relink,
        files: store.files,
        lease: this.#lease,
        channel: this.#channel,
        device: this.#devices.of,
        me: this.identity.get,
        become: (person) => this.become(person),
        link: () => this.info.link,
        leaveForeignChains: (arrived) => this.#devices.leave(arrived),
        bundle: (ids, chosen) => this.exportFile({ scope: { kind: 'entries', ids }, ledgers: chosen }),
      },
      {
        store,
        writer: this.writer,
        news: this.#news,
        restoreUndo: () => this.#undo.restore(),
        forgetBeside: async (ledger) => {
          await forgetSnapshot();
          await groups.forget(ledger);
          await this.fileTexts.forget();
        },
      },
    );
  }

  get me(): Id<'person'> {
    return this.identity.get();
  }

  async become(person: Id<'person'>): Promise<void> {
    await this.parts.amend({ me: person });
    this.identity.set(person);
    this.#channel.tell({ kind: 'person', person });
    await this.#undo.restore();
  }

  version(): number {
    return this.records.version();
  }

  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void {
    return this.records.subscribe(listener);
  }

  async commit(command: Command): Promise<Result<Entry, CommitProblem>> {
    const written = await this.writer.commit(command);
    if (!written.ok) return written;
    this.#undo.note(written.value);
    return ok(written.value.entries[0] as Entry);
  }

  async commitAll(
    commands: readonly Command[],
    work?: LongWork,
  ): Promise<Result<{ readonly entries: number; readonly group: EntryId }, CommitProblem>> {
    const written = await this.writer.commitAll(commands, { ...work, remember: (group) => this.#undo.remember(group) });
    if (!written.ok) return written;
    this.#undo.note(written.value);
    const { entries } = written.value;
    return ok({ entries: entries.length, group: (entries.at(-1) as Entry).id });
  }

  get undoState(): Undo['state'] {
    return this.#undo.state;
  }

  async undo(): Promise<Result<UndoReport, CommitProblem>> {
    await this.undoRestored;
    return this.#undo.undo();
  }

  async redo(): Promise<Result<UndoReport, CommitProblem>> {
    await this.undoRestored;
    return this.#undo.redo();
  }

  async groups(): Promise<readonly Group[]> {
    return listedGroups(await this.parts.groups.all(), (ledger, id) => this.ledgers[ledger].fold.holds(id));
  }

  readonly undoGroup: Workspace['undoGroup'] = (id) => this.#undo.undoGroup(id);

  history(scope: HistoryScope): Promise<readonly Entry[]> {
    return historyOf(scope, this.ledgers, this.records);
  }

  logs(records: Iterable<RecordId>, work?: LongWork): Promise<ReadonlyMap<RecordId, readonly Entry[]>> {
    return logsOf(records, this.ledgers, work);
  }

  search(query: string, options?: SearchOptions): Promise<readonly SearchHit[]> {
    return this.#search.ask(query, options);
  }

  readonly searchFilling: Workspace['searchFilling'] = () => this.#search.filling();

  readonly evidence: Workspace['evidence'] = (question) => this.#search.askEvidence(question);

  /** Resolves when everything that changed so far can be found. */
  readonly searchSettled = (): Promise<void> => this.#search.settled();

  exportFile(work?: ExportChoice & LongWork): Promise<Blob> {
    return workspaceFileOf(this.exportSource(), work);
  }

  measureExport(work?: ExportChoice & LongWork): Promise<ExportMeasure> {
    return measureExport(this.exportSource(), work);
  }

  exportSource(): ExportSource {
    const { ledgers, problems, records } = this;
    // What an import asked is remembered as a setting too, but nothing is read by it.
    const isRead = (id: RecordId): boolean => !records.get('firmSetting', id)?.key.startsWith('import.');
    return {
      name: this.info.name,
      ledgers,
      problems,
      files: this.parts.store.files,
      damaged: this.recovery.fileDamaged,
      settings: () => records.idsOf('firmSetting').filter(isRead),
      waiting: () => this.sync.unsentEntries(),
    };
  }

  mergeFile(file: Blob, work?: LongWork): Promise<Result<MergeReport, CommitProblem>> {
    return this.mergeReading(this.parts.readFile(file), file.size, work);
  }

  /** Takes up a workspace file that is being read already; `size`: how many bytes it will come to. */
  async mergeReading(reading: FileReading, size: number, work?: LongWork): Promise<Result<MergeReport, CommitProblem>> {
    const { ledgers, files, problems } = this;
    const target = {
      lease: this.#lease,
      ledgers,
      files,
      problems,
      channel: this.#channel,
      quietly: async (merge: () => Promise<void>) => (await this.#news.quietly(merge)).changed,
      mayHold: (ledger: LedgerName) => this.info.link === undefined || ledgersOf(this.info.link.roles).includes(ledger),
      clashes: () => this.records.clashes(),
    };
    const damaged = this.recovery.damage.get().missing.length > 0;
    const merged = await mergeWorkspaceFile(reading, size, target, work);
    if (!merged.ok) return merged;
    await this.recovery.look();
    await this.#devices.leave(merged.value.devices, damaged ? 'mended' : 'copied');
    return ok(merged.value.report);
  }

  readonly verify: Workspace['verify'] = (work) =>
    verifyLedgers(this.ledgers, this.parts.verifyHost(), work, () => this.recovery.distrust());

  readonly devices: Workspace['devices'] = () => devicesIn(this.ledgers.team, this.#devices.of('team'));

  async health(): Promise<Health> {
    const { ledgers, records } = this;
    const health = await healthOf({ ledgers, records: records.size, files: this.parts.store.files, devices: this.#devices.all });
    return { ...health, quarantine: [...health.quarantine, ...(this.#linked?.odd() ?? [])] };
  }

  now(): number {
    return this.parts.now();
  }

  /** A field and not a method: screens take it out of the workspace and call it alone. */
  readonly newId = <T extends RecordType>(type: T): Id<T> => mintId(type, { now: this.now(), random: this.parts.random(10) });

  async close(): Promise<void> {
    globalThis.document?.removeEventListener('visibilitychange', this.#lookAgain);
    await this.margins.close();
    this.#search.close();
    this.fileTexts.close();
    await this.#linked?.close();
    await Promise.allSettled([this.undoRestored, this.upkeep.close(), this.writer.settled(), this.recovery.settled()]);
    this.#lease.close();
    this.#channel.close();
    await this.parts.store.close();
    this.parts.released();
  }

  #ledger(name: LedgerName): OpenLedger {
    const { store, held, now } = this.parts;
    const withdrew = async (entries: readonly Entry[]): Promise<void> => this.#linked?.withdrew(name, entries);
    const told = { folded: (pages: FoldedPages) => this.#folded(pages), withdrew, damaged: () => this.recovery.noticed() };
    return new OpenLedger({ name, shelf: store.pages[name], ...held[name], now, ...told });
  }

  #folded(pages: FoldedPages): void {
    this.#news.folded(pages);
    this.upkeep.note(pages.entries);
    this.#linked?.arrived(pages.ledger, pages.news);
    this.recovery.arrived();
  }

  async #catchUp(): Promise<void> {
    await Promise.all(Object.values(this.ledgers).map((ledger) => ledger.catchUp()));
  }

  /** What another window did. It has written already: here it is only read. */
  async #hear(news: WindowNews): Promise<void> {
    if (news.kind === 'pages') {
      const entries = await this.ledgers[news.ledger].hear(news.ids);
      if (entries.length > 0) this.#undo.note({ ledger: news.ledger, entries });
    } else if (news.kind === 'folded') this.ledgers[news.ledger].pagesWereFolded(news.page, news.removed);
    else if (news.kind === 'renamed') this.about.set({ ...this.info, name: news.name });
    else if (news.kind === 'person') {
      this.identity.set(news.person);
      await this.#undo.restore();
    } else if (news.kind === 'devices') this.#devices.heard(news.devices);
    else if (news.kind === 'linked') this.about.set({ ...this.info, link: news.link });
    else if (news.kind === 'forgotten') await this.ledgers[news.ledger].forget();
    else if (news.kind === 'file') this.#linked?.fileHeard(news.ledger, news.id);
    else if (news.kind === 'removed') this.problems.raise(REMOVED_ELSEWHERE);
    else this.#linked?.hear(news);
  }

  /** A window that slept may have missed what the others said. */
  readonly #lookAgain = (): void => {
    if (document.visibilityState === 'visible') void this.#catchUp();
  };
}

const readerLocale = (): string => globalThis.navigator?.language ?? 'en';
