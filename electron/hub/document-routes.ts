import type { FastifyInstance } from 'fastify';
import { answer, flagIn, jsonBody, jsonIn, route, type Answer, type Call, type HubParts } from './call';
import { USERS } from './databases';
import { checkId, isRevision, readDocument, type SentDocument } from './document-text';
import { isObjectText } from './json-text';
import { badRequest, conflict, notFound, unauthorized } from './problem';
import { reach } from './reach';
import { checkOwnDocument } from './users';
import { printStored } from './write-batch';
import { answerOf, checkSize, write } from './write-documents';

type IdOf = (call: Call) => string;

/** Routes about one document. Ids with slashes are sent encoded; a design document's may stand as it is. */
export function documentRoutes(app: FastifyInstance, parts: HubParts): void {
  const local: IdOf = ({ part }) => `_local/${part('id')}`;
  const design: IdOf = ({ part }) => `_design/${part('id')}`;
  const plain: IdOf = ({ part }) => part('id');
  localRoute(app, parts, '/:db/_local/:id', local);
  for (const [path, idOf] of [
    ['/:db/_design/:id', design],
    ['/:db/:id', plain],
  ] as const) {
    route(app, path, {
      GET: async (call) => get(parts, call, idOf(call)),
      PUT: async (call) => put(parts, call, idOf(call)),
      DELETE: async (call) => remove(parts, call, idOf(call)),
    });
  }
}

/** Documents that are never replicated: where a replicator writes down how far it came. */
function localRoute(app: FastifyInstance, parts: HubParts, path: string, idOf: IdOf): void {
  route(app, path, {
    GET: async (call) => getLocal(parts, call, idOf(call)),
    PUT: async (call) => putLocal(parts, call, idOf(call)),
    DELETE: async (call) => removeLocal(parts, call, idOf(call)),
  });
}

async function get(parts: HubParts, call: Call, id: string): Promise<Answer> {
  if (id.startsWith('_local/')) return getLocal(parts, call, id);
  const database = await reachDocument(parts, call, id);
  const wanted = call.query.get('open_revs');
  if (wanted !== undefined) return openRevisions(call, await database.openRevisions(id, revisionsIn(wanted), optionsOf(call)));
  const rev = call.query.get('rev');
  const isMeta = flagIn(call, 'meta');
  const document = await database.get(id, {
    ...optionsOf(call),
    ...(rev !== undefined && { rev }),
    conflicts: isMeta || flagIn(call, 'conflicts'),
    revs_info: isMeta || flagIn(call, 'revs_info'),
  });
  return { status: 200, body: `${printStored(document)}\n`, headers: { ETag: `"${document._rev ?? ''}"` } };
}

const optionsOf = (call: Call): { revs: boolean; latest: boolean } => ({ revs: flagIn(call, 'revs'), latest: flagIn(call, 'latest') });

/** A user's own document stands open to that user, though the database does not. */
async function reachDocument(parts: HubParts, call: Call, id: string): ReturnType<typeof reach> {
  if (call.part('db') !== USERS) return reach(parts, call);
  if (call.user.name === null) throw unauthorized('You are not authorized to access this db.');
  checkOwnDocument(id, call.user);
  return parts.databases.get(USERS);
}

function revisionsIn(text: string): 'all' | readonly string[] {
  if (text === 'all') return 'all';
  const revs = jsonIn(text);
  if (!Array.isArray(revs) || !revs.every(isRevision)) throw badRequest('Invalid rev format');
  return revs;
}

function openRevisions(_: Call, found: Awaited<ReturnType<Awaited<ReturnType<typeof reach>>['openRevisions']>>): Answer {
  const rows = found.map((revision) => ('ok' in revision ? `{"ok":${printStored(revision.ok)}}` : JSON.stringify(revision)));
  return { status: 200, body: `[${rows.join(',')}]\n` };
}

async function put(parts: HubParts, call: Call, id: string): Promise<Answer> {
  if (id.startsWith('_local/')) return putLocal(parts, call, id);
  checkId(id);
  await reachDocument(parts, call, id);
  const text = jsonBody(call);
  const sent = readDocument(text);
  checkSize({ ...sent, id }, text, parts);
  const document = { ...sent, id, rev: revOf(call, sent) };
  const newEdits = call.query.get('new_edits') !== 'false';
  const [row] = await write(parts, call, [document], newEdits);
  if (!row && !newEdits) return answer(201, { ok: true, id, rev: document.rev });
  return answerOf(row);
}

/** The revision to replace: in the document, in the query or in a header, and the same wherever it stands. */
function revOf(call: Call, sent: SentDocument | undefined): string | undefined {
  const [inQuery, inHeader] = [call.query.get('rev'), call.request.headers['if-match']?.replaceAll('"', '')];
  const known = new Set([sent?.rev, inQuery, inHeader].filter((rev) => rev !== undefined && rev !== ''));
  if (known.size > 1) throw badRequest('Document rev from request body and query string have different values');
  const [rev] = known;
  if (rev !== undefined && !isRevision(rev)) throw badRequest('Invalid rev format');
  return rev;
}

async function remove(parts: HubParts, call: Call, id: string): Promise<Answer> {
  if (id.startsWith('_local/')) return removeLocal(parts, call, id);
  const database = await reachDocument(parts, call, id);
  const rev = revOf(call, undefined);
  if (rev === undefined) {
    await database.get(id);
    throw conflict();
  }
  const [row] = await write(parts, call, [{ id, rev, revisions: undefined, deleted: true, text: '' }], true);
  const done = answerOf(row);
  return { ...done, status: 200 };
}

async function getLocal(parts: HubParts, call: Call, id: string): Promise<Answer> {
  const document = await (await reach(parts, call)).get(id);
  return { status: 200, body: `${printStored(document)}\n` };
}

async function putLocal(parts: HubParts, call: Call, id: string): Promise<Answer> {
  const database = await reach(parts, call);
  checkId(id);
  const text = jsonBody(call);
  if (!isObjectText(text)) throw badRequest('Document must be a JSON object');
  const sent = readDocument(text);
  checkSize({ ...sent, id }, text, parts);
  const rev = await database.putLocal(id, revOf(call, sent), sent.text);
  return answer(201, { ok: true, id, rev });
}

async function removeLocal(parts: HubParts, call: Call, id: string): Promise<Answer> {
  const database = await reach(parts, call);
  const rev = revOf(call, undefined);
  if (rev === undefined) throw notFound('missing');
  await database.removeLocal(id, rev);
  return answer(200, { ok: true, id, rev: '0-0' });
}
