import { isSignedDeal } from '#shared/deal/phase';
import { booksOf, costBooksOf } from '#shared/money/books';
import type { CostRates } from '#shared/money/cost-rates';
import { erosion } from '#shared/money/erosion';
import { friction, type Friction } from '#shared/money/friction';
import { monthsOf, type MonthMoney } from '#shared/money/months';
import type { DealMoney } from '#shared/money/rollup';
import { type DealWaterfall } from '#shared/money/sum-waterfalls';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import { breather } from '../breathe';
import type { LiveRecords, LongWork } from '../workspace';
import { accountMoney, dealErosion, firmMoney, keptRates, prepareFirmMoney } from './money';

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

/** Every signed deal with its money, as the records said it on a past day. Accounts and people are named as they are now. */
export const pastFirmDeals = (
  records: LiveRecords,
  past: readonly { readonly money: DealMoney; readonly then: Records }[],
): readonly FirmDeal[] => past.flatMap(({ money, then }) => firmDeal(records, money, then.get('deal', money.deal)) ?? []);

/** Every signed deal of an account with its money. */
export const accountDeals = (records: LiveRecords, account: Id<'account'>, today: CalendarDateText): readonly FirmDeal[] =>
  accountMoney(records, account, today).deals.flatMap((money) => firmDeal(records, money, records.get('deal', money.deal)) ?? []);

/** Every signed deal with its money. */
export const firmDeals = (records: LiveRecords, today: CalendarDateText): readonly FirmDeal[] =>
  records.kept('deals with their money', today, (kept) =>
    firmMoney(kept, today).deals.flatMap((money) => firmDeal(kept, money, kept.get('deal', money.deal)) ?? []),
  );

function firmDeal(records: Records, money: DealMoney, deal: Deal | undefined): FirmDeal | undefined {
  if (!deal) return undefined;
  const account = records.get('account', deal.account);
  const pm = joinedPerson(records, deal.pm);
  return { money, deal, account: account?.name, practice: account?.industry?.trim() || undefined, pm: pm?.id, pmName: pm?.name };
}

/** The records of deals on a past day; undefined for now. */
export type Then = ReadonlyMap<Id<'deal'>, Records> | undefined;

/** A deal month by month. */
export const dealMonths = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText, then?: Then): readonly MonthMoney[] => {
  const past = then?.get(deal);
  return past ? monthsIn(past, deal, today) : records.kept(`months ${deal}`, today, (kept) => monthsIn(kept, deal, today, keptRates(kept)));
};

function monthsIn(records: Records, deal: Id<'deal'>, today: CalendarDateText, rates?: CostRates): readonly MonthMoney[] {
  const books = booksOf(records, deal);
  return books ? monthsOf(books, costBooksOf(records, deal, rates), today) : [];
}

/** The small items of a deal that nobody looks at. */
export const dealFriction = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText, then?: Then): Friction | undefined => {
  const past = then?.get(deal);
  return past
    ? frictionIn(past, deal, today)
    : records.kept(`friction ${deal}`, today, (kept) => frictionIn(kept, deal, today, keptRates(kept)));
};

function frictionIn(records: Records, deal: Id<'deal'>, today: CalendarDateText, rates?: CostRates): Friction | undefined {
  const books = booksOf(records, deal);
  return books && friction(books, costBooksOf(records, deal, rates), today);
}

/** The waterfalls of those among these deals that have one. */
export const waterfallsOf = (
  records: LiveRecords,
  deals: readonly Id<'deal'>[],
  today: CalendarDateText,
  then?: Then,
): readonly DealWaterfall[] =>
  deals.flatMap((deal) => {
    const past = then?.get(deal);
    const found = past ? erosionIn(past, deal, today) : dealErosion(records, deal, today);
    return found?.ok ? [{ deal, waterfall: found.value }] : [];
  });

function erosionIn(records: Records, deal: Id<'deal'>, today: CalendarDateText): ReturnType<typeof erosion> | undefined {
  const books = booksOf(records, deal);
  const cost = books && costBooksOf(records, deal);
  return cost && erosion(books, cost, today);
}

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
