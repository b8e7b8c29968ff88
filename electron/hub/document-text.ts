import { isObjectText, membersOf, type JsonText } from './json-text';
import { badRequest, Problem } from './problem';

/** The ancestry of a revision, newest first: `start` is the number of the first of `ids`. */
export interface Revisions {
  readonly start: number;
  readonly ids: readonly string[];
}

/** A document as somebody sent it. `text` are its own members, joined by commas, as they were sent. */
export interface SentDocument {
  readonly id: string | undefined;
  readonly rev: string | undefined;
  readonly revisions: Revisions | undefined;
  readonly deleted: boolean;
  readonly text: JsonText;
}

/** What the database says about a document besides its own members. */
export interface DocumentFacts {
  readonly _id: string;
  readonly _rev?: string | undefined;
  readonly _deleted?: boolean | undefined;
  readonly _revisions?: Revisions | undefined;
  readonly _conflicts?: readonly string[] | undefined;
  readonly _revs_info?: unknown;
}

/** It stands in headers too, so only plain characters. */
const REVISION = /^\d{1,9}-[\w.:+~]{1,128}$/u;
export const isRevision = (text: unknown): text is string => typeof text === 'string' && REVISION.test(text);

/** What CouchDB adds to documents that it gives out; sent back, it means nothing. */
const IGNORED = new Set(['_revs_info', '_conflicts', '_deleted_conflicts', '_local_seq']);

/** Takes a document's own members apart from those that start with `_`. Throws a `Problem` where CouchDB would. */
export function readDocument(json: JsonText): SentDocument {
  if (!isObjectText(json)) throw badRequest('Document must be a JSON object');
  const own: JsonText[] = [];
  const special = new Map<string, unknown>();
  for (const { key, value, member } of membersOf(json)) {
    if (!key.startsWith('_') || key === '__proto__') own.push(member);
    else special.set(key, JSON.parse(value));
  }
  for (const [key, value] of special) checkSpecial(key, value);
  const revisions = special.get('_revisions');
  return {
    id: idOf(special.get('_id')),
    rev: revOf(special.get('_rev')),
    revisions: revisions === undefined ? undefined : revisionsOf(revisions),
    deleted: special.get('_deleted') === true,
    text: own.join(','),
  };
}

function checkSpecial(key: string, value: unknown): void {
  if (['_id', '_rev', '_revisions', '_deleted'].includes(key) || IGNORED.has(key)) return;
  if (key !== '_attachments') throw new Problem(400, 'doc_validation', `Bad special document member: ${key}`);
  if (typeof value !== 'object' || value === null || Object.keys(value).length > 0) throw badRequest('This server keeps no attachments.');
}

function idOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Problem(400, 'illegal_docid', 'Document id must be a string');
  checkId(value);
  return value;
}

/** Refuses ids that CouchDB refuses. */
export function checkId(id: string): void {
  if (id === '') throw new Problem(400, 'illegal_docid', 'Document id must not be empty');
  if (id === '_design/' || id === '_local/') throw new Problem(400, 'illegal_docid', `Illegal document id \`${id}\``);
  if (id.startsWith('_') && !id.startsWith('_design/') && !id.startsWith('_local/')) {
    throw new Problem(400, 'illegal_docid', 'Only reserved document ids may start with underscore.');
  }
}

function revOf(value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (!isRevision(value)) throw badRequest('Invalid rev format');
  return value;
}

function revisionsOf(value: unknown): Revisions {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('ids' in value)) throw badRevisions();
  const { start, ids } = value;
  if (typeof start !== 'number' || !Number.isInteger(start) || start < 0 || start > 999_999_999) throw badRevisions();
  if (!Array.isArray(ids) || ids.length > start || ids.length > 1000) throw badRevisions();
  const known = ids.filter((id): id is string => isRevision(`1-${String(id)}`) && typeof id === 'string');
  if (known.length !== ids.length) throw badRevisions();
  return { start, ids: known };
}

const badRevisions = (): Problem => new Problem(400, 'doc_validation', '_revisions must name a start and as many ids at most');

/** The JSON text of a document: what the database says of it, then its own members as they were sent. */
export function printDocument(facts: DocumentFacts, text: JsonText): JsonText {
  const head = JSON.stringify(facts).slice(0, -1);
  return text === '' ? `${head}}` : `${head},${text}}`;
}
