import { isRedacted, type Entry, type LedgerName, type RecordId } from '#shared/ledger/entry';
import { inEffectiveOrder } from '#shared/ledger/history';
import { definitionOf, typeOf } from '#shared/records/registry';
import type { OpenLedger } from './open-ledger';
import type { ReadModel } from './read-model';
import { LINE_OWNERS, scopeOf } from './scopes';
import type { HistoryScope } from './workspace';

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

/** Every entry that edited one of these records, by record. */
export async function logsOf(
  records: Iterable<RecordId>,
  ledgers: Readonly<Record<LedgerName, OpenLedger>>,
): Promise<ReadonlyMap<RecordId, readonly Entry[]>> {
  const wanted = [...records];
  const isIn = (record: RecordId, ledger: LedgerName): boolean => {
    const type = typeOf(record);
    return type !== undefined && definitionOf(type).ledger === ledger;
  };
  const logs = await Promise.all(Object.values(ledgers).map((ledger) => ledger.logsOf(wanted.filter((id) => isIn(id, ledger.name)))));
  return new Map(logs.flatMap((log) => [...log]));
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
