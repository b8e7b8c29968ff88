import { isSignedDeal } from '#shared/deal/phase';
import { instantOfAt } from '#shared/ledger/clock';
import type { Entry, EntryId, RecordId } from '#shared/ledger/entry';
import { foldPart, type Fold } from '#shared/ledger/fold';
import { effectiveTimes } from '#shared/ledger/history';
import { booksOf, costBooksOf } from '#shared/money/books';
import { fees } from '#shared/money/fees';
import { margin } from '#shared/money/margin';
import { costRatesOf } from '#shared/money/cost-rates';
import { rollUp, type CurrencyTotals, type DealMoney } from '#shared/money/rollup';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import { recordsOf } from '#shared/records/records-from';
import { kindOf, type AnyRecord, type RecordType } from '#shared/records/registry';
import { viewRecord } from '#shared/records/view';
import { breather } from './breathe';
import type { LongWork, Workspace } from './workspace';

/** Where the past is read from. */
export type PastSource = Pick<Workspace, 'records' | 'logs'>;

/** The books as they were at the end of a day: of every deal that was signed by then, and their sums. */
export interface PastMoney {
  readonly day: CalendarDateText;
  readonly deals: readonly DealMoney[];
  readonly totals: readonly CurrencyTotals[];
}

/** Which deals are looked at, on which days, and when a day ends. */
export interface PastQuestion {
  readonly deals: readonly Id<'deal'>[];
  readonly days: readonly CalendarDateText[];
  /** The last instant of a day; in UTC where nothing is said. */
  readonly endOf?: (day: CalendarDateText) => string;
  /** Told of the records of each deal as they were, for what is read from them beside fees and margin. */
  readonly onRecords?: (money: DealMoney, then: Records) => void;
}

/**
 * The money of deals as their records said at the end of each of these days (law 8: what was entered later under an
 * earlier date is not in it): the same rules, run over the records as they were. All days are made in one pass through the
 * history, account by account, in slices; `onProgress` counts records. Rejects where it was called off.
 */
export async function moneyAsOf(source: PastSource, question: PastQuestion, work: LongWork = {}): Promise<readonly PastMoney[]> {
  const days = [...new Set(question.days)].toSorted();
  const endOf = question.endOf ?? ((day) => `${day}T23:59:59.999Z`);
  const firm = await replayOf(source, [...source.records.idsOf('costRate'), ...source.records.idsOf('person')], work);
  const batches = batchesOf(source, question.deals);
  const total = batches.reduce((sum, { ids }) => sum + ids.length, 0);
  const made = new Map<CalendarDateText, DealMoney[]>(days.map((day) => [day, []]));
  const breathe = breather(work.signal);
  const ofFirm: (readonly [CalendarDateText, readonly AnyRecord[]])[] = [];
  for (const day of days) ofFirm.push([day, await firm.until(endOf(day))]);
  let done = 0;
  for (const { deals, ids } of batches) {
    const replay = await replayOf(source, ids, work);
    for (const [day, people] of ofFirm) {
      const then = recordsOf([...people, ...(await replay.until(endOf(day)))]);
      const rates = costRatesOf(then);
      for (const deal of deals) {
        const money = moneyThen(then, deal, day, rates);
        if (money) {
          made.get(day)?.push(money);
          question.onRecords?.(money, then);
        }
        await breathe();
      }
    }
    done += ids.length;
    work.onProgress?.({ done, total });
  }
  return days.map((day) => ({ day, deals: made.get(day) ?? [], totals: rollUp(made.get(day) ?? []) }));
}

/** Every deal of the workspace, those put away since among them: what `moneyAsOf` is asked for the whole firm. */
export const dealsEver = ({ records }: PastSource): readonly Id<'deal'>[] => records.idsOf('deal') as readonly Id<'deal'>[];

/** The last day of each of the `count` months up to the one of `today`, whose last day is today itself. */
export function monthEnds(today: CalendarDateText, count: number): readonly CalendarDateText[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const ends = Array.from({ length: count - 1 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 0)).toISOString().slice(0, 10));
  return [...ends.toReversed(), today];
}

function moneyThen(then: Records, deal: Id<'deal'>, day: CalendarDateText, rates: ReturnType<typeof costRatesOf>): DealMoney | undefined {
  const books = booksOf(then, deal);
  if (!books || books.deal.archived || !isSignedDeal(books.deal)) return undefined;
  const own = fees(books, day);
  const cost = costBooksOf(then, deal, rates);
  return { deal, today: day, fees: own, margin: cost && margin(books, cost, day, own) };
}

/** Nouns that name their deal and that its money rests on. */
const OF_DEAL = [
  'scopeLine',
  'changeOrder',
  'concession',
  'commitment',
  'milestone',
  'ticket',
  'timeEntry',
  'invoice',
  'proposal',
  'expense',
  'costPlan',
  'marginFreeze',
] as const satisfies readonly RecordType[];
/** Nouns that stand on one of those, and the field that says on which. */
const OF_PART = [
  ['invoiceLine', 'invoice'],
  ['payment', 'invoice'],
  ['proposalLine', 'proposal'],
] as const;

interface Batch {
  readonly deals: readonly Id<'deal'>[];
  readonly ids: readonly RecordId[];
}

/** Records that are replayed at once. */
const BATCH = 40_000;

/** Deals with all records that are on them, archived ones too; an account stays in one batch, because deals are split within it. */
function batchesOf({ records }: PastSource, deals: readonly Id<'deal'>[]): readonly Batch[] {
  const parts = partsOfDeals(records, new Set<string>(deals));
  const accountOf = (deal: Id<'deal'>): string => records.get('deal', deal)?.account ?? '';
  const byAccount = deals.toSorted((a, b) => (accountOf(a) < accountOf(b) ? -1 : accountOf(a) > accountOf(b) ? 1 : 0));
  const batches: { deals: Id<'deal'>[]; ids: RecordId[] }[] = [];
  for (const deal of byAccount) {
    const last = batches.at(-1);
    const isSame = last?.deals.at(-1) !== undefined && accountOf(last.deals.at(-1) as Id<'deal'>) === accountOf(deal);
    const batch = last && (last.ids.length < BATCH || (isSame && accountOf(deal) !== '')) ? last : { deals: [], ids: [] };
    if (batch !== last) batches.push(batch);
    batch.deals.push(deal);
    batch.ids.push(deal);
    for (const id of parts.get(deal) ?? []) batch.ids.push(id);
  }
  return batches;
}

function partsOfDeals(records: PastSource['records'], deals: ReadonlySet<string>): ReadonlyMap<string, readonly RecordId[]> {
  const parts = new Map<string, RecordId[]>();
  const add = (deal: string | undefined, id: RecordId): void => {
    if (deal === undefined || !deals.has(deal)) return;
    const own = parts.get(deal);
    if (own) own.push(id);
    else parts.set(deal, [id]);
  };
  const get = (type: RecordType, id: string) =>
    records.get(type, id) as unknown as Readonly<Record<string, string | undefined>> | undefined;
  for (const type of OF_DEAL) for (const id of records.idsOf(type)) add(get(type, id)?.['deal'], id);
  for (const [type, owner] of OF_PART) {
    for (const id of records.idsOf(type)) add(get(owner, get(type, id)?.[owner] ?? '')?.['deal'], id);
  }
  for (const { id, deal, sourceMoment } of records.all('concession')) if (sourceMoment) add(deal ?? id, sourceMoment);
  return parts;
}

/** A history that is gone through once, from its beginning. */
interface PastReplay {
  /** The records as they were at an instant, which is never earlier than the one asked for before. */
  until(instant: string): Promise<readonly AnyRecord[]>;
}

/** Entries that are folded before others get their turn. */
const FOLDED = 500;

async function replayOf(source: PastSource, ids: readonly RecordId[], work: LongWork): Promise<PastReplay> {
  const wanted = new Set<RecordId>(ids);
  const entries = inOrder([...(await source.logs(ids, work)).values()].flat());
  const breathe = breather(work.signal);
  const fold = foldPart([], kindOf);
  const logs = new Map<RecordId, Entry[]>();
  const views = new Map<RecordId, AnyRecord>();
  let at = 0;
  return {
    until: async (instant) => {
      for (;;) {
        const slice: Entry[] = [];
        for (let next = entries[at]; next && next.at <= instant && slice.length < FOLDED; next = entries[at]) {
          slice.push(next.entry);
          at += 1;
        }
        if (slice.length === 0) return [...views.values()];
        for (const id of foldInto(fold, slice, logs)) {
          const folded = wanted.has(id) ? fold.get(id) : undefined;
          const view = folded && viewRecord(folded);
          if (view) views.set(id, view);
        }
        await breathe();
      }
    },
  };
}

function foldInto(fold: Fold, entries: readonly Entry[], logs: Map<RecordId, Entry[]>): ReadonlySet<RecordId> {
  for (const entry of entries) {
    for (const { record } of entry.edits) {
      const log = logs.get(record);
      if (log) log.push(entry);
      else logs.set(record, [entry]);
    }
  }
  const needed = fold.logsNeeded(entries).map((id) => [id, logs.get(id) ?? []] as const);
  return fold.add(entries, new Map(needed)).records;
}

/** In the order in which they took effect; the parts of a series all with the last of them, for it is there whole or not at all. */
function inOrder(entries: readonly Entry[]): readonly { readonly entry: Entry; readonly at: string }[] {
  const distinct = [...new Map<EntryId, Entry>(entries.map((entry) => [entry.id, entry])).values()];
  const times = effectiveTimes(distinct);
  const timeOf = (entry: Entry): string => times.get(entry.id) ?? entry.at;
  const series = new Map<string, string>();
  for (const entry of distinct) {
    const id = entry.series?.id;
    if (id !== undefined && timeOf(entry) > (series.get(id) ?? '')) series.set(id, timeOf(entry));
  }
  return distinct
    .map((entry) => ({ entry, time: (entry.series && series.get(entry.series.id)) ?? timeOf(entry) }))
    .toSorted((a, b) => (a.time === b.time ? (a.entry.id < b.entry.id ? -1 : 1) : a.time < b.time ? -1 : 1))
    .map(({ entry, time }) => ({ entry, at: instantOfAt(time) }));
}
