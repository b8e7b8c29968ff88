import { isEntry, isStub, seqOf, type EntryId, type LedgerItem, type RecordId } from '#shared/ledger/entry';
import type { Run } from '#shared/ledger/holdings';
import { isJsonObject } from '#shared/ledger/json-check';
import { checkPage, packPages, parsePageId } from '#shared/ledger/page';
import type { StoredPage } from '../ledger-store';
import { t } from '#shared/values/texts';

/** Consecutive entries of one author. */
export type AuthorRange = readonly [first: number, last: number, by: RecordId];

/** A page of the server whose content is what its id says: what it holds, and who handed it in. */
export interface HandedRun extends Run {
  readonly id: string;
  readonly from: string;
  readonly authors: readonly AuthorRange[];
  /** Entries of which it tells only the place. */
  readonly stubs: readonly EntryId[];
}

/** A document that could not be used. `revisions`: others of the same id, one of which may be right. */
export interface OddRow {
  readonly id: string;
  readonly reason: string;
  readonly revisions: readonly string[];
}

/** An answer of `_changes` or `_all_docs` with documents, checked through and through: what is in `pages` can be taken up. */
export interface ReadBatch {
  /** Where the next `_changes` goes on. */
  readonly lastSeq: string | undefined;
  readonly rows: number;
  /** The items of all good documents, packed anew: typing leaves a page for each entry. */
  readonly pages: readonly StoredPage[];
  readonly runs: readonly HandedRun[];
  readonly odd: readonly OddRow[];
  /** Documents that an administrator removed. */
  readonly deleted: number;
  /** Ids that were asked for and are not there. */
  readonly absent: readonly string[];
}

/** Why an answer is not one. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Reads one answer. Never throws, whatever it is given. */
export function readBatch(text: string): ReadBatch | Unreadable {
  try {
    const answer: unknown = JSON.parse(text);
    if (!isJsonObject(answer)) return { unreadable: t('The server’s answer is not an object.') };
    const rows = answer['results'] ?? answer['rows'];
    if (!Array.isArray(rows)) return { unreadable: t('The server’s answer has no rows.') };
    return readRows(rows, seqText(answer['last_seq']));
  } catch (cause) {
    return {
      unreadable: t('The server’s answer cannot be read: {{value}}', { value: cause instanceof Error ? cause.message : String(cause) }),
    };
  }
}

/** Opaque to us: CouchDB gives a text, other servers a number. */
export const seqText = (seq: unknown): string | undefined =>
  typeof seq === 'string' ? seq : typeof seq === 'number' && Number.isFinite(seq) ? String(seq) : undefined;

function readRows(rows: readonly unknown[], lastSeq: string | undefined): ReadBatch {
  const items: LedgerItem[] = [];
  const runs: HandedRun[] = [];
  const odd: OddRow[] = [];
  const absent: string[] = [];
  let deleted = 0;
  for (const row of rows) {
    const { kind, ...read } = readRow(row);
    if (kind === 'deleted') deleted += 1;
    else if (kind === 'absent') absent.push(read.id);
    else if (kind === 'odd') odd.push({ id: read.id, reason: read.reason ?? '', revisions: read.revisions ?? [] });
    else if (kind === 'page' && read.items && read.run) {
      for (const item of read.items) items.push(item);
      runs.push(read.run);
    }
  }
  const pages = packPages(items).map(({ id, text }) => ({ id, entries: text }));
  return { lastSeq, rows: rows.length, pages, runs, odd, deleted, absent };
}

interface ReadRow {
  readonly kind: 'page' | 'odd' | 'deleted' | 'absent' | 'design';
  readonly id: string;
  readonly reason?: string;
  readonly revisions?: readonly string[];
  readonly items?: readonly LedgerItem[];
  readonly run?: HandedRun;
}

function readRow(row: unknown): ReadRow {
  if (!isJsonObject(row)) return { kind: 'odd', id: '?', reason: t('not a row') };
  const id = nameOf(row['id'] ?? row['key']);
  if (id.startsWith('_design/')) return { kind: 'design', id };
  if (row['error'] !== undefined) return { kind: 'absent', id };
  if (row['deleted'] === true || (isJsonObject(row['value']) && row['value']['deleted'] === true)) return { kind: 'deleted', id };
  return readDocument(id, row['doc']);
}

/** One document: a page whose content its id proves, or why it is none. */
export function readDocument(id: string, doc: unknown): ReadRow {
  const place = parsePageId(id);
  if (!isJsonObject(doc)) return { kind: 'odd', id, reason: t('it came without its content') };
  const odd = (reason: string): ReadRow => ({ kind: 'odd', id, reason, revisions: conflictsOf(doc) });
  if (place === undefined) return odd(t('its id is not that of a page'));
  const { from, entries } = doc;
  if (typeof from !== 'string' || from === '' || from.length > MOST_NAME) return odd(t('it does not say who handed it in'));
  if (!Array.isArray(entries)) return odd(t('it has no entries'));
  const checked = checkPage(id, entries);
  if (!checked.ok) return odd(checked.error.reason);
  const stubs = checked.value.filter(isStub).map((stub) => stub.id);
  return { kind: 'page', id, items: checked.value, run: { ...place, id, from, authors: authorsOf(checked.value), stubs } };
}

/** Who wrote consecutive items, as they say themselves. */
export function authorsOf(items: readonly LedgerItem[]): readonly AuthorRange[] {
  const ranges: [number, number, RecordId][] = [];
  for (const item of items) {
    if (!isEntry(item)) continue;
    const [seq, before] = [seqOf(item.id), ranges.at(-1)];
    if (before?.[2] === item.by && before[1] === seq - 1) before[1] = seq;
    else ranges.push([seq, seq, item.by]);
  }
  return ranges;
}

const MOST_NAME = 256;
const MOST_REVISIONS = 10;

const nameOf = (id: unknown): string => (typeof id === 'string' ? id.slice(0, MOST_NAME) : '?');

function conflictsOf({ _conflicts: conflicts }: { readonly [key: string]: unknown }): readonly string[] {
  if (!Array.isArray(conflicts)) return [];
  return conflicts.filter((rev): rev is string => typeof rev === 'string' && /^\d{1,9}-[\w-]{1,64}$/u.test(rev)).slice(0, MOST_REVISIONS);
}
