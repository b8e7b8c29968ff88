import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a request to the tiny server was. */
export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that knows `_session` as CouchDB does, and whatever else a test has it answer. */
export interface TinyCouch {
  readonly url: string;
  readonly heard: Heard[];
  /** How often somebody tried to sign in. */
  readonly signIns: () => number;
  /** Makes every session that it gave out expire. */
  expire(): void;
  /** What it takes as ada's password; `locked` answers as CouchDB does after five wrong ones. */
  password: string | 'locked';
  roles: readonly string[];
  stop(): Promise<void>;
}

type Answer = (request: Heard, response: ServerResponse) => void;

/** Starts one on a free port. It gives the user `ada` sessions. */
export async function tinyCouch(answer: Answer = (_request, response) => json(response, 200, { ok: true })): Promise<TinyCouch> {
  const sessions = new Set<string>();
  const heard: Heard[] = [];
  let signIns = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.once('end', () => {
      const what = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      heard.push(what);
      const session = /AuthSession=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
      if (request.url === '/_session' && request.method === 'POST') signIn(what, response);
      else if (request.url === '/_session')
        json(response, 200, { ok: true, userCtx: sessions.has(session) ? { name: 'ada', roles: couch.roles } : { name: null, roles: [] } });
      else if (sessions.has(session)) answer(what, response);
      else json(response, 401, { error: 'unauthorized', reason: 'You are not authorized to access this db.' });
    });
  });
  const signIn = ({ body }: Heard, response: ServerResponse): void => {
    signIns += 1;
    const { name, password } = JSON.parse(body) as { name: string; password: string };
    if (couch.password === 'locked')
      return json(response, 403, { error: 'forbidden', reason: 'Account is temporarily locked due to multiple authentication failures' });
    if (name !== 'ada' || password !== couch.password)
      return json(response, 401, { error: 'unauthorized', reason: 'Name or password is incorrect.' });
    const session = `session-${signIns}`;
    sessions.add(session);
    response.setHeader(
      'Set-Cookie',
      `AuthSession=${session}; Version=1; Expires=Sun, 22-Nov-2026 15:00:00 GMT; Max-Age=600; Path=/; HttpOnly`,
    );
    json(response, 200, { ok: true, name, roles: couch.roles });
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const couch: TinyCouch = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    heard,
    signIns: () => signIns,
    expire: () => sessions.clear(),
    password: 'analytical engine',
    roles: ['firm:AE'],
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return couch;
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
