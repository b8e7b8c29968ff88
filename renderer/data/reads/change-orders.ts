import { changeMargin, type ChangeMargin } from '#shared/change-order/cost';
import { ageInDays, byUrgency, isUndecided } from '#shared/change-order/standing';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { ChangeOrder, Deal } from '#shared/records/registry';
import { addMoney, type Money } from '#shared/values/money';
import type { LiveRecords } from '../workspace';
import { dealFees } from './money';

/** A change order with what a list says of it. */
export interface ChangeRow {
  readonly order: ChangeOrder;
  readonly deal: Deal | undefined;
  /** Days since the request, while it waits; undefined once it is decided, and where nobody noted when. */
  readonly age: number | undefined;
  /** Only where this client holds the finance ledger. */
  readonly margin: ChangeMargin | undefined;
}

const rowOf = (records: Records, order: ChangeOrder, today: CalendarDateText): ChangeRow => ({
  order,
  deal: records.get('deal', order.deal),
  age: isUndecided(order) ? ageInDays(order, today) : undefined,
  margin: changeMargin(records, order),
});

/** The change orders of a deal, what waits longest first. */
export const changesOfDeal = (records: Records, deal: Id<'deal'>, today: CalendarDateText): readonly ChangeRow[] =>
  records
    .of('changeOrder', 'deal', deal)
    .toSorted(byUrgency)
    .map((order) => rowOf(records, order, today));

/** Those of the firm, of deals that are here, what waits longest first. */
export const allChanges = (records: Records, today: CalendarDateText): readonly ChangeRow[] =>
  records
    .all('changeOrder')
    .toSorted(byUrgency)
    .map((order) => rowOf(records, order, today))
    .filter(({ deal }) => deal !== undefined && !deal.archived);

/** How many of a deal wait for a decision. */
export const waitingChanges = (records: Records, deal: Id<'deal'>): number =>
  records.of('changeOrder', 'deal', deal).filter(isUndecided).length;

/** Every request that was made from the words of a moment. */
export const changesFromMoment = (records: Records, moment: Id<'moment'>): readonly ChangeOrder[] =>
  records.of('changeOrder', 'sourceMoment', moment);

/** What is contracted without a change order, and with it. */
export interface ContractedWith {
  readonly before: Money;
  readonly after: Money;
}

/** What billing a change order makes of the contract; undefined ("n/a") for open T&M, before the signature, and in two currencies. */
export function contractedWith(records: LiveRecords, order: ChangeOrder, today: CalendarDateText): ContractedWith | undefined {
  const now = dealFees(records, order.deal, today)?.contracted.value;
  const { price, status } = order;
  if (!now || !price || price.currency !== now.currency) return undefined;
  if (status === 'billed') return { before: addMoney(now, { ...price, amount: -price.amount }), after: now };
  return { before: now, after: addMoney(now, price) };
}
