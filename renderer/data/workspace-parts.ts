import type { KeyShelf } from './backup/key-shelf';
import type { FileTextShelf, TextReader } from './file-texts';
import type { FileReading } from './file-parts';
import type { LedgerStore } from './ledger-store';
import type { DamageShelf, Heads } from './recovery/open-recovery';
import type { SearchHost } from './search';
import type { HeldLedgers } from './snapshot';
import type { SyncPorts } from './sync/ports';
import type { GroupShelf } from './undo';
import type { Upkeep, UpkeepParts } from './upkeep';
import type { VerifyHost } from './verify';
import type { RegisteredWorkspace } from './workspace-registry';

/** What a workspace is made of. The app gives databases and workers; tests give the same in memory. */
export interface WorkspaceParts {
  readonly registered: RegisteredWorkspace;
  readonly store: LedgerStore;
  readonly held: HeldLedgers;
  readonly groups: GroupShelf;
  readonly searchHost: SearchHost;
  readonly texts: FileTextShelf;
  readonly textReader: TextReader;
  readonly verifyHost: () => VerifyHost;
  readonly readFile: (file: Blob) => FileReading;
  readonly upkeep: (parts: Omit<UpkeepParts, 'side' | 'keepFirstScreen' | 'failed'>) => Upkeep;
  /** Keeps who sits here, and the device ids. */
  readonly amend: (change: Partial<Pick<RegisteredWorkspace, 'me' | 'name' | 'devices' | 'link' | 'openedAt' | 'mark'>>) => Promise<void>;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** The way to a server; absent: this workspace is for looking at only. */
  readonly sync?: SyncPorts;
  /** Makes the next start read the pages. */
  readonly forgetSnapshot: () => Promise<void>;
  /** Where it is remembered what is damaged; absent: nowhere. */
  readonly damage?: DamageShelf;
  /** Where the key lies that opens backups; absent: nowhere. */
  readonly recoveryKey?: KeyShelf;
  /** How far this installation wrote; absent: only the entries say so. */
  readonly heads?: Heads;
  /** Called when the workspace has let go of everything. */
  readonly released: () => void;
}
