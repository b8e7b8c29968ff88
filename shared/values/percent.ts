import { compareMoney, type Money } from './money';

/** `part ÷ whole` of one currency; undefined ("n/a") where the whole is zero. Computed, never stored. */
export function moneyRatio(part: Money, whole: Money): number | undefined {
  compareMoney(part, whole);
  return ratio(part.amount, whole.amount);
}

/** `part ÷ whole`; undefined ("n/a") where the whole is zero. */
export const ratio = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** A ratio in percent, rounded half away from zero: `percentOf(0.318181…, 2)` is 31.82. */
export function percentOf(value: number, digits = 2): number {
  const shifted = Number(`${Math.abs(value)}e${digits + 2}`);
  // Exponent text, not multiplication: 1.005 × 100 would already be wrong by a binary fraction.
  const scaled = Number.isNaN(shifted) ? Math.abs(value) * 10 ** (digits + 2) : shifted;
  return (Math.sign(value) * Math.round(scaled)) / 10 ** digits || 0;
}

/** `31.8 %` by locale, `n/a` for undefined. */
export function formatPercent(value: number | undefined, locale: string, digits = 1): string {
  if (value === undefined) return 'n/a';
  const key = `${locale} ${digits}`;
  const style = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, style);
  formats.set(key, format);
  return format.format(percentOf(value, digits) / 100);
}

const formats = new Map<string, Intl.NumberFormat>();
