import type { Call, HubParts } from './call';
import type { Database } from './database';
import { checkDatabaseAdmin, checkMember } from './security';

/** The database of a call, if whoever asks may use it. */
export async function reach({ databases }: HubParts, { part, user }: Call): Promise<Database> {
  const name = part('db');
  checkMember(user, databases.security(name));
  return databases.get(name);
}

/** The database of a call, if whoever asks is its administrator. */
export async function reachAsAdmin({ databases }: HubParts, { part, user }: Call): Promise<Database> {
  checkDatabaseAdmin(user, databases.security(part('db')));
  return databases.get(part('db'));
}
