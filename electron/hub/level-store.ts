import leveldown from 'leveldown';
import LevelAdapter from 'pouchdb-adapter-leveldb-core';
import PouchDB from 'pouchdb-core';
import type { RevisionTree } from 'pouchdb-merge';
import type { Revisions } from './document-text';
import type { JsonText } from './json-text';

/** How a document lies in PouchDB: its own members as one text, so that PouchDB neither reads nor changes them. */
export interface Stored {
  readonly _id: string;
  readonly _rev?: string | undefined;
  readonly _deleted?: boolean | undefined;
  readonly _revisions?: Revisions | undefined;
  readonly _conflicts?: readonly string[] | undefined;
  readonly text?: JsonText | undefined;
}

export interface WriteRow {
  readonly ok?: true;
  readonly id: string;
  readonly rev?: string;
  readonly error?: boolean | string;
  readonly name?: string;
  readonly status?: number;
  readonly message?: string;
}

export interface AllDocsOptions {
  readonly startkey?: string;
  readonly endkey?: string;
  readonly inclusive_end?: boolean;
  readonly keys?: readonly string[];
  readonly limit?: number;
  readonly skip?: number;
  readonly descending?: boolean;
  readonly include_docs?: boolean;
  readonly conflicts?: boolean;
}

export interface AllDocsRow {
  readonly id?: string;
  readonly key: string;
  readonly value?: { readonly rev: string; readonly deleted?: boolean };
  readonly doc?: Stored | null;
  readonly error?: string;
}

export interface ChangeRow {
  readonly seq: number;
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: boolean;
  readonly doc?: Stored;
}

/** The part of PouchDB that the hub uses. */
export interface Pouch {
  get(id: string, options?: { rev?: string; revs?: boolean; latest?: boolean; conflicts?: boolean; revs_info?: boolean }): Promise<Stored>;
  put(document: Stored): Promise<{ readonly rev: string }>;
  remove(id: string, rev: string): Promise<{ readonly rev: string }>;
  bulkDocs(documents: readonly Stored[], options: { readonly new_edits: boolean }): Promise<readonly WriteRow[]>;
  allDocs(options: AllDocsOptions): Promise<{ readonly total_rows: number; readonly rows: readonly AllDocsRow[] }>;
  changes(options: {
    readonly since: number;
    readonly limit: number;
    readonly include_docs: boolean;
    readonly conflicts: boolean;
    readonly descending: boolean;
    readonly style: 'main_only' | 'all_docs';
  }): PromiseLike<{ readonly results: readonly ChangeRow[] }>;
  info(): Promise<{ readonly doc_count: number; readonly update_seq: number }>;
  compact(): Promise<unknown>;
  close(): Promise<void>;
  _getRevisionTree(id: string, done: (error: unknown, tree?: RevisionTree) => void): void;
}

/** Levels that are open, by folder. */
const openLevels = new Map<string, Level>();
export type Level = ReturnType<typeof leveldown>;

/**
 * LevelDB that answers a write when it lies on the disk, not when the system promises to bring it there: what the hub
 * has acknowledged survives the machine's end too. A batch of documents is one such write.
 */
function durableLevel(folder: string): Level {
  const level = leveldown(folder);
  const { _batch: batch, _put: put, _open: start, _close: end } = level;
  level._batch = (operations, options, done) => batch.call(level, operations, { ...options, sync: true }, done);
  level._put = (key, value, options, done) => put.call(level, key, value, { ...options, sync: true }, done);
  level._open = (options, done) =>
    start.call(level, options, (error) => {
      if (!error) openLevels.set(folder, level);
      done(error);
    });
  level._close = (done) => {
    openLevels.delete(folder);
    end.call(level, done);
  };
  return level;
}

const adapter = Object.assign(
  function durableAdapter(this: unknown, options: object, done: (error: unknown) => void): void {
    LevelAdapter.call(this, { ...options, db: durableLevel }, done);
  },
  { valid: () => true, use_prefix: false },
);
PouchDB.adapter('durable', adapter, false);

/** Opens the database of a folder, or makes it. Fails where another process has it open. */
export async function openPouch(folder: string, options: { readonly keepsHistory: boolean }): Promise<Pouch> {
  // PouchDB would share it within this process; then two hubs would not hear of each other's changes.
  if (openLevels.has(folder)) throw new Error(`${folder}: lock held by this process`);
  const pouch = new PouchDB(folder, { adapter: 'durable', auto_compaction: !options.keepsHistory }) as Pouch;
  await pouch.info();
  return pouch;
}

/** True where opening failed because another process holds the folder. */
export const isLocked = (error: unknown): boolean => error instanceof Error && /lock /iu.test(error.message);

/** The open LevelDB of a folder, for what PouchDB has no door for. */
export function levelOf(folder: string): Level {
  const level = openLevels.get(folder);
  if (!level) throw new Error(`${folder} is not open.`);
  return level;
}

/** Gives the space of what was removed back, and makes it unreadable in the files. */
export function compactFiles(folder: string): Promise<void> {
  const level = levelOf(folder);
  return new Promise((resolve, reject) => {
    level.compactRange('\u0000', '\u{10FFFF}', (error) => (error ? reject(error) : resolve()));
  });
}
