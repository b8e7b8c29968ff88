import { call, cares, forbade, mail, objected } from '../beats';
import type { DealScript } from '../script';

export const verlaineLoyalty: DealScript = {
  key: 'verlaine-loyalty',
  account: 'verlaine',
  name: 'Clienteling and loyalty',
  department: 'Marketing',
  ae: 'julien',
  lead: 'sofia',
  buyers: ['roussel', 'aubert'],
  model: 'milestone',
  currency: 'EUR',
  opened: -31,
  prices: [[-31, 120_000]],
  closeBy: 150,
  steps: [],
  scope: [],
  beats: [
    mail(
      'intro',
      -31,
      'roussel',
      'julien',
      'Knowing our clients',
      `
Cher Monsieur Mercier,

Thomas tells me that you listen well. Our vendeuses know their clients by heart, and when one of them leaves, the house forgets. I would like a book of clients that belongs to the house, without turning a boutique into a supermarket with points.

Could we talk, first without Claire?

Bénédicte Roussel`,
      [
        cares('memory', 'a book of clients that belongs to the house', {
          text: 'The house remembers its clients when people leave',
          rank: 1,
        }),
        forbade('no-points', 'without turning a boutique into a supermarket with points', {
          text: 'No points, no cards',
          strength: 'must',
        }),
      ],
    ),
    call(
      'first',
      -17,
      'julien',
      ['roussel'],
      'First talk with Marketing',
      `
Bénédicte. Forty thousand clients in notebooks and telephones. Data protection is the hard part: half of them never agreed to be written down.

She has no budget of her own. Claire will decide after the stock project is live.`,
      [
        objected('consent', 'half of them never agreed to be written down', {
          text: 'No consent of half of the clients',
          category: 'security',
        }),
      ],
    ),
  ],
};
