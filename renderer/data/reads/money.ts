import { isSignedDeal } from '#shared/deal/phase';
import { booksOf, costBooksOf } from '#shared/money/books';
import { costRatesFrom, rateTable, type CostRates } from '#shared/money/cost-rates';
import { erosion } from '#shared/money/erosion';
import { fees, type Fees } from '#shared/money/fees';
import { margin, type Margin } from '#shared/money/margin';
import { rollUp, type CurrencyTotals, type DealMoney } from '#shared/money/rollup';
import type { NoWaterfall, Waterfall } from '#shared/money/waterfall';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import type { CostRate } from '#shared/records/registry';
import type { Result } from '#shared/values/result';
import { breather } from '../breathe';
import type { LiveRecords, LongWork } from '../workspace';

/** The fees of a deal; undefined where there is no such deal. */
export const dealFees = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): Fees | undefined =>
  records.kept(`fees ${deal}`, today, (kept) => {
    const books = booksOf(kept, deal);
    return books && fees(books, today);
  });

/** Cost and margin of a deal; undefined where this client holds no costs. Who may see them, the screen asks. */
export const dealMargin = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): Margin | undefined =>
  records.kept(`margin ${deal}`, today, (kept) => {
    const books = booksOf(kept, deal);
    const cost = books && costBooksOf(kept, deal, keptRates(kept));
    return cost && margin(books, cost, today, dealFees(kept, deal, today));
  });

/** Where the margin of a deal went, or why that cannot be said; undefined where this client holds no costs. */
export const dealErosion = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): Result<Waterfall, NoWaterfall> | undefined =>
  records.kept(`erosion ${deal}`, today, (kept) => {
    const books = booksOf(kept, deal);
    const cost = books && costBooksOf(kept, deal, keptRates(kept));
    return cost && erosion(books, cost, today, dealFees(kept, deal, today));
  });

/** Fees and margin of a deal, as roll-ups add them. */
export const dealMoney = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): DealMoney | undefined =>
  records.kept(`money ${deal}`, today, (kept) => {
    const own = dealFees(kept, deal, today);
    return own && { deal, today, fees: own, margin: dealMargin(kept, deal, today) };
  });

/** Many deals, and their sums for each currency. */
export interface MoneyOfDeals {
  readonly deals: readonly DealMoney[];
  readonly totals: readonly CurrencyTotals[];
}

/** Every deal that was signed, those on hold or lost since among them, in no order. */
export const firmMoney = (records: LiveRecords, today: CalendarDateText): MoneyOfDeals =>
  records.kept('money of the firm', today, (kept) => {
    const deals = Array.from({ length: PARTS }, (_, part) => moneyOfPart(kept, part, today)).flat();
    return { deals, totals: rollUp(deals) };
  });

/** The firm is kept in parts, so that a change makes one of them anew and asks no more than its deals whether they still stand. */
const PARTS = 64;

const moneyOfPart = (records: LiveRecords, part: number, today: CalendarDateText): readonly DealMoney[] =>
  records.kept(`money of part ${part}`, today, (kept) => {
    const ids = kept.kept(`signed deals of part ${part}`, '', (from) => from.kept('signed deals by part', '', signedByPart)[part] ?? []);
    return ids.flatMap((id) => dealMoney(kept, id, today) ?? []);
  });

function signedByPart(records: LiveRecords): readonly (readonly Id<'deal'>[])[] {
  const parts = Array.from({ length: PARTS }, (): Id<'deal'>[] => []);
  for (const id of signedDeals(records)) {
    let sum = 0;
    for (let at = id.length - 4; at < id.length; at += 1) sum = sum * 31 + id.charCodeAt(at);
    parts[sum % PARTS]?.push(id);
  }
  return parts;
}

/** The signed deals of one account. */
export const accountMoney = (records: LiveRecords, account: Id<'account'>, today: CalendarDateText): MoneyOfDeals =>
  records.kept(`money of ${account}`, today, (kept) => {
    const deals = kept.of('deal', 'account', account).filter(isSignedDeal);
    return moneyOf(
      kept,
      deals.map(({ id }) => id),
      today,
    );
  });

/** Makes the money of every signed deal in small pieces, so that `firmMoney` finds it made. Rejects where it was called off. */
export async function prepareFirmMoney(
  records: LiveRecords,
  today: CalendarDateText,
  { onProgress, signal }: LongWork = {},
): Promise<void> {
  const breathe = breather(signal);
  const deals = signedDeals(records);
  for (const [at, deal] of deals.entries()) {
    dealMoney(records, deal, today);
    if (await breathe()) onProgress?.({ done: at + 1, total: deals.length });
  }
  onProgress?.({ done: deals.length, total: deals.length });
}

const signedDeals = (records: LiveRecords): readonly Id<'deal'>[] =>
  records
    .all('deal')
    .filter(isSignedDeal)
    .map(({ id }) => id);

function moneyOf(records: LiveRecords, ids: readonly Id<'deal'>[], today: CalendarDateText): MoneyOfDeals {
  const deals = ids.flatMap((id) => dealMoney(records, id, today) ?? []);
  return { deals, totals: rollUp(deals) };
}

/** Rates kept person by person: a new rate of one makes only the deals anew that they worked on. */
export function keptRates(records: LiveRecords): CostRates {
  const table = (from: LiveRecords) => from.kept('cost rates', '', rateTable);
  const once = <V>(make: (key: string) => V): ((key: string) => V) => {
    const made = new Map<string, V>();
    return (key) => {
      const value = made.get(key) ?? make(key);
      made.set(key, value);
      return value;
    };
  };
  const ofPerson = once((id): readonly CostRate[] => records.kept(`cost rates of ${id}`, '', (from) => table(from).ofPerson(id)));
  const rolesOf = once((id): readonly string[] => records.kept(`roles of ${id}`, '', (from) => table(from).rolesOf(id)));
  const ofRole = once((role): readonly CostRate[] => records.kept(`cost rates as ${role}`, '', (from) => table(from).ofRole(role)));
  const hasAny = records.kept('has cost rates', '', (from) => table(from).size > 0);
  return costRatesFrom({ size: hasAny ? 1 : 0, ofPerson, rolesOf, ofRole: (role) => ofRole(role ?? '') });
}
