import type { RecordId } from '../ledger/entry';
import type { CalendarDateText } from '../records/define-record';
import { addDays, addMonths } from '../values/calendar';
import { money, subtractMoney, type Money } from '../values/money';
import { billingOf } from './billing';
import type { CostBooks, DealBooks } from './books';
import { contractOf } from './contract';
import { costOfHours, exactOf, millionths, roundExact, type Exact } from './exact';
import type { Sum } from './figure';
import { causeReader } from './labour';

/** What happened to the money of a deal in one month, net of tax. */
export interface MonthMoney {
  /** `2026-11`. */
  readonly month: string;
  /** The signed value, in the month of the signature. */
  readonly signed: Sum;
  /** Invoices issued less credit notes issued. */
  readonly billed: Sum;
  readonly paid: Sum;
  /** Hours at the rate of their day, and expenses, without pursuit; undefined where this client holds no costs. */
  readonly cost: Sum | undefined;
}

export const monthOf = (date: CalendarDateText): string => date.slice(0, 7);

/** The last day of a month. */
export const endOfMonth = (month: string): CalendarDateText => addDays(addMonths(`${month}-01`, 1), -1);

/**
 * A deal month by month up to today; months without anything are left out. Billed, paid and cost of all months add up to
 * what `fees` and `margin` say, to the cent: a month is the difference of two sums, each rounded once.
 */
export function monthsOf(books: DealBooks, cost: CostBooks | undefined, today: CalendarDateText): readonly MonthMoney[] {
  const { currency, signed } = contractOf(books);
  const signature = signed.value && books.deal.signedAt && books.deal.signedAt <= today ? monthOf(books.deal.signedAt) : undefined;
  const billing = billingByMonth(books, currency, today);
  const costs = cost && costByMonth(books, cost, currency, today);
  const months = new Set([...(signature ? [signature] : []), ...billing.keys(), ...(costs?.keys() ?? [])]);
  const nothing: Sum = { value: money(0, currency), records: [] };
  return [...months].toSorted().map((month) => ({
    month,
    signed: month === signature && signed.value ? { value: signed.value, records: [books.deal.id] } : nothing,
    billed: billing.get(month)?.billed ?? nothing,
    paid: billing.get(month)?.paid ?? nothing,
    cost: costs && (costs.get(month) ?? nothing),
  }));
}

type BilledMonth = Readonly<Record<'billed' | 'paid', Sum>>;

function billingByMonth(books: DealBooks, currency: string, today: CalendarDateText): ReadonlyMap<string, BilledMonth> {
  const issued = books.bills.flatMap(({ invoice: { id, issuedAt } }) =>
    issuedAt && issuedAt <= today ? [[monthOf(issuedAt), id] as const] : [],
  );
  const received = books.bills.flatMap(({ payments }) =>
    payments.flatMap(({ id, paidAt }) => (paidAt <= today ? [[monthOf(paidAt), id] as const] : [])),
  );
  const result = new Map<string, BilledMonth>();
  let [billed, paid]: [Money, Money] = [money(0, currency), money(0, currency)];
  for (const month of [...new Set([...issued, ...received].map(([own]) => own))].toSorted()) {
    const end = endOfMonth(month);
    const until = billingOf(books, currency, end < today ? end : today);
    result.set(month, {
      billed: { value: subtractMoney(until.billed.value, billed), records: idsIn(issued, month) },
      paid: { value: subtractMoney(until.paid.value, paid), records: idsIn(received, month) },
    });
    [billed, paid] = [until.billed.value, until.paid.value];
  }
  return result;
}

const idsIn = (dated: readonly (readonly [string, RecordId])[], month: string): readonly RecordId[] =>
  dated.filter(([own]) => own === month).map(([, id]) => id);

function costByMonth(books: DealBooks, cost: CostBooks, currency: string, today: CalendarDateText): ReadonlyMap<string, Sum> {
  const months = new Map<string, { cost: Exact; records: RecordId[] }>();
  const add = (date: CalendarDateText, amount: Exact, record: RecordId): void => {
    const month = months.get(monthOf(date)) ?? { cost: 0n, records: [] };
    month.cost += amount;
    month.records.push(record);
    months.set(monthOf(date), month);
  };
  const { lineOf } = causeReader(books, () => true);
  for (const entry of books.timeEntries) {
    if (entry.date > today || entry.activity === 'pursuit') continue;
    const rate = cost.rates.on(entry.person, lineOf(entry)?.role, entry.date, currency)?.hourlyCost;
    if (rate?.currency === currency) add(entry.date, costOfHours(millionths(entry.hours), millionths(rate.amount)), entry.id);
  }
  for (const { id, date, cost: sum } of cost.expenses) if (date <= today && sum.currency === currency) add(date, exactOf(sum), id);
  const result = new Map<string, Sum>();
  let [exact, rounded]: [Exact, Money] = [0n, money(0, currency)];
  for (const [month, own] of [...months].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    exact += own.cost;
    const until = roundExact(exact, currency);
    result.set(month, { value: subtractMoney(until, rounded), records: own.records });
    rounded = until;
  }
  return result;
}
