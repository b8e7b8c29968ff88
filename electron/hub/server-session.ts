import { z } from 'zod';
import { readCapped } from './read-capped';
import { type HubRefusal, refusalOf, refuse } from './refusal';

/** The shell's way to a server: Node's fetch, or Chromium's with the system's proxy and certificates. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A session that a server opened. */
export interface ServerSession {
  readonly ok: true;
  readonly cookie: string;
  readonly user: string;
  readonly roles: readonly string[];
}

/** A server that has not answered by then counts as unreachable. Milliseconds. */
const PATIENCE = 20_000;

const whoIsAsked = z.object({ userCtx: z.object({ name: z.string().nullable(), roles: z.array(z.string()) }) });
const sessionOpened = z.object({ ok: z.literal(true), roles: z.array(z.string()) });
const problem = z.object({ error: z.string(), reason: z.string().optional() });

/** Signs in. What answers is first asked who it is: a password goes to nothing that does not speak as CouchDB does. */
export async function openSession(fetch: Fetch, url: string, user: string, password: string): Promise<ServerSession | HubRefusal> {
  const asked = await ask(fetch, url, { method: 'GET' });
  if ('ok' in asked) return asked;
  const speaksCouch = whoIsAsked.safeParse(asked.json).success || (asked.status === 401 && problem.safeParse(asked.json).success);
  if (!speaksCouch) return notCouch(url, asked.status);
  const answer = await ask(fetch, url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: user, password }),
  });
  if ('ok' in answer) return answer;
  if (!sessionOpened.safeParse(answer.json).success) return whyNot(url, answer);
  if (answer.cookie === undefined)
    return refuse('failed', `${hostOf(url)} let us in but gave no session. Ask its administrator to allow cookie sign-in.`);
  return readSession(fetch, url, answer.cookie);
}

/** Who the server takes the bearer of a cookie for. An expired one is a refusal of kind `wrong-password`. */
export async function readSession(fetch: Fetch, url: string, cookie: string): Promise<ServerSession | HubRefusal> {
  const answer = await ask(fetch, url, { method: 'GET', headers: { Cookie: `AuthSession=${cookie}` } });
  if ('ok' in answer) return answer;
  const said = whoIsAsked.safeParse(answer.json);
  if (!said.success) return whyNot(url, answer);
  const { name, roles } = said.data.userCtx;
  if (name === null) return refuse('wrong-password', `${hostOf(url)} has ended the session. Sign in again.`);
  return { ok: true, cookie: answer.cookie ?? cookie, user: name, roles };
}

/** The session cookie that an answer brings, new or renewed. */
export function cookieOf(headers: Headers): string | undefined {
  return /(?:^|[,;]\s*)AuthSession=([^;,\s]+)/.exec(headers.getSetCookie().join(', '))?.[1];
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly cookie: string | undefined;
}

async function ask(fetch: Fetch, url: string, init: RequestInit): Promise<Answer | HubRefusal> {
  try {
    const headers = { Accept: 'application/json', ...init.headers };
    const response = await fetch(`${url}/_session`, { ...FETCH_RULES, ...init, headers, signal: AbortSignal.timeout(PATIENCE) });
    return { status: response.status, json: await jsonOf(response), cookie: cookieOf(response.headers) };
  } catch (error) {
    return refusalOf(error, url);
  }
}

/** Undefined where it is not JSON, or more than any answer about a session can be. */
async function jsonOf(response: Response): Promise<unknown> {
  const bytes = response.body ? await readCapped(response.body, 256 * 1024) : undefined;
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Of every request to a server: no cookies but our own, and nobody is followed elsewhere with a password. */
export const FETCH_RULES = { redirect: 'error', credentials: 'omit' } as const satisfies RequestInit;

function whyNot(url: string, { status, json }: Answer): HubRefusal {
  const said = problem.safeParse(json);
  if (status >= 502 && status <= 504)
    return refuse('unreachable', `${hostOf(url)} answers, but the server behind it does not. Try again later.`);
  if (!said.success) return notCouch(url, status);
  if (status === 401) return refuse('wrong-password', 'The name or the password is not right.');
  if (status === 403 || status === 429) return refuse('locked-out', LOCKED_OUT);
  return refuse(
    'failed',
    `${hostOf(url)} could not sign you in (${status}: ${said.data.reason?.slice(0, 200) ?? said.data.error.slice(0, 80)}).`,
  );
}

/** CouchDB locks a name for five minutes after five wrong passwords, and then answers so to the right one, too. */
export const LOCKOUT_MINUTES = 5;
const LOCKED_OUT = `The server has locked this name after several wrong passwords. Try again in ${LOCKOUT_MINUTES} minutes; before that even the right password is refused.`;

const notCouch = (url: string, status: number): HubRefusal =>
  status >= 502 && status <= 504
    ? refuse('unreachable', `${hostOf(url)} answers, but the server behind it does not. Try again later.`)
    : refuse('not-a-server', `Something answers at ${url}, but it is not a Throughline hub or a CouchDB. Check the address.`);

const hostOf = (url: string): string => new URL(url).host;
