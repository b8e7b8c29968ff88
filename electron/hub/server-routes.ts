import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { answer, numberIn, route, type Answer, type Call, type HubParts } from './call';
import { PROOF_PATH } from './hub-proof';
import { readJson } from './json-text';
import { badRequest, Problem } from './problem';
import { checkServerAdmin } from './security';

/** The version of CouchDB whose answers these are. */
const COUCHDB = '3.5.0';

/** Routes about the server and the session, not about a database. */
export function serverRoutes(app: FastifyInstance, parts: HubParts): void {
  const vendor = { name: 'Throughline hub', version: APP_VERSION };
  route(app, '/', { GET: async () => answer(200, { couchdb: 'Welcome', version: COUCHDB, uuid: parts.uuid, features: [], vendor }) });
  route(app, '/_up', { GET: async () => answer(200, { status: 'ok', seeds: {} }) });
  // Shells of this user ask this before they send a password here.
  route(app, PROOF_PATH, {
    GET: async ({ query }) => answer(200, { app: 'throughline-hub', proof: parts.proof(query.get('challenge') ?? '') }),
  });
  route(app, '/_uuids', { GET: uuids });
  route(app, '/_all_dbs', {
    GET: async ({ user }) => {
      checkServerAdmin(user);
      return answer(200, parts.databases.names());
    },
  });
  route(app, '/_session', {
    GET: async (call) => session(call),
    POST: async (call) => signIn(call, parts),
    DELETE: async () => answer(200, { ok: true }, { 'Set-Cookie': parts.sessions.header(undefined, parts.isSecure) }),
  });
}

async function uuids(call: Call): Promise<Answer> {
  const count = numberIn(call, 'count') ?? 1;
  if (count > 1000) throw badRequest('count parameter too large');
  return answer(200, { uuids: Array.from({ length: count }, () => randomBytes(16).toString('hex')) });
}

function session({ user, visitor }: Call): Answer {
  const info = { authentication_handlers: ['cookie', 'default'], ...(visitor.via && { authenticated: visitor.via }) };
  return answer(200, { ok: true, userCtx: { name: user.name, roles: user.roles }, info });
}

async function signIn({ request }: Call, parts: HubParts): Promise<Answer> {
  const { name, password } = credentials(request.body, String(request.headers['content-type'] ?? ''));
  const { user, cookie } = await parts.doorkeeper.signIn(name, password, request.ip);
  const headers = { 'Set-Cookie': parts.sessions.header(cookie, parts.isSecure) };
  return answer(200, { ok: true, name: user.name, roles: user.roles }, headers);
}

function credentials(body: unknown, type: string): { readonly name: string; readonly password: string } {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  const fields = type.startsWith('application/json') ? jsonFields(bytes) : formFields(bytes);
  const [name, password] = [fields.get('username') ?? fields.get('name'), fields.get('password')];
  if (typeof name !== 'string' || name === '') throw badRequest('request body must contain a username');
  return { name, password: typeof password === 'string' ? password : '' };
}

const formFields = (bytes: Uint8Array): ReadonlyMap<string, unknown> => new Map(new URLSearchParams(Buffer.from(bytes).toString()));

function jsonFields(bytes: Uint8Array): ReadonlyMap<string, unknown> {
  const value: unknown = JSON.parse(readJson(bytes));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem(400, 'bad_request', 'Request body must be a JSON object');
  return new Map(Object.entries(value));
}
