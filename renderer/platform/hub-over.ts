import type { HubChannel, Request, Response } from '#shared/ipc/contract';
import type { Hub } from './hub';

/** However a shell is asked: over the desktop's bridge, or over HTTP. */
export type Ask = <C extends HubChannel>(channel: C, request: Request<C>) => Promise<Response<C>>;

/** What the shell does about servers, asked through `ask`. */
export const hubOver = (ask: Ask): Hub => ({
  keepsSecrets: () => ask('hub.keepsSecrets', {}),
  connections: () => ask('hub.connections', {}),
  signIn: (at) => ask('hub.signIn', at),
  unlock: (at) => ask('hub.unlock', at),
  whoAmI: (connection) => ask('hub.whoAmI', { connection }),
  signOut: async (connection) => void (await ask('hub.signOut', { connection })),
  local: () => ask('hub.local', {}),
  host: (wish) => ask('hub.host', wish),
  setUp: (on) => ask('hub.setUp', on),
  giveAccess: (on) => ask('hub.giveAccess', on),
  users: (on) => ask('hub.users', on),
});
