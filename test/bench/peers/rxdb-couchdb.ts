import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

/** RxDB on Dexie with its own CouchDB replication, as its documentation shows it: one document an entry. */
interface EntryRow {
  id: string;
}

const schema: RxJsonSchema<EntryRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 80 } },
  required: ['id'],
};

const BATCH = 1_000;

export interface RxdbSide {
  readonly db: RxDatabase<{ entries: RxCollection<EntryRow> }>;
  readonly entries: RxCollection<EntryRow>;
}

export async function openSide(name: string): Promise<RxdbSide> {
  const storage = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
  const db = await createRxDatabase<{ entries: RxCollection<EntryRow> }>({ name, storage, multiInstance: false });
  const { entries } = await db.addCollections({ entries: { schema } });
  return { db, entries };
}

/** Keeps a collection in step with the database at `url`, both ways where it also writes. */
export function replicate({ entries }: RxdbSide, url: string, live: boolean): ReturnType<typeof replicateCouchDB<EntryRow>> {
  return replicateCouchDB<EntryRow>({
    replicationIdentifier: url,
    collection: entries,
    url: `${url}/`,
    // Both sides are on one page: a browser's cache would let the second of two equal requests wait for the first.
    fetch: (input, init) => fetch(input, { ...init, cache: 'no-store' }),
    live,
    waitForLeadership: false,
    pull: { batchSize: BATCH },
    ...(live ? { push: { batchSize: BATCH } } : {}),
  });
}

/** Pulls everything into a new database; throws where that is not `expected` documents. */
export async function firstSyncRxdb(name: string, url: string, expected: number): Promise<void> {
  const side = await openSide(name);
  const replication = replicate(side, url, false);
  const failed = new Promise<never>((_, reject) => replication.error$.subscribe((problem) => reject(new Error(JSON.stringify(problem)))));
  await Promise.race([replication.awaitInitialReplication(), failed]);
  const count = await side.entries.count().exec();
  if (count !== expected) throw new Error(`RxDB pulled ${count} of ${expected} entries`);
  await side.db.remove();
}
