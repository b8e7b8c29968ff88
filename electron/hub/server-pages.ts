import { isJsonObject } from '#shared/ledger/json-check';
import { expectStatus, type ServerAdmin } from './server-admin';

/** One revision of a document that nothing replaces: what stands there, or a rival of it. */
export interface Leaf {
  readonly rev: string;
  readonly document: { readonly [key: string]: unknown };
}

export interface Document {
  readonly id: string;
  readonly leaves: readonly Leaf[];
}

const AT_ONCE = 50;

/** Every document of a database with all its leaves, design documents left out. */
export async function* documentsOf(server: ServerAdmin, database: string): AsyncGenerator<Document> {
  let since: unknown = 0;
  for (;;) {
    const path = `${database}/_changes?include_docs=true&conflicts=true&limit=${AT_ONCE}&since=${encodeURIComponent(String(since))}`;
    const { body } = expectStatus(await server.ask('GET', path), [200], 'GET', `${database}/_changes`);
    const results: readonly unknown[] = isJsonObject(body) && Array.isArray(body['results']) ? body['results'] : [];
    for (const result of results) {
      const winner = isJsonObject(result) ? result['doc'] : undefined;
      if (isJsonObject(winner)) yield* documentOf(server, database, winner);
    }
    if (results.length === 0 || !isJsonObject(body)) return;
    since = body['last_seq'];
  }
}

async function* documentOf(server: ServerAdmin, database: string, winner: { readonly [key: string]: unknown }): AsyncGenerator<Document> {
  const { _id: id, _rev: rev, _conflicts: rivals, _deleted: isDeleted, ...document } = winner;
  if (typeof id !== 'string' || typeof rev !== 'string' || id.startsWith('_design/')) return;
  const leaves: Leaf[] = isDeleted === true ? [] : [{ rev, document }];
  for (const rival of Array.isArray(rivals) ? rivals : []) {
    const path = `${database}/${encodeURIComponent(id)}?rev=${encodeURIComponent(String(rival))}`;
    const { status, body } = await server.ask('GET', path);
    if (status !== 200 || !isJsonObject(body)) continue;
    const { _id, _rev, ...content } = body;
    leaves.push({ rev: String(rival), document: content });
  }
  if (leaves.length > 0) yield { id, leaves };
}

/** The documents whose ids begin with a text, by their ids and revisions. */
export async function idsUnder(
  server: ServerAdmin,
  database: string,
  prefix: string,
): Promise<readonly { readonly id: string; readonly rev: string }[]> {
  const range = `startkey=${encodeURIComponent(JSON.stringify(prefix))}&endkey=${encodeURIComponent(JSON.stringify(`${prefix}\ufff0`))}`;
  const { body } = expectStatus(await server.ask('GET', `${database}/_all_docs?${range}`), [200], 'GET', `${database}/_all_docs`);
  const rows: readonly unknown[] = isJsonObject(body) && Array.isArray(body['rows']) ? body['rows'] : [];
  return rows.flatMap((row) => {
    const value = isJsonObject(row) ? row['value'] : undefined;
    return isJsonObject(row) && isJsonObject(value) ? [{ id: String(row['id']), rev: String(value['rev']) }] : [];
  });
}

/** As many documents as CouchDB purges in one request, unless told otherwise. */
const PURGED_AT_ONCE = 100;

/** Removes revisions for good, as if they had never been. */
export async function purge(server: ServerAdmin, database: string, revisions: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const all = [...revisions];
  for (let at = 0; at < all.length; at += PURGED_AT_ONCE) {
    const path = `${database}/_purge`;
    const some = Object.fromEntries(all.slice(at, at + PURGED_AT_ONCE));
    expectStatus(await server.ask('POST', path, some), [200, 201, 202], 'POST', path);
  }
}

/** Milliseconds between two looks at a compaction. */
const LOOK = 250;

/** Rewrites the files of a database, so that nothing purged is left on disk, and waits until it is done. */
export async function compact(server: ServerAdmin, database: string): Promise<void> {
  const path = `${database}/_compact`;
  expectStatus(await server.ask('POST', path, {}), [200, 202], 'POST', path);
  // Each shard begins for itself, some a moment later: done is what is seen twice.
  for (let quiet = 0; quiet < 2;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    const { body } = expectStatus(await server.ask('GET', database), [200], 'GET', database);
    quiet = isJsonObject(body) && body['compact_running'] === true ? 0 : quiet + 1;
  }
}
