import { Dexie, type Table } from 'dexie';
import type { DeviceId, LedgerName } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import { forgetFirstScreen } from './first-screen';
import { isDatabaseOf } from './ledger-store';
import { StorageRefused } from './problems';
import type { KeyRow, KeyShelf } from './vault/key-ring';
import type { WorkspaceInfo } from './workspace';

/** What this device knows of a workspace beyond its entries. */
export interface RegisteredWorkspace extends WorkspaceInfo {
  /** Who sits here. */
  readonly me: Id<'person'>;
  /** This installation's id in each ledger: minted here, never shared. */
  readonly devices: Readonly<Record<LedgerName, DeviceId>>;
  /** The profile folder in which it was open last, as the shell tells one from a copy of it. */
  readonly mark?: string;
}

export function infoOf({ id, name, sample, createdAt, openedAt, link }: RegisteredWorkspace): WorkspaceInfo {
  return { id, name, sample, createdAt, openedAt, ...(link && { link }) };
}

class RegistryDatabase extends Dexie {
  readonly workspaces!: Table<RegisteredWorkspace, string>;

  readonly keys!: Table<KeyRow, string>;

  constructor() {
    super('throughline', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ workspaces: 'id' });
    this.version(2).stores({ keys: 'workspace' });
  }
}

let database: RegistryDatabase | undefined;

async function opened(): Promise<RegistryDatabase> {
  if (globalThis.indexedDB === undefined) throw new StorageRefused(NO_STORAGE);
  try {
    database ??= new RegistryDatabase();
    if (!database.isOpen()) await database.open();
    return database;
  } catch (cause) {
    throw new StorageRefused(NO_STORAGE, { cause });
  }
}

const registry = async (): Promise<Table<RegisteredWorkspace, string>> => (await opened()).workspaces;

/** Where the keys of the workspaces of this device are kept. */
export const keyShelf: KeyShelf = {
  get: async (workspace) => (await opened()).keys.get(workspace),
  put: async (row) => void (await (await opened()).keys.put(row)),
};

const NO_STORAGE =
  'This browser does not let Throughline keep data on this device. Leave private browsing, or allow site data for this address in the browser’s settings, then load the page again. Nothing that was saved before is lost.';

/** All workspaces of this device, the one opened last first. */
export async function registeredWorkspaces(): Promise<RegisteredWorkspace[]> {
  const all = await (await registry()).toArray();
  return all.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

export async function registeredWorkspace(id: string): Promise<RegisteredWorkspace | undefined> {
  return (await registry()).get(id);
}

export async function register(workspace: RegisteredWorkspace): Promise<void> {
  await (await registry()).put(workspace);
}

/** Changes what is registered; nothing where the workspace is gone. */
export async function amendRegistration(id: string, change: Partial<Omit<RegisteredWorkspace, 'id'>>): Promise<void> {
  await (await registry()).update(id, change);
}

/** Forgets the workspace and its key, then deletes its databases. Interrupted, it leaves databases that nothing lists; they hold no place in any list and cost only disk. */
export async function unregister(id: string): Promise<void> {
  await (await registry()).delete(id);
  // Without its key nothing can be read of what the browser has not cleared up yet.
  await (await opened()).keys.delete(id);
  forgetFirstScreen(id);
  for (const name of await Dexie.getDatabaseNames()) if (isDatabaseOf(id, name)) await Dexie.delete(name);
}
