import { monthOf, type MonthMoney } from '#shared/money/months';
import { addMoney, money, type Money } from '#shared/values/money';

export const MONTH_FIGURES = ['signed', 'billed', 'paid', 'cost'] as const;
export type MonthFigure = (typeof MONTH_FIGURES)[number];

/** One month of many deals in one currency. */
export interface MonthSums {
  /** `2026-11`. */
  readonly month: string;
  readonly values: Readonly<Record<MonthFigure, Money>>;
  readonly records: Readonly<Record<MonthFigure, readonly string[]>>;
}

/** The months of many deals added up, from the first to `day` without a gap. `from`: no month before it. */
export function monthSums(all: readonly (readonly MonthMoney[])[], currency: string, day: string, from = ''): readonly MonthSums[] {
  const sums = new Map<string, { values: Record<MonthFigure, Money>; records: Record<MonthFigure, string[]> }>();
  const sumOf = (month: string) => {
    const nothing = money(0, currency);
    const own = sums.get(month) ?? {
      values: { signed: nothing, billed: nothing, paid: nothing, cost: nothing },
      records: { signed: [], billed: [], paid: [], cost: [] },
    };
    sums.set(month, own);
    return own;
  };
  for (const months of all) {
    for (const one of months) {
      if (one.month < from) continue;
      const own = sumOf(one.month);
      for (const figure of MONTH_FIGURES) {
        const part = one[figure];
        if (!part || part.records.length === 0) continue;
        own.values[figure] = addMoney(own.values[figure], part.value);
        own.records[figure].push(...part.records);
      }
    }
  }
  const first = [...sums.keys()].toSorted()[0];
  if (first === undefined) return [];
  return monthsBetween(first, monthOf(day)).map((month) => ({ month, ...sumOf(month) }));
}

/** Every month from one to another, both among them. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: Math.max(1, number(last) - number(first) + 1) }, (_, at) => {
    const month = number(first) + at;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
