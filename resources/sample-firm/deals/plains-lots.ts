import { approve, call, cares, conceded, mail, settled } from '../beats';
import type { DealScript } from '../script';

export const plainsLots: DealScript = {
  key: 'plains-lots',
  account: 'plains',
  name: 'Lot genealogy',
  department: 'Quality',
  ae: 'sofia',
  lead: 'priya',
  buyers: ['nguyen', 'jorgensen'],
  model: 'fixed',
  currency: 'USD',
  opened: -117,
  prices: [
    [-117, 95_000],
    [-58, 118_000],
    [-16, 112_000],
  ],
  closeBy: 22,
  steps: [
    [-97, 'scoping'],
    [-54, 'proposal'],
    [-24, 'negotiation'],
  ],
  scope: [
    {
      key: 'lots',
      title: 'Lots from field to bag',
      included: 'Field, bin, blend, treatment, bag.',
      excluded: 'Breeding.',
      test: 'A bag is traced to its fields in five minutes.',
      why: 'Blending loses the parents today.',
      hours: 400,
      asked: 56_000,
      price: 50_000,
    },
    {
      key: 'tests',
      title: 'Germination tests',
      included: 'Tests by lot, with their laboratory and expiry.',
      test: 'No bag of an expired lot can be shipped.',
      hours: 260,
      price: 32_000,
    },
    {
      key: 'labels',
      title: 'Tags',
      included: 'Tags of six states.',
      excluded: 'Export papers.',
      test: 'The tags pass the inspectors of two states.',
      hours: 240,
      price: 30_000,
    },
  ],
  beats: [
    mail(
      'intro',
      -117,
      'nguyen',
      'sofia',
      'Blends',
      `
Sofia,

Susan says you take notes. Here is mine: when we blend four lots, the system remembers one. A state inspector noticed it before we did. We have until next season.

Linh Nguyen`,
      [cares('parents', 'when we blend four lots, the system remembers one', { text: 'A blend remembers all of its parents', rank: 1 })],
    ),
    call(
      'states',
      -82,
      'priya',
      ['nguyen'],
      'Six states, six tags',
      `
Six states with their own tags. Linh has samples of four. The other two change their rules in January.

She asked whether we cover the change. I said that we follow the rules as of the day of acceptance; what changes later is a small order.`,
      [
        settled('rules-day', 'we follow the rules as of the day of acceptance; what changes later is a small order', {
          text: 'Rules of the states as of the day of acceptance',
          options: 'Any rule of the first year · rules as of acceptance',
          why: 'Two states change in January.',
          decidedBy: 'Linh Nguyen, Priya Raman',
        }),
      ],
    ),
    mail(
      'price',
      -18,
      'jorgensen',
      'sofia',
      'Re: Lot genealogy',
      `
Sofia,

118 next to the 198 of Susan. Take the travel out, you will be here for her anyway.

Dale Jorgensen`,
      [
        conceded('travel', 'Take the travel out, you will be here for her anyway.', {
          text: 'Travel shared with the settlement project',
          value: 6_000,
          givenBy: 'us',
        }),
      ],
    ),
    approve(-16, 'owen', 'travel'),
  ],
};
