import type { Entry, EntryId, LedgerName, RecordId } from '#shared/ledger/entry';
import type { Role } from '#shared/records/define-record';
import type { WorkspaceName } from '#shared/hub/protocol';
import type { Result } from '#shared/values/result';
import type { Observable } from './observable';

/** Where a workspace meets other devices: a connection that the shell keeps (with its secret), and a workspace there. */
export interface ServerLink {
  /** Names the shell's connection: part of every address, `/hub/<connection>/<database>/…`. Never a secret. */
  readonly connection: string;
  /** Address of the server, to show. */
  readonly url: string;
  /** The signed-in user's name there. */
  readonly user: string;
  readonly workspace: WorkspaceName;
  /** As the server said last: they decide which ledgers this device holds, and what may be written. */
  readonly roles: readonly Role[];
}

/** Why sync waits for a person. `message` says what happened, `advice` what to do. */
export interface Attention {
  readonly kind: 'sign-in' | 'locked' | 'refused' | 'role-lost' | 'not-a-member' | 'not-set-up' | 'too-large' | 'copied' | 'storage';
  readonly message: string;
  readonly advice: string;
}

/**
 * What the person sees. `synced` means that the two `have` are equal; `alone`: this workspace has no server.
 * Times in milliseconds since 1970.
 */
export type SyncState =
  | { readonly kind: 'alone' }
  | { readonly kind: 'synced'; readonly at: number }
  | { readonly kind: 'waiting'; readonly entries: number; readonly since: number; readonly paused?: 'by-you' | 'metered' | 'battery' }
  | { readonly kind: 'syncing'; readonly progress?: { readonly done: number; readonly total: number } }
  | { readonly kind: 'offline'; readonly since: number }
  | ({ readonly kind: 'attention' } & { readonly attention: Attention });

/** An own entry that the server refused. It stays here, visible, until it is taken back or accepted. */
export interface RefusedEntry {
  readonly ledger: LedgerName;
  readonly entry: EntryId;
  readonly act: string;
  readonly at: string;
  readonly records: readonly RecordId[];
  /** The server's reason. */
  readonly reason: string;
  /** Its author took it back: its place stays in the chain, and what it said can be read here alone. */
  readonly takenBack?: true;
}

/** When sync holds by itself, on this device: while the connection is paid by volume, or the battery is low. */
export interface PauseWhen {
  readonly metered: boolean;
  readonly battery: boolean;
}

/** What could no longer be sent when a role was lost, as a file for somebody who holds the role. */
export interface SealedBundle {
  readonly id: string;
  readonly name: string;
  readonly ledger: LedgerName;
  readonly entries: number;
  readonly sealedAt: number;
}

/** Everything that the pill and its popover show. */
export interface SyncFacts {
  readonly state: SyncState;
  readonly link?: ServerLink;
  /** Entries held here that the server is not known to hold. */
  readonly waiting: number;
  readonly lastContact?: number;
  readonly refused: readonly RefusedEntry[];
  readonly sealed: readonly SealedBundle[];
}

/** What stands against letting go of a workspace: entries or files that the server does not hold. */
export type MayLeave = { readonly ok: true } | { readonly ok: false; readonly unsent: number };

export interface SyncProblem {
  readonly message: string;
}

/** Sync of one open workspace. Only one window of a workspace talks to the server; the others show what it says. */
export interface Sync extends Observable<SyncFacts> {
  /** Tries at once, whatever the back-off says. Resolves when it is in step, or cannot be. */
  now(): Promise<void>;
  /** Holds sync until `resume`. */
  pause(): void;
  resume(): void;
  readonly pauseWhen: Observable<PauseWhen>;
  setPauseWhen(when: PauseWhen): void;
  /** True while the record has an edit made here that the server is not known to hold. Tracked inside `useLive`. */
  isUnsent(record: RecordId): boolean;
  /** Records with such an edit, in no order. Tracked inside `useLive`. */
  unsentRecords(): readonly RecordId[];
  /** Entries held here that the server is not known to hold: what *export what waits* writes. */
  unsentEntries(): Iterable<EntryId>;
  /** Who handed an entry in, where that is not its author and the author's device has not continued it yet. */
  handedInBy(entry: EntryId): string | undefined;
  /** Links this workspace to one on a server: identities are joined, everything is sent, everything there is taken up. */
  join(link: ServerLink): Promise<Result<void, SyncProblem>>;
  /** The shell signed in again, or unlocked the secret. */
  signedIn(link: ServerLink): Promise<void>;
  /** Takes back refused entries of one's own: their places stay in the chain, their content stays on this device. */
  withdraw(entries: readonly EntryId[]): Promise<Result<void, SyncProblem>>;
  /** Sends refused entries once more. */
  tryAgain(): Promise<void>;
  /** What a refused entry said, also after it was taken back. */
  refusedContent(entry: EntryId): Promise<Entry | undefined>;
  /** These entries as a file that somebody else can read in: refused ones, for a colleague who may write them. */
  bundleOf(entries: readonly EntryId[]): Promise<Blob>;
  /** Whether this device can let go of the workspace: what only it holds would be lost. */
  mayLeave(): MayLeave;
  /** The file of a sealed bundle. */
  sealedFile(id: string): Promise<Blob>;
  /** Forgets a sealed bundle, once it was saved. */
  dropSealed(id: string): Promise<void>;
}
