import type { FileReading } from './file-parts';
import type { TextReader } from './file-texts';
import { openLedgerStore, type LedgerStore } from './ledger-store';
import { OpenWorkspace } from './open-workspace';
import { StorageRefused, storageProblem } from './problems';
import { storedHeads } from './recovery/heads';
import { keepCopy } from './recovery/registration';
import { diskDamage, diskGroups, diskKey } from './recovery/disk-shelves';
import type { SearchHost } from './search';
import { diskTexts, SideDatabase } from './side-database';
import { dropSnapshot, emptyLedgers, loadSnapshot, type Loaded } from './snapshot';
import { appSyncPorts } from './sync/app-ports';
import { diskSyncShelf } from './sync/disk-shelf';
import { openUpkeep } from './upkeep';
import type { VerifyHost } from './verify';
import { amendRegistration, registeredWorkspace, type RegisteredWorkspace } from './workspace-registry';

/** What reads and searches: workers in the app, the same thread in tests. */
export interface DiskHosts {
  readonly searchHost: () => SearchHost;
  readonly textReader: () => TextReader;
  readonly verifyHost: () => VerifyHost;
  readonly readFile: (file: Blob) => FileReading;
  /** Something went wrong that costs nothing but speed. */
  readonly failed: (cause: unknown) => void;
}

/**
 * Opens a workspace on the databases of this device, listed or not. What is only made from the entries and cannot be read is
 * made again. `fill` puts entries in before anything is read.
 */
export async function openOnDisk(
  registered: RegisteredWorkspace,
  hosts: DiskHosts,
  fill?: (store: LedgerStore) => Promise<void>,
): Promise<OpenWorkspace> {
  if (globalThis.indexedDB === undefined) throw new StorageRefused('This browser does not let Throughline keep data on this device.');
  const { id } = registered;
  const side = new SideDatabase(id);
  const [store, loaded] = await Promise.all([openStore(id), loadSnapshot(side)]);
  await fill?.(store);
  const workspace = await OpenWorkspace.open({
    registered,
    store,
    held: loaded.kind === 'held' ? loaded.ledgers : emptyLedgers(),
    groups: diskGroups(side),
    forgetSnapshot: () => dropSnapshot(side),
    sync: appSyncPorts(diskSyncShelf(side)),
    texts: diskTexts(side),
    ...hosts,
    searchHost: hosts.searchHost(),
    textReader: hosts.textReader(),
    upkeep: (parts) => openUpkeep({ ...parts, database: side, failed: hosts.failed }),
    damage: diskDamage(side),
    heads: storedHeads(id),
    recoveryKey: diskKey(side),
    amend: async (change) => {
      await amendRegistration(id, change);
      const listed = await registeredWorkspace(id);
      if (listed !== undefined) await keepCopy(side, listed);
    },
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    released: () => side.close(),
  });
  await replaceSnapshot(workspace, side, loaded, hosts.failed);
  return workspace;
}

async function openStore(id: string): Promise<LedgerStore> {
  try {
    return await openLedgerStore(id);
  } catch (cause) {
    const problem = storageProblem(cause);
    if (problem === undefined) throw cause;
    throw new StorageRefused(`${problem.message} ${problem.advice}`, { cause });
  }
}

/** A snapshot that could not be read would be found unreadable at every start. */
async function replaceSnapshot(workspace: OpenWorkspace, side: SideDatabase, loaded: Loaded, failed: DiskHosts['failed']): Promise<void> {
  if (loaded.kind !== 'unreadable') return;
  try {
    await dropSnapshot(side);
  } catch (cause) {
    failed(cause);
    return;
  }
  void workspace.upkeep.saveSnapshot().catch(failed);
}
