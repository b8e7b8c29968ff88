import type { Signal, SignalKey, SignalRow, SignalState, SignalUnit } from '#shared/signals/signal';
import { numberText } from '../text-of';
import { t } from '#shared/values/texts';

/** What each signal is called, and what it asks. */
export const SIGNAL_WORDS: Readonly<Record<SignalKey, { readonly name: string; readonly asks: string }>> = {
  reconstruction: {
    name: t('Reconstruction after the kick-off'),
    asks: t('Hours spent in the first 14 days on finding out what the sale already knew, on average per engagement of a year.'),
  },
  escalations: {
    name: t('Escalations about what was sold'),
    asks: t('How often the account executive who was called back most had to say what was sold, within three months.'),
  },
  figures: {
    name: t('Figures that differ'),
    asks: t('Deals for which CRM, project tool and finance say different things.'),
  },
  changeOrders: {
    name: t('Change orders decided differently'),
    asks: t(
      'How far apart project managers are in what they give for nothing, by value and within a year; and requests that nobody has decided.',
    ),
  },
  outOfSight: {
    name: t('Won deals out of sight'),
    asks: t('Share of won, undelivered deals that their account executive has not opened, or without fresh health and billing.'),
  },
};

export const STATE_WORDS: Readonly<Record<SignalState, string>> = {
  true: t('On'),
  false: t('Quiet'),
  'not enough data': t('Not enough data'),
  off: t('Switched off'),
};

const UNITS: Readonly<Record<SignalUnit | 'days', string>> = {
  h: 'h',
  '%': '%',
  deals: '',
  escalations: '',
  points: 'points',
  days: 'days',
};

/** `5.4 h`, `33 %`, `2`. */
export function amountText(value: number, unit: SignalUnit | 'days'): string {
  const told = UNITS[unit];
  return told ? `${numberText(value)} ${told === 'days' && value === 1 ? t('day') : told}` : numberText(value);
}

/** The number of a signal; `–` where there is none. */
export const valueText = ({ value, unit }: Pick<Signal, 'value' | 'unit'>): string => (value === undefined ? '–' : amountText(value, unit));

/** What can be done about a row, in two words: the way to it is its first record. */
export const DEEDS: Readonly<Record<SignalKey, string>> = {
  reconstruction: t('Look at the deal'),
  escalations: t('Open the escalation'),
  figures: t('Compare'),
  changeOrders: t('Decide'),
  outOfSight: t('Look at the deal'),
};

/** The value of a row as a table shows it; nothing where the text says all of it. */
export const rowValueText = ({ value, unit }: SignalRow): string =>
  value === undefined || unit === undefined ? '' : amountText(value, unit);
