import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provision } from '../../electron/hub/provision';
import { startHub } from '../../electron/hub/start-hub';
import { ledgersOf } from '#shared/hub/access';
import { DATABASE_KINDS, databaseOf, ledgerOfDatabase, type DatabaseKind } from '#shared/hub/protocol';
import { ROLES, type Role } from '#shared/records/define-record';
import { Author } from '#shared/hub/testing/author';
import { Couch, idPath, until } from './couch';

/** Any server that is not ours: `COUCHDB_URL`, with an administrator's `COUCHDB_USER` and `COUCHDB_PASSWORD`. */
const FOREIGN = process.env['COUCHDB_URL'] ?? '';
export const isForeign = FOREIGN !== '';
export const title = 'Halden & Pryce';

/** A server to test, and its administrator. */
export interface Server {
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  stop(): Promise<void>;
}

export interface HubWishes {
  readonly now?: () => number;
  readonly sessionSeconds?: number;
}

/** The server that the environment names, else an embedded hub in a folder of its own. */
export async function openServer(wishes: HubWishes = {}): Promise<Server> {
  if (isForeign) {
    const admin = { name: process.env['COUCHDB_USER'] ?? '', password: process.env['COUCHDB_PASSWORD'] ?? '' };
    return { url: FOREIGN.replace(/\/+$/, ''), admin, stop: async () => {} };
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'throughline-hub-'));
  const hub = await startHub({ dataFolder, port: 0, ...wishes });
  const stop = async () => {
    await hub.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { url: hub.url, admin: hub.admin, stop };
}

/** A name that nobody else on the server has. */
export const newName = (): string => `t${randomBytes(6).toString('hex')}`;

/** A workspace with one user of each role asked for, on a server. `close` leaves nothing behind. */
export class Firm {
  readonly server: Server;
  readonly workspace: string;
  readonly admin: Couch;
  readonly #people: ReadonlyMap<Role, Couch>;
  #devices = 0;

  constructor(server: Server, workspace: string, admin: Couch, people: ReadonlyMap<Role, Couch>) {
    this.server = server;
    this.workspace = workspace;
    this.admin = admin;
    this.#people = people;
  }

  get url(): string {
    return this.server.url;
  }

  /** Whoever holds exactly this role. */
  as(role: Role): Couch {
    const person = this.#people.get(role);
    if (!person) throw new Error(`Nobody is ${role} here.`);
    return person;
  }

  userOf = (role: Role): string => userName(this.workspace, role);
  passwordOf = (role: Role): string => passwordOf(this.workspace, role);
  database = (kind: DatabaseKind): string => databaseOf(this.workspace, kind);

  /** A device that nobody wrote on before. */
  newAuthor(): Author {
    this.#devices += 1;
    return new Author(Number.parseInt(this.workspace.slice(1, 9), 16) * 4096 + this.#devices);
  }

  /** A page of one entry that sets a deal's name, handed in by whoever holds the role. */
  page(role: Role, name = 'Website') {
    const author = this.newAuthor();
    author.set('deal:X', { name });
    const [page] = author.pages(this.userOf(role));
    if (!page) throw new Error('Nothing was written.');
    return page;
  }

  /** `users`: whom the test made beside those of the firm. */
  async close(users: readonly string[] = []): Promise<void> {
    const admin = await Couch.signIn(this.url, this.server.admin.name, this.server.admin.password);
    for (const kind of DATABASE_KINDS) await admin.delete(this.database(kind));
    for (const name of [...ROLES.map(this.userOf), ...users]) await forgetUser(admin, name);
    await this.server.stop();
  }
}

const userName = (workspace: string, role: Role): string => `${workspace}_${role.toLowerCase()}`;
const passwordOf = (workspace: string, role: Role): string => `${workspace} ${role} pa55`;

export async function openFirm(roles: readonly Role[] = ROLES, wishes: HubWishes = {}): Promise<Firm> {
  const server = await openServer(wishes);
  const workspace = newName();
  const users = roles.map((role) => ({ name: userName(workspace, role), password: passwordOf(workspace, role), roles: [role] }));
  const done = await provision({ ...server, workspace, title, users }, fetch);
  if (!done.ok) throw new Error(`Could not be provisioned: ${done.message}`);
  const admin = await Couch.signIn(server.url, server.admin.name, server.admin.password);
  const people = new Map<Role, Couch>();
  for (const role of roles) people.set(role, await Couch.signIn(server.url, userName(workspace, role), passwordOf(workspace, role)));
  const firm = new Firm(server, workspace, admin, people);
  await until('every node lets members in and keeps the rules', () => isReady(firm, roles));
  return firm;
}

/** Members and rules are there on every shard that is asked; what a node let in too early is removed. */
async function isReady(firm: Firm, roles: readonly Role[]): Promise<boolean> {
  for (const kind of DATABASE_KINDS) {
    const database = firm.database(kind);
    const member = roles.find((role) => ledgersOf([role]).includes(ledgerOfDatabase(kind)));
    if (member === undefined) continue;
    if ((await firm.as(member).get(database)).status !== 200) return false;
    for (const id of ['probe-a', 'probe-b', 'probe-c']) {
      const { status, body } = await firm.as(member).put(`${database}/${id}`, {});
      if (status === 403) continue;
      if (typeof body['rev'] === 'string') await firm.admin.delete(`${database}/${id}?rev=${body['rev']}`);
      return false;
    }
  }
  return true;
}

/** Removes a user, whatever revision it has. */
export async function forgetUser(admin: Couch, name: string): Promise<void> {
  const path = `_users/${idPath(`org.couchdb.user:${name}`)}`;
  const { status, body } = await admin.get(path);
  if (status === 200) await admin.delete(`${path}?rev=${String(body['_rev'])}`);
}
