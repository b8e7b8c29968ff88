import type { LossCause, StepCause } from '#shared/money/waterfall';
import { formatPercent, percentOf } from '#shared/values/percent';
import { minorDigits, type Money } from '#shared/values/money';
import { moneyText } from '../text-of';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';

/** An amount as short as it is exact: without cents where there are none. `n/a` where it cannot be known. */
export function amountText(value: Money | undefined): string {
  if (!value) return 'n/a';
  return moneyText(value, value.amount % 10 ** minorDigits(value.currency) === 0 ? 'whole' : 'exact');
}

/** The same with its sign, for a change: `+€4,000`. */
export const changeText = (value: Money): string => (value.amount > 0 ? `+${amountText(value)}` : amountText(value));

/** `31.82 %`, or `n/a`. */
export const shareText = (share: number | undefined): string => formatPercent(share, spokenLocale(), 2);

/** Points of contracted, with their sign: `−3.64 points`. */
export function pointsText(points: number | undefined): string {
  if (points === undefined) return 'n/a';
  return t('{{value}}{{points}} points', { value: points > 0 ? '+' : '', points: pointsNumber(points) });
}

const twoDigits = new Intl.NumberFormat(spokenLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Percent points with two digits: `-3.64`. */
export const pointsNumber = (points: number): string => twoDigits.format(percentOf(points / 100));

/** Minor units of a currency for an axis: short, without cents. */
export const axisText =
  (currency: string) =>
  (amount: number): string =>
    moneyText({ amount: Math.round(amount), currency }, 'whole');

/** What a bar of the waterfall is called. */
export const CAUSE_NAMES: Readonly<Record<StepCause | LossCause, string>> = {
  'signed value': t('Signed value since corrected'),
  'billed change orders': t('Billed change orders'),
  concessions: t('Concessions after signature'),
  commitments: t('Commitments honoured free'),
  'absorbed change orders': t('Absorbed change orders'),
  effort: t('Effort against plan'),
  rates: t('Rates against plan'),
  rework: t('Rework and incidents'),
  reconstruction: t('Reconstruction, escalation'),
  'write-offs': t('Write-offs'),
  external: t('External cost'),
  unexplained: t('Unexplained'),
};

/** How the amount of a bar comes about, in a line. */
export const CAUSE_ABOUT: Readonly<Record<StepCause | LossCause, string>> = {
  'signed value': t('The contract was corrected after it was signed.'),
  'billed change orders': t('Price of billed change orders less their planned cost.'),
  concessions: t('What we gave up after the signature.'),
  commitments: t('Work on promises outside the statement of work that nobody pays for.'),
  'absorbed change orders': t('Work on change orders that we took on ourselves.'),
  effort: t('(Hours at completion − planned hours) × planned rate, by scope line.'),
  rates: t('Hours × (cost of the hour − planned rate).'),
  rework: t('Hours of rework and on incidents.'),
  reconstruction: t('Hours spent on finding out again what was sold, and on escalations.'),
  'write-offs': t('Sums that we gave up claiming.'),
  external: t('Expenses and external cost beyond the plan.'),
  unexplained: t('The rest of the difference that no record names.'),
};
