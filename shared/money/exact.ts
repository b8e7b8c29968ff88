import { money, type Money } from '../values/money';

/**
 * An amount before it is rounded, in millionths of millionths of a minor unit: hours and rates are each kept to a
 * millionth, so that any number of them adds up without error and is rounded once, at the end.
 */
export type Exact = bigint;

const MILLION = 1_000_000;
const ONE_MINOR = 1_000_000_000_000n;

/** Hours, or minor units an hour, as a whole number of millionths. */
export const millionths = (value: number): number => Math.round(value * MILLION);

/** Millionths back to hours. */
export const fromMillionths = (value: number): number => value / MILLION;

/** What hours cost; both in millionths. */
export const costOfHours = (hours: number, rate: number): Exact => BigInt(hours) * BigInt(rate);

export const exactOf = (value: Money): Exact => BigInt(value.amount) * ONE_MINOR;

/** Rounded half away from zero. */
export function roundExact(value: Exact, currency: string): Money {
  const sign = value < 0n ? -1n : 1n;
  return money(Number((sign * (2n * value * sign + ONE_MINOR)) / (2n * ONE_MINOR)), currency);
}
