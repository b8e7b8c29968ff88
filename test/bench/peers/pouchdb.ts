import PouchDB from 'pouchdb-browser';

/** PouchDB on its IndexedDB adapter: one document a row. */
type Row = { id: string; type: string; phase: string };

/** Opens (and at first creates) the database `name`. */
export const openPouch = (name: string): PouchDB => new PouchDB(name, { auto_compaction: true });

/** Writes rows in batches of 1,000. */
export async function loadPouch(db: PouchDB, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000)
    await db.bulkDocs(rows.slice(from, from + 1000).map((row) => ({ ...row, _id: row.id })));
}

/** One write of one row. */
export async function putPouch(db: PouchDB, row: Row): Promise<void> {
  await db.put({ ...row, _id: row.id });
}

/** Everything. */
export async function readAllPouch(db: PouchDB): Promise<unknown[]> {
  const { rows } = await db.allDocs({ include_docs: true });
  return rows.map((row) => row.doc);
}
