import type { HubClient } from '../../renderer/data/sync/ports';

/** How a server answered, by status; `0`: not at all. */
export type Answers = Map<number, number>;

/** What one user needs to sign in. */
export interface Credentials {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** A client's way to the server as a shell has it: a session, signed in again once where it has expired. Counts the answers. */
export function signedInClient({ url, user, password }: Credentials, answers: Answers): HubClient {
  let cookie: Promise<string> | undefined;
  const signIn = async (): Promise<string> => {
    const body = JSON.stringify({ name: user, password });
    const response = await fetch(`${url}/_session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${user} could not sign in: ${response.status}`);
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const ask: HubClient['request'] = async ({ method, path, body, signal, timeoutMs }) => {
    const headers = { cookie: await (cookie ??= signIn()), 'content-type': 'application/json' };
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(`${url}/${path}`, { method, headers, signal: limit, ...(body === undefined ? {} : { body }) });
    return { status: response.status, text: await response.text() };
  };
  const count = (status: number): void => void answers.set(status, (answers.get(status) ?? 0) + 1);
  return {
    request: async (request) => {
      try {
        let answer = await ask(request);
        if (answer.status === 401) {
          cookie = undefined;
          answer = await ask(request);
        }
        count(answer.status);
        return answer;
      } catch (cause) {
        if (!request.signal.aborted) count(0);
        throw cause;
      }
    },
  };
}
