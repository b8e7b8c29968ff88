import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { ChangeOrder } from '../records/registry';
import { addMoney, money, type Money } from '../values/money';
import { moneyRatio } from '../values/percent';
import { decidedValue, isUndecided } from './standing';

/** How one project manager decides, in one currency. */
export interface AbsorbRate {
  /** Absent: of deals without a project manager. */
  readonly pm?: Id<'person'>;
  readonly currency: string;
  readonly billed: Money;
  readonly absorbed: Money;
  /** absorbed ÷ (billed + absorbed), by value; undefined ("n/a") where nothing was decided with a value. */
  readonly rate: number | undefined;
  readonly decided: readonly ChangeOrder['id'][];
  readonly undecided: readonly ChangeOrder['id'][];
}

/**
 * What part of the value of granted changes each project manager gave for nothing. Rejected ones were not granted, and
 * changes that take something out of the contract have nothing to absorb: neither counts. Highest rate first, n/a last.
 */
export function absorbRates(records: Records, orders: readonly ChangeOrder[]): readonly AbsorbRate[] {
  const rates = new Map<string, AbsorbRate>();
  for (const order of orders) {
    const value = decidedValue(order);
    const deal = records.get('deal', order.deal);
    const currency = value?.currency ?? deal?.amount?.currency;
    if (currency === undefined) continue;
    const key = `${deal?.pm ?? ''} ${currency}`;
    rates.set(key, withOrder(rates.get(key) ?? nothing(deal?.pm, currency), order, value));
  }
  return [...rates.values()]
    .filter(({ decided, undecided }) => decided.length + undecided.length > 0)
    .map((rate) => ({ ...rate, rate: moneyRatio(rate.absorbed, addMoney(rate.billed, rate.absorbed)) }))
    .toSorted((a, b) => (b.rate ?? -1) - (a.rate ?? -1) || (a.currency < b.currency ? -1 : 1));
}

const nothing = (pm: Id<'person'> | undefined, currency: string): AbsorbRate => ({
  ...(pm ? { pm } : {}),
  currency,
  billed: money(0, currency),
  absorbed: money(0, currency),
  rate: undefined,
  decided: [],
  undecided: [],
});

function withOrder(rate: AbsorbRate, order: ChangeOrder, value: Money | undefined): AbsorbRate {
  if (isUndecided(order)) return { ...rate, undecided: [...rate.undecided, order.id] };
  if (order.status === 'rejected' || !value || value.amount <= 0) return rate;
  const decided = [...rate.decided, order.id];
  return order.status === 'billed'
    ? { ...rate, decided, billed: addMoney(rate.billed, value) }
    : { ...rate, decided, absorbed: addMoney(rate.absorbed, value) };
}
