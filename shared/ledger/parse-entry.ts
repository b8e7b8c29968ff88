import { err, ok, type Result } from '../values/result';
import { parseAt } from './clock';
import { entryIdOf, deviceOf, isEntryId, MAX_SEQ, seqOf, type Entry, type EntryId, type LedgerItem } from './entry';
import { hashEntry } from './hash';
import { isJsonObject, jsonProblem } from './json-check';
import { MAX_EDITS, MAX_ENTRY_BYTES, MAX_NAME, MAX_OVER, MAX_SERIES } from './limits';

/** What arrived and cannot be folded: kept as it was, with the reason, so that it can be shown and exported. */
export interface Quarantined {
  readonly reason: string;
  /** The id that it claims, if it claims a proper one. */
  readonly id?: EntryId;
  readonly raw: unknown;
}

type Unparsed = { readonly [key: string]: unknown };
/** Names what is wrong, or undefined. */
type Check = (value: unknown) => string | undefined;

const HASH = /^[0-9a-f]{64}$/u;
const SALT = /^[0-9a-f]{32}$/u;
const DEVICE = /^[0-9a-f]{16}$/u;
const RECORD_ID = /^[A-Za-z][A-Za-z0-9_-]*:[!-~]+$/u;

/**
 * LAW 7, totality: whatever arrives comes out as an item whose content its id proves, or in quarantine with the reason;
 * nothing throws and nothing is dropped. The item is the object that was received: unknown keys stay on it.
 */
export function parseItem(raw: unknown): Result<LedgerItem, Quarantined> {
  const reason = itemProblem(raw);
  if (reason === undefined) return ok(raw as LedgerItem);
  const id = isJsonObject(raw) ? raw['id'] : undefined;
  return err({ reason, raw, ...(isEntryId(id) ? { id } : {}) });
}

/** Like `parseItem`, for an entry of this version in full. */
export function parseEntry(raw: unknown): Result<Entry, Quarantined> {
  const item = parseItem(raw);
  if (!item.ok) return item;
  return 'v' in item.value && item.value.v === 1 ? ok(item.value as Entry) : err({ reason: 'not an entry of this version', raw });
}

/** Sorts what arrived into items to fold and things to quarantine. Together they are always everything. */
export function admit(raws: readonly unknown[]): { readonly items: readonly LedgerItem[]; readonly quarantined: readonly Quarantined[] } {
  const items: LedgerItem[] = [];
  const quarantined: Quarantined[] = [];
  for (const raw of raws) {
    const parsed = parseItem(raw);
    if (parsed.ok) items.push(parsed.value);
    else quarantined.push(parsed.error);
  }
  return { items, quarantined };
}

function itemProblem(raw: unknown): string | undefined {
  if (!isJsonObject(raw)) return 'not an object';
  const { id, v, prev } = raw;
  const malformed = jsonProblem(raw);
  if (malformed !== undefined) return malformed;
  if (!isEntryId(id)) return 'the id is not an entry id';
  if (typeof prev !== 'string' || (seqOf(id) === 1 ? prev !== '' : !HASH.test(prev))) return 'prev is not the hash of an entry before it';
  if (v === undefined) return stubProblem(raw, id);
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return 'v is not a version';
  const shape = v === 1 ? entryProblem(raw) : undefined;
  return shape ?? contentProblem(raw, id);
}

function stubProblem(raw: Unparsed, id: EntryId): string | undefined {
  const hash = raw['hash'];
  if (typeof hash !== 'string' || !HASH.test(hash)) return 'neither an entry nor a stub';
  return entryIdOf(deviceOf(id), seqOf(id), hash) === id ? undefined : 'the id does not match the hash of the stub';
}

function contentProblem(raw: Unparsed, id: EntryId): string | undefined {
  const { hash, bytes } = hashEntry(raw);
  if (bytes > MAX_ENTRY_BYTES) return 'too large';
  return entryIdOf(deviceOf(id), seqOf(id), hash) === id ? undefined : 'the content does not match the id';
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME;
const isRecordId = (value: unknown): boolean => isName(value) && RECORD_ID.test(value);
// `__proto__` as a field would be a prototype, not a value, in whatever reads the record later.
const isFieldName = (value: unknown): boolean => isName(value) && value !== '__proto__';

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);
const must =
  (holds: (value: unknown) => boolean, reason: string): Check =>
  (value) =>
    holds(value) ? undefined : reason;
const listOf =
  (check: Check, most: number, reason: string): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return reason;
    for (const item of value) {
      const problem = check(item);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

const entryId = must(isEntryId, 'names what is not an entry');
const recordId = must(isRecordId, 'names what is not a record');

const HEADER: readonly (readonly [key: string, check: Check])[] = [
  ['at', must((at) => typeof at === 'string' && parseAt(at) !== undefined, 'at is not a time')],
  ['by', recordId],
  ['act', must(isName, 'act is not a verb')],
  ['deal', optional(recordId)],
  ['account', optional(recordId)],
  ['why', optional(must((why) => typeof why === 'string', 'why is not a text'))],
  ['series', optional(seriesProblem)],
  ['have', optional(haveProblem)],
  ['undoes', optional(listOf(entryId, Infinity, 'undoes is not a list of entries'))],
  ['withdraws', optional(listOf(entryId, Infinity, 'withdraws is not a list of entries'))],
  ['redacts', optional(listOf(redactionProblem, Infinity, 'redacts is not a list of edits'))],
];

function entryProblem(raw: Unparsed): string | undefined {
  for (const [key, check] of HEADER) {
    const problem = check(raw[key]);
    if (problem !== undefined) return problem;
  }
  const edits = raw['edits'];
  if (!Array.isArray(edits)) return 'edits is not a list';
  if (edits.length > MAX_EDITS) return `more than ${MAX_EDITS} edits`;
  const records = new Set<unknown>();
  for (const edit of edits) {
    const problem = editProblem(edit);
    if (problem !== undefined) return problem;
    records.add((edit as Unparsed)['record']);
  }
  return records.size === edits.length ? undefined : 'two edits of one record';
}

function editProblem(edit: unknown): string | undefined {
  if (!isJsonObject(edit)) return 'an edit is not an object';
  const { record, set, over, salt } = edit;
  const named = recordId(record) ?? overProblem(over);
  if (named !== undefined) return named;
  if (set === undefined) return redactedProblem(edit);
  if (!isJsonObject(set) || !Object.keys(set).every(isFieldName)) return 'set is not a map of fields';
  return typeof salt === 'string' && SALT.test(salt) ? undefined : 'an edit has no salt';
}

function redactedProblem({ fields, digest }: Unparsed): string | undefined {
  if (!Array.isArray(fields) || !fields.every(isFieldName)) return 'an edit sets nothing';
  return typeof digest === 'string' && HASH.test(digest) ? undefined : 'a redacted edit has no digest';
}

const overList = listOf(entryId, MAX_OVER, 'over is not a list of entries');

function overProblem(over: unknown): string | undefined {
  if (over === undefined) return undefined;
  if (!isJsonObject(over)) return 'over is not a map of fields';
  for (const field of Object.keys(over)) {
    const problem = isFieldName(field) ? overList(over[field]) : 'over names what is not a field';
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function seriesProblem(series: unknown): string | undefined {
  if (!isJsonObject(series)) return 'series is not an object';
  const { id, n, of } = series;
  const counts = Number.isInteger(n) && Number.isInteger(of) && Number(n) >= 1 && Number(n) <= Number(of) && Number(of) <= MAX_SERIES;
  return isName(id) && counts ? undefined : 'series has no proper place';
}

function redactionProblem(target: unknown): string | undefined {
  if (!isJsonObject(target)) return 'redacts is not a list of edits';
  return entryId(target['entry']) ?? recordId(target['record']);
}

function haveProblem(have: unknown): string | undefined {
  if (!isJsonObject(have)) return 'have is not an object';
  for (const device of Object.keys(have)) {
    const state = have[device];
    if (!DEVICE.test(device) || !isJsonObject(state) || !Array.isArray(state['tips'])) return 'have does not name devices and tips';
    if (!state['tips'].every(isTip)) return 'a tip has no seq and hash';
  }
  return undefined;
}

function isTip(tip: unknown): boolean {
  if (!isJsonObject(tip)) return false;
  const { seq, hash, from } = tip;
  const place = (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_SEQ;
  return place(seq) && typeof hash === 'string' && HASH.test(hash) && (from === undefined || (place(from) && Number(from) <= Number(seq)));
}
