import { call, cares, mail, objected } from '../beats';
import type { DealScript } from '../script';

export const kestrelSpares: DealScript = {
  key: 'kestrel-spares',
  account: 'kestrel',
  name: 'Spares portal',
  department: 'Aftermarket',
  ae: 'owen',
  lead: 'jonas',
  buyers: ['cutler'],
  model: 'fixed',
  currency: 'GBP',
  opened: -204,
  prices: [
    [-204, 60_000],
    [-151, 70_000],
  ],
  closeBy: -60,
  steps: [
    [-181, 'scoping'],
    [-148, 'proposal'],
    [-97, 'on hold'],
  ],
  lostBecause: 'Raymond Cutler has frozen everything that does not serve the audit until spring.',
  scope: [
    { key: 'catalogue', title: 'Catalogue of spares', included: '2,400 part numbers with alternates.', hours: 210, price: 25_000 },
    {
      key: 'quotes',
      title: 'Quotes and orders',
      included: 'Price on request, order, certificate to download.',
      test: 'A customer downloads the certificate of a delivered part.',
      hours: 370,
      price: 45_000,
    },
  ],
  beats: [
    mail(
      'intro',
      -204,
      'cutler',
      'owen',
      'Aftermarket',
      `
Mr Pryce,

Aftermarket makes 6 per cent of our revenue and a fifth of our margin, by telephone. What would it cost to let airlines order a spare without calling Trevor?

Raymond Cutler`,
      [cares('trevor', 'let airlines order a spare without calling Trevor', { text: 'Customers order without a telephone call', rank: 1 })],
    ),
    call(
      'certificates',
      -160,
      'jonas',
      ['cutler'],
      'Certificates',
      `
The point is the certificate: no airline pays before it has it. They are scanned, one by one, by Trevor. If the portal does nothing but give out certificates it is worth half of the money.`,
    ),
    mail(
      'freeze',
      -97,
      'cutler',
      'owen',
      'Freeze',
      `
Mr Pryce,

the board has frozen what does not serve the audit. The portal is a good idea in a bad quarter. Please come back in spring.

Raymond Cutler`,
      [
        objected('freeze', 'The portal is a good idea in a bad quarter.', {
          text: 'Budget freeze until the audit is passed',
          category: 'price',
        }),
      ],
    ),
  ],
};
