import type { FastifyInstance } from 'fastify';
import { keysIn } from './all-docs-route';
import { answer, flagIn, jsonBody, jsonIn, route, type Answer, type Call, type HubParts } from './call';
import type { Database } from './database';
import { readDocument, type SentDocument } from './document-text';
import { elementsOf, fieldsOf, isArrayText, type JsonText } from './json-text';
import type { Stored } from './level-store';
import { badRequest, Problem } from './problem';
import { reach, reachAsAdmin } from './reach';
import { printStored } from './write-batch';
import { checkSize, write } from './write-documents';

/** Routes about many documents at once. */
export function batchRoutes(app: FastifyInstance, parts: HubParts): void {
  route(app, '/:db/_bulk_docs', { POST: async (call) => bulkDocs(parts, call) });
  route(app, '/:db/_bulk_get', { POST: async (call) => bulkGet(await reach(parts, call), call) });
  route(app, '/:db/_revs_diff', { POST: async (call) => revsDiff(await reach(parts, call), call) });
  route(app, '/:db/_purge', { POST: async (call) => purge(await reachAsAdmin(parts, call), call) });
}

async function bulkDocs(parts: HubParts, call: Call): Promise<Answer> {
  await reach(parts, call);
  const fields = fieldsOf(jsonBody(call));
  const list = fields.get('docs');
  if (list === undefined || !isArrayText(list)) throw badRequest('POST body must include `docs` parameter.');
  const documents: SentDocument[] = [];
  for (const text of elementsOf(list)) {
    const document = readDocument(text);
    checkSize(document, text, parts);
    documents.push(document);
  }
  const newEdits = fields.get('new_edits') !== 'false';
  return answer(201, await write(parts, call, documents, newEdits));
}

async function bulkGet(database: Database, call: Call): Promise<Answer> {
  const list = fieldsOf(jsonBody(call)).get('docs');
  if (list === undefined || !isArrayText(list)) throw badRequest("Missing JSON list of 'docs'.");
  const options = { revs: flagIn(call, 'revs'), latest: flagIn(call, 'latest') };
  return { status: 200, body: foundDocs(database, [...elementsOf(list)], options) };
}

async function* foundDocs(
  database: Database,
  wanted: readonly JsonText[],
  options: { revs: boolean; latest: boolean },
): AsyncGenerator<string> {
  yield '{"results":[\n';
  for (const [index, text] of wanted.entries()) yield (index > 0 ? ',\n' : '') + (await foundDoc(database, text, options));
  yield '\n]}\n';
}

async function foundDoc(database: Database, text: JsonText, options: { revs: boolean; latest: boolean }): Promise<JsonText> {
  const fields = fieldsOf(text);
  const [id, rev] = [jsonIn(fields.get('id') ?? 'null'), jsonIn(fields.get('rev') ?? 'null')];
  const error = (reason: string): JsonText =>
    JSON.stringify({ id, docs: [{ error: { id, rev: rev ?? 'undefined', error: 'not_found', reason } }] });
  if (typeof id !== 'string') return error('missing');
  const docs = await found(database, id, typeof rev === 'string' ? rev : undefined, options);
  return docs.length === 0
    ? error('missing')
    : `{"id":${JSON.stringify(id)},"docs":[${docs.map((doc) => `{"ok":${printStored(doc)}}`).join(',')}]}`;
}

async function found(
  database: Database,
  id: string,
  rev: string | undefined,
  options: { revs: boolean; latest: boolean },
): Promise<readonly Stored[]> {
  try {
    if (rev === undefined) return [await database.get(id, { revs: options.revs })];
    const revisions = await database.openRevisions(id, [rev], options);
    return revisions.flatMap((revision) => ('ok' in revision ? [revision.ok] : []));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return [];
    throw error;
  }
}

async function revsDiff(database: Database, call: Call): Promise<Answer> {
  const missing = await database.missingRevisions(revisionsIn(jsonBody(call)));
  return answer(200, Object.fromEntries([...missing].map(([id, revs]) => [id, { missing: revs }])));
}

async function purge(database: Database, call: Call): Promise<Answer> {
  const purged = await database.purge(revisionsIn(jsonBody(call)));
  return answer(201, { purge_seq: null, purged: Object.fromEntries(purged) });
}

/** `{id: [revisions]}` as a map: an id may be `__proto__`. */
function revisionsIn(text: JsonText): ReadonlyMap<string, readonly string[]> {
  const wanted = new Map<string, readonly string[]>();
  for (const [id, value] of fieldsOf(text)) wanted.set(id, keysIn(value));
  return wanted;
}
