import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../content-policy';
import { type HubParts, hubHandlers } from '../hub/hub-handlers';
import type { MachinePolicy } from '../policy';
import { rendererFile } from '../renderer-files';
import { answerCall, type ShellHandlers } from './call';
import { cookieName, judge, type Verdict } from './gate';
import { handOn } from './hand-on';
import { type Passes, SESSION_SECONDS } from './passes';
import { signInPage } from './sign-in-page';

/** What the browser shell serves, and to whom. */
export interface WebShell {
  /** The built renderer. */
  readonly root: string;
  readonly passes: Passes;
  /** What it does about servers. */
  readonly hub: HubParts;
  readonly policy: Extract<MachinePolicy, { ok: true }>;
  /** Names this start: entry tokens and proofs hold for it alone. */
  readonly run: string;
  /** Called when a printed address was used up, so that another can be shown. */
  readonly onEntryUsed: () => void;
  readonly onError: (error: unknown) => void;
}

/** The server of the browser shell, not listening yet. The port it answers for is the one it listens on. */
export function webServer(shell: WebShell): Server {
  const { policy, source } = shell.policy;
  const handlers: ShellHandlers = { ...hubHandlers(shell.hub), 'policy.read': async () => ({ policy, source }) };
  const server = createServer((request, response) => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    respond(shell, handlers, port, request, response).catch((error: unknown) => {
      shell.onError(error);
      if (response.headersSent) response.destroy();
      else send(response, 500, { 'Content-Type': 'text/plain; charset=utf-8' }, 'Something went wrong here. The terminal says what.');
    });
  });
  return server;
}

async function respond(
  shell: WebShell,
  handlers: ShellHandlers,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers } = request;
  const verdict = judge(
    {
      method: request.method ?? '',
      host: headers.host,
      origin: headers.origin,
      site: headers['sec-fetch-site']?.toString(),
      target: request.url ?? '',
      cookie: headers.cookie,
    },
    port,
    { isSession: (session) => shell.passes.isSession(session, Date.now()), useEntry: (token) => shell.passes.useEntry(token) },
  );
  if (verdict.tag === 'serve') await serveFile(shell.root, verdict.path, request, response);
  else if (verdict.tag === 'hub') await handOn(shell.hub.connections, verdict.target, request, response);
  else if (verdict.tag === 'call') await answerCall(handlers, verdict.channel, request, response, shell.onError);
  else answer(shell, port, verdict, response);
}

type Plain = Exclude<Verdict, { tag: 'serve' | 'hub' | 'call' }>;

function answer(shell: WebShell, port: number, verdict: Plain, response: ServerResponse): void {
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
    case 'not let in':
      return send(response, 401, { 'Content-Type': 'application/json; charset=utf-8', 'Throughline-Shell': 'no_session' }, NOT_LET_IN);
    case 'refuse':
      return send(response, verdict.status, { 'Content-Type': 'text/plain; charset=utf-8' }, verdict.reason);
  }
}

/** In the shape of both doors for scripts: a server's problem, and a reply. */
const NOT_LET_IN = JSON.stringify({
  error: 'no_session',
  reason: 'This browser is no longer let in. Reload the page: it says what to do.',
  ok: false,
  message: 'This browser is no longer let in. Reload the page: it says what to do.',
});

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
