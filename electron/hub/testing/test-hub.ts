import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startHub, type Hub, type HubOptions } from '../start-hub';

/** An answer of a hub, read. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the hub answers; a test looks at it.
  readonly json: any;
  /** `AuthSession=…`, where the hub gave one. */
  readonly cookie: string | undefined;
}

export interface Asking {
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Asks as one person. */
export type Ask = (method: string, path: string, asking?: Asking) => Promise<Answered>;

/** A folder that is gone when the test ends. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A hub of its own for one test, on any free port. */
export async function testHub(
  options: Partial<HubOptions> = {},
): Promise<{ readonly hub: Hub; readonly admin: Ask; readonly as: (headers: Record<string, string>) => Ask }> {
  const hub = await startHub({ dataFolder: await testFolder(), port: 0, ...options });
  onTestFinished(() => hub.stop());
  const as = (headers: Record<string, string>): Ask => askOf(hub.url, headers);
  return { hub, as, admin: as({ authorization: basic(hub.admin.name, hub.admin.password) }) };
}

export const basic = (name: string, password: string): string => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

export function askOf(url: string, own: Record<string, string>): Ask {
  return async (method, path, { body, headers, signal } = {}) => {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url + path, {
      method,
      headers: { ...(sent !== undefined && { 'content-type': 'application/json' }), ...own, ...headers },
      ...(sent !== undefined && { body: sent }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    return { status: response.status, text, json: jsonOf(text), cookie };
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A database whose members are the users with the role `member`, and one such user, `ann` with the password `secret`. */
export async function withMember(admin: Ask, database = 'firm-team'): Promise<void> {
  await admin('PUT', `/${database}`);
  await admin('PUT', `/${database}/_security`, { body: { members: { roles: ['member'] } } });
  await admin('PUT', '/_users/org.couchdb.user:ann', { body: { name: 'ann', type: 'user', roles: ['member'], password: 'secret' } });
}
