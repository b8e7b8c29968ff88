import { isSignedDeal } from '#shared/deal/phase';
import { booksOf, costBooksOf } from '#shared/money/books';
import { costRatesFrom, rateTable, type CostRates } from '#shared/money/cost-rates';
import { erosion } from '#shared/money/erosion';
import { fees, type Fees } from '#shared/money/fees';
import { margin, type Margin } from '#shared/money/margin';
import { addUp, rollUp, sumsOf, type CurrencyTotals, type DealMoney, type Sums } from '#shared/money/rollup';
import type { NoWaterfall, Waterfall } from '#shared/money/waterfall';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import type { CostRate } from '#shared/records/registry';
import type { Result } from '#shared/values/result';
import { breather } from '../breathe';
import type { LiveRecords, LongWork } from '../workspace';
import { MONEY_INDEXES, prepareIndexes } from './indexes';
import { PARTS, signedDeals, signedDealsOf } from './signed-deals';

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
    const parts = PARTS.map((part) => moneyOfPart(kept, part, today));
    return { deals: parts.flatMap(({ deals }) => deals), totals: addUp(parts.map(({ sums }) => sums)) };
  });

/** Some deals with their sums, which others are added to. */
interface PartOfMoney {
  readonly deals: readonly DealMoney[];
  readonly sums: Sums;
}

const moneyOfPart = (records: LiveRecords, part: number, today: CalendarDateText): PartOfMoney =>
  records.kept(`sums of part ${part}`, today, (kept) => {
    const deals = dealsOfPart(kept, part, today);
    return { deals, sums: sumsOf(deals) };
  });

const dealsOfPart = (records: LiveRecords, part: number, today: CalendarDateText): readonly DealMoney[] =>
  records.kept(`money of part ${part}`, today, (kept) => signedDealsOf(kept, part).flatMap((id) => dealMoney(kept, id, today) ?? []));

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
  await prepareIndexes(records, MONEY_INDEXES, breathe);
  const total = signedDeals(records).length;
  let done = 0;
  for (const part of PARTS) {
    for (const deal of signedDealsOf(records, part)) {
      dealMoney(records, deal, today);
      done += 1;
      if (await breathe()) onProgress?.({ done, total });
    }
    moneyOfPart(records, part, today);
    await breathe();
  }
  onProgress?.({ done: total, total });
}

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
