import { formatDate } from '../values/calendar';
import { formatMoney, type Money } from '../values/money';
import type { BillingTerms } from './pricing';
import { t } from '../values/texts';

/** How values are written in a document of this language. */
export interface OfferWording {
  readonly money: (value: Money) => string;
  readonly date: (date: string) => string;
  readonly hours: (hours: number) => string;
}

export function offerWording(language: string): OfferWording {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return {
    money: (value) => formatMoney(value, language),
    date: (date) => formatDate(date, language, 'long'),
    hours: (hours) => `${numbers.format(hours)} h`,
  };
}

export const BILLING_NAMES = {
  fixed: t('Fixed price'),
  'T&M': t('Time and materials'),
  'capped T&M': t('Time and materials, capped'),
  milestone: t('By milestone'),
  retainer: t('Retainer'),
} as const;

const EACH = { month: t('each month'), quarter: t('each quarter'), year: t('each year') } as const;

/** How the work is billed, in sentences. */
export function billingSentences(
  { billingModel, cap, retainerFee, retainerPeriod, retainerPeriods }: BillingTerms,
  { money }: OfferWording,
): readonly string[] {
  if (billingModel === undefined) return [];
  switch (billingModel) {
    case 'fixed':
      return [
        t(
          'The total above is a fixed price for the scope described here. The hours are what it was calculated from, and are not billed one by one.',
        ),
      ];
    case 'T&M':
      return [
        t('Work is billed by the hours that were worked, at the agreed rates. The hours and sums above are an estimate, not a limit.'),
      ];
    case 'capped T&M':
      return [
        t('Work is billed by the hours that were worked, at the agreed rates. The hours and sums above are an estimate.'),
        ...(cap ? [t('No more than {{cap}} is billed without a written change order.', { cap: money(cap) })] : []),
      ];
    case 'milestone':
      return [t('The total above is billed in parts, each when its milestone is reached and accepted.')];
    case 'retainer':
      return [
        ...(retainerFee
          ? [t('The fee is {{retainerFee}} {{value}}.', { retainerFee: money(retainerFee), value: EACH[retainerPeriod ?? 'month'] })]
          : []),
        ...(retainerPeriods === undefined
          ? []
          : [t('It is agreed for {{retainerPeriods}}.', { retainerPeriods: periods(retainerPeriods, retainerPeriod ?? 'month') })]),
        t('The lines above describe the work that the fee is calculated for.'),
      ];
  }
}

const periods = (count: number, period: keyof typeof EACH): string =>
  count === 1 ? t('one {{period}}', { period }) : `${count} ${period}s`;
