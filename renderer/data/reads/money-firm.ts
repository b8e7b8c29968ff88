import { isSignedDeal } from '#shared/deal/phase';
import { booksOf, costBooksOf } from '#shared/money/books';
import { friction, type Friction } from '#shared/money/friction';
import { monthsOf, type MonthMoney } from '#shared/money/months';
import type { DealMoney } from '#shared/money/rollup';
import { type DealWaterfall } from '#shared/money/sum-waterfalls';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Deal } from '#shared/records/registry';
import { breather } from '../breathe';
import type { LiveRecords, LongWork } from '../workspace';
import { dealErosion, firmMoney, keptRates, prepareFirmMoney } from './money';

/** The money of a signed deal with what it is filtered and grouped by. */
export interface FirmDeal {
  readonly money: DealMoney;
  readonly deal: Deal;
  readonly account: string | undefined;
  /** The client's industry stands for the practice: see screens/money/decisions/0001-practice-is-the-clients-industry.md. */
  readonly practice: string | undefined;
  readonly pm: Id<'person'> | undefined;
  readonly pmName: string | undefined;
}

/** Every signed deal with its money. */
export const firmDeals = (records: LiveRecords, today: CalendarDateText): readonly FirmDeal[] =>
  records.kept('deals with their money', today, (kept) =>
    firmMoney(kept, today).deals.flatMap((money): readonly FirmDeal[] => {
      const deal = kept.get('deal', money.deal);
      if (!deal) return [];
      const account = kept.get('account', deal.account);
      const pm = joinedPerson(kept, deal.pm);
      return [{ money, deal, account: account?.name, practice: account?.industry?.trim() || undefined, pm: pm?.id, pmName: pm?.name }];
    }),
  );

/** A deal month by month. */
export const dealMonths = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): readonly MonthMoney[] =>
  records.kept(`months ${deal}`, today, (kept) => {
    const books = booksOf(kept, deal);
    return books ? monthsOf(books, costBooksOf(kept, deal, keptRates(kept)), today) : [];
  });

/** The small items of a deal that nobody looks at. */
export const dealFriction = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): Friction | undefined =>
  records.kept(`friction ${deal}`, today, (kept) => {
    const books = booksOf(kept, deal);
    return books && friction(books, costBooksOf(kept, deal, keptRates(kept)), today);
  });

/** The waterfalls of those among these deals that have one. */
export const waterfallsOf = (records: LiveRecords, deals: readonly Id<'deal'>[], today: CalendarDateText): readonly DealWaterfall[] =>
  deals.flatMap((deal) => {
    const found = dealErosion(records, deal, today);
    return found?.ok ? [{ deal, waterfall: found.value }] : [];
  });

/** Makes everything that the money screen shows, in small pieces, so that it finds it made. Rejects where it was called off. */
export async function prepareFirmDetail(records: LiveRecords, today: CalendarDateText, work: LongWork = {}): Promise<void> {
  await prepareFirmMoney(records, today, work);
  const breathe = breather(work.signal);
  for (const { id } of records.all('deal').filter(isSignedDeal)) {
    dealErosion(records, id, today);
    dealMonths(records, id, today);
    dealFriction(records, id, today);
    await breathe();
  }
}
