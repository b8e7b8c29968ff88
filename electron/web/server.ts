import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../content-policy';
import { rendererFile } from '../renderer-files';
import { cookieName, judge, type Verdict } from './gate';
import { type Passes, SESSION_SECONDS } from './passes';
import { signInPage } from './sign-in-page';

/** What the browser shell serves, and to whom. */
export interface WebShell {
  /** The built renderer. */
  readonly root: string;
  readonly passes: Passes;
  /** Names this start: entry tokens and proofs hold for it alone. */
  readonly run: string;
  /** Called when a printed address was used up, so that another can be shown. */
  readonly onEntryUsed: () => void;
  readonly onError: (error: unknown) => void;
}

/** The server of the browser shell, not listening yet. The port it answers for is the one it listens on. */
export function webServer(shell: WebShell): Server {
  const server = createServer((request, response) => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    respond(shell, port, request, response).catch((error: unknown) => {
      shell.onError(error);
      if (response.headersSent) response.destroy();
      else send(response, 500, { 'Content-Type': 'text/plain; charset=utf-8' }, 'Something went wrong here. The terminal says what.');
    });
  });
  return server;
}

async function respond(shell: WebShell, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers } = request;
  const verdict = judge(
    {
      method: request.method ?? '',
      host: headers.host,
      origin: headers.origin,
      target: request.url ?? '',
      cookie: headers.cookie,
    },
    port,
    { isSession: (session) => shell.passes.isSession(session, Date.now()), useEntry: (token) => shell.passes.useEntry(token) },
  );
  if (verdict.tag === 'serve') await serveFile(shell.root, verdict.path, request, response);
  else answer(shell, port, verdict, response);
}

function answer(shell: WebShell, port: number, verdict: Exclude<Verdict, { tag: 'serve' }>, response: ServerResponse): void {
  switch (verdict.tag) {
    case 'identify':
      return send(
        response,
        200,
        { 'Content-Type': 'application/json; charset=utf-8' },
        JSON.stringify({ app: 'throughline', version: APP_VERSION, run: shell.run, proof: shell.passes.proof(verdict.challenge) }),
      );
    case 'welcome': {
      const session = shell.passes.mintSession(Date.now());
      const cookie = `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_SECONDS}`;
      send(response, 303, { Location: verdict.to, 'Set-Cookie': cookie });
      return shell.onEntryUsed();
    }
    case 'redirect':
      return send(response, 307, { Location: verdict.to });
    case 'sign in':
      return send(response, 401, { 'Content-Type': 'text/html; charset=utf-8' }, signInPage(verdict.used));
    case 'refuse':
      return send(response, verdict.status, { 'Content-Type': 'text/plain; charset=utf-8' }, verdict.reason);
  }
}

async function serveFile(root: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await rendererFile(root, path);
  if (!file) return send(response, 404, { 'Content-Type': 'text/plain; charset=utf-8' }, 'There is no such file.');
  const headers = { ETag: file.etag, 'Cache-Control': file.cacheControl };
  if (request.headers['if-none-match'] === file.etag) return send(response, 304, headers);
  const typed = { ...headers, 'Content-Type': file.contentType, 'Content-Length': String(file.bytes.length) };
  send(response, 200, typed, request.method === 'HEAD' ? undefined : file.bytes);
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body?: string | Buffer): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', ...SECURITY_HEADERS, ...headers });
  response.end(body);
}
