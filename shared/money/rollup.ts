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

/** What deals come to, by currency, in whole minor units: sums of parts of a firm add up to those of the firm, to the cent. */
export type Sums = ReadonlyMap<string, SumsOfCurrency>;

interface SumsOfCurrency {
  readonly deals: readonly DealMoney[];
  readonly costed: readonly DealMoney[];
  readonly row: Float64Array;
}

/** Deals added up, one group for each currency: two currencies are never added. A total is the sum of its deals, to the cent. */
export const rollUp = (deals: readonly DealMoney[]): readonly CurrencyTotals[] => addUp([sumsOf(deals)]);

/** The sums of some deals, for `addUp`. */
export function sumsOf(deals: readonly DealMoney[]): Sums {
  const groups = new Map<string, { deals: DealMoney[]; costed: DealMoney[]; row: Float64Array }>();
  for (const deal of deals) {
    const { currency } = deal.fees;
    const group = groups.get(currency) ?? { deals: [], costed: [], row: new Float64Array(WIDTH) };
    groups.set(currency, group);
    group.deals.push(deal);
    if (deal.margin) group.costed.push(deal);
    addRow(group.row, rowOf(deal));
  }
  return groups;
}

/** The sums of parts added up. Which deals are in which part makes no difference to any total. */
export function addUp(parts: readonly Sums[]): readonly CurrencyTotals[] {
  const currencies = [...new Set(parts.flatMap((part) => [...part.keys()]))].sort();
  return currencies.map((currency) => {
    const own = parts.flatMap((part) => part.get(currency) ?? []);
    const row = new Float64Array(WIDTH);
    for (const part of own) addRow(row, part.row);
    return totalsOf(currency, { row, deals: own.flatMap(({ deals }) => deals), costed: own.flatMap(({ costed }) => costed) });
  });
}

function addRow(to: Float64Array, row: Float64Array): void {
  for (let at = 0; at < WIDTH; at += 1) to[at] = (to[at] ?? 0) + (row[at] ?? 0);
}

function totalsOf(currency: string, { deals, costed, row: sums }: SumsOfCurrency): CurrencyTotals {
  const sumAt = (at: number): Money => money(sums[at] ?? 0, currency);
  const record = <K extends string, V>(keys: readonly K[], of: (key: K, at: number) => V): Record<K, V> =>
    Object.fromEntries(keys.map((key, at) => [key, of(key, at)])) as Record<K, V>;
  const marginTotal = (key: MarginFigureName, at: number): MarginTotal => {
    const [value, whole] = [sumAt(MARGINS_AT + at), sumAt(BASES_AT + at)];
    const known = countedBy(value, costed, ({ margin }) => margin?.[key]);
    return Object.defineProperties({ of: whole, share: moneyRatio(value, whole) }, Object.getOwnPropertyDescriptors(known)) as MarginTotal;
  };
  return {
    currency,
    deals: deals.map(({ deal }) => deal),
    fees: record(FEE_FIGURES, (key, at) => countedBy(sumAt(at), deals, (deal) => deal.fees[key])),
    ...(costed.length === 0
      ? { costs: undefined, margins: undefined, pursuit: undefined }
      : {
          costs: record(COST_FIGURES, (key, at) => countedBy(sumAt(COSTS_AT + at), costed, ({ margin }) => margin?.[key])),
          margins: record(MARGIN_FIGURES, marginTotal),
          pursuit: countedBy(sumAt(PURSUIT_AT), costed, ({ margin }) => margin?.pursuit.cost),
        }),
    uncostedHours: (sums[UNCOSTED_AT] ?? 0) / 1_000_000,
  };
}

const COSTS_AT = FEE_FIGURES.length;
const MARGINS_AT = COSTS_AT + COST_FIGURES.length;
const BASES_AT = MARGINS_AT + MARGIN_FIGURES.length;
const PURSUIT_AT = BASES_AT + MARGIN_FIGURES.length;
const UNCOSTED_AT = PURSUIT_AT + 1;
const WIDTH = UNCOSTED_AT + 1;

/** The figures of a deal side by side, n/a as nothing: thousands of deals are added up from these in the time of a frame. */
const ROWS = new WeakMap<DealMoney, Float64Array>();

function rowOf(deal: DealMoney): Float64Array {
  const known = ROWS.get(deal);
  if (known) return known;
  const { fees, margin } = deal;
  const row = new Float64Array(WIDTH);
  FEE_FIGURES.forEach((key, at) => (row[at] = fees[key].value?.amount ?? 0));
  if (margin) {
    COST_FIGURES.forEach((key, at) => (row[COSTS_AT + at] = margin[key].value?.amount ?? 0));
    MARGIN_FIGURES.forEach((key, at) => {
      row[MARGINS_AT + at] = margin[key].value?.amount ?? 0;
      row[BASES_AT + at] = margin[key].value ? (baseOf(deal, key)?.amount ?? 0) : 0;
    });
    row[PURSUIT_AT] = margin.pursuit.cost.value.amount;
    row[UNCOSTED_AT] = Math.round(margin.uncosted.hours * 1_000_000);
  }
  ROWS.set(deal, row);
  return row;
}

type FigureOf = (deal: DealMoney) => Figure | undefined;

/** Which deals a total counts is found out when somebody asks: a screen shows hundreds of totals and opens a few. */
function countedBy(value: Money, deals: readonly DealMoney[], of: FigureOf): Total {
  const ids = (isKnown: boolean): readonly Id<'deal'>[] =>
    deals.filter((deal) => (of(deal)?.value !== undefined) === isKnown).map(({ deal }) => deal);
  let [counted, unknown]: [readonly Id<'deal'>[] | undefined, readonly Id<'deal'>[] | undefined] = [undefined, undefined];
  return {
    value,
    get deals() {
      return (counted ??= ids(true));
    },
    get unknown() {
      return (unknown ??= ids(false));
    },
  };
}

/** What a margin is a share of. */
const baseOf = ({ fees, margin }: DealMoney, key: MarginFigureName): Money | undefined =>
  key === 'marginSold' ? margin?.marginSold.signedValue : key === 'billedMargin' ? fees.billed.value : fees.contracted.value;
