import { formatDate } from '../values/calendar';
import { formatMoney, type Money } from '../values/money';
import type { BillingTerms } from './pricing';

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
  fixed: 'Fixed price',
  'T&M': 'Time and materials',
  'capped T&M': 'Time and materials, capped',
  milestone: 'By milestone',
  retainer: 'Retainer',
} as const;

const EACH = { month: 'each month', quarter: 'each quarter', year: 'each year' } as const;

/** How the work is billed, in sentences. */
export function billingSentences(
  { billingModel, cap, retainerFee, retainerPeriod, retainerPeriods }: BillingTerms,
  { money }: OfferWording,
): readonly string[] {
  if (billingModel === undefined) return [];
  switch (billingModel) {
    case 'fixed':
      return [
        'The total above is a fixed price for the scope described here. The hours are what it was calculated from, and are not billed one by one.',
      ];
    case 'T&M':
      return ['Work is billed by the hours that were worked, at the agreed rates. The hours and sums above are an estimate, not a limit.'];
    case 'capped T&M':
      return [
        'Work is billed by the hours that were worked, at the agreed rates. The hours and sums above are an estimate.',
        ...(cap ? [`No more than ${money(cap)} is billed without a written change order.`] : []),
      ];
    case 'milestone':
      return ['The total above is billed in parts, each when its milestone is reached and accepted.'];
    case 'retainer':
      return [
        ...(retainerFee ? [`The fee is ${money(retainerFee)} ${EACH[retainerPeriod ?? 'month']}.`] : []),
        ...(retainerPeriods === undefined ? [] : [`It is agreed for ${periods(retainerPeriods, retainerPeriod ?? 'month')}.`]),
        'The lines above describe the work that the fee is calculated for.',
      ];
  }
}

const periods = (count: number, period: keyof typeof EACH): string => (count === 1 ? `one ${period}` : `${count} ${period}s`);
