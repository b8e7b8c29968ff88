import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Databases } from './databases';
import type { Doorkeeper, Visitor } from './doorkeeper';
import { readJson, type JsonText } from './json-text';
import { badRequest, Problem } from './problem';
import type { User } from './security';
import type { Sessions } from './sessions';
import type { Users } from './users';

/** What the routes work with. */
export interface HubParts {
  readonly databases: Databases;
  readonly users: Users;
  readonly doorkeeper: Doorkeeper;
  readonly sessions: Sessions;
  readonly uuid: string;
  /** Proves that this hub knows its administrator's password. */
  readonly proof: (challenge: string) => string;
  readonly isSecure: boolean;
  readonly documentBytes: number;
  readonly now: () => number;
  /** Aborted when the hub stops: whoever waits is answered. */
  readonly stopping: AbortSignal;
}

/** One request, read as far as every route needs it. */
export interface Call {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visitor: Visitor;
  readonly user: User;
  readonly query: ReadonlyMap<string, string>;
  /** A part of the path, decoded. */
  readonly part: (name: string) => string;
}

export interface Answer {
  readonly status: number;
  /** JSON, or pieces of it. */
  readonly body: JsonText | AsyncIterable<string>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers, or has answered by itself (`undefined`). */
export type Handler = (call: Call) => Promise<Answer | undefined>;

export const answer = (status: number, value: unknown, headers?: Readonly<Record<string, string>>): Answer => ({
  status,
  body: `${JSON.stringify(value)}\n`,
  ...(headers && { headers }),
});

/** A path and what it does for each method; other methods are answered 405. HEAD is GET without the body. */
export function route(
  app: FastifyInstance,
  path: string,
  handlers: Readonly<Partial<Record<'GET' | 'PUT' | 'POST' | 'DELETE', Handler>>>,
): void {
  const allowed = Object.keys(handlers).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  app.all(path, async (request, reply) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handler = Object.entries(handlers).find(([name]) => name === method)?.[1];
    if (!handler) {
      void reply.header('Allow', allowed.join(','));
      throw new Problem(405, 'method_not_allowed', `Only ${allowed.join(',')} allowed`);
    }
    const outcome = await handler(callOf(request, reply));
    return outcome ? send(reply, outcome) : reply;
  });
}

function callOf(request: FastifyRequest, reply: FastifyReply): Call {
  const params = new Map(Object.entries(typeof request.params === 'object' && request.params !== null ? request.params : {}));
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(request.url.slice(pathEnd(request.url)))) query.set(name, value);
  const { visitor } = request;
  return { request, reply, visitor, user: visitor.user, query, part: (name) => String(params.get(name) ?? '') };
}

const pathEnd = (url: string): number => (url.includes('?') ? url.indexOf('?') : url.length);

function send(reply: FastifyReply, { status, body, headers }: Answer): FastifyReply {
  void reply.code(status).headers({ ...JSON_HEADERS, ...headers });
  return reply.send(typeof body === 'string' ? body : Readable.from(body, { highWaterMark: 1 }));
}

export const JSON_HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'must-revalidate' };

/** The body as JSON text. Throws a `Problem` where it is none; an empty one is `{}` unless something must be there. */
export function jsonBody({ request }: Call): JsonText {
  const type = String(request.headers['content-type'] ?? 'application/json').toLowerCase();
  if (request.method === 'POST' && !type.startsWith('application/json')) {
    throw new Problem(415, 'bad_content_type', 'Content-Type must be application/json');
  }
  const bytes = request.body;
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw badRequest('invalid UTF-8 JSON');
  return readJson(bytes);
}

/** A number in the query, not below zero. */
export function numberIn(call: Call, name: string): number | undefined {
  const text = call.query.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Problem(400, 'query_parse_error', `Invalid value for integer: "${text}"`);
  return value;
}

export function flagIn(call: Call, name: string): boolean {
  const text = call.query.get(name);
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new Problem(400, 'query_parse_error', `Invalid boolean parameter: "${text}"`);
}

/** A JSON value in the query. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
}
