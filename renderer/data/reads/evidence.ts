import { coverageOf, type Coverage } from '#shared/evidence/coverage';
import { dealsIn, type Scope } from '#shared/evidence/scope';
import type { Entry } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { CalendarDate } from '#shared/values/calendar';
import type { LiveRecords, MomentFile, Workspace } from '../workspace';

/** The scope behind an address: `deal:…`, `account:…`, or nothing for everything. What is not here is everything too. */
export function scopeWithin(within: string, records: Records): Scope {
  const deal = records.get('deal', within);
  if (deal) return { kind: 'deal', deal: deal.id };
  const account = records.get('account', within);
  return account ? { kind: 'account', account: account.id } : { kind: 'all' };
}

/** The same as it stands in an address. */
export const withinOf = (scope: Scope): string => (scope.kind === 'deal' ? scope.deal : scope.kind === 'account' ? scope.account : '');

/** Deals whose pauses are looked up: more would mean to read the whole ledger. */
const MOST_HISTORIES = 40;

/** The histories of the deals in scope, for their pauses. None where everything is asked about. */
export async function historiesIn(scope: Scope, workspace: Workspace): Promise<ReadonlyMap<Id<'deal'>, readonly Entry[]>> {
  const deals = scope.kind === 'all' ? [] : dealsIn(scope, workspace.records).slice(0, MOST_HISTORIES);
  const logs = await workspace.logs(deals);
  return new Map(deals.map((deal) => [deal, (logs.get(deal) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1))]));
}

/** Files that are looked into for one answer: beyond, it is said how many were not. */
const MOST_FILES = 300;

/** What is known of the files of the moments in scope, the latest first. */
export async function filesIn(scope: Scope, workspace: Workspace): Promise<ReadonlyMap<Id<'moment'>, MomentFile>> {
  const { records, fileTexts } = workspace;
  const filed =
    scope.kind === 'all' ? records.all('moment') : dealsIn(scope, records).flatMap((deal) => records.of('moment', 'deal', deal));
  const withFile = filed.filter(({ file }) => file !== undefined).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return fileTexts.ofMoments(withFile.slice(0, MOST_FILES).map(({ id }) => id));
}

/** What a search in the scope looks through and cannot see, by the records that are here now. */
export function evidenceCoverage(
  records: LiveRecords,
  scope: Scope,
  today: CalendarDate,
  histories: ReadonlyMap<Id<'deal'>, readonly Entry[]>,
  files: ReadonlyMap<Id<'moment'>, MomentFile>,
): Coverage {
  return coverageOf({ records, scope, today, histories, files, moments: records.idsOf('moment') });
}
