import type { FastifyInstance } from 'fastify';
import { jsonBody, jsonIn, numberIn, route, type Answer, type Call, type HubParts } from './call';
import type { Database } from './database';
import { fieldsOf, type JsonText } from './json-text';
import type { AllDocsOptions, AllDocsRow } from './level-store';
import { FIRST_PAGE, nextPageSize } from './page-size';
import { badRequest, Problem } from './problem';
import { reach } from './reach';
import { printStored } from './write-batch';

/** `_all_docs`: a range of ids, or named ones. */
export function allDocsRoute(app: FastifyInstance, parts: HubParts): void {
  route(app, '/:db/_all_docs', {
    GET: async (call) => allDocs(await reach(parts, call), call, new Map()),
    POST: async (call) => allDocs(await reach(parts, call), call, fieldsOf(jsonBody(call))),
  });
}

async function allDocs(database: Database, call: Call, fields: ReadonlyMap<string, JsonText>): Promise<Answer> {
  const keys = fields.get('keys') ?? call.query.get('keys');
  const includeDocs = optionOf(call, fields, 'include_docs') === true;
  if (keys !== undefined) return { status: 200, body: keyedDocs(database, keysIn(keys), includeDocs) };
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
  let size = FIRST_PAGE;
  let wish: AllDocsOptions = { ...range, include_docs: includeDocs };
  for (let isFirst = true, more = true; more; isFirst = false) {
    const limit = Math.min(left, size);
    const { total, rows } = await database.allDocs({ ...wish, limit });
    const text = rows.map((row) => printRow(row, includeDocs)).join(',\n');
    if (isFirst) yield head(total, range.startkey === LOWEST || range.startkey === HIGHEST ? (range.skip ?? 0) : null) + text;
    else if (rows.length > 0) yield `,\n${text}`;
    left -= rows.length;
    more = rows.length === limit && left > 0;
    size = nextPageSize(rows.length, text.length);
    wish = { ...wish, startkey: rows.at(-1)?.key ?? '', skip: 1 };
  }
  yield '\n]}\n';
}

const head = (total: number, offset: number | null): string => `{"total_rows":${total},"offset":${offset},"rows":[\n`;

async function* keyedDocs(database: Database, keys: readonly string[], includeDocs: boolean): AsyncGenerator<string> {
  yield head(await database.count(), null);
  for (let at = 0, size = FIRST_PAGE; at < keys.length;) {
    const { rows } = await database.allDocs({ keys: keys.slice(at, at + size), include_docs: includeDocs });
    const text = rows.map((row) => printRow(row, includeDocs)).join(',\n');
    yield (at > 0 ? ',\n' : '') + text;
    at += size;
    size = nextPageSize(rows.length, text.length);
  }
  yield '\n]}\n';
}

function printRow({ id, key, value, doc, error }: AllDocsRow, includeDocs: boolean): JsonText {
  if (error !== undefined || id === undefined) return JSON.stringify({ key, error: error ?? 'not_found' });
  const row = JSON.stringify({ id, key, value });
  if (!includeDocs) return row;
  return `${row.slice(0, -1)},"doc":${doc ? printStored(doc) : 'null'}}`;
}

/** A list of ids or revisions. */
export function keysIn(text: JsonText): readonly string[] {
  const keys = jsonIn(text);
  if (!Array.isArray(keys)) throw badRequest('`keys` member must be an array.');
  return keys.map((key) => {
    if (typeof key !== 'string') throw badRequest('Document ids are texts.');
    return key;
  });
}
