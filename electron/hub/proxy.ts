import { DATABASE_KINDS, DESIGN_ID, isWorkspaceName } from '#shared/hub/protocol';
import { connectionId } from '#shared/ipc/hub-messages';
import { SECURITY_HEADERS } from '../content-policy';
import type { Connections, NoSession } from './connections';
import { FETCH_RULES } from './server-session';

/** Every request of the renderer to a server begins with this. */
export const HUB_PATH = '/hub/';

/** The most bytes of a request: they are kept in memory, since a request is repeated after signing in again. */
export const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

/** A request of the renderer, as either shell received it. Its headers go nowhere, so they are not here. */
export interface HubRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  /** `too large`: more than `MAX_REQUEST_BYTES`. */
  readonly body: Uint8Array<ArrayBuffer> | 'too large' | undefined;
  /** Aborted when the renderer no longer waits. */
  readonly signal: AbortSignal;
}

/** What of a server the renderer can reach: the routes that sync uses, in databases of workspaces. */
interface Destination {
  readonly connection: string;
  readonly path: string;
}

const POSTABLE = ['_bulk_docs', '_bulk_get', '_all_docs', '_changes'];
const READABLE = ['_all_docs', '_changes'];

/**
 * Hands a request on to the server of a connection, with the session that the shell holds. What comes back is the
 * server's status and JSON, streamed; no header of it, so that no server can set a cookie here, and no type but JSON,
 * so that no server can slip a page or a script into our own origin.
 */
export async function answerHub(connections: Connections, request: HubRequest): Promise<Response> {
  const destination = destinationOf(request.method, request.target);
  if (!destination) return ownAnswer(404, 'not_proxied', 'The app does not hand such a request on to a server.');
  if (request.body === 'too large') return ownAnswer(413, 'too_large', 'The request is larger than the app hands on.');
  const { connection, path } = destination;
  const init: RequestInit = { ...FETCH_RULES, method: request.method, headers: REQUEST_HEADERS, signal: request.signal };
  if (request.body && request.method === 'POST') init.body = request.body;
  const answer = await connections.send(connection, path, init);
  return answer instanceof Response ? handBack(answer) : withoutSession(answer);
}

const REQUEST_HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** Where a request may go; undefined for everything that sync does not need. Built anew from its parts, so no path escapes. */
export function destinationOf(method: string, target: string): Destination | undefined {
  const [path = '', query] = target.split(/\?(.*)/s);
  const [, hub, connection = '', database = '', ...rest] = path.split('/');
  if (`/${hub}/` !== HUB_PATH || !connectionId.safeParse(connection).success || !isDatabase(database)) return undefined;
  const route = rest.length <= 2 ? routeOf(method, rest) : undefined;
  if (route === undefined) return undefined;
  return { connection, path: `/${database}${route}${query === undefined ? '' : `?${query}`}` };
}

function isDatabase(name: string): boolean {
  const [workspace = '', ...kind] = name.split('-');
  return isWorkspaceName(workspace) && DATABASE_KINDS.some((known) => known === kind.join('-'));
}

function routeOf(method: string, rest: readonly string[]): string | undefined {
  const name = decoded(rest.join('/'));
  const isRead = method === 'GET' || method === 'HEAD';
  if (name === undefined || (!isRead && method !== 'POST')) return undefined;
  if (!isRead) return POSTABLE.includes(name) ? `/${name}` : undefined;
  if (name === '' || READABLE.includes(name) || name === DESIGN_ID) return name === '' ? '' : `/${name}`;
  return rest.length === 1 && DOCUMENT_ID.test(name) ? `/${encodeURIComponent(name)}` : undefined;
}

/** Of pages, files and their parts: nothing that a server, or what stands before it, could take for another path. */
const DOCUMENT_ID = /^[a-z0-9][a-z0-9.:-]*(?:\/\d+)?$/;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const ANSWER_HEADERS = {
  ...SECURITY_HEADERS,
  // A person who opens such an address sees text; nothing in it runs.
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
};

function handBack({ status, body }: Response): Response {
  if (status < 200 || status > 599) return ownAnswer(502, 'unreachable', 'The server answers in a way that is not HTTP.');
  return new Response(BODILESS.includes(status) ? null : body, { status, headers: ANSWER_HEADERS });
}

const BODILESS = [204, 205, 304];

const STATUS: Readonly<Record<NoSession['error'], number>> = { signed_out: 401, locked: 401, locked_out: 503, unreachable: 502 };

function withoutSession({ error, reason, retryAfter }: NoSession): Response {
  const answer = ownAnswer(STATUS[error], error, reason);
  if (retryAfter !== undefined) answer.headers.set('Retry-After', String(retryAfter));
  return answer;
}

/** An answer of the shell itself; its header says so, since a server could send the same words. */
export function ownAnswer(status: number, error: string, reason: string): Response {
  return Response.json({ error, reason }, { status, headers: { ...ANSWER_HEADERS, 'Throughline-Shell': error } });
}
