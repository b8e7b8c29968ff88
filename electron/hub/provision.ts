import { membershipsOf } from '#shared/hub/access';
import { DATABASE_KINDS, databaseOf, DESIGN_ID, isUserName, isWorkspaceName, type DatabaseKind } from '#shared/hub/protocol';
import { concernsOf, planSteps, rolesAfter, stepText, titleOf, type Found, type Step, type UserWish } from '#shared/hub/provisioning';
import { ROLES, type Role } from '#shared/records/define-record';
import { type HubRefusal, refuse } from './refusal';
import { asAdmin, expectStatus, Refused, type AdminKeys, type ServerAdmin } from './server-admin';
import type { Fetch } from './server-session';

/** A user as a shell or the command line names them: the roles of the workspace, by name. */
export interface UserOrder {
  readonly name: string;
  readonly password?: string;
  readonly roles: readonly string[];
}

interface Place {
  readonly url: string;
  readonly admin: AdminKeys;
  readonly workspace: string;
}

export interface ProvisionOrder extends Place {
  /** What people call the workspace; left out: what it is called already, else its short name. */
  readonly title?: string;
  readonly users?: readonly UserOrder[];
  /** `look`: say what would be done and change nothing. */
  readonly mode?: 'do' | 'look';
  /** The first password of a user whom the server does not know and the order names without one. */
  readonly firstPassword?: (name: string) => string;
  /** Without it, a workspace that is there under another title counts as somebody else's. */
  readonly titleMayChange?: boolean;
}

export interface Provisioned {
  readonly ok: true;
  readonly url: string;
  readonly title: string;
  /** What was done, or in `look` is to be done, in words; empty when all is as wanted. */
  readonly steps: readonly string[];
  /** What only the server's own settings can mend. */
  readonly concerns: readonly string[];
}

/**
 * Makes a server ready for a workspace: databases, rules, members, first users. Whatever is as wanted is left alone, so
 * it is safe to run again, and after an interruption.
 */
export async function provision(order: ProvisionOrder, fetch: Fetch): Promise<Provisioned | HubRefusal> {
  const users = usersWanted(order);
  if ('kind' in users) return users;
  const anonymous = await whoIsNobody(order.url, fetch);
  return asAdmin({ ...order, fetch }, async (server) => {
    if (anonymous.isAdmin) throw new Refused(refuse('failed', ADMIN_PARTY));
    const found = await look(server, order.workspace, users, anonymous.asksEverybody);
    const called = [...found.databases.values()].map(({ design }) => titleOf(design)).find((title) => title !== undefined);
    const title = order.title ?? called ?? order.workspace;
    if (called !== undefined && called !== title && order.titleMayChange !== true) throw new Refused(taken(order.workspace, called));
    const withPasswords = users.map((user) => (found.users.has(user.name) ? user : withPassword(user, order.firstPassword)));
    const steps = planSteps({ workspace: order.workspace, title, users: withPasswords }, found);
    if (order.mode !== 'look') for (const step of steps) await take(server, step);
    return { ok: true, url: order.url, title, steps: steps.map(stepText), concerns: concernsOf(found) } as const;
  });
}

/** Gives a user exactly these roles in a workspace. What they are in other workspaces stays; no roles: no access here. */
export async function giveAccess(
  { user, ...place }: Place & { readonly user: UserOrder },
  fetch: Fetch,
): Promise<{ readonly ok: true; readonly url: string } | HubRefusal> {
  const users = usersWanted({ ...place, users: [user] });
  if ('kind' in users) return users;
  return asAdmin({ ...place, fetch }, async (server) => {
    for (const wish of users) {
      const known = (await userDocument(server, wish.name))?.roles;
      const { name, roles, password } = known ? wish : withPassword(wish);
      await writeUser(server, name, { roles: rolesAfter(known ?? [], place.workspace, roles), password });
    }
    return { ok: true, url: place.url } as const;
  });
}

/** Takes a user's access to a workspace; the user and their access to others stay. */
export const revoke = ({ name, ...place }: Place & { readonly name: string }, fetch: Fetch) =>
  giveAccess({ ...place, user: { name, roles: [] } }, fetch);

/** Everybody who has a role in the workspace, by name. */
export async function usersOf(
  place: Place,
  fetch: Fetch,
): Promise<{ readonly ok: true; readonly users: readonly { readonly name: string; readonly roles: readonly Role[] }[] } | HubRefusal> {
  return asAdmin({ ...place, fetch }, async (server) => {
    const users: { name: string; roles: readonly Role[] }[] = [];
    for await (const { name, roles } of allUsers(server)) {
      const here = membershipsOf(roles).find(({ workspace }) => workspace === place.workspace);
      if (here) users.push({ name, roles: here.roles });
    }
    return { ok: true, users } as const;
  });
}

const ADMIN_PARTY =
  'Everybody is an administrator of this server. Give it an administrator first; whoever can reach it can read everything.';
const taken = (workspace: string, title: string): HubRefusal =>
  refuse('taken', `This server already has a workspace ${workspace}, called “${title}”. Join that one, or take another short name.`);

/** The users of an order, their roles known to be roles; or what is wrong with it. */
function usersWanted({ workspace, users = [] }: Pick<ProvisionOrder, 'workspace' | 'users'>): readonly UserWish[] | HubRefusal {
  if (!isWorkspaceName(workspace))
    return refuse('failed', `“${workspace}” is no short name: small letters, digits and _, beginning with a letter.`);
  const wrong = users.find(({ name }) => !isUserName(name));
  if (wrong) return refuse('failed', `“${wrong.name}” is no user name: small letters, digits and . _ @ - only.`);
  const unknown = users.flatMap(({ roles }) => roles).find((role) => !isRole(role));
  if (unknown !== undefined) return refuse('failed', `There is no role “${unknown}”. Roles are ${ROLES.join(', ')}.`);
  return users.map(({ name, password, roles }) => ({
    name,
    roles: roles.filter(isRole),
    ...(password === undefined ? {} : { password }),
  }));
}

/** Somebody whom the server does not know needs a password. */
function withPassword(user: UserWish, firstPassword?: (name: string) => string): UserWish {
  if (user.password !== undefined) return user;
  if (!firstPassword) throw new Refused(refuse('failed', `The server knows nobody called ${user.name}. Give them a password.`));
  return { ...user, password: firstPassword(user.name) };
}

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);

/** What somebody who is not signed in may do. Trouble on the way is for the request that follows to tell. */
async function whoIsNobody(url: string, fetch: Fetch): Promise<{ readonly asksEverybody: boolean; readonly isAdmin: boolean }> {
  try {
    const response = await fetch(`${url}/_session`, { credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(20_000) });
    return { asksEverybody: response.status === 401, isAdmin: (await response.text()).includes('"_admin"') };
  } catch {
    return { asksEverybody: true, isAdmin: false };
  }
}

async function look(server: ServerAdmin, workspace: string, users: readonly UserWish[], asksEverybody: boolean): Promise<Found> {
  const welcome = expectStatus(await server.ask('GET', ''), [200], 'GET', '').body;
  const version = isObject(welcome) && 'couchdb' in welcome ? String(welcome['version']) : undefined;
  if (version === undefined) throw new Refused(refuse('not-a-server', 'What answers there is not a CouchDB. Check the address.'));
  const hasUsers = (await server.ask('GET', '_users')).status === 200;
  const databases: Found['databases'] = new Map(
    (await Promise.all(DATABASE_KINDS.map((kind) => database(server, workspace, kind)))).flat(),
  );
  const known = new Map<string, readonly string[]>();
  for (const { name } of hasUsers ? users : []) {
    const document = await userDocument(server, name);
    if (document) known.set(name, document.roles);
  }
  return { version, asksEverybody, hasUsers, databases, users: known };
}

async function database(server: ServerAdmin, workspace: string, kind: DatabaseKind) {
  const name = databaseOf(workspace, kind);
  if ((await server.ask('GET', name)).status === 404) return [];
  const security = expectStatus(await server.ask('GET', `${name}/_security`), [200], 'GET', `${name}/_security`).body;
  const design = await server.ask('GET', `${name}/${DESIGN_ID}`);
  return [[kind, { security, design: design.status === 200 ? design.body : undefined }] as const];
}

async function take(server: ServerAdmin, step: Step): Promise<void> {
  switch (step.do) {
    case 'make users database':
      return makeDatabase(server, '_users');
    case 'make database':
      return makeDatabase(server, step.database);
    case 'write rules':
      return writeDocument(server, `${step.database}/${DESIGN_ID}`, step.design);
    case 'set members': {
      const path = `${step.database}/_security`;
      expectStatus(await server.ask('PUT', path, step.security), [200], 'PUT', path);
      return;
    }
    case 'make user':
      return writeUser(server, step.name, step);
    case 'set roles':
      return writeUser(server, step.name, { roles: step.roles });
    case 'set password':
      return writeUser(server, step.name, { password: step.password });
  }
}

/** 412: somebody else made it meanwhile, which is as good. */
async function makeDatabase(server: ServerAdmin, name: string): Promise<void> {
  expectStatus(await server.ask('PUT', name), [201, 202, 412], 'PUT', name);
}

/** Writes a document over whatever is there. */
async function writeDocument(server: ServerAdmin, path: string, document: object): Promise<void> {
  const there = await server.ask('GET', path);
  const over = there.status === 200 && isObject(there.body) ? { _rev: there.body['_rev'] } : {};
  expectStatus(await server.ask('PUT', path, { ...document, ...over }), [201, 202], 'PUT', path);
}

interface UserDocument {
  readonly name: string;
  readonly roles: readonly string[];
  readonly document: { readonly [key: string]: unknown };
}

const userPath = (name: string): string => `_users/${encodeURIComponent(`org.couchdb.user:${name}`)}`;

async function userDocument(server: ServerAdmin, name: string): Promise<UserDocument | undefined> {
  const { status, body } = await server.ask('GET', userPath(name));
  return status === 200 ? readUser(body) : undefined;
}

/** Everything else that the document says stays: the hash of the password, and what other programs keep there. */
async function writeUser(
  server: ServerAdmin,
  name: string,
  change: { readonly roles?: readonly string[]; readonly password?: string | undefined },
): Promise<void> {
  const there = (await userDocument(server, name))?.document;
  const begun = there ?? { _id: `org.couchdb.user:${name}`, name, type: 'user', roles: [] };
  const document = {
    ...begun,
    ...(change.roles ? { roles: change.roles } : {}),
    ...(change.password === undefined ? {} : { password: change.password }),
  };
  expectStatus(await server.ask('PUT', userPath(name), document), [201, 202], 'PUT', userPath(name));
}

const USERS_AT_ONCE = 500;

async function* allUsers(server: ServerAdmin): AsyncGenerator<UserDocument> {
  let from = 'org.couchdb.user:';
  for (;;) {
    const range = `startkey=${encodeURIComponent(JSON.stringify(from))}&endkey=${encodeURIComponent('"org.couchdb.user:\ufff0"')}`;
    const path = `_users/_all_docs?include_docs=true&limit=${USERS_AT_ONCE}&${range}`;
    const { body } = expectStatus(await server.ask('GET', path), [200], 'GET', '_users/_all_docs');
    const rows: readonly unknown[] = isObject(body) && Array.isArray(body['rows']) ? body['rows'] : [];
    const users = rows.flatMap((row) => (isObject(row) ? (readUser(row['doc']) ?? []) : []));
    yield* users;
    const last = rows.at(-1);
    if (rows.length < USERS_AT_ONCE || !isObject(last)) return;
    // The next id that can exist: ids are texts, and no text lies between one and itself with the lowest sign after it.
    from = `${String(last['id'])}\u0000`;
  }
}

function readUser(document: unknown): UserDocument | undefined {
  if (!isObject(document) || typeof document['name'] !== 'string') return undefined;
  const roles = Array.isArray(document['roles']) ? document['roles'].filter((role) => typeof role === 'string') : [];
  return { name: document['name'], roles, document };
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
