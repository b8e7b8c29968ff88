import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

/** RxDB on Dexie as its documentation shows it: one document a row. */
type Row = { id: string; type: string; phase: string };
type Peer = { db: RxDatabase<{ rows: RxCollection<Row> }>; rows: RxCollection<Row> };

const schema: RxJsonSchema<Row> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 80 },
    type: { type: 'string', maxLength: 20 },
    phase: { type: 'string', maxLength: 20 },
  },
  required: ['id', 'type', 'phase'],
  indexes: [['type', 'phase']],
  // Without a validator plugin the other columns of a row are kept as they are.
};

/** Opens (and at first creates) the database `name`. */
export async function openRxdb(name: string): Promise<Peer> {
  const storage = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
  const db = await createRxDatabase<{ rows: RxCollection<Row> }>({ name, storage, multiInstance: false });
  const { rows } = await db.addCollections({ rows: { schema } });
  return { db, rows: rows as RxCollection<Row> };
}

/** Writes rows in batches of 1,000. */
export async function loadRxdb(peer: Peer, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) await peer.rows.bulkInsert(rows.slice(from, from + 1000));
}

/** Everything. */
export async function readAllRxdb(peer: Peer): Promise<Row[]> {
  const documents = await peer.rows.find().exec();
  return documents.map((document) => document._data as unknown as Row);
}

/** The 50 first deals by phase, through the index. */
export async function first50Rxdb(peer: Peer): Promise<Row[]> {
  const documents = await peer.rows.find({ selector: { type: 'deal' }, sort: [{ type: 'asc' }, { phase: 'asc' }], limit: 50 }).exec();
  return documents.map((document) => document._data as unknown as Row);
}

/** All deals in a phase, the largest first: the filter-and-sort that a pipeline asks for. */
export async function dealsInPhaseRxdb(peer: Peer, phase: string): Promise<Row[]> {
  // RxDB answers a query that it has answered before from its cache; the workspace has no such luck after an edit.
  const documents = await peer.rows.find({ selector: { type: 'deal', phase } }).exec();
  const amount = (row: Row): number => (row as unknown as { amount: { amount: number } }).amount.amount;
  return documents.map((document) => document._data as unknown as Row).toSorted((a, b) => amount(b) - amount(a));
}
