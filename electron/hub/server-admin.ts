import { readCapped } from './read-capped';
import { type HubRefusal, refusalOf, refuse } from './refusal';
import { cookieOf, FETCH_RULES, type Fetch, openSession } from './server-session';

/** Whoever may make databases and users on a server. */
export interface AdminKeys {
  readonly name: string;
  readonly password: string;
}

export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A server as its administrator sees it. */
export interface ServerAdmin {
  /** Asks for a path such as `firm-team/_security`. Throws `Refused` where the server cannot or does not want to. */
  ask(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<AdminAnswer>;
}

/** Carries a refusal out of a series of requests. */
export class Refused extends Error {
  readonly refusal: HubRefusal;

  constructor(refusal: HubRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** A request of an administrator may make a database on every node of a cluster. Milliseconds. */
const PATIENCE = 120_000;
const MOST_BYTES = 256 * 1024 * 1024;

/** Does `work` as an administrator of a server. Resolves with its result, or with why the server did not let it. */
export async function asAdmin<T>(
  { url, admin, fetch }: { readonly url: string; readonly admin: AdminKeys; readonly fetch: Fetch },
  work: (server: ServerAdmin) => Promise<T>,
): Promise<T | HubRefusal> {
  const session = await openSession(fetch, url, admin.name, admin.password);
  if (!session.ok) return session;
  if (!session.roles.includes('_admin')) return refuse('not-allowed', `${admin.name} is not an administrator of this server.`);
  try {
    return await work(serverAdmin(url, session.cookie, fetch));
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function serverAdmin(url: string, cookie: string, fetch: Fetch): ServerAdmin {
  let session = cookie;
  return {
    ask: async (method, path, body) => {
      const headers = { Accept: 'application/json', 'Content-Type': 'application/json', Cookie: `AuthSession=${session}` };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await answerTo(fetch, `${url}/${path}`, { method, headers, ...sent });
      session = answer.cookie ?? session;
      if (answer.status === 401 || answer.status === 403 || answer.status >= 500) throw new Refused(notDone(method, path, answer));
      return answer;
    },
  };
}

async function answerTo(fetch: Fetch, url: string, init: RequestInit): Promise<AdminAnswer & { readonly cookie: string | undefined }> {
  try {
    const response = await fetch(url, { ...FETCH_RULES, ...init, signal: AbortSignal.timeout(PATIENCE) });
    const bytes = response.body ? await readCapped(response.body, MOST_BYTES) : new Uint8Array();
    const text = new TextDecoder().decode(bytes);
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), cookie: cookieOf(response.headers) };
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Refused(refuse('not-a-server', `What answers at ${url} is not a CouchDB. Check the address.`));
    throw new Refused(refusalOf(error, url));
  }
}

/** What the server said against a request of its administrator. */
export function notDone(method: string, path: string, { status, body }: AdminAnswer): HubRefusal {
  const reason = typeof body === 'object' && body !== null && 'reason' in body ? String(body.reason).slice(0, 200) : '';
  return refuse('failed', `The server did not do ${method} /${path} (${status}${reason === '' ? '' : `: ${reason}`}).`);
}

/** The answer, where its status is one of those expected. */
export function expectStatus(answer: AdminAnswer, statuses: readonly number[], method: string, path: string): AdminAnswer {
  if (!statuses.includes(answer.status)) throw new Refused(notDone(method, path, answer));
  return answer;
}
