import {
  deviceOf,
  entryIdOf,
  isEntry,
  isRedacted,
  isStub,
  seqOf,
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
import type { FileId } from './workspace';

/** One place of a chain, without the content that stands there: enough to decide what an export takes, and to leave a stub. */
export interface Place {
  readonly id: EntryId;
  readonly prev: string;
  /** The page that holds it, as it was when it was read. */
  readonly page: string;
  /** False for a stub: nothing but the place is held here. */
  readonly isHeld: boolean;
  /** The hybrid time of an entry; absent where this version cannot read it. */
  readonly at?: string;
  readonly by?: RecordId;
  /** The deal and the account under which it was filed. */
  readonly filed: readonly RecordId[];
  readonly records: readonly RecordId[];
  readonly series?: string;
  readonly files: readonly FileId[];
  /** Entries in whose place a stub is no gap once this one is known: those that it withdraws or redacts. */
  readonly explains: readonly EntryId[];
}

/** What a record ever named, by the type of what is named. */
export interface Names {
  /** What it belongs to: a deal, a proposal, an account… */
  readonly owners: Set<RecordId>;
  /** Whom and what else it names. */
  readonly others: Set<RecordId>;
}

/** Every place of a ledger in the order of its chains, and the full hash of each. */
export interface Survey {
  readonly places: readonly Place[];
  readonly hashOf: (id: EntryId) => string;
}

/** Fields by which a record says what it belongs to. `target`: the record that a row of an import became. */
const OWNERS = new Set(['deal', 'proposal', 'invoice', 'milestone', 'blueprint', 'account', 'target']);
const RECORD_ID = /^[A-Za-z]+:[0-9A-Za-z]+$/u;
const FILE_ID = /^file:[0-9a-f]{64}$/u;
const BATCH = 20;

/**
 * Reads every page of a ledger once. `names` collects who names whom, over all ledgers. No hash is computed but that of
 * the last item of a page: every other stands in the item after it.
 */
export async function surveyOf(
  ledger: OpenLedger,
  names: Map<RecordId, Names>,
  breathe: () => Promise<unknown>,
  pageRead: () => void,
): Promise<Survey> {
  const places = new Map<EntryId, Place>();
  const hashes = new Map<EntryId, string>();
  for await (const { id: page, items } of pagesOf(ledger)) {
    for (const item of items) {
      const known = places.get(item.id);
      if (known === undefined || (!known.isHeld && !isStub(item))) places.set(item.id, placeOf(item, page, names));
      if (item.prev !== '') hashes.set(entryIdOf(deviceOf(item.id), seqOf(item.id) - 1, item.prev), item.prev);
    }
    const last = items.at(-1);
    if (last && !hashes.has(last.id)) hashes.set(last.id, fullHashOf(last));
    pageRead();
    await breathe();
  }
  const inOrder = [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { places: inOrder, hashOf: (id) => hashes.get(id) ?? '' };
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

function placeOf(item: LedgerItem, page: string, names: Map<RecordId, Names>): Place {
  const { id, prev } = item;
  const bare = { id, prev, page, isHeld: !isStub(item), filed: NONE, records: NONE, files: NONE, explains: NONE };
  if (!isEntry(item)) return bare;
  const files: FileId[] = [];
  for (const edit of item.edits) if (!isRedacted(edit)) noteNames(edit, names, files);
  return {
    ...bare,
    at: item.at,
    by: item.by,
    filed: filedUnder(item),
    records: item.edits.map(({ record }) => record),
    files: files.length > 0 ? files : NONE,
    explains: item.withdraws || item.redacts ? [...(item.withdraws ?? []), ...(item.redacts ?? []).map(({ entry }) => entry)] : NONE,
    ...(item.series ? { series: `${deviceOf(id)} ${item.series.id}` } : {}),
  };
}

const filedUnder = ({ deal, account }: Entry): readonly RecordId[] =>
  deal === undefined && account === undefined ? NONE : [deal, account].filter((id) => id !== undefined);

function noteNames({ record, set }: Edit, names: Map<RecordId, Names>, files: FileId[]): void {
  for (const field in set) {
    const value = set[field];
    const member = value === true ? field.slice(field.indexOf('/') + 1) : value;
    if (typeof member !== 'string' || member.length > 80) continue;
    if (FILE_ID.test(member)) files.push(member as FileId);
    else if (RECORD_ID.test(member)) noteName(record, member as RecordId, OWNERS.has(field), names);
  }
}

function noteName(record: RecordId, named: RecordId, isOwner: boolean, names: Map<RecordId, Names>): void {
  const known = names.get(record) ?? { owners: new Set(), others: new Set() };
  names.set(record, known);
  (isOwner ? known.owners : known.others).add(named);
}
