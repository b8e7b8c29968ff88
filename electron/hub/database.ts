import { randomBytes } from 'node:crypto';
import { collectLeaves, revExists } from 'pouchdb-merge';
import { isRevision, type SentDocument } from './document-text';
import type { JsonText } from './json-text';
import { Lanes } from './lanes';
import { compactFiles, openPouch, type AllDocsOptions, type AllDocsRow, type ChangeRow, type Pouch, type Stored } from './level-store';
import { badRequest, conflict, notFound } from './problem';
import { purgeRevisions } from './purge';
import type { Security, User } from './security';
import { validationSource, Validation, type Proposal, type Refusal } from './validation';
import { isMissing, printStored, stored, treeOf, type BatchRow } from './write-batch';
import { WriteQueue } from './write-queue';

/** Part of the changes feed, and where it ends. */
export interface ChangesPage {
  readonly rows: readonly ChangeRow[];
  /** Ask from here next. */
  readonly last: number;
  readonly pending: number;
}

export interface ChangesWish {
  readonly since: number;
  readonly limit: number;
  readonly includeDocs: boolean;
  readonly conflicts: boolean;
  readonly style: 'main_only' | 'all_docs';
}

/** What a database is besides its documents. */
export interface DatabaseFacts {
  readonly name: string;
  readonly folder: string;
  readonly uuid: string;
  /** False where replaced revisions are dropped at once: users, whose old password hashes nobody needs. */
  readonly keepsHistory: boolean;
}

/** One database: the documents in PouchDB, the rules about them, and who waits for a change. */
export class Database {
  readonly facts: DatabaseFacts;
  readonly #lanes = new Lanes();
  readonly #queue = new WriteQueue(
    this.#lanes,
    () => this.#pouch,
    (ids) => this.#written(ids),
  );
  #pouch: Pouch;
  #validation: Validation;
  #updates: number;
  #compactions = 0;
  readonly #waiting = new Set<() => void>();

  private constructor(facts: DatabaseFacts, pouch: Pouch, validation: Validation, updates: number) {
    this.facts = facts;
    this.#pouch = pouch;
    this.#validation = validation;
    this.#updates = updates;
  }

  static async open(facts: DatabaseFacts): Promise<Database> {
    const pouch = await openPouch(facts.folder, facts);
    return new Database(facts, pouch, await validationOf(pouch), (await pouch.info()).update_seq);
  }

  /** Writes what may be written and says what may not. */
  write(
    documents: readonly SentDocument[],
    by: { readonly user: User; readonly security: Security; readonly newEdits: boolean },
    check?: (proposal: Proposal) => Refusal | undefined,
  ): Promise<readonly BatchRow[]> {
    // The rules are read when the batch's turn comes: a design document before it may have changed them.
    return this.#queue.add({ documents, ...by, database: this.facts.name, validation: () => this.#validation, check });
  }

  /** A document, or one revision of it. Throws a `Problem` where there is none. */
  async get(
    id: string,
    options: { rev?: string; revs?: boolean; conflicts?: boolean; latest?: boolean; revs_info?: boolean } = {},
  ): Promise<Stored> {
    if (options.rev !== undefined && !isRevision(options.rev)) throw badRequest('Invalid rev format');
    try {
      return await this.#lanes.read(() => this.#pouch.get(id, options));
    } catch (error) {
      if (isMissing(error)) throw notFound(isDeleted(error) ? 'deleted' : 'missing');
      throw error;
    }
  }

  /** All leaves of a document, or the named revisions: found or not. */
  openRevisions(
    id: string,
    wanted: 'all' | readonly string[],
    options: { revs: boolean; latest: boolean },
  ): Promise<readonly ({ readonly ok: Stored } | { readonly missing: string })[]> {
    return this.#lanes.read(async () => {
      const tree = await treeOf(this.#pouch, id);
      if (wanted === 'all' && !tree) throw notFound('missing');
      const revs = wanted === 'all' ? collectLeaves(tree ?? []).map(({ rev }) => rev) : wanted;
      const found = new Map<string, { readonly ok: Stored } | { readonly missing: string }>();
      for (const rev of revs) {
        const isHere = tree !== undefined && isRevision(rev) && revExists(tree, rev);
        const document = isHere ? await this.#revision(id, rev, options) : undefined;
        found.set(document?._rev ?? rev, document ? { ok: document } : { missing: rev });
      }
      return [...found.values()];
    });
  }

  async #revision(id: string, rev: string, options: { revs: boolean; latest: boolean }): Promise<Stored | undefined> {
    if (!(await stored(this.#pouch, id, rev)) && !options.latest) return undefined;
    try {
      return await this.#pouch.get(id, { rev, ...options });
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  allDocs(options: AllDocsOptions): Promise<{ readonly total: number; readonly rows: readonly AllDocsRow[] }> {
    return this.#lanes.read(async () => {
      const { total_rows: total, rows } = await this.#pouch.allDocs(options);
      return { total, rows };
    });
  }

  /** At most `limit` changes behind `since`. A `since` that lies ahead, as after a restore, is answered with nothing. */
  changes({ since, limit, includeDocs, conflicts, style }: ChangesWish): Promise<ChangesPage> {
    return this.#lanes.read(async () => {
      const updates = this.#updates;
      if (since >= updates) return { rows: [], last: updates, pending: 0 };
      const wish = { since, limit, include_docs: includeDocs, conflicts, style, descending: false };
      const { results } = await this.#pouch.changes(wish);
      const isAll = results.length < limit;
      const seen = results.at(-1)?.seq ?? since;
      const last = isAll ? Math.max(updates, seen) : seen;
      return { rows: results, last, pending: Math.max(0, this.#updates - last) };
    });
  }

  /** The number of the latest change. */
  get updates(): number {
    return this.#updates;
  }

  /** Calls `wake` at the next change, once; the answer calls it off. */
  onChange(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => this.#waiting.delete(wake);
  }

  /** The revisions that are not here, of those named. */
  missingRevisions(wanted: ReadonlyMap<string, readonly string[]>): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#lanes.read(async () => {
      const missing = new Map<string, readonly string[]>();
      for (const [id, revs] of wanted) {
        const tree = await treeOf(this.#pouch, id);
        const absent = revs.filter((rev) => !tree || !revExists(tree, rev));
        if (absent.length > 0) missing.set(id, absent);
      }
      return missing;
    });
  }

  /** Writes a document that is never replicated; `rev` is the one it replaces. */
  async putLocal(id: string, rev: string | undefined, text: JsonText): Promise<string> {
    try {
      return await this.#lanes.write(async () => (await this.#pouch.put({ _id: id, ...(rev !== undefined && { _rev: rev }), text })).rev);
    } catch (error) {
      throw isConflict(error) ? conflict() : error;
    }
  }

  async removeLocal(id: string, rev: string): Promise<void> {
    try {
      await this.#lanes.write(() => this.#pouch.remove(id, rev));
    } catch (error) {
      if (isMissing(error)) throw notFound('missing');
      throw isConflict(error) ? conflict() : error;
    }
  }

  /** Documents, without the deleted ones. */
  async count(): Promise<number> {
    return (await this.#lanes.read(() => this.#pouch.info())).doc_count;
  }

  /** Removes revisions as if they had never been; the answer names those that were here. Purged text is gone from the files too. */
  purge(wanted: ReadonlyMap<string, readonly string[]>): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#lanes.alone(async () => {
      const purged = await purgeRevisions(this.facts.folder, wanted);
      await compactFiles(this.facts.folder);
      await this.#reopen();
      return purged;
    });
  }

  /** Drops replaced revisions and gives their space back. */
  compact(): Promise<void> {
    return this.#lanes.read(async () => {
      this.#compactions += 1;
      try {
        await this.#pouch.compact();
        await compactFiles(this.facts.folder);
      } finally {
        this.#compactions -= 1;
      }
    });
  }

  get isCompacting(): boolean {
    return this.#compactions > 0;
  }

  close(): Promise<void> {
    return this.#lanes.close(async () => {
      this.#wakeAll();
      await this.#pouch.close();
    }, notFound('Database does not exist.'));
  }

  /** PouchDB counts documents in memory, so it must read again what was changed behind its back. */
  async #reopen(): Promise<void> {
    await this.#pouch.close();
    this.#pouch = await openPouch(this.facts.folder, this.facts);
    this.#validation = await validationOf(this.#pouch);
  }

  async #written(ids: readonly string[]): Promise<void> {
    if (ids.some((id) => id.startsWith('_design/'))) this.#validation = await validationOf(this.#pouch);
    const before = this.#updates;
    this.#updates = (await this.#pouch.info()).update_seq;
    if (this.#updates !== before) this.#wakeAll();
  }

  #wakeAll(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}

async function validationOf(pouch: Pouch): Promise<Validation> {
  const { rows } = await pouch.allDocs({ startkey: '_design/', endkey: '_design0', include_docs: true });
  const sources = rows.flatMap(({ doc }) => (doc ? [validationSource(printStored(doc))] : []));
  return new Validation(sources.filter((source) => source !== undefined));
}

const isDeleted = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'reason' in error && error.reason === 'deleted';

const isConflict = (error: unknown): boolean => typeof error === 'object' && error !== null && 'status' in error && error.status === 409;

export const newUuid = (): string => randomBytes(16).toString('hex');
