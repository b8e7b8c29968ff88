import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { answer, flagIn, jsonBody, jsonIn, numberIn, route, type Answer, type Call, type HubParts } from './call';
import type { Database } from './database';
import { securityParser, USERS } from './databases';
import { readDocument, type SentDocument } from './document-text';
import { elementsOf, isArrayText, isObjectText, membersOf, type JsonText } from './json-text';
import type { AllDocsOptions, AllDocsRow, Stored } from './level-store';
import { badRequest, forbidden, Problem } from './problem';
import { sequence } from './sequence';
import { checkDatabaseAdmin, checkMember, checkServerAdmin, type Security } from './security';
import { printStored, type BatchRow } from './write-batch';

/** Rows that are read and written to the answer at once. */
const PAGE = 200;

/** Routes about a database and about many of its documents. */
export function databaseRoutes(app: FastifyInstance, parts: HubParts): void {
  const reached = (call: Call): Promise<Database> => reach(parts, call);
  route(app, '/:db', {
    GET: async (call) => info(await reached(call)),
    PUT: async (call) => create(parts, call),
    DELETE: async (call) => remove(parts, call),
    POST: async (call) => addOne(parts, call),
  });
  route(app, '/:db/_security', {
    GET: async (call) => (await reached(call), answer(200, parts.databases.security(call.part('db')))),
    PUT: async (call) => setSecurity(parts, call),
  });
  route(app, '/:db/_bulk_docs', { POST: async (call) => bulkDocs(parts, call) });
  route(app, '/:db/_all_docs', {
    GET: async (call) => allDocs(await reached(call), call, new Map()),
    POST: async (call) => allDocs(await reached(call), call, fieldsOf(jsonBody(call))),
  });
  route(app, '/:db/_bulk_get', { POST: async (call) => bulkGet(await reached(call), call) });
  route(app, '/:db/_revs_diff', { POST: async (call) => revsDiff(await reached(call), call) });
  route(app, '/:db/_ensure_full_commit', {
    POST: async (call) => (await reached(call), answer(201, { ok: true, instance_start_time: '0' })),
  });
  route(app, '/:db/_compact', {
    POST: async (call) => {
      await (await reachAsAdmin(parts, call)).compact();
      return answer(202, { ok: true });
    },
  });
  route(app, '/:db/_purge', { POST: async (call) => purge(await reachAsAdmin(parts, call), call) });
}

/** The database of a call, if whoever asks may use it. */
export async function reach({ databases }: HubParts, { part, user }: Call): Promise<Database> {
  const name = part('db');
  checkMember(user, databases.security(name));
  return databases.get(name);
}

async function reachAsAdmin({ databases }: HubParts, { part, user }: Call): Promise<Database> {
  checkDatabaseAdmin(user, databases.security(part('db')));
  return databases.get(part('db'));
}

async function info(database: Database): Promise<Answer> {
  const { name, folder, uuid } = database.facts;
  const size = await sizeOf(folder);
  return answer(200, {
    db_name: name,
    doc_count: await database.count(),
    update_seq: sequence(database.updates, uuid),
    purge_seq: 0,
    compact_running: false,
    sizes: { file: size, external: size, active: size },
    instance_start_time: '0',
    props: {},
    cluster: { q: 1, n: 1, w: 1, r: 1 },
  });
}

/** Bytes of a folder's files. LevelDB replaces files as it goes, so one may be gone before it is looked at. */
async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (file) => {
    try {
      return (await stat(join(folder, file))).size;
    } catch {
      return 0;
    }
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function create({ databases }: HubParts, { user, part }: Call): Promise<Answer> {
  checkServerAdmin(user);
  const name = part('db');
  if (name === USERS) throw new Problem(412, 'file_exists', 'The database could not be created, the file already exists.');
  await databases.create(name);
  return answer(201, { ok: true });
}

async function remove({ databases }: HubParts, { user, part }: Call): Promise<Answer> {
  checkServerAdmin(user);
  if (part('db') === USERS) throw forbidden('The users cannot be deleted as a whole.');
  await databases.remove(part('db'));
  return answer(200, { ok: true });
}

async function setSecurity({ databases }: HubParts, call: Call): Promise<Answer> {
  const name = call.part('db');
  checkDatabaseAdmin(call.user, databases.security(name));
  if (name === USERS) throw forbidden('You cannot edit the security object of the user database.');
  const parsed = securityParser.safeParse(jsonIn(jsonBody(call)));
  if (!parsed.success) throw badRequest('Security object must be an object of admins and members, each with lists of names and roles.');
  await databases.setSecurity(name, parsed.data);
  return answer(200, { ok: true });
}

async function addOne(parts: HubParts, call: Call): Promise<Answer> {
  const [row] = await write(parts, call, [readDocument(jsonBody(call))], true);
  return answerOf(row);
}

/** The answer to the writing of one document. */
export function answerOf(row: BatchRow | undefined): Answer {
  if (!row) throw new Problem(500, 'internal_server_error', 'The document was not written.');
  if ('ok' in row) return answer(201, row, { ETag: `"${row.rev}"`, Location: encodeURIComponent(row.id) });
  throw new Problem(STATUS.get(row.error) ?? 500, row.error, row.reason);
}

const STATUS: ReadonlyMap<string, number> = new Map([
  ['conflict', 409],
  ['forbidden', 403],
  ['unauthorized', 401],
  ['compilation_error', 400],
]);

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

/** Throws a `Problem` for a document above the server's limit. */
export function checkSize(document: SentDocument, text: JsonText, { documentBytes }: HubParts): void {
  if (Buffer.byteLength(text) > documentBytes) throw new Problem(413, 'document_too_large', document.id ?? '');
}

/** Writes documents of a call; users go through their own door. */
export async function write(
  parts: HubParts,
  call: Call,
  documents: readonly SentDocument[],
  newEdits: boolean,
): Promise<readonly BatchRow[]> {
  const { databases, users } = parts;
  const { user } = call;
  const name = call.part('db');
  if (name === USERS) return users.write(documents, user, newEdits);
  const security: Security = databases.security(name);
  checkMember(user, security);
  return (await databases.get(name)).write(documents, { user, security, newEdits });
}

async function allDocs(database: Database, call: Call, fields: ReadonlyMap<string, JsonText>): Promise<Answer> {
  const keys = fields.get('keys') ?? call.query.get('keys');
  const includeDocs = optionOf(call, fields, 'include_docs') === true;
  if (keys !== undefined) return keyedDocs(database, keysIn(keys), includeDocs);
  return { status: 200, body: rangeOfDocs(database, rangeOf(call, fields), includeDocs) };
}

/** An option of `_all_docs`, in the body of a POST or in the query. */
function optionOf(call: Call, fields: ReadonlyMap<string, JsonText>, name: string): unknown {
  const text = fields.get(name) ?? call.query.get(name);
  return text === undefined ? undefined : jsonIn(text);
}

function rangeOf(call: Call, fields: ReadonlyMap<string, JsonText>): AllDocsOptions & { readonly limit: number } {
  const key = textOf(optionOf(call, fields, 'key'));
  const descending = optionOf(call, fields, 'descending') === true;
  const [lowest, highest] = descending ? [HIGHEST, LOWEST] : [LOWEST, HIGHEST];
  const limit = optionOf(call, fields, 'limit') ?? numberIn(call, 'limit');
  const skip = optionOf(call, fields, 'skip');
  return {
    startkey: key ?? textOf(optionOf(call, fields, 'startkey') ?? optionOf(call, fields, 'start_key')) ?? lowest,
    endkey: key ?? textOf(optionOf(call, fields, 'endkey') ?? optionOf(call, fields, 'end_key')) ?? highest,
    inclusive_end: optionOf(call, fields, 'inclusive_end') !== false,
    descending,
    skip: countOf(skip) ?? 0,
    limit: countOf(limit) ?? Number.MAX_SAFE_INTEGER,
    conflicts: optionOf(call, fields, 'conflicts') === true,
  };
}

/** PouchDB's own bounds leave out ids that begin beyond Latin. */
const LOWEST = '\u0000';
const HIGHEST = '\u{10FFFF}';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function countOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Problem(400, 'query_parse_error', `Invalid value for integer: ${JSON.stringify(value)}`);
}

/** The range as pieces of JSON: however many documents it holds, few of them are in memory at once. */
async function* rangeOfDocs(
  database: Database,
  range: AllDocsOptions & { readonly limit: number },
  includeDocs: boolean,
): AsyncGenerator<string> {
  let left = range.limit;
  let wish: AllDocsOptions = { ...range, include_docs: includeDocs };
  for (let first = true, more = true; more; first = false) {
    const limit = Math.min(left, PAGE);
    const { total, rows } = await database.allDocs({ ...wish, limit });
    const head = first
      ? `{"total_rows":${total},"offset":${range.startkey === LOWEST || range.startkey === HIGHEST ? range.skip : null},"rows":[\n`
      : rows.length > 0
        ? ',\n'
        : '';
    yield head + rows.map((row) => printRow(row, includeDocs)).join(',\n');
    left -= rows.length;
    more = rows.length === limit && left > 0;
    wish = { ...wish, startkey: rows.at(-1)?.key ?? '', skip: 1 };
  }
  yield '\n]}\n';
}

async function keyedDocs(database: Database, keys: readonly string[], includeDocs: boolean): Promise<Answer> {
  const { total, rows } = await database.allDocs({ keys, include_docs: includeDocs });
  return {
    status: 200,
    body: `{"total_rows":${total},"offset":null,"rows":[\n${rows.map((row) => printRow(row, includeDocs)).join(',\n')}\n]}\n`,
  };
}

function printRow({ id, key, value, doc, error }: AllDocsRow, includeDocs: boolean): JsonText {
  if (error !== undefined || id === undefined) return JSON.stringify({ key, error: error ?? 'not_found' });
  const row = JSON.stringify({ id, key, value });
  if (!includeDocs) return row;
  return `${row.slice(0, -1)},"doc":${doc ? printStored(doc) : 'null'}}`;
}

function keysIn(text: JsonText): readonly string[] {
  const keys = jsonIn(text);
  if (!Array.isArray(keys)) throw badRequest('`keys` member must be an array.');
  return keys.map((key) => {
    if (typeof key !== 'string') throw badRequest('Document ids are texts.');
    return key;
  });
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

function fieldsOf(text: JsonText): ReadonlyMap<string, JsonText> {
  if (!isObjectText(text)) throw badRequest('Request body must be a JSON object');
  return new Map([...membersOf(text)].map(({ key, value }) => [key, value]));
}
