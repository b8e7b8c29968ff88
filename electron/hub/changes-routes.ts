import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { flagIn, jsonBody, JSON_HEADERS, numberIn, route, type Answer, type Call, type HubParts } from './call';
import type { ChangesPage, ChangesWish, Database } from './database';
import type { ChangeRow } from './level-store';
import { FIRST_PAGE, nextPageSize } from './page-size';
import { badRequest, Problem, unauthorized } from './problem';
import { reach } from './reach';
import { numberOf, sequence } from './sequence';
import { waitForChange, type Waited } from './wait-for-change';
import { printStored } from './write-batch';

const LONGEST_WAIT_MS = 60_000;
const SHORTEST_BEAT_MS = 10;

/** The changes of a database: what happened, or the news that something did. */
export function changesRoutes(app: FastifyInstance, parts: HubParts): void {
  route(app, '/:db/_changes', {
    GET: async (call) => changes(parts, call),
    POST: async (call) => {
      jsonBody(call);
      return changes(parts, call);
    },
  });
}

async function changes(parts: HubParts, call: Call): Promise<Answer | undefined> {
  const database = await reach(parts, call);
  const wish = wishOf(call, database);
  const feed = call.query.get('feed') ?? 'normal';
  if (feed === 'longpoll') return longPoll(parts, call, database, wish);
  if (feed !== 'normal') throw badRequest(`This server has no feed "${feed}".`);
  return { status: 200, body: pages(database, wish) };
}

function wishOf(call: Call, database: Database): ChangesWish {
  if (call.query.has('filter')) throw badRequest('This server does not filter changes.');
  const style = call.query.get('style') ?? 'main_only';
  if (style !== 'main_only' && style !== 'all_docs') throw badRequest(`Unknown style "${style}".`);
  return {
    since: numberOf(call.query.get('since') ?? '0', database.facts.uuid, database.updates),
    // As in CouchDB: no changes at all cannot be asked for.
    limit: Math.max(1, numberIn(call, 'limit') ?? Number.MAX_SAFE_INTEGER),
    includeDocs: flagIn(call, 'include_docs'),
    conflicts: flagIn(call, 'conflicts'),
    style,
  };
}

/** The feed as pieces of JSON: however long it is, little of it is in memory at once. */
async function* pages(database: Database, wish: ChangesWish, firstPage?: ChangesPage): AsyncGenerator<string> {
  const { uuid } = database.facts;
  yield '{"results":[\n';
  let page = firstPage ?? (await database.changes({ ...wish, limit: Math.min(wish.limit, FIRST_PAGE) }));
  let text = page.rows.map((row) => printChange(row, uuid)).join(',\n');
  let count = page.rows.length;
  yield text;
  while (page.pending > 0 && page.rows.length > 0 && count < wish.limit) {
    const limit = Math.min(wish.limit - count, nextPageSize(page.rows.length, text.length));
    page = await database.changes({ ...wish, since: page.last, limit });
    count += page.rows.length;
    text = page.rows.map((row) => `,\n${printChange(row, uuid)}`).join('');
    yield text;
  }
  yield `\n],\n"last_seq":${JSON.stringify(sequence(page.last, uuid))},"pending":${page.pending}}\n`;
}

function printChange({ seq, id, changes: revs, deleted, doc }: ChangeRow, uuid: string): string {
  const row = JSON.stringify({ seq: sequence(seq, uuid), id, changes: revs, ...(deleted && { deleted: true }) });
  return doc ? `${row.slice(0, -1)},"doc":${printStored(doc)}}` : row;
}

/**
 * Answers when there is something to say: a change, the end of the wish's patience, of the session, or of the hub.
 * Until the first heartbeat nothing is sent, so that a session that ends meanwhile is answered with its 401.
 */
async function longPoll(parts: HubParts, call: Call, database: Database, wish: ChangesWish): Promise<Answer | undefined> {
  const beat = heartbeatOf(call);
  const patience = Math.min(numberIn(call, 'timeout') ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS);
  const deadline = parts.now() + (beat === undefined ? patience : Number.POSITIVE_INFINITY);
  // What lies ahead, as after a restore, is never waited for: the next change is news, whatever its number.
  const from = { ...wish, since: Math.min(wish.since, database.updates) };
  const raw = call.reply.raw;
  let waited: Waited = 'change';
  for (;;) {
    const page = await database.changes({ ...from, limit: Math.min(wish.limit, FIRST_PAGE) });
    const isDone = page.rows.length > 0 || waited === 'timeout' || waited === 'stopping';
    if (isDone && !raw.headersSent) return { status: 200, body: pages(database, from, page) };
    if (isDone) return finish(call, pages(database, from, page));
    const end = Math.min(deadline, call.visitor.until ?? Number.POSITIVE_INFINITY);
    waited = await waitForChange({
      database,
      since: from.since,
      milliseconds: end - parts.now(),
      beat,
      stopping: parts.stopping,
      closed: raw,
      onBeat: () => sendBeat(call, parts),
    });
    if (waited === 'gone') return undefined;
    const problem = await lost(parts, call);
    if (!problem) continue;
    if (!raw.headersSent) throw problem;
    return finish(call, [JSON.stringify({ error: problem.error, reason: problem.reason })]);
  }
}

/** Milliseconds between signs of life; undefined where none are wanted. */
function heartbeatOf(call: Call): number | undefined {
  const text = call.query.get('heartbeat');
  if (text === undefined || text === 'false') return undefined;
  if (text === 'true') return LONGEST_WAIT_MS;
  return Math.max(numberIn(call, 'heartbeat') ?? LONGEST_WAIT_MS, SHORTEST_BEAT_MS);
}

/** Who was let in a while ago may have lost the right since. */
async function lost(parts: HubParts, call: Call): Promise<Problem | undefined> {
  const hasExpired = parts.now() >= (call.visitor.until ?? Number.POSITIVE_INFINITY);
  if (hasExpired) return unauthorized('Your session has ended. Sign in again.');
  try {
    await reach(parts, { ...call, user: await parts.doorkeeper.stillThere(call.visitor) });
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** A newline: white space before the JSON. The first one takes the answer out of Fastify's hands. */
function sendBeat({ reply, visitor }: Call, { sessions, isSecure }: HubParts): void {
  if (!reply.raw.headersSent) {
    reply.hijack();
    const cookie = visitor.renewed === undefined ? {} : { 'Set-Cookie': sessions.header(visitor.renewed, isSecure) };
    reply.raw.writeHead(200, { ...JSON_HEADERS, ...cookie });
  }
  reply.raw.write('\n');
}

async function finish({ reply }: Call, rest: AsyncIterable<string> | Iterable<string>): Promise<undefined> {
  await pipeline(Readable.from(rest, { highWaterMark: 1 }), reply.raw).catch(ignoreHangUp);
  return undefined;
}

/** Whoever waited hung up while the answer was on its way. */
function ignoreHangUp(error: unknown): void {
  const isHangUp =
    error instanceof Error && 'code' in error && (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET');
  if (!isHangUp) throw error;
}
