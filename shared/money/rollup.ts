import type { CalendarDateText, Id } from '../records/define-record';
import { money, type Money } from '../values/money';
import { moneyRatio } from '../values/percent';
import type { Fees } from './fees';
import type { Figure } from './figure';
import type { Margin } from './margin';

/** A deal's money; without a margin where this client holds no costs. */
export interface DealMoney {
  readonly deal: Id<'deal'>;
  readonly today: CalendarDateText;
  readonly fees: Fees;
  readonly margin: Margin | undefined;
}

/** A sum over deals: those that it counts, and those for which the figure is n/a. */
export interface Total {
  readonly value: Money;
  readonly deals: readonly Id<'deal'>[];
  readonly unknown: readonly Id<'deal'>[];
}

/** A margin over deals: of the deals for which both sides are known, what is left and of how much. */
export interface MarginTotal extends Total {
  readonly of: Money;
  /** value ÷ of; undefined ("n/a") where that is zero. */
  readonly share: number | undefined;
}

export const FEE_FIGURES = [
  'signed',
  'changeOrders',
  'credits',
  'contracted',
  'billed',
  'paid',
  'outstanding',
  'overdue',
  'ready',
  'overCap',
  'notYetBillable',
  'pending',
  'undecided',
] as const satisfies readonly (keyof Fees)[];
export type FeeFigure = (typeof FEE_FIGURES)[number];

export const COST_FIGURES = [
  'plannedCost',
  'changeOrderCost',
  'actualCost',
  'labourCost',
  'expenses',
  'etc',
  'eac',
  'earned',
  'overBilled',
  'vac',
] as const satisfies readonly (keyof Margin)[];
export type CostFigure = (typeof COST_FIGURES)[number];

export const MARGIN_FIGURES = ['marginSold', 'rebased', 'atCompletion', 'billedMargin'] as const satisfies readonly (keyof Margin)[];
export type MarginFigureName = (typeof MARGIN_FIGURES)[number];

/** The sums of all deals of one currency. */
export interface CurrencyTotals {
  readonly currency: string;
  readonly deals: readonly Id<'deal'>[];
  readonly fees: Readonly<Record<FeeFigure, Total>>;
  /** Undefined where no deal of the currency has a margin here. */
  readonly costs: Readonly<Record<CostFigure, Total>> | undefined;
  readonly margins: Readonly<Record<MarginFigureName, MarginTotal>> | undefined;
  readonly pursuit: Total | undefined;
  readonly uncostedHours: number;
}

/** Deals added up, one group for each currency: two currencies are never added. A total is the sum of its deals, to the cent. */
export function rollUp(deals: readonly DealMoney[]): readonly CurrencyTotals[] {
  const groups = new Map<string, DealMoney[]>();
  for (const deal of deals) {
    const group = groups.get(deal.fees.currency);
    if (group) group.push(deal);
    else groups.set(deal.fees.currency, [deal]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, group]) => totalsOf(currency, group));
}

function totalsOf(currency: string, deals: readonly DealMoney[]): CurrencyTotals {
  const costed = deals.filter(({ margin }) => margin !== undefined);
  const record = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
  return {
    currency,
    deals: deals.map(({ deal }) => deal),
    fees: record(FEE_FIGURES, (key) => totalOf(currency, deals, (deal) => deal.fees[key])),
    costs: costed.length > 0 ? record(COST_FIGURES, (key) => totalOf(currency, costed, ({ margin }) => margin?.[key])) : undefined,
    margins: costed.length > 0 ? record(MARGIN_FIGURES, (key) => marginTotalOf(currency, costed, key)) : undefined,
    pursuit: costed.length > 0 ? totalOf(currency, costed, ({ margin }) => margin?.pursuit.cost) : undefined,
    uncostedHours: Math.round(costed.reduce((sum, { margin }) => sum + (margin?.uncosted.hours ?? 0), 0) * 1_000_000) / 1_000_000,
  };
}

function totalOf(currency: string, deals: readonly DealMoney[], of: (deal: DealMoney) => Figure | undefined): Total {
  let sum = 0;
  const [counted, unknown]: [Id<'deal'>[], Id<'deal'>[]] = [[], []];
  for (const deal of deals) {
    const value = of(deal)?.value;
    if (value) sum += value.amount;
    (value ? counted : unknown).push(deal.deal);
  }
  return { value: money(sum, currency), deals: counted, unknown };
}

function marginTotalOf(currency: string, deals: readonly DealMoney[], key: MarginFigureName): MarginTotal {
  const total = totalOf(currency, deals, ({ margin }) => margin?.[key]);
  let base = 0;
  for (const deal of deals) if (deal.margin?.[key].value) base += baseOf(deal, key)?.amount ?? 0;
  const of = money(base, currency);
  return { ...total, of, share: moneyRatio(total.value, of) };
}

/** What a margin is a share of. */
const baseOf = ({ fees, margin }: DealMoney, key: MarginFigureName): Money | undefined =>
  key === 'marginSold' ? margin?.marginSold.signedValue : key === 'billedMargin' ? fees.billed.value : fees.contracted.value;
