import type { z } from 'zod';
import { isUserName, isWorkspaceName } from '#shared/hub/protocol';
import type { HubChannel, Request, Response } from '#shared/ipc/contract';
import type { hubAdmin } from '#shared/ipc/hub-messages';
import type { Connections } from './connections';
import type { HubKeys, LocalHubHost } from './local-hub';
import { giveAccess, provision, usersOf } from './provision';
import { type HubRefusal, refuse } from './refusal';
import type { Secrets } from './secrets';
import { parseServerAddress } from './server-address';
import type { Fetch } from './server-session';

/** One handler for each request about servers: the same in both shells. */
export type HubHandlers = { readonly [C in HubChannel]: (request: Request<C>) => Promise<Response<C>> };

/** What the handlers speak for. */
export interface HubParts {
  readonly connections: Connections;
  readonly secrets: Secrets;
  readonly localHub: LocalHubHost;
  readonly fetch: Fetch;
}

export function hubHandlers({ connections, secrets, localHub, fetch }: HubParts): HubHandlers {
  return {
    'hub.keepsSecrets': async () => secrets.areKept,
    'hub.connections': () => connections.list(),
    'hub.signIn': (at) => connections.signIn(at),
    'hub.unlock': ({ connection, passphrase }) => connections.unlock(connection, passphrase),
    'hub.whoAmI': ({ connection }) => connections.whoAmI(connection),
    'hub.signOut': async ({ connection }) => {
      await connections.signOut(connection);
      return 'done';
    },
    'hub.local': () => localHub.facts(),
    'hub.host': (wish) => localHub.host(wish),
    'hub.setUp': ({ admin, workspace, title, user }) =>
      withAdmin(localHub, admin, workspace, user.name, async (keys) => {
        const done = await provision({ url: keys.url, admin: keys, workspace, title, users: [user] }, fetch);
        return done.ok ? { ok: true, url: done.url } : done;
      }),
    'hub.giveAccess': ({ admin, workspace, user }) =>
      withAdmin(localHub, admin, workspace, user.name, (keys) => giveAccess({ url: keys.url, admin: keys, workspace, user }, fetch)),
    'hub.users': ({ admin, workspace }) =>
      withAdmin(localHub, admin, workspace, undefined, (keys) => usersOf({ url: keys.url, admin: keys, workspace }, fetch)),
  };
}

/** Does something with the keys of an administrator, once names and address are such as a server can have. */
async function withAdmin<T>(
  localHub: LocalHubHost,
  admin: z.infer<typeof hubAdmin>,
  workspace: string,
  user: string | undefined,
  act: (keys: HubKeys) => Promise<T>,
): Promise<T | HubRefusal> {
  if (!isWorkspaceName(workspace)) {
    return refuse('not-allowed', 'A short name has 2 to 40 small letters, digits and _, and begins with a letter.');
  }
  if (user !== undefined && !isUserName(user)) {
    return refuse('not-allowed', 'A user name has up to 64 small letters, digits and . _ @ -, and begins with a letter or a digit.');
  }
  if (admin === 'local') {
    const keys = await localHub.admin();
    return keys ? act(keys) : refuse('unreachable', 'The hub of this computer is not running. Start it first.');
  }
  const address = parseServerAddress(admin.url);
  return address.ok ? act({ ...admin, url: address.url }) : address;
}
