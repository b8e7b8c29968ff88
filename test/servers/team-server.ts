import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_KINDS, databaseOf } from '#shared/hub/protocol';
import type { Role } from '#shared/records/define-record';
import { giveAccess, provision, type UserOrder } from '../../electron/hub/provision';
import { askAsAdmin, type Admin } from './fill';
import { type HubProcess, startHubProcess } from './hub-process';

/** A server on which tests meet: the embedded hub as a process, or the one that the environment names. */
export interface TeamServer {
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  /** Absent where the server is not ours to stop. */
  readonly hub?: HubProcess;
  /** A user's name that nobody else on the server has. */
  readonly named: (name: string) => string;
  /** Gives a user exactly these roles in a workspace. */
  readonly giveRoles: (workspace: string, user: string, roles: readonly Role[]) => Promise<void>;
  /** Makes a workspace that nobody else has, with these users; gives its name. */
  readonly newWorkspace: (title: string, users: readonly UserOrder[]) => Promise<string>;
  /** Takes back what was made here. */
  readonly close: () => Promise<void>;
}

/** `COUCHDB_URL` with `COUCHDB_USER` and `COUCHDB_PASSWORD`, else a hub of its own. */
export async function openTeamServer(program: string): Promise<TeamServer> {
  const foreign = process.env['COUCHDB_URL'];
  if (foreign !== undefined && foreign !== '') {
    const admin = { name: process.env['COUCHDB_USER'] ?? '', password: process.env['COUCHDB_PASSWORD'] ?? '' };
    return teamServer(foreign.replace(/\/+$/, ''), admin);
  }
  const folder = await mkdtemp(join(tmpdir(), 'throughline-hub-'));
  const hub = await startHubProcess({ program, dataFolder: join(folder, 'data') });
  return teamServer(hub.url, hub.admin, { hub, folder });
}

function teamServer(url: string, admin: TeamServer['admin'], own?: { readonly hub: HubProcess; readonly folder: string }): TeamServer {
  const made: string[] = [];
  const run = randomBytes(4).toString('hex');
  const users = new Set<string>();
  const access = async (workspace: string, name: string, roles: readonly Role[]): Promise<void> => {
    const done = await giveAccess({ url, admin, workspace, user: { name, roles } }, fetch);
    if (!done.ok) throw new Error(done.message);
  };
  return {
    url,
    admin,
    ...(own && { hub: own.hub }),
    named: (name) => `${name}.${run}`,
    giveRoles: access,
    newWorkspace: async (title, people) => {
      const workspace = `t${randomBytes(5).toString('hex')}`;
      for (const { name } of people) users.add(name);
      const done = await provision({ url, admin, workspace, title, users: people }, fetch);
      if (!done.ok) throw new Error(done.message);
      made.push(workspace);
      return workspace;
    },
    close: async () => {
      if (own !== undefined) {
        await own.hub.stop();
        await rm(own.folder, { recursive: true, force: true });
        return;
      }
      for (const workspace of made)
        for (const kind of DATABASE_KINDS) await askAsAdmin({ url, admin }, 'DELETE', encodeURIComponent(databaseOf(workspace, kind)));
      for (const user of users) await dropUser(user, { url, admin });
    },
  };
}

async function dropUser(user: string, at: Admin): Promise<void> {
  const path = `_users/${encodeURIComponent(`org.couchdb.user:${user}`)}`;
  const { _rev: rev } = (await askAsAdmin(at, 'GET', path)) as { readonly _rev: string };
  await askAsAdmin(at, 'DELETE', `${path}?rev=${rev}`);
}
