import type { Database } from './database';
import { readDocument, type SentDocument } from './document-text';
import { hashIn, type PasswordHash, type Passwords } from './passwords';
import { badRequest, notFound } from './problem';
import { isServerAdmin, NEW_DATABASE, type User } from './security';
import type { Proposal, Refusal } from './validation';
import { printStored, type BatchRow } from './write-batch';

const PREFIX = 'org.couchdb.user:';
const MOST_KEPT = 1000;

/** Somebody who may sign in. */
export interface Account {
  readonly name: string;
  readonly roles: readonly string[];
  readonly hash: PasswordHash | undefined;
}

/** The `_users` database: documents as CouchDB has them, with hashed passwords. */
export class Users {
  readonly #database: Database;
  readonly #passwords: Passwords;
  /** Looked up with every request; emptied by every write. */
  readonly #known = new Map<string, Account | undefined>();

  constructor(database: Database, passwords: Passwords) {
    this.#database = database;
    this.#passwords = passwords;
  }

  async find(name: string): Promise<Account | undefined> {
    if (this.#known.has(name)) return this.#known.get(name);
    const account = await this.#read(name);
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(name, account);
    return account;
  }

  async #read(name: string): Promise<Account | undefined> {
    try {
      const document: unknown = JSON.parse(printStored(await this.#database.get(PREFIX + name)));
      return accountIn(document, name);
    } catch (error) {
      if (error instanceof Error && 'status' in error && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Writes user documents: a `password` becomes its hash before anything is kept. */
  async write(documents: readonly SentDocument[], user: User, newEdits: boolean): Promise<readonly BatchRow[]> {
    const hashed = await Promise.all(documents.map((document) => this.#hash(document)));
    try {
      return await this.#database.write(hashed, { user, security: NEW_DATABASE, newEdits }, (proposal) => judgeUser(proposal, user));
    } finally {
      this.#known.clear();
    }
  }

  async #hash(document: SentDocument): Promise<SentDocument> {
    const content: unknown = JSON.parse(`{${document.text}}`);
    if (typeof content !== 'object' || content === null || !('password' in content)) return document;
    const { password, ...rest } = content;
    if (typeof password !== 'string' || password === '') throw badRequest('Password must be a non-empty string.');
    if (password.length > 1024) throw badRequest('Password is too long.');
    const text = JSON.stringify({ ...rest, ...(await this.#passwords.hash(password)) });
    return { ...readDocument(text), id: document.id, rev: document.rev, revisions: document.revisions, deleted: document.deleted };
  }
}

/** Others than the administrators see nobody but themselves: another's document is as if it were not there. */
export function checkOwnDocument(id: string, user: User): void {
  if (!isServerAdmin(user) && id !== `${PREFIX}${user.name ?? ''}`) throw notFound('missing');
}

function accountIn(document: unknown, name: string): Account | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const roles = 'roles' in document && Array.isArray(document.roles) ? document.roles : [];
  return { name, roles: roles.filter((role) => typeof role === 'string' && !role.startsWith('_')), hash: hashIn(document) };
}

/** What CouchDB's own `_design/_auth` checks, in the same order and with the same words. */
function judgeUser({ newDoc, oldDoc }: Proposal, user: User): Refusal | undefined {
  const next = factsOf(newDoc);
  const before = oldDoc === undefined ? undefined : factsOf(oldDoc);
  if (next._deleted === true) {
    return isServerAdmin(user) || (before && user.name === before.name) ? undefined : no('Only admins may delete other user docs.');
  }
  const reason = wrongShape(next, before) ?? (isServerAdmin(user) ? undefined : notAllowed(next, before, user)) ?? wrongName(next);
  return reason === undefined ? undefined : no(reason);
}

const no = (reason: string): Refusal => ({ error: 'forbidden', reason });

type Facts = Partial<Record<'_id' | '_deleted' | 'type' | 'name' | 'roles', unknown>>;

function factsOf(json: string): Facts {
  const content: unknown = JSON.parse(json);
  return typeof content === 'object' && content !== null ? content : {};
}

function wrongShape(next: Facts, before: Facts | undefined): string | undefined {
  if (next.type !== 'user') return 'doc.type must be user';
  if (typeof next.name !== 'string' || next.name === '') return 'doc.name is required';
  if (!Array.isArray(next.roles)) return 'doc.roles must be an array';
  if (next.roles.some((role) => typeof role !== 'string')) return 'doc.roles can only contain strings';
  if (next._id !== PREFIX + next.name) return 'Doc ID must be of the form org.couchdb.user:name';
  if (before && before._deleted !== true && before.name !== next.name) return 'Usernames can not be changed.';
  return undefined;
}

function notAllowed(next: Facts, before: Facts | undefined, user: User): string | undefined {
  if (!before) return Array.isArray(next.roles) && next.roles.length > 0 ? 'Only _admin may set roles' : undefined;
  if (user.name !== next.name) return 'You may only update your own user document.';
  return namesIn(next.roles) === namesIn(before.roles) ? undefined : 'Only _admin may edit roles';
}

const namesIn = (roles: unknown): string => JSON.stringify(Array.isArray(roles) ? roles.map(String).toSorted() : []);

function wrongName({ name, roles }: Facts): string | undefined {
  if (Array.isArray(roles) && roles.some((role) => String(role).startsWith('_'))) {
    return 'No system roles (starting with underscore) in users db.';
  }
  if (String(name).startsWith('_')) return 'Username may not start with underscore.';
  return String(name).includes(':') ? 'Character `:` is not allowed in usernames.' : undefined;
}
