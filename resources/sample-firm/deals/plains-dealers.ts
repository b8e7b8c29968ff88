import { call, cares, forbade, mail } from '../beats';
import type { DealScript } from '../script';

export const plainsDealers: DealScript = {
  key: 'plains-dealers',
  account: 'plains',
  name: 'Dealer CRM',
  department: 'Sales',
  ae: 'sofia',
  lead: 'elise',
  pm: 'mehmet',
  buyers: ['jorgensen'],
  model: 'fixed',
  currency: 'USD',
  opened: -735,
  prices: [
    [-735, 70_000],
    [-690, 84_000],
  ],
  closeBy: -660,
  steps: [
    [-716, 'scoping'],
    [-687, 'proposal'],
    [-671, 'negotiation'],
    [-653, 'kickoff'],
    [-636, 'requirements'],
    [-604, 'build'],
    [-537, 'deploy'],
    [-509, 'warranty'],
    [-326, 'closed'],
  ],
  signed: 84_000,
  plannedEnd: -520,
  why: 'Ninety dealers, each with a list of farmers in a pickup truck. When a dealer retires, the list retires with him.',
  scope: [
    {
      key: 'lists',
      title: 'Farmers and fields',
      included: 'Farmers, acres and what they planted, by dealer.',
      excluded: 'Prices.',
      test: 'A dealer finds a farmer in ten seconds.',
      why: 'The list in the pickup truck.',
      hours: 320,
      price: 40_000,
      status: 'done',
    },
    {
      key: 'visits',
      title: 'Visits',
      included: 'Visits and promises, on the phone.',
      test: 'Twenty dealers use it for a month.',
      hours: 220,
      price: 28_000,
      status: 'done',
    },
    {
      key: 'training',
      title: 'Training at the dealers’ day',
      included: 'One day for ninety dealers.',
      hours: 120,
      price: 16_000,
      role: 'consultant',
      status: 'done',
    },
  ],
  milestones: [
    { key: 'design', title: 'Design accepted', due: -606, fee: 25_200, reached: -605, by: 'jorgensen' },
    { key: 'live', title: 'All dealers live', due: -520, fee: 50_400, reached: -511, by: 'jorgensen' },
    { key: 'end', title: 'End of warranty', due: -330, fee: 8_400, reached: -328, by: 'jorgensen' },
  ],
  team: ['elise', 'jonas'],
  effort: 1.01,
  beats: [
    mail(
      'intro',
      -735,
      'jorgensen',
      'sofia',
      'Dealers',
      `
Ms. Lindqvist,

ninety dealers, average age 61. Each has a list of farmers in his truck. I want a copy before they retire, and I want them to want it.

Dale Jorgensen`,
      [cares('want-it', 'I want them to want it', { text: 'Dealers use it because they like it', rank: 1 })],
    ),
    call(
      'who-owns',
      -700,
      'sofia',
      ['jorgensen'],
      'Whose farmers are they',
      `
The dealers fear that the company will call their farmers directly. Dale will put in writing that it does not. Without that letter nobody will type a name.`,
      [
        forbade('letter', 'The dealers fear that the company will call their farmers directly.', {
          text: 'The company does not contact farmers of a dealer directly',
          strength: 'must',
        }),
      ],
    ),
    mail(
      'day',
      -510,
      'jorgensen',
      ['sofia', 'mehmet'],
      'Dealers’ day',
      `
Sofia, Mehmet,

eighty-four of ninety have entered their list. Two did it during lunch. The other six I will visit myself, with pie.

Dale`,
    ),
  ],
};
