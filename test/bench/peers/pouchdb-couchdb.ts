import PouchDB from 'pouchdb-browser';

/** PouchDB's own replicator, in the batches in which everybody else pulls. */
const OPTIONS = { batch_size: 1_000, batches_limit: 10 } as const;

/** Pulls everything into a new database; throws where that is not `expected` documents. */
export async function firstSyncPouch(name: string, url: string, expected: number): Promise<void> {
  const local = new PouchDB(name, { auto_compaction: true });
  await local.replicate.from(url, OPTIONS);
  const { doc_count: count } = await local.info();
  if (count !== expected) throw new Error(`PouchDB pulled ${count} of ${expected} entries`);
  await local.destroy();
}

export const openPouchSide = (name: string): PouchDB => new PouchDB(name, { auto_compaction: true });

/** Keeps a database in step with the one at `url`, both ways, until it is cancelled. */
export const syncPouch = (local: PouchDB, url: string): { readonly cancel: () => void } =>
  local.sync(url, { live: true, retry: true, ...OPTIONS });
