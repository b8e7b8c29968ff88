import type { MoneyValue } from '../records/define-record';
import type { ScopeLine } from '../records/registry';
import { totalsByCurrency } from '../values/money';

/** What lines add up to. Money is listed by currency and never added across. */
export interface ScopeTotals {
  readonly lines: number;
  /** Planned, in hours. */
  readonly hours: number;
  /** Still to do, in hours; planned hours stand in where nobody has estimated what remains. */
  readonly remaining: number;
  readonly prices: readonly MoneyValue[];
  /** Lines that have no price, so that nobody takes the sum for the whole. */
  readonly unpriced: number;
}

/** Sums of any lines. What is given as a courtesy is counted in hours and never in money. */
export function scopeTotals(lines: readonly ScopeLine[]): ScopeTotals {
  const sold = lines.filter(({ status }) => status !== 'courtesy');
  return {
    lines: lines.length,
    hours: sum(lines.map(({ plannedHours }) => plannedHours ?? 0)),
    remaining: sum(
      lines.map(({ remainingHours, plannedHours, status }) => (status === 'done' ? 0 : (remainingHours ?? plannedHours ?? 0))),
    ),
    prices: totalsByCurrency(sold.flatMap(({ price }) => (price ? [price] : []))),
    unpriced: sold.filter(({ price }) => !price).length,
  };
}

/** Hours have two decimals at most; adding 0.1 and 0.2 must not show more. */
const sum = (hours: readonly number[]): number => Math.round(hours.reduce((total, one) => total + one, 0) * 100) / 100;
