import { call, cares, forbade, mail, meeting, objected } from '../beats';
import type { DealScript } from '../script';

export const meridianTechnicians: DealScript = {
  key: 'meridian-technicians',
  account: 'meridian',
  name: 'Field service scheduling',
  department: 'Service',
  ae: 'sofia',
  lead: 'luca',
  buyers: ['oneill', 'park'],
  model: 'milestone',
  currency: 'USD',
  opened: -74,
  prices: [
    [-74, 110_000],
    [-29, 130_000],
  ],
  closeBy: 84,
  steps: [[-42, 'scoping']],
  scope: [
    {
      key: 'planning',
      title: 'Planning of 70 technicians',
      included: 'Skills, regions, parts in the van, appointments.',
      excluded: 'Holiday planning.',
      hours: 420,
      price: 52_000,
    },
    {
      key: 'mobile',
      title: 'Visit on the tablet',
      included: 'Checklist, parts, signature; offline in hospital basements.',
      hours: 380,
      price: 47_000,
    },
    {
      key: 'export',
      title: 'Visits to the device history',
      included: 'The nightly export that Regulatory needs.',
      hours: 250,
      price: 31_000,
    },
  ],
  beats: [
    call(
      'first',
      -74,
      'sofia',
      ['oneill'],
      'Apology, and an idea',
      `
Called Maureen O'Neill to apologise for assuming her export. She was gracious. Then she talked for half an hour about 70 technicians who are planned with magnets on a wall in Phoenix.

She wants a proposal, and she wants to be the customer this time, not an assumption.`,
      [cares('customer', 'she wants to be the customer this time, not an assumption', { text: 'To be asked first', rank: 1 })],
    ),
    mail(
      'basement',
      -38,
      'oneill',
      ['sofia', 'luca'],
      'Basements',
      `
Sofia, Luca,

dialysis is always in the basement. There is no signal in a basement. The last tool that we bought needed one. It is in a drawer now, 70 times.

Maureen O'Neill`,
      [forbade('offline', 'There is no signal in a basement.', { text: 'Works without a signal', strength: 'must' })],
    ),
    meeting(
      'phoenix',
      -26,
      'luca',
      ['oneill', 'park'],
      'The wall in Phoenix',
      `
The wall works surprisingly well, for one region and one dispatcher. She retires in fourteen months.

Validation: a visit is a quality record, so Robert Huang's rules apply here as well. Daniel knew, Maureen did not.`,
      [
        objected('validated', "a visit is a quality record, so Robert Huang's rules apply here as well", {
          text: 'Validation makes it longer and dearer than she expected',
          category: 'schedule',
        }),
      ],
    ),
  ],
};
