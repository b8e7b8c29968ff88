import { mail, note } from '../beats';
import type { DealScript } from '../script';

export const verlaineStaffing: DealScript = {
  key: 'verlaine-staffing',
  account: 'verlaine',
  name: 'Boutique staffing',
  department: 'Human Resources',
  ae: 'julien',
  lead: 'elise',
  buyers: ['lefevre'],
  model: 'fixed',
  currency: 'EUR',
  opened: -331,
  prices: [
    [-331, 40_000],
    [-291, 47_000],
  ],
  closeBy: -260,
  steps: [
    [-312, 'scoping'],
    [-288, 'proposal'],
    [-251, 'lost'],
  ],
  lostBecause: 'They bought a standard product for € 390 a month. For planning shifts in 38 boutiques that was the right decision.',
  scope: [
    { key: 'plan', title: 'Shift plans', included: 'Plans for 38 boutiques with the rules of three countries.', hours: 250, price: 30_000 },
    { key: 'exchange', title: 'Exchange of shifts', included: 'Requests and approvals on the telephone.', hours: 140, price: 17_000 },
  ],
  beats: [
    mail(
      'intro',
      -331,
      'lefevre',
      'julien',
      'Shifts',
      `
Cher Julien,

38 boutiques plan their shifts in 38 ways. Could this be part of what you do for us?

Thomas`,
    ),
    note(
      'doubt',
      -286,
      'elise',
      'Is this for us?',
      `
There are good standard products for this from 300 euros a month. What we would build is better by exactly one thing: the Swiss public holidays. I would tell Thomas.`,
    ),
    mail(
      'end',
      -251,
      'lefevre',
      ['julien', 'elise'],
      'Re: Shifts',
      `
Chère Elise, cher Julien,

we follow your honest advice and take the standard product. You have lost 47,000 euros and gained my next call.

Thomas`,
    ),
  ],
};
