import { isEntry, isRedacted, type Entry, type EntryId, type LedgerName, type RecordId } from '#shared/ledger/entry';
import { inEffectiveOrder } from '#shared/ledger/history';
import { redactItems } from '#shared/ledger/redact';
import { withoutWithdrawn } from '#shared/ledger/withdrawn';
import { definitionOf, typeOf } from '#shared/records/registry';
import { breather } from './breathe';
import type { OpenLedger } from './open-ledger';
import type { ReadModel } from './read-model';
import { LINE_OWNERS, scopeOf } from './scopes';
import type { HistoryScope, LongWork } from './workspace';

/**
 * Every entry that touched a deal, an account or a record, in order of effective time. To a deal belong all records
 * that name it now or ever did, and the lines of its proposals, invoices, milestones and blueprints.
 */
export async function historyOf(
  scope: HistoryScope,
  ledgers: Readonly<Record<LedgerName, OpenLedger>>,
  model: ReadModel,
): Promise<readonly Entry[]> {
  const { id, belongs, pages } = plan(scope, model);
  const perLedger = await Promise.all(Object.values(ledgers).map((ledger) => ledger.entriesOf(pages)));
  const entries = inEffectiveOrder(perLedger.flat());
  const members = membersOf(id, entries, belongs);
  const filed = (entry: Entry): boolean => entry.deal === id || entry.account === id;
  return entries.filter((entry) => filed(entry) || entry.edits.some(({ record }) => members.has(record)));
}

/** Pages that are read before others get their turn. */
const SLICE = 40;

/** Every entry that edited one of these records, by record, redactions applied. Read in slices: it may be much. */
export async function logsOf(
  records: Iterable<RecordId>,
  ledgers: Readonly<Record<LedgerName, OpenLedger>>,
  { signal }: LongWork = {},
): Promise<ReadonlyMap<RecordId, readonly Entry[]>> {
  const logs = new Map<RecordId, Entry[]>([...records].map((record) => [record, []]));
  for (const ledger of Object.values(ledgers)) {
    const own = [...logs.keys()].filter((record) => {
      const type = typeOf(record);
      return type !== undefined && definitionOf(type).ledger === ledger.name;
    });
    const scopes = new Set(own.flatMap((record) => [record, scopeOf(record, ledger.fold.get(record)?.values)]));
    await readEntries(ledger, scopes, signal, (entry) => {
      for (const { record } of entry.edits) logs.get(record)?.push(entry);
    });
  }
  return logs;
}

/** Gives each entry on the pages of these scopes once. Pages that were put together meanwhile are read again as they are then. */
async function readEntries(ledger: OpenLedger, scopes: ReadonlySet<string>, signal: AbortSignal | undefined, take: (entry: Entry) => void) {
  const breathe = breather(signal);
  const [seen, read] = [new Set<EntryId>(), new Set<string>()];
  for (;;) {
    const pages = ledger.index.pagesOf(scopes).filter((page) => !read.has(page));
    const slice = pages.slice(0, SLICE);
    if (slice.length === 0) return;
    for (const page of slice) read.add(page);
    const [withdrawals, redactions] = [ledger.fold.withdrawals(), ledger.fold.redactions()];
    for (const { items } of await ledger.itemsOf(slice)) {
      for (const item of redactItems(withoutWithdrawn(items, withdrawals), redactions)) {
        if (!isEntry(item) || seen.has(item.id)) continue;
        seen.add(item.id);
        take(item);
      }
      await breathe();
    }
  }
}

interface Plan {
  readonly id: RecordId;
  /** The fields by which a record says that it belongs; none where only the record itself is asked for. */
  readonly belongs: readonly string[];
  /** The scopes whose pages are read. */
  readonly pages: readonly string[];
}

function plan(scope: HistoryScope, model: ReadModel): Plan {
  if ('deal' in scope) {
    const id = scope.deal as RecordId;
    const lines = LINE_OWNERS.flatMap((type) => model.of(type, 'deal', id).map((owner) => owner.id));
    return { id, belongs: ['deal', ...LINE_OWNERS], pages: [id, ...lines] };
  }
  if ('account' in scope) {
    const id = scope.account as RecordId;
    return { id, belongs: ['account'], pages: [id, ...model.of('deal', 'account', id).map((deal) => deal.id)] };
  }
  const id = scope.record as RecordId;
  const owner = scopeOf(id, model.stored(id)?.values);
  return { id, belongs: [], pages: [...new Set([id, owner])] };
}

/** The record itself and whatever ever named it, or named what belongs to it. */
function membersOf(id: RecordId, entries: readonly Entry[], belongs: readonly string[]): ReadonlySet<string> {
  const members = new Set<string>([id]);
  if (belongs.length === 0) return members;
  for (const { edits } of entries) {
    for (const edit of edits) {
      if (isRedacted(edit) || members.has(edit.record)) continue;
      if (belongs.some((field) => typeof edit.set[field] === 'string' && members.has(edit.set[field]))) members.add(edit.record);
    }
  }
  return members;
}
