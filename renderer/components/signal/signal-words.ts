import type { Signal, SignalKey, SignalRow, SignalState, SignalUnit } from '#shared/signals/signal';
import { numberText } from '../text-of';

/** What each signal is called, and what it asks. */
export const SIGNAL_WORDS: Readonly<Record<SignalKey, { readonly name: string; readonly asks: string }>> = {
  reconstruction: {
    name: 'Reconstruction after the kick-off',
    asks: 'Hours spent in the first 14 days on finding out what the sale already knew, on average per engagement of a year.',
  },
  escalations: {
    name: 'Escalations about what was sold',
    asks: 'How often the account executive who was called back most had to say what was sold, within three months.',
  },
  figures: {
    name: 'Figures that differ',
    asks: 'Deals for which CRM, project tool and finance say different things.',
  },
  changeOrders: {
    name: 'Change orders decided differently',
    asks: 'How far apart project managers are in what they give for nothing, by value and within a year; and requests that nobody has decided.',
  },
  outOfSight: {
    name: 'Won deals out of sight',
    asks: 'Share of won, undelivered deals that their account executive has not opened, or without fresh health and billing.',
  },
};

export const STATE_WORDS: Readonly<Record<SignalState, string>> = {
  true: 'On',
  false: 'Quiet',
  'not enough data': 'Not enough data',
  off: 'Switched off',
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
  return told ? `${numberText(value)} ${told === 'days' && value === 1 ? 'day' : told}` : numberText(value);
}

/** The number of a signal; `–` where there is none. */
export const valueText = ({ value, unit }: Pick<Signal, 'value' | 'unit'>): string => (value === undefined ? '–' : amountText(value, unit));

/** What can be done about a row, in two words: the way to it is its first record. */
export const DEEDS: Readonly<Record<SignalKey, string>> = {
  reconstruction: 'Look at the deal',
  escalations: 'Open the escalation',
  figures: 'Compare',
  changeOrders: 'Decide',
  outOfSight: 'Look at the deal',
};

/** The value of a row as a table shows it; nothing where the text says all of it. */
export const rowValueText = ({ value, unit }: SignalRow): string =>
  value === undefined || unit === undefined ? '' : amountText(value, unit);
