import { fileText } from '#shared/exchange/file-text/file-text';
import { instantOf } from '#shared/values/calendar';
import { newDeviceId } from '../../devices';
import { openOnDisk } from '../../disk-workspace';
import { partsOfFile } from '../../file-parts';
import { searchHere } from '../../memory-workspace';
import type { OpenWorkspace } from '../../open-workspace';
import { verifyHere } from '../../verify';
import { register } from '../../workspace-registry';
import { listedWorkspace } from '../listed';

/** What windows of this process keep beside their databases. */
export const storageHere = new Map<string, string>();

const localStorage: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'> = {
  get length() {
    return storageHere.size;
  },
  key: (at) => [...storageHere.keys()][at] ?? null,
  getItem: (key) => storageHere.get(key) ?? null,
  setItem: (key, value) => void storageHere.set(key, value),
  removeItem: (key) => void storageHere.delete(key),
};
Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

const opened = new Set<OpenWorkspace>();

/** Closes what a test left open: RxDB counts what is open in a process. */
export async function closeAllHere(): Promise<void> {
  for (const workspace of opened) await workspace.close().catch(() => undefined);
  opened.clear();
}

/** Opens a workspace on the databases of this process, as the app does, without its workers. */
export async function openHere(id: string): Promise<OpenWorkspace> {
  const registered = await listedWorkspace(id, random);
  if (registered === undefined) throw new Error(`${id} is not listed`);
  const workspace = await openOnDisk(registered, {
    searchHost: searchHere,
    textReader: () => ({ read: fileText, close: () => undefined }),
    verifyHost: verifyHere,
    readFile: (file) => ({ parts: partsOfFile(file), close: () => undefined }),
    failed: () => undefined,
  });
  opened.add(workspace);
  await workspace.undoRestored;
  await workspace.recovery.settled();
  return workspace;
}

/** Lists a new workspace, empty. Gives its id. */
export async function newHere(): Promise<string> {
  const [id, at] = [newDeviceId(random), instantOf(Date.now())];
  const devices = { team: newDeviceId(random), finance: newDeviceId(random) };
  await register({ id, name: 'Halden', sample: false, me: 'person:me', createdAt: at, openedAt: at, devices });
  return id;
}

const completed = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });

/** Opens a database beneath everything that guards it. */
export async function beneath<T>(name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await completed(indexedDB.open(name));
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Changes every row of a table; `undefined` takes it away. */
export function spoilRows(name: string, table: string, spoil: (row: never, at: number) => unknown): Promise<number> {
  return beneath(name, async (database) => {
    const store = database.transaction(table, 'readwrite').objectStore(table);
    const keys = await completed(store.getAllKeys());
    for (const [at, key] of keys.entries()) {
      const row: unknown = await completed(store.get(key));
      const spoilt = spoil(row as never, at);
      if (spoilt === undefined) await completed(store.delete(key));
      else await completed(store.put(spoilt));
    }
    return keys.length;
  });
}

/** Every table of every database in this process: `database/table`. */
export async function tablesHere(): Promise<readonly string[]> {
  const databases = await indexedDB.databases();
  const tables = await Promise.all(
    databases.map(({ name = '' }) =>
      beneath(name, async ({ objectStoreNames }) => [...objectStoreNames].map((table) => `${name}/${table}`)),
    ),
  );
  return tables.flat().sort();
}
