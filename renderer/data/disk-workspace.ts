import type { FileReading } from './file-parts';
import type { TextReader } from './file-texts';
import { saveFirstScreen } from './first-screen';
import { openLedgerStore, type LedgerStore } from './ledger-store';
import { OpenWorkspace } from './open-workspace';
import { StorageRefused, storageProblem } from './problems';
import { storedHeads } from './recovery/heads';
import { keepCopy } from './recovery/registration';
import { diskDamage, diskGroups, diskKey } from './recovery/disk-shelves';
import type { SearchHost } from './search';
import { diskTexts, SideDatabase, sideTables, type SideTables } from './side-database';
import { dropSnapshot, emptyLedgers, loadSnapshot, type Loaded } from './snapshot';
import { appSyncPorts } from './sync/app-ports';
import { diskSyncShelf } from './sync/disk-shelf';
import { openUpkeep } from './upkeep';
import { KeyOutOfReach, PassphraseNeeded } from './vault/key-ring';
import type { Vault } from './vault/vault';
import { sealedStore } from './vault/sealed-store';
import { openWorkspaceVault } from './vault/workspace-vault';
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
  const { store, side, vault, release } = await openSealed(id);
  const loaded = await loadSnapshot(side);
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
    upkeep: (parts) =>
      openUpkeep({ ...parts, side, keepFirstScreen: (screen) => saveFirstScreen(vault, id, screen), failed: hosts.failed }),
    damage: diskDamage(side),
    heads: storedHeads(id),
    recoveryKey: diskKey(side),
    amend: async (change) => {
      await amendRegistration(id, change);
      const listed = await registeredWorkspace(id);
      if (listed !== undefined) await keepCopy(side.database, listed);
    },
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    released: () => {
      release();
      side.database.close();
    },
  });
  await replaceSnapshot(workspace, side, loaded, hosts.failed);
  return workspace;
}

interface Sealed {
  readonly store: LedgerStore;
  readonly side: SideTables;
  readonly vault: Vault;
  /** Lets go of the keys. */
  release(): void;
}

/** The databases of a workspace under its vault. */
async function openSealed(id: string): Promise<Sealed> {
  const database = new SideDatabase(id);
  const opening = openStore(id);
  try {
    const [{ vault, release }, store] = await Promise.all([openWorkspaceVault(id, { store: opening, side: database }), opening]);
    return { store: sealedStore(store, id, vault), side: sideTables(database, vault), vault, release };
  } catch (cause) {
    database.close();
    void opening.then((store) => store.close()).catch(() => undefined);
    if (cause instanceof KeyOutOfReach || cause instanceof PassphraseNeeded) throw new StorageRefused(cause.message, { cause });
    throw cause;
  }
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
async function replaceSnapshot(workspace: OpenWorkspace, side: SideTables, loaded: Loaded, failed: DiskHosts['failed']): Promise<void> {
  if (loaded.kind !== 'unreadable') return;
  try {
    await dropSnapshot(side);
  } catch (cause) {
    failed(cause);
    return;
  }
  void workspace.upkeep.saveSnapshot().catch(failed);
}
