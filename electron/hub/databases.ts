import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openTurnstile } from '#shared/values/turnstile';
import { Database, newUuid } from './database';
import { readJsonFile, writeJsonFile } from './json-file';
import { notFound, Problem } from './problem';
import { NEW_DATABASE, type Security } from './security';

export const USERS = '_users';

const NAME = /^[a-z][a-z0-9_$()+/-]{0,119}$/u;
const group = z.object({ names: z.array(z.string()).default([]), roles: z.array(z.string()).default([]) });
/** A `_security` as it is sent: what is missing is empty. */
export const securityParser = z.object({
  admins: group.default({ names: [], roles: [] }),
  members: group.default({ names: [], roles: [] }),
});
const registryParser = z.record(z.string(), z.object({ uuid: z.string(), folder: z.string(), security: securityParser }));
interface Entry {
  readonly uuid: string;
  readonly folder: string;
  readonly security: Security;
}
type Registry = Map<string, Entry>;

/**
 * All databases of a data folder. Which there are, and who may use them, stands in one small file; each has a folder of
 * its own whose name is never used again, so a database that is made anew never finds what an earlier one left.
 */
export class Databases {
  readonly #folder: string;
  readonly #registry: Registry;
  readonly #open = new Map<string, Promise<Database>>();
  readonly #oneAtATime = openTurnstile();

  private constructor(folder: string, registry: Registry) {
    this.#folder = folder;
    this.#registry = registry;
  }

  /** Opens the folder and its `_users`; LevelDB's lock on that keeps every other hub away. */
  static async open(folder: string): Promise<Databases> {
    await mkdir(join(folder, 'databases'), { recursive: true, mode: 0o700 });
    const content = await readJsonFile(join(folder, 'databases.json'));
    const databases = new Databases(folder, new Map(Object.entries(registryParser.parse(content ?? {}))));
    await databases.#openUsers();
    await databases.#sweep();
    return databases;
  }

  async #openUsers(): Promise<void> {
    const folder = join(this.#folder, 'users');
    const users = Database.open({ name: USERS, folder, uuid: USERS, keepsHistory: false });
    await users;
    this.#open.set(USERS, users);
  }

  /** What was being deleted when the hub ended is deleted now. */
  async #sweep(): Promise<void> {
    const folder = join(this.#folder, 'databases');
    const left = (await readdir(folder)).filter((name) => name.endsWith('.deleted'));
    for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
  }

  names(): readonly string[] {
    return [USERS, ...this.#registry.keys()].toSorted();
  }

  /** The database of a name. Throws a `Problem` where there is none. */
  get(name: string): Promise<Database> {
    const known = this.#open.get(name);
    if (known) return known;
    const entry = this.#registry.get(name);
    if (!entry) return Promise.reject(notFound('Database does not exist.'));
    const folder = join(this.#folder, 'databases', entry.folder);
    const opening = Database.open({ name, folder, uuid: entry.uuid, keepsHistory: true });
    this.#open.set(name, opening);
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  has(name: string): boolean {
    return name === USERS || this.#registry.has(name);
  }

  /** Who may use a database; `_users` stays with the administrators. */
  security(name: string): Security {
    if (name === USERS) return NEW_DATABASE;
    const entry = this.#registry.get(name);
    if (!entry) throw notFound('Database does not exist.');
    return entry.security;
  }

  async create(name: string): Promise<void> {
    if (!NAME.test(name)) throw illegalName(name);
    await this.#change(() => {
      if (this.#registry.has(name)) {
        throw new Problem(412, 'file_exists', 'The database could not be created, the file already exists.');
      }
      const uuid = newUuid();
      this.#registry.set(name, { uuid, folder: `${encodeURIComponent(name)}.${uuid.slice(0, 8)}`, security: NEW_DATABASE });
    });
    await this.get(name);
  }

  async setSecurity(name: string, security: Security): Promise<void> {
    await this.#change(() => {
      const entry = this.#registry.get(name);
      if (!entry) throw notFound('Database does not exist.');
      this.#registry.set(name, { ...entry, security });
    });
  }

  async remove(name: string): Promise<void> {
    const entry = this.#registry.get(name);
    if (!entry) throw notFound('Database does not exist.');
    const database = await this.get(name);
    await this.#change(() => {
      if (!this.#registry.delete(name)) throw notFound('Database does not exist.');
      this.#open.delete(name);
    });
    await database.close();
    const folder = join(this.#folder, 'databases', entry.folder);
    await rename(folder, `${folder}.deleted`);
    await rm(`${folder}.deleted`, { recursive: true, force: true });
  }

  /** One change of the file after the other, each durable before it is answered. */
  #change(change: () => void): Promise<void> {
    return this.#oneAtATime(async () => {
      change();
      await writeJsonFile(join(this.#folder, 'databases.json'), Object.fromEntries(this.#registry));
    });
  }

  async close(): Promise<void> {
    await this.#oneAtATime(async () => undefined);
    for (const opening of this.#open.values()) await (await opening).close();
  }
}

const illegalName = (name: string): Problem =>
  new Problem(
    400,
    'illegal_database_name',
    `Name: '${name}'. Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed. Must begin with a letter.`,
  );
