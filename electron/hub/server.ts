import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { allDocsRoute } from './all-docs-route';
import { batchRoutes } from './batch-routes';
import { JSON_HEADERS, type HubParts } from './call';
import { changesRoutes } from './changes-routes';
import { databaseRoutes } from './database-routes';
import { documentRoutes } from './document-routes';
import { ANYBODY } from './security';
import type { Visitor } from './doorkeeper';
import { PROOF_PATH } from './hub-proof';
import { Problem, unauthorized } from './problem';
import { readBody } from './request-body';
import { serverRoutes } from './server-routes';
import { SESSION_COOKIE } from './sessions';

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor;
  }
}

export interface ServerOptions {
  readonly requestBytes: number;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly onError: (what: string, detail: unknown) => void;
}

/** Somebody who has not signed in sends a name and a password, and nothing larger. */
const STRANGER_BYTES = 64 * 1024;

/** CouchDB's routes over the parts of a hub, not listening yet. */
export function hubServer(parts: HubParts, options: ServerOptions): FastifyInstance {
  const app = makeApp(options);
  app.decorateRequest('visitor', null as unknown as Visitor);
  app.addHook('onRequest', async (request) => {
    request.visitor = { user: ANYBODY, via: undefined };
    request.visitor = await parts.doorkeeper.visitor(request.headers.authorization, sessionCookie(request), request.ip);
    if (request.visitor.user.name === null && !isOpen(request)) throw unauthorized('Authentication required.');
  });
  app.addHook('onSend', async (request, reply) => {
    const renewed = request.visitor?.renewed;
    if (renewed !== undefined && reply.getHeader('set-cookie') === undefined) {
      void reply.header('Set-Cookie', parts.sessions.header(renewed, parts.isSecure));
    }
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
    readBody(payload, request.visitor.via === undefined ? STRANGER_BYTES : options.requestBytes),
  );
  app.setNotFoundHandler((_, reply) => refuse(reply, new Problem(404, 'not_found', 'missing')));
  app.setErrorHandler((error, request, reply) => refuse(reply, problemIn(error, request, options)));
  for (const routes of [serverRoutes, databaseRoutes, allDocsRoute, batchRoutes, changesRoutes, documentRoutes]) routes(app, parts);
  return app;
}

/** As a CouchDB that is told to `require_valid_user`: who has not signed in may do that, and ask whether the hub is well. */
function isOpen({ method, url }: FastifyRequest): boolean {
  const [path] = url.split('?');
  return path === '/_up' || path === PROOF_PATH || (path === '/_session' && method !== 'GET');
}

function makeApp({ tls }: ServerOptions): FastifyInstance {
  const options = {
    logger: false,
    forceCloseConnections: false,
    exposeHeadRoutes: false,
    // A batch of 4 MB over a line of 100 kbit/s.
    requestTimeout: 360_000,
    bodyLimit: Number.MAX_SAFE_INTEGER,
    routerOptions: { maxParamLength: 4096, ignoreTrailingSlash: true },
    frameworkErrors: (_: Error, __: FastifyRequest, reply: FastifyReply) => {
      void refuse(reply, new Problem(400, 'bad_request', 'That is not an address.'));
    },
  } as const;
  return tls ? fastify({ ...options, https: { cert: tls.cert, key: tls.key } }) : fastify(options);
}

function sessionCookie(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1);
}

const refuse = (reply: FastifyReply, { status, error, reason }: Problem): FastifyReply =>
  reply
    .code(status)
    .headers(JSON_HEADERS)
    .send(`${JSON.stringify({ error, reason })}\n`);

/** What went wrong, as CouchDB words it. What is nobody's fault but ours goes to the log and tells no details. */
function problemIn(error: unknown, request: FastifyRequest, { onError }: ServerOptions): Problem {
  if (error instanceof Problem) return error;
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return new Problem(status, 'bad_request', error instanceof Error ? error.message : 'bad request');
  onError(`${request.method} ${request.url.slice(0, 200)}`, error);
  return new Problem(500, 'internal_server_error', 'Something went wrong in the hub. Its log says what.');
}

/** The texts of a certificate and its key. */
export async function readTls(files: {
  readonly cert: string;
  readonly key: string;
}): Promise<{ readonly cert: string; readonly key: string }> {
  const [cert, key] = await Promise.all([readFile(files.cert, 'utf8'), readFile(files.key, 'utf8')]);
  return { cert, key };
}
