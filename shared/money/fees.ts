import type { CalendarDateText } from '../records/define-record';
import { compareMoney, money, subtractMoney, sumMoney } from '../values/money';
import { billingOf, type BillStanding } from './billing';
import type { DealBooks } from './books';
import { contractOf, currencyOf } from './contract';
import { notKnown, type Figure, type NotCounted, type Sum } from './figure';
import { readyItems, type ReadyItem } from './ready';

/** What the client owes us for a deal and how far that has come, net of tax, in one currency (product.md §4). */
export interface Fees {
  /** `NO_CURRENCY` where nothing on the deal is in money. */
  readonly currency: string;
  /** The signed value; n/a before the signature. */
  readonly signed: Figure;
  readonly changeOrders: Sum;
  /** Our concessions after the signature, positive. */
  readonly credits: Sum;
  /** signed + change orders − credits; n/a for open T&M and before the signature. */
  readonly contracted: Figure;
  readonly billed: Sum;
  readonly paid: Sum;
  /** billed − paid. */
  readonly outstanding: Sum;
  /** Of what is outstanding: past its due date. */
  readonly overdue: Sum;
  /** Could be billed today. Of capped T&M at most what the cap leaves. */
  readonly ready: Sum;
  readonly readyItems: readonly ReadyItem[];
  /** Approved hours beyond the cap: worked, and not to be billed. */
  readonly overCap: Sum;
  /** pending − ready. */
  readonly notYetBillable: Figure;
  /** contracted − billed = ready + not yet billable. Undecided change orders are never inside. */
  readonly pending: Figure;
  /** Change orders asked for and not decided, at their price. */
  readonly undecided: Sum;
  /** Every invoice and credit note that was issued: what ageing is made of. */
  readonly bills: readonly BillStanding[];
  /** What is in none of these figures, and why: another currency, not issued, no rate. */
  readonly notCounted: readonly NotCounted[];
}

/** The fees of a deal as they stand on `today`; records of a later date do not count yet. */
export function fees(books: DealBooks, today: CalendarDateText): Fees {
  const currency = currencyOf(books);
  const contract = contractOf(books, currency);
  const billing = billingOf(books, currency, today);
  const left: NotCounted[] = [];
  const items = readyItems(books, currency, today, left);
  const { contracted } = contract;
  const pending: Figure = contracted.value
    ? { value: subtractMoney(contracted.value, billing.billed.value), records: [...contracted.records, ...billing.billed.records] }
    : notKnown(contracted.records);
  const { ready, overCap } = withinCap(books, items, pending, currency);
  return {
    currency,
    signed: contract.signed,
    changeOrders: contract.changeOrders,
    credits: contract.credits,
    contracted,
    billed: billing.billed,
    paid: billing.paid,
    outstanding: billing.outstanding,
    overdue: billing.overdue,
    ready,
    readyItems: items,
    overCap,
    notYetBillable: pending.value
      ? { value: subtractMoney(pending.value, ready.value), records: pending.records }
      : notKnown(pending.records),
    pending,
    undecided: contract.undecided,
    bills: billing.bills,
    notCounted: [...contract.notCounted, ...billing.notCounted, ...left],
  };
}

function withinCap(
  { deal }: DealBooks,
  items: readonly ReadyItem[],
  pending: Figure,
  currency: string,
): { readonly ready: Sum; readonly overCap: Sum } {
  const records = items.flatMap((item) => item.records);
  const all = sumMoney(
    items.map(({ value }) => value),
    currency,
  );
  const nothing = money(0, currency);
  const room = deal.billingModel === 'capped T&M' && pending.value ? pending.value : undefined;
  if (!room || compareMoney(all, room) <= 0) return { ready: { value: all, records }, overCap: { value: nothing, records: [] } };
  const ready = room.amount > 0 ? room : nothing;
  return { ready: { value: ready, records }, overCap: { value: subtractMoney(all, ready), records } };
}
