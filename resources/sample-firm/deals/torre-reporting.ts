import { mail } from '../beats';
import type { DealScript } from '../script';

export const torreReporting: DealScript = {
  key: 'torre-reporting',
  account: 'torre',
  name: 'Group reporting',
  department: 'Finance',
  ae: 'julien',
  lead: 'priya',
  buyers: ['vidal'],
  model: 'T&M',
  currency: 'EUR',
  opened: -629,
  prices: [[-629, 45_000]],
  closeBy: -560,
  steps: [
    [-608, 'scoping'],
    [-572, 'lost'],
  ],
  lostBecause: 'The new finance director brought people she had worked with before.',
  scope: [
    { key: 'pack', title: 'Monthly pack', included: 'Profit and loss, cash and order book of five companies.', hours: 380, price: 45_000 },
  ],
  beats: [
    mail(
      'intro',
      -629,
      'vidal',
      'julien',
      'Figures',
      `
Estimado Julien,

five companies, five formats. Our auditor gave me your name. Could you come to Barcelona?

Montserrat Vidal`,
    ),
    mail(
      'end',
      -572,
      'vidal',
      'julien',
      'Change in Finance',
      `
Estimado Julien,

our new finance director starts on Monday and wishes to work with people she knows. I understand her. Please keep in touch with Jordi Ferrer, who has a problem that is closer to what you do.

Montserrat Vidal`,
    ),
  ],
};
