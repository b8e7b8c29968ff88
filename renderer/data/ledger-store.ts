import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { Dexie, type Table } from 'dexie';
import type { LedgerName } from '#shared/ledger/entry';
import { underLock } from './window-lock';

/** A page as it lies on disk: its content-addressed id and the packed JSON text of its entries. */
export interface StoredPage {
  readonly id: string;
  readonly entries: string;
}

/** A file on disk: a head with its facts, and parts of base64 text (`id/0`, `id/1`, …). */
export interface StoredFile {
  readonly id: string;
  readonly body: string;
}

/** One collection of immutable documents. Nothing is ever changed in place; writes are durable when they resolve. */
export interface Shelf<Doc extends { readonly id: string }> {
  /** Ids of all documents, sorted. Reads keys only, never a body. */
  ids(from?: string, to?: string): Promise<string[]>;
  /** Whether any id lies in `from`–`to` (inclusive). */
  hasAny(from: string, to: string): Promise<boolean>;
  /** The documents that are there; a missing id is left out. */
  read(ids: readonly string[]): Promise<Doc[]>;
  readAll(): Promise<Doc[]>;
  /** In one transaction, all or none. A document that is there already is left alone: an id fixes its content. */
  add(docs: readonly Doc[]): Promise<void>;
  /** Writes less in place of what is there: only for what a redaction erased. */
  replace(docs: readonly Doc[]): Promise<void>;
  /** Takes documents away for good, bodies included. */
  remove(ids: readonly string[]): Promise<void>;
}

export interface LedgerStore {
  readonly pages: Readonly<Record<LedgerName, Shelf<StoredPage>>>;
  readonly files: Readonly<Record<LedgerName, Shelf<StoredFile>>>;
  close(): Promise<void>;
}

export const LEDGERS: readonly LedgerName[] = ['team', 'finance'];

/** Prefix of the names of all databases of a workspace; `rxdb-dexie-` is RxDB's own. */
export const databaseName = (workspace: string): string => `throughline-${workspace}`;
export const isDatabaseOf = (workspace: string, name: string): boolean =>
  name === databaseName(workspace) || name.startsWith(`rxdb-dexie-${databaseName(workspace)}--`);

// Version 0 for good: what may evolve is inside the page (decisions/0001-pages-in-rxdb.md).
const schemaOf = <Doc>(body: string): RxJsonSchema<Doc> =>
  ({
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: { type: 'string', maxLength: 120 }, [body]: { type: 'string' } },
    required: ['id', body],
  }) as unknown as RxJsonSchema<Doc>;

/**
 * Opens the databases of a workspace, and makes them the first time. Under a lock, because two windows that open
 * at once would both write RxDB's own bookkeeping.
 */
export function openLedgerStore(workspace: string): Promise<LedgerStore> {
  return underLock(`throughline/${workspace}/open`, async () => {
    try {
      return await openStore(workspace);
    } catch (cause) {
      if (!isBookkeeping(cause)) throw cause;
      // RxDB's own list of collections is damaged. It holds nothing that is not in this file, and is made again.
      await Dexie.delete(`rxdb-dexie-${databaseName(workspace)}--0--_rxdb_internal`);
      return openStore(workspace);
    }
  });
}

/** What RxDB stumbles on in rows of its own: a bug of theirs would look the same, and fail again. */
const isBookkeeping = (cause: unknown): boolean =>
  cause instanceof TypeError || (typeof cause === 'object' && cause !== null && 'rxdb' in cause);

async function openStore(workspace: string): Promise<LedgerStore> {
  const database = await createRxDatabase<{
    team: RxCollection<StoredPage>;
    finance: RxCollection<StoredPage>;
    files: RxCollection<StoredFile>;
    financefiles: RxCollection<StoredFile>;
  }>({
    name: databaseName(workspace),
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    // Windows tell each other through window-channel.ts, page by page; RxDB's own channel would send whole bodies.
    multiInstance: false,
    closeDuplicates: true,
  });
  try {
    const { team, finance, files, financefiles } = await database.addCollections({
      team: { schema: schemaOf<StoredPage>('entries') },
      finance: { schema: schemaOf<StoredPage>('entries') },
      files: { schema: schemaOf<StoredFile>('body') },
      financefiles: { schema: schemaOf<StoredFile>('body') },
    });
    const pages = { team: await shelfOf<StoredPage>(team), finance: await shelfOf<StoredPage>(finance) };
    const shelves = { team: await shelfOf<StoredFile>(files), finance: await shelfOf<StoredFile>(financefiles) };
    return { pages, files: shelves, close: async () => void (await database.close()) };
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

const LIVE = '0';
const LAST_KEY = '\uffff';

/** RxDB's storage keeps `_deleted` as text and indexes `[_deleted+id]`: reading that index touches no body. */
async function shelfOf<Doc extends { readonly id: string }>(collection: RxCollection<Doc>): Promise<Shelf<Doc>> {
  const { storageInstance } = collection;
  const { dexieTable } = await (storageInstance.internals as Promise<{ readonly dexieTable: Table<unknown, string> }>);
  const range = (state: string, from = '', to = LAST_KEY) =>
    dexieTable.where('[_deleted+id]').between([state, from], [state, to], true, true);
  const bare = ({ _meta, _rev, _deleted, _attachments, ...doc }: Record<string, unknown>): Doc => doc as unknown as Doc;

  return {
    ids: async (from, to) => (await range(LIVE, from, to).primaryKeys()).sort(),
    hasAny: async (from, to) => (await range(LIVE, from, to).limit(1).primaryKeys()).length > 0,
    read: async (ids) => (await storageInstance.findDocumentsById([...ids], false)).map((doc) => bare(doc as Record<string, unknown>)),
    readAll: async () => (await range(LIVE).toArray()).map((doc) => bare(doc as Record<string, unknown>)),
    add: async (docs) => {
      const { error } = await afterClearing(
        dexieTable,
        docs.map(({ id }) => id),
        () => collection.bulkInsert([...docs]),
      );
      const refused = error.find(({ status }) => status !== 409);
      if (refused) throw new Error(`The store refused ${refused.documentId} with status ${refused.status}`);
    },
    replace: async (docs) => {
      await clearBroken(
        dexieTable,
        docs.map(({ id }) => id),
      );
      const { error } = await collection.bulkUpsert([...docs]);
      if (error[0]) throw new Error(`The store kept ${error[0].documentId} with status ${error[0].status}`);
    },
    // Beneath RxDB, which would keep a row that says that it is removed, and stumble on one whose bookkeeping is damaged.
    remove: (ids) => dexieTable.bulkDelete([...ids]),
  };
}

/** RxDB needs the bookkeeping in a row to write over it. Where rows in which that is damaged are in the way, they go. */
async function afterClearing<T>(table: Table<unknown, string>, ids: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    await clearBroken(table, ids);
    return work();
  }
}

async function clearBroken(table: Table<unknown, string>, ids: readonly string[]): Promise<void> {
  const rows = (await table.bulkGet([...ids])) as readonly (Bookkept | undefined)[];
  const broken = rows.flatMap((row) => (row && (typeof row._rev !== 'string' || typeof row._meta?.lwt !== 'number') ? row.id : []));
  if (broken.length > 0) await table.bulkDelete(broken);
}

interface Bookkept {
  readonly id: string;
  readonly _rev?: unknown;
  readonly _meta?: { readonly lwt?: unknown };
}
