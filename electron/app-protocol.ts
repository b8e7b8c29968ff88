import { protocol, type Session } from 'electron';
import { SECURITY_HEADERS } from './content-policy';
import type { Connections } from './hub/connections';
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
  session.protocol.handle(SCHEME, (request) => answer(request, root, connections));
}

async function answer(request: Request, root: string, connections: Connections): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== HOST) return refuse(404);
  if (url.pathname.startsWith(HUB_PATH)) return handOn(request, url, connections);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = await rendererFile(root, url.pathname);
  if (!file) return refuse(404);
  const headers = { ...SECURITY_HEADERS, 'Content-Type': file.contentType, ETag: file.etag, 'Cache-Control': file.cacheControl };
  return new Response(new Uint8Array(file.bytes), { headers });
}

/** No other origin gets here: the scheme is this app's alone, and the page's policy lets it ask itself only. */
async function handOn(request: Request, url: URL, connections: Connections): Promise<Response> {
  const body = request.body ? ((await readCapped(request.body, MAX_REQUEST_BYTES)) ?? 'too large') : undefined;
  return answerHub(connections, { method: request.method, target: url.pathname + url.search, body, signal: request.signal });
}

const refuse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS });
