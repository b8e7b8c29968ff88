import { protocol, type Session } from 'electron';
import { SECURITY_HEADERS } from './content-policy';
import type { Connections } from './hub/connections';
import { LonePolls } from './hub/lone-polls';
import { answerHub, HUB_PATH, MAX_REQUEST_BYTES } from './hub/proxy';
import { readCapped } from './hub/read-capped';
import { rendererFile } from './renderer-files';

const SCHEME = 'app';
const HOST = 'throughline';

/** The origin of the desktop app. Fixed for ever: every workspace hangs on it. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** Makes `app:` a real origin: storage, workers, fetch. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** What is served under `APP_ORIGIN`, and nothing else: the built renderer in `root`, and the way to servers. */
export function serveApp(session: Session, root: string, connections: Connections): void {
  const handOn = handerOn(connections);
  session.protocol.handle(SCHEME, (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST) return refuse(404);
    return url.pathname.startsWith(HUB_PATH) ? handOn(request, url) : serveFile(root, url.pathname, request.method);
  });
}

/** `npm run dev`: the page comes from the development server at `home`, the way to servers is ours all the same. */
export function serveHubBeside(home: string, session: Session, connections: Connections): void {
  const handOn = handerOn(connections);
  session.protocol.handle(new URL(home).protocol.slice(0, -1), (request) => {
    const url = new URL(request.url);
    const isOurs = url.origin === new URL(home).origin && url.pathname.startsWith(HUB_PATH);
    return isOurs ? handOn(request, url) : session.fetch(request, { bypassCustomProtocolHandlers: true });
  });
}

async function serveFile(root: string, path: string, method: string): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405);
  const file = await rendererFile(root, path);
  if (!file) return refuse(404);
  const headers = { ...SECURITY_HEADERS, 'Content-Type': file.contentType, ETag: file.etag, 'Cache-Control': file.cacheControl };
  return new Response(new Uint8Array(file.bytes), { headers });
}

/** Hands requests on to servers. No other origin gets here: the page's policy lets it ask itself only. */
function handerOn(connections: Connections): (request: Request, url: URL) => Promise<Response> {
  const polls = new LonePolls();
  return async (request, url) => {
    const body = request.body ? ((await readCapped(request.body, MAX_REQUEST_BYTES)) ?? 'too large') : undefined;
    const signal = polls.signalFor(url) ?? request.signal;
    return answerHub(connections, { method: request.method, target: url.pathname + url.search, body, signal });
  };
}

const refuse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS });
