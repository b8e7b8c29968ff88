/** What a request says of itself, as far as letting it in goes. */
export interface Visit {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: how a browser says which site asks; absent from what is not a browser. */
  readonly site: string | undefined;
  /** Path and query, as sent. */
  readonly target: string;
  readonly cookie: string | undefined;
}

/** What the gate needs to know of sessions. */
export interface Sessions {
  isSession(session: string): boolean;
  useEntry(token: string): boolean;
}

/** What to do with a visit. */
export type Verdict =
  | { readonly tag: 'serve'; readonly path: string }
  /** A request to a server, with its query. */
  | { readonly tag: 'hub'; readonly target: string }
  /** A request to this shell itself, by the name of its channel. */
  | { readonly tag: 'call'; readonly channel: string }
  /** As `sign in`, for a script. */
  | { readonly tag: 'not let in' }
  | { readonly tag: 'identify'; readonly challenge: string }
  | { readonly tag: 'welcome'; readonly to: string }
  | { readonly tag: 'redirect'; readonly to: string }
  | { readonly tag: 'sign in'; readonly used: boolean }
  | { readonly tag: 'refuse'; readonly status: 400 | 403 | 405 | 421; readonly reason: string };

/** The path where a second start asks who holds the port. */
export const IDENTITY_PATH = '/.well-known/throughline';

/** The cookie's name carries the port: cookies are shared by all ports of a host, workspaces are not. */
export const cookieName = (port: number): string => `throughline-${port}`;

/**
 * Decides about one visit. Host first: a name that merely resolves to 127.0.0.1 (DNS rebinding) is turned away before
 * anything is looked at. Then Origin: another site's script may not speak to us. Then the session.
 */
export function judge(visit: Visit, port: number, sessions: Sessions): Verdict {
  const isRead = visit.method === 'GET' || visit.method === 'HEAD';
  const isForScripts = FOR_SCRIPTS.some((path) => visit.target.startsWith(path));
  if (!isRead && !(isForScripts && visit.method === 'POST'))
    return { tag: 'refuse', status: 405, reason: 'Nothing here takes that method.' };
  const own = `127.0.0.1:${port}`;
  if (!visit.target.startsWith('/') || !URL.canParse(`http://${own}${visit.target}`)) {
    return { tag: 'refuse', status: 400, reason: 'That is not an address.' };
  }
  if (visit.host === `localhost:${port}` && isRead && !isForScripts) return { tag: 'redirect', to: `http://${own}${visit.target}` };
  if (visit.host !== own) return { tag: 'refuse', status: 421, reason: `This server answers as ${own} only.` };
  const url = new URL(`http://${own}${visit.target}`);
  if (isForeign(visit, own)) return { tag: 'refuse', status: 403, reason: 'Another site may not read from here.' };
  if (!isForScripts) return admit(visit, url, port, sessions);
  if (!isOwnScript(visit, own, isRead)) return { tag: 'refuse', status: 403, reason: 'Only the app itself may ask for this.' };
  return isSignedIn(visit, port, sessions) ? scriptVerdict(url, isRead) : { tag: 'not let in' };
}

/** What only the app's own scripts ask for, and never an address that a person opens. */
const FOR_SCRIPTS = ['/hub/', '/call/'] as const;

/**
 * A change must say by `Origin` that it comes from our own page: the cookie alone does not, since it is also sent for
 * pages of other ports of this computer. For the same reason a browser that says who asks must name us.
 */
function isOwnScript(visit: Visit, own: string, isRead: boolean): boolean {
  if (visit.site !== undefined && visit.site !== 'same-origin') return false;
  return isRead || visit.origin === `http://${own}`;
}

function scriptVerdict(url: URL, isRead: boolean): Verdict {
  if (url.pathname.startsWith('/hub/')) return { tag: 'hub', target: url.pathname + url.search };
  if (!isRead && url.pathname.startsWith('/call/')) return { tag: 'call', channel: url.pathname.slice('/call/'.length) };
  return { tag: 'refuse', status: 405, reason: 'Nothing here takes that method.' };
}

/** A navigation from another site's link carries no Origin and, by SameSite, no cookie: it meets the sign-in page, not this. */
const isForeign = (visit: Visit, own: string): boolean => visit.origin !== undefined && visit.origin !== `http://${own}`;

function admit(visit: Visit, url: URL, port: number, sessions: Sessions): Verdict {
  if (url.pathname === IDENTITY_PATH) return { tag: 'identify', challenge: (url.searchParams.get('challenge') ?? '').slice(0, 64) };
  const signedIn = isSignedIn(visit, port, sessions);
  const token = url.searchParams.get('token');
  if (token === null) return signedIn ? { tag: 'serve', path: url.pathname } : { tag: 'sign in', used: false };
  // Whole addresses: a path like `//evil.example` alone would name another host.
  const to = url.origin + url.pathname;
  if (sessions.useEntry(token)) return { tag: 'welcome', to };
  return signedIn ? { tag: 'redirect', to } : { tag: 'sign in', used: true };
}

function isSignedIn(visit: Visit, port: number, sessions: Sessions): boolean {
  const session = readCookie(visit.cookie, cookieName(port));
  return session !== undefined && sessions.isSession(session);
}

function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
