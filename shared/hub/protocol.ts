import type { LedgerName } from '../ledger/entry';
import type { PageId } from '../ledger/page';

/** The databases of one workspace on a server: a ledger and its files are readable together, or not at all. */
export const DATABASE_KINDS = ['team', 'finance', 'files', 'finance-files'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** Short name of a workspace on a server, part of its databases' names. Without `-`, which separates the kind. */
export type WorkspaceName = string;

const WORKSPACE_NAME = /^[a-z][a-z0-9_]{1,39}$/u;
export const isWorkspaceName = (name: string): boolean => WORKSPACE_NAME.test(name);

/** A workspace name made of what a firm is called: "Halden & Pryce" → `halden_pryce`. */
export function proposeWorkspaceName(title: string): WorkspaceName {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.replaceAll(/[^a-z0-9]+/gu, '_').replaceAll(/^[^a-z]+|_+$/gu, '');
  return isWorkspaceName(words.slice(0, 40)) ? words.slice(0, 40) : 'workspace';
}

export const databaseOf = (workspace: WorkspaceName, kind: DatabaseKind): string => `${workspace}-${kind}`;

/** Which ledger a database belongs to: who may read the one may read the other. */
export const ledgerOfDatabase = (kind: DatabaseKind): LedgerName => (kind === 'finance' || kind === 'finance-files' ? 'finance' : 'team');
export const pagesDatabaseOf = (ledger: LedgerName): DatabaseKind => ledger;
export const filesDatabaseOf = (ledger: LedgerName): DatabaseKind => (ledger === 'team' ? 'files' : 'finance-files');

/** Names of users: what CouchDB allows less what would need quoting anywhere. */
const USER_NAME = /^[a-z0-9][a-z0-9._@-]{0,63}$/u;
export const isUserName = (name: string): boolean => USER_NAME.test(name);

/** A page as it travels. Its id fixes `entries`; `from` is the signed-in user who handed it in. */
export interface PageDocument {
  readonly _id: PageId;
  readonly from: string;
  readonly entries: readonly unknown[];
}

/** A file as it travels: this head, and parts of base64 text under `${id}/0`, `${id}/1`, … */
export interface FileHeadDocument {
  /** `file:<sha-256 of the bytes>` */
  readonly _id: string;
  readonly from: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface FilePartDocument {
  readonly _id: string;
  readonly from: string;
  readonly body: string;
}

/** The design document that provisioning writes: validation, and what the workspace is called. */
export const DESIGN_ID = '_design/throughline';

/** The most documents and bytes (UTF-8) of one `_bulk_docs` request; a server may want less and says 413. */
export const MAX_BATCH_DOCUMENTS = 100;
export const MAX_BATCH_BYTES = 4 * 1024 * 1024;

/** The most characters of a part's `body`: a mebibyte, in base64. */
export const MAX_FILE_PART_CHARS = 1_400_000;
/** The most characters of a file's name, and of its type. */
export const MAX_FILE_NAME = 1_000;
/** `file:<sha-256>/2`: the third part of a file. */
export const filePartId = (file: string, part: number): string => `${file}/${part}`;
