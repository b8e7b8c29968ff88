import {
  deviceOf,
  isEntry,
  isRedacted,
  isStub,
  type Edit,
  type Entry,
  type EntryId,
  type LedgerItem,
  type RecordId,
} from '#shared/ledger/entry';
import { redactItems } from '#shared/ledger/redact';
import { fullHashOf } from '#shared/ledger/verify-chain';
import { withoutWithdrawn } from '#shared/ledger/withdrawn';
import type { OpenLedger } from './open-ledger';
import type { FileId } from './export-scope';

/** One place of a chain, without the content that stands there: enough to decide what an export takes, and to leave a stub. */
export interface Place {
  readonly id: EntryId;
  readonly prev: string;
  readonly hash: string;
  /** The page that holds it, as it was when it was read. */
  readonly page: string;
  /** False for a stub: nothing but the place is held here. */
  readonly isHeld: boolean;
  /** The hybrid time of an entry; absent where this version cannot read it. */
  readonly at: string | undefined;
  readonly by: RecordId | undefined;
  /** The deal and the account under which it was filed. */
  readonly filed: readonly RecordId[];
  readonly records: readonly RecordId[];
  readonly series: string | undefined;
  readonly files: readonly FileId[];
  /** Entries in whose place a stub is no gap once this one is known: those that it withdraws or redacts. */
  readonly explains: readonly EntryId[];
}

/** Which records ever named which, over all ledgers. */
export interface Names {
  /** Whatever belongs or belonged to a record: to a deal, a proposal, an account… */
  readonly belonging: Map<RecordId, Set<RecordId>>;
  /** The people, contacts and accounts by which a record is read. */
  readonly readBy: Map<RecordId, Set<RecordId>>;
}

export const noNames = (): Names => ({ belonging: new Map(), readBy: new Map() });

/** Fields by which a record says what it belongs to. `target`: the record that a row of an import became. */
const OWNERS = new Set(['deal', 'proposal', 'invoice', 'milestone', 'blueprint', 'account', 'target']);
const READ_BY = /^(?:account|contact|person):/u;
const RECORD_ID = /^[A-Za-z]+:[0-9A-Za-z]+$/u;
const FILE_ID = /^file:[0-9a-f]{64}$/u;
const LONGEST_ID = 80;
const BATCH = 20;

/**
 * Reads every page of a ledger once, and gives every place in the order of its chain. No hash is computed but that of the
 * last item of a page: every other stands in the item after it.
 */
export async function surveyOf(
  ledger: OpenLedger,
  names: Names,
  breathe: () => Promise<unknown>,
  pageRead: () => void,
): Promise<readonly Place[]> {
  const places = new Map<EntryId, Place>();
  for await (const { id: page, items } of pagesOf(ledger)) {
    for (const [at, item] of items.entries()) {
      const known = places.get(item.id);
      if (known !== undefined && (known.isHeld || isStub(item))) continue;
      const hash = items[at + 1]?.prev ?? known?.hash ?? fullHashOf(item);
      places.set(item.id, placeOf(item, hash, page, names));
    }
    pageRead();
    await breathe();
  }
  return inOrder([...places.values()]);
}

/** Pages come in the order of their ids, so the places nearly always stand in order already. */
function inOrder(places: Place[]): readonly Place[] {
  const isInOrder = places.every(({ id }, at) => at === 0 || (places[at - 1]?.id ?? '') < id);
  return isInOrder ? places : places.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Every page on disk, redactions and withdrawals applied. Where pages are folded into fuller ones meanwhile, those are read
 * too: a fuller page is always written before the small ones are taken away.
 */
export async function* pagesOf(ledger: OpenLedger): AsyncGenerator<{ readonly id: string; readonly items: readonly LedgerItem[] }> {
  const read = new Set<string>();
  for (;;) {
    const ids = (await ledger.shelf.ids()).filter((id) => !read.has(id));
    if (ids.length === 0) return;
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      for (const id of batch) read.add(id);
      const pages = await ledger.itemsOf(batch);
      for (const { id, items } of pages.toSorted((a, b) => (a.id < b.id ? -1 : 1))) yield { id, items: asKnown(items, ledger) };
    }
  }
}

/** Items as they may leave this device: without what was redacted, and without what its own author took back. */
export const asKnown = (items: readonly LedgerItem[], { fold }: OpenLedger): readonly LedgerItem[] =>
  redactItems(withoutWithdrawn(items, fold.withdrawals()), fold.redactions());

const NONE: readonly never[] = [];

function placeOf(item: LedgerItem, hash: string, page: string, names: Names): Place {
  const entry = isEntry(item) ? item : undefined;
  const files: FileId[] = [];
  for (const edit of entry?.edits ?? NONE) if (!isRedacted(edit)) noteNames(edit, names, files);
  return {
    id: item.id,
    prev: item.prev,
    hash,
    page,
    isHeld: !isStub(item),
    at: entry?.at,
    by: entry?.by,
    filed: entry ? filedUnder(entry) : NONE,
    records: entry ? entry.edits.map(({ record }) => record) : NONE,
    series: entry?.series && `${deviceOf(item.id)} ${entry.series.id}`,
    files: files.length > 0 ? files : NONE,
    explains: entry ? explainedBy(entry) : NONE,
  };
}

const filedUnder = ({ deal, account }: Entry): readonly RecordId[] =>
  deal === undefined && account === undefined ? NONE : [deal, account].filter((id) => id !== undefined);

const explainedBy = ({ withdraws, redacts }: Entry): readonly EntryId[] =>
  withdraws || redacts ? [...(withdraws ?? []), ...(redacts ?? []).map(({ entry }) => entry)] : NONE;

function noteNames({ record, set }: Edit, names: Names, files: FileId[]): void {
  for (const field in set) {
    const value = set[field];
    const named = value === true ? field.slice(field.indexOf('/') + 1) : value;
    if (typeof named !== 'string' || named.length > LONGEST_ID || !named.includes(':')) continue;
    if (FILE_ID.test(named)) files.push(named as FileId);
    else if (RECORD_ID.test(named)) noteName(record, field, named as RecordId, names);
  }
}

function noteName(record: RecordId, field: string, named: RecordId, { belonging, readBy }: Names): void {
  if (OWNERS.has(field)) add(belonging, named, record);
  if (READ_BY.test(named)) add(readBy, record, named);
}

function add(map: Map<RecordId, Set<RecordId>>, key: RecordId, value: RecordId): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
