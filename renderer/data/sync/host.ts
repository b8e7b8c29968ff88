import type { Command } from '#shared/ledger/command';
import type { DeviceId, Entry, EntryId, LedgerName } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import type { Result } from '#shared/values/result';
import type { LedgerStore } from '../ledger-store';
import type { OpenLedger } from '../open-ledger';
import type { Problems } from '../problems';
import type { ReadModel } from '../read-model';
import type { ServerLink } from '../sync-state';
import type { WindowChannel } from '../window-channel';
import type { CommitProblem } from '../workspace';
import type { WriteLease } from '../write-lease';

/** The open workspace as sync sees it. */
export interface SyncHost {
  readonly workspace: string;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly files: LedgerStore['files'];
  readonly records: ReadModel;
  readonly lease: WriteLease;
  readonly channel: WindowChannel;
  readonly problems: Problems;
  readonly device: (ledger: LedgerName) => DeviceId;
  readonly me: () => Id<'person'>;
  readonly become: (person: Id<'person'>) => Promise<void>;
  readonly link: () => ServerLink | undefined;
  readonly relink: (link: ServerLink) => Promise<void>;
  /** Writes what the app itself decides. */
  readonly commitOwn: (commands: readonly Command[]) => Promise<Result<unknown, CommitProblem>>;
  /** Makes a command upon the ledger as it is under the lease, and writes it. Without one, nothing. */
  readonly commitOn: (ledger: LedgerName, make: () => Promise<Command | undefined>) => Promise<Result<readonly Entry[], CommitProblem>>;
  /** From now on this device writes under another id, where entries under its own came from elsewhere. Under the lease. */
  readonly leaveForeignChains: (arrived: ReadonlySet<DeviceId>) => Promise<void>;
  /** Runs work that changes much, and tells readers once, at its end. */
  readonly quietly: <T>(work: () => Promise<T>) => Promise<T>;
  /** These entries, with the files that they name, as a workspace file. */
  readonly bundle: (entries: readonly EntryId[], ledgers: readonly LedgerName[]) => Promise<Blob>;
  /** Takes a ledger off this device: pages, files, records, what is kept of it for a fast start. */
  readonly forgetLedger: (ledger: LedgerName) => Promise<void>;
  readonly random: (bytes: number) => Uint8Array;
}
