import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import { databaseOf } from '#shared/hub/protocol';
import { ROLES } from '#shared/records/define-record';
import { provision } from '../../electron/hub/provision';
import { askAsAdmin, chainOf, storeDocuments, storePages } from '../servers/fill';
import { startHubProcess } from '../servers/hub-process';
import { benchCommands, benchRecords } from './dataset';
import { entryDatabase, fullWorkspace, liveDatabase, liveWorkspace, onesWorkspace, USER_NAME } from './sync-names';

/** The one user of the bench, whom the proxy signs in. */
const USER = { name: USER_NAME, password: 'a bench needs no secret' };

/** The embedded hub as a process, filled alike for all three, and the way to it that a shell gives a page. */
export interface SyncServer {
  /** Hands a request for `/hub/bench/…` on to the hub, signed in. */
  readonly pass: (request: IncomingMessage, response: ServerResponse) => void;
  /** Puts `entries` entries there: as full pages, as one-entry pages, and as one document each. */
  readonly fill: (entries: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openSyncServer(program: string): Promise<SyncServer> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-hub-'));
  const hub = await startHubProcess({ program, dataFolder: join(folder, 'data') });
  const makeWorkspace = async (workspace: string): Promise<void> => {
    const users = [{ ...USER, roles: ROLES }];
    const done = await provision({ url: hub.url, admin: hub.admin, workspace, title: workspace, users }, fetch);
    if (!done.ok) throw new Error(done.message);
  };
  const makeDatabase = async (database: string): Promise<void> => {
    await askAsAdmin(hub, 'PUT', database);
    await askAsAdmin(hub, 'PUT', `${database}/_security`, {
      admins: { names: [], roles: ['_admin'] },
      members: { names: [USER.name], roles: [] },
    });
  };
  const pass = passTo(hub.url);
  return {
    pass,
    fill: async (count) => {
      for (const workspace of [fullWorkspace, onesWorkspace, liveWorkspace]) await makeWorkspace(workspace(count));
      for (const database of [entryDatabase(count), liveDatabase('rxdb', count), liveDatabase('pouch', count)])
        await makeDatabase(database);
      const entries = chainOf(benchCommands(benchRecords(Math.ceil(count / 3))).slice(0, count));
      await storePages(hub, databaseOf(fullWorkspace(count), 'team'), entries, 'full');
      await storePages(hub, databaseOf(onesWorkspace(count), 'team'), entries, 'one');
      const documents = entries.map(({ id, ...rest }) => ({ _id: id, ...rest }));
      await storeDocuments(hub, entryDatabase(count), documents, 500);
    },
    close: async () => {
      await hub.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Like a shell: keeps the session's cookie, signs in again once where it has expired, streams the answer. */
function passTo(hub: string): SyncServer['pass'] {
  let cookie: Promise<string> | undefined;
  const signIn = async (): Promise<string> => {
    const body = JSON.stringify(USER);
    const response = await fetch(`${hub}/_session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await response.arrayBuffer();
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const ask = async (request: IncomingMessage, body: ArrayBuffer, signal: AbortSignal, isAgain = false): Promise<Response> => {
    const path = (request.url ?? '').replace(/^\/hub\/[^/]+\//u, '');
    const headers = { cookie: await (cookie ??= signIn()), accept: 'application/json', 'content-type': 'application/json' };
    const sent = request.method === 'GET' || request.method === 'HEAD' ? {} : { body };
    const response = await fetch(`${hub}/${path}`, { method: request.method ?? 'GET', headers, signal, ...sent });
    if (response.status !== 401 || isAgain) return response;
    await response.arrayBuffer();
    cookie = undefined;
    return ask(request, body, signal, true);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await arrayBuffer(request);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const from = await ask(request, body, gone.signal);
    response.writeHead(from.status, { 'content-type': 'application/json' });
    for await (const piece of from.body ?? []) response.write(piece);
    response.end();
  };
  return (request, response) => {
    answer(request, response).catch((problem: unknown) => {
      if (!response.headersSent) response.writeHead(502);
      response.end(String(problem));
    });
  };
}
