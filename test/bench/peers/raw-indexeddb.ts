/** IndexedDB with nothing above it: the floor that any store in a browser stands on. */
type Row = { id: string; type: string; phase: string };

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB request failed'));
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB transaction aborted'));
  });

/** Opens (and at first creates) the database `name`. */
export async function openRaw(name: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(name, 1);
  asked.onupgradeneeded = () => {
    const store = asked.result.createObjectStore('rows', { keyPath: 'id' });
    store.createIndex('type+phase', ['type', 'phase']);
  };
  return request(asked);
}

/** Writes rows in transactions of 1,000. */
export async function loadRaw(db: IDBDatabase, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
    for (const row of rows.slice(from, from + 1000)) transaction.objectStore('rows').put(row);
    await finished(transaction);
  }
}

/** One durable write of one row. */
export async function putRaw(db: IDBDatabase, row: Row): Promise<void> {
  const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
  transaction.objectStore('rows').put(row);
  await finished(transaction);
}

/** Everything, with one `getAll`. */
export const readAllRaw = (db: IDBDatabase): Promise<Row[]> => request(db.transaction('rows').objectStore('rows').getAll());

/** The first 50 deals by phase, through the index. */
export const first50Raw = (db: IDBDatabase): Promise<Row[]> =>
  request(
    db
      .transaction('rows')
      .objectStore('rows')
      .index('type+phase')
      .getAll(IDBKeyRange.bound(['deal', ''], ['deal', '\uffff']), 50),
  );
