import type { Clash, MergedText } from '#shared/ledger/clash';
import type { Command } from '#shared/ledger/command';
import type { DeviceId, Entry, EntryId, LedgerName, RecordId } from '#shared/ledger/entry';
import type { MissingRange } from '#shared/ledger/have';
import type { Id, InstantText } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { RecordOf, RecordType } from '#shared/records/registry';
import type { TextPart } from '#shared/exchange/file-text/text-part';
import type { Result } from '#shared/values/result';
import type { EvidenceAnswer, EvidenceQuestion } from './evidence-answer';
import type { ExportChoice, ExportMeasure, FileId } from './export-scope';
import type { Observable } from './observable';
import type { Problem } from './problems';
import type { Damage } from './recovery/damage';
import type { ServerLink, Sync } from './sync-state';

/** One firm's data on this device: a set of databases of its own. */
export interface WorkspaceInfo {
  readonly id: string;
  readonly name: string;
  /** The firm that ships with the app, to try it. */
  readonly sample: boolean;
  readonly createdAt: InstantText;
  readonly openedAt: InstantText;
  /** Where it meets other devices; absent: nowhere but here. */
  readonly link?: ServerLink;
}

/** Why a command did not become an entry. Nothing was written. `message` is fit to show. */
export interface CommitProblem {
  readonly kind: 'invalid' | 'not-allowed' | 'undecided' | 'frozen' | 'storage' | 'cancelled' | 'nothing';
  readonly message: string;
  readonly record?: RecordId;
  readonly field?: string;
}

/** The records as they are now. Reading through it inside `useLive` is tracked. */
export interface LiveRecords extends Records {
  /** The entries whose values are current for a field: what an editor that stays open passes as `saw`. */
  heads(record: RecordId, field: string): readonly EntryId[];
  /** Fields whose value is a clash on something that has to be settled before it is relied on. */
  undecided(record: RecordId): readonly string[];
  /** Goes on making the index that `of` reads, for some milliseconds; true when it is there. */
  index<T extends RecordType>(type: T, field: keyof RecordOf<T> & string): boolean;
  /** Ids of all records of a type, archived ones included, in no order. */
  idsOf(type: RecordType): readonly RecordId[];
  /** Fields in which edits clash, those that are undecided among them. */
  clashing(record: RecordId): readonly string[];
  clashesOf(record: RecordId): readonly Clash[];
  /** Clashes of offline edits, by record and field. The same list until one of them changes. */
  clashes(): readonly Clash[];
  /** Long texts in which the words of two people were merged by themselves. */
  merged(): readonly MergedText[];
  /**
   * What a dear read gives, kept under a name until a record that it touched changes, or `stamp` (what else it depends on,
   * such as the day). The value keeps its reference while it is equal one level deep. `read` must be pure.
   */
  kept<T>(key: string, stamp: string, read: (records: LiveRecords) => T): T;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How a long piece of work tells its progress and is called off. */
export interface LongWork {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** A field that undo left alone, because somebody set it since. */
export interface KeptField {
  readonly record: RecordId;
  readonly field: string;
  /** Who set it last, and when. */
  readonly by?: RecordId;
  readonly at?: string;
}

export interface UndoReport {
  readonly act: string;
  readonly restored: number;
  readonly kept: readonly KeptField[];
}

/** Entries that went in together, such as an import: listed newest first, and taken back together at any time. */
export interface Group {
  readonly id: EntryId;
  readonly by: RecordId;
  readonly act: string;
  readonly label: string;
  readonly at: string;
  readonly entries: number;
  readonly undone: boolean;
}

/** One step that can be undone or redone. `label` is a sentence, for example "Won the deal". */
export interface UndoStep {
  readonly label: string;
  readonly act: string;
  readonly entries: number;
}

export interface UndoState {
  readonly undo?: UndoStep;
  readonly redo?: UndoStep;
}

export type HistoryScope = { readonly deal: string } | { readonly account: string } | { readonly record: string };

export interface SearchOptions {
  readonly types?: readonly RecordType[];
  readonly deal?: string;
  readonly limit?: number;
}

export interface SearchHit {
  readonly id: RecordId;
  readonly type: RecordType;
  readonly title: string;
  /** Words around the first match. */
  readonly snippet: string;
  /** Where the snippet stands in the moment's file: the attachment's name, empty for the file itself. */
  readonly file?: string;
  /** The words of the record that matched, lower case: what to mark in title and snippet. */
  readonly terms: readonly string[];
  readonly score: number;
  readonly deal?: Id<'deal'>;
  readonly account?: Id<'account'>;
}

export interface FileFacts {
  readonly id: FileId;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Who may read the one may read the other. */
  readonly ledger: LedgerName;
}

export interface Files {
  /** Keeps the bytes (durable when it resolves). The same bytes twice are kept once. `ledger`: who may read it; everyone. */
  put(bytes: Uint8Array, facts: { readonly name: string; readonly type: string; readonly ledger?: LedgerName }): Promise<FileId>;
  get(id: string): Promise<Uint8Array | undefined>;
  facts(id: string): Promise<FileFacts | undefined>;
}

/** What the file of a moment says. */
export interface MomentFile {
  readonly file: string;
  /** Absent: the bytes are not on this device. */
  readonly parts?: readonly TextPart[];
}

/** The words of the files of a workspace: derived from their bytes, never sent (decisions/0006-texts-of-files-are-derived.md). */
export interface FileTexts {
  /** What a file says, read now where it was not yet. Undefined where its bytes are not on this device. */
  of(file: string): Promise<readonly TextPart[] | undefined>;
  /** The same by moment, of those among `moments` that have a file. */
  ofMoments(moments: Iterable<Id<'moment'>>): Promise<ReadonlyMap<Id<'moment'>, MomentFile>>;
}

export interface MergeReport {
  /** Name of the workspace in the file. */
  readonly name: string;
  readonly entries: number;
  readonly files: number;
  /** Entries of which the file only tells their place, and which are not here either. */
  readonly stubs: number;
  /** Entries of a ledger that is not for this person's roles. */
  readonly leftOut: number;
  /** Records that changed, at most 200 of them, and how many they are. */
  readonly changed: readonly RecordId[];
  readonly changedCount: number;
  /** Clashes that were not there before. */
  readonly clashes: number;
  /** Lines that could not be used, with their reason. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

export interface VerifyReport {
  readonly entries: number;
  readonly chains: number;
  readonly pages: number;
  /** The first entry that does not hold, in each chain that is broken. */
  readonly broken: readonly { readonly entry: string; readonly reason: string }[];
}

/** The last entry of a chain: its hash commits to all before it. */
export interface ChainTip {
  readonly device: DeviceId;
  readonly seq: number;
  readonly hash: string;
}

export interface Health {
  readonly usage?: number;
  readonly quota?: number;
  /** The browser promised not to throw the data away. */
  readonly persisted: boolean;
  readonly records: number;
  readonly entries: number;
  readonly pages: number;
  readonly files: { readonly count: number; readonly bytes: number };
  readonly devices: readonly { readonly ledger: string; readonly device: string }[];
  /** The last entries of every chain of the team's ledger. */
  readonly chains: readonly ChainTip[];
  readonly quarantine: readonly { readonly page: string; readonly reason: string }[];
  /** Changes that others wrote and that are missing here, between changes of theirs that are here. */
  readonly holes: readonly MissingRange[];
  /** Changes that are here and in no record: parts of a larger one, or of a newer app. */
  readonly unread: number;
}

/** A device whose changes are here, by what it wrote last. */
export interface SeenDevice {
  readonly device: DeviceId;
  readonly by: Id<'person'>;
  /** When it wrote its last change that is here. */
  readonly at: InstantText;
  readonly changes: number;
  readonly isThis: boolean;
}

/** A workspace that is open: reads are synchronous and in memory, writes are durable when their promise resolves. */
export interface Workspace {
  readonly info: WorkspaceInfo;
  /** The same, observed: `useWorkspaceInfo` in screens. */
  readonly about: Observable<WorkspaceInfo>;
  /** Gives it another name, on this device alone. */
  rename(name: string): Promise<void>;
  /** Who sits here now; `useMe` in screens. */
  readonly me: Id<'person'>;
  readonly identity: Observable<Id<'person'>>;
  /** Says who sits here. Later entries are by this person. */
  become(person: Id<'person'>): Promise<void>;

  readonly records: LiveRecords;
  /** Rises with every change of the records. */
  version(): number;
  /** Calls back after every change with the topics it touched; use `useLive` in screens. */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void;

  commit(command: Command): Promise<Result<Entry, CommitProblem>>;
  /** All or nothing, one undo step. Cancelling leaves no trace. */
  commitAll(
    commands: readonly Command[],
    work?: LongWork,
  ): Promise<Result<{ readonly entries: number; readonly group: EntryId }, CommitProblem>>;
  readonly undoState: Observable<UndoState>;
  undo(): Promise<Result<UndoReport, CommitProblem>>;
  redo(): Promise<Result<UndoReport, CommitProblem>>;

  /** What `commitAll` brought in, newest first. */
  groups(): Promise<readonly Group[]>;
  undoGroup(id: EntryId): Promise<Result<UndoReport, CommitProblem>>;

  /** Every entry that touched the scope, in order of effective time. */
  history(scope: HistoryScope): Promise<readonly Entry[]>;
  /** Every entry that edited one of these records, by record, in no order. */
  logs(records: Iterable<RecordId>, work?: LongWork): Promise<ReadonlyMap<RecordId, readonly Entry[]>>;
  search(query: string, options?: SearchOptions): Promise<readonly SearchHit[]>;
  /** Where records or files are on their way to the search still: resolves when a question is worth asking again. */
  searchFilling(): Promise<void> | undefined;
  /** Whether something was promised, and the words that decide it. */
  evidence(question: EvidenceQuestion): Promise<EvidenceAnswer>;
  readonly files: Files;
  /** The words of those files. */
  readonly fileTexts: FileTexts;

  exportFile(work?: ExportChoice & LongWork): Promise<Blob>;
  /** What `exportFile` would give, without writing it. */
  measureExport(work?: ExportChoice & LongWork): Promise<ExportMeasure>;
  mergeFile(file: Blob, work?: LongWork): Promise<Result<MergeReport, CommitProblem>>;
  verify(work?: LongWork): Promise<VerifyReport>;
  health(): Promise<Health>;
  /** What of it is damaged on this device. */
  readonly recovery: { readonly damage: Observable<Damage> };
  /** Whose devices' changes are here, the one that wrote last first. */
  devices(): Promise<readonly SeenDevice[]>;
  /** How it meets other devices. A workspace without a server is `alone`. */
  readonly sync: Sync;
  readonly problems: Observable<readonly Problem[]> & { clear(kind: Problem['kind']): void };

  /** Milliseconds since 1970. */
  now(): number;
  newId<T extends RecordType>(type: T): Id<T>;
  /** Waits for writes under way, then lets go of the databases. */
  close(): Promise<void>;
}
