import { protocol, type Session } from 'electron';
import { SECURITY_HEADERS } from './content-policy';
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

/** Serves the built renderer in `root` under `APP_ORIGIN`, and nothing else. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(SCHEME, (request) => answer(request, root));
}

async function answer(request: Request, root: string): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== HOST) return refuse(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = await rendererFile(root, url.pathname);
  if (!file) return refuse(404);
  const headers = { ...SECURITY_HEADERS, 'Content-Type': file.contentType, ETag: file.etag, 'Cache-Control': file.cacheControl };
  return new Response(new Uint8Array(file.bytes), { headers });
}

const refuse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS });
