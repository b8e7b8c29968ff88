import { call, cares, chat, keep, mail, promised } from '../beats';
import type { DealScript } from '../script';

export const lumenAssetRegister: DealScript = {
  key: 'lumen-asset-register',
  account: 'lumen',
  name: 'Asset register clean-up',
  department: 'Asset management',
  ae: 'sofia',
  lead: 'priya',
  pm: 'david',
  buyers: ['bakker', 'vandijk'],
  model: 'T&M',
  currency: 'EUR',
  opened: -588,
  prices: [
    [-588, 60_000],
    [-549, 72_000],
  ],
  closeBy: -520,
  steps: [
    [-570, 'scoping'],
    [-546, 'proposal'],
    [-533, 'negotiation'],
    [-516, 'kickoff'],
    [-501, 'requirements'],
    [-472, 'build'],
    [-352, 'warranty'],
    [-171, 'closed'],
  ],
  signed: 72_000,
  plannedEnd: -355,
  why: 'The regulator does not pay for a transformer that the register has twice.',
  scope: [
    {
      key: 'rules',
      title: 'Rules for a clean register',
      included: '140 rules, with an owner for each.',
      test: 'Each rule is run and explained.',
      why: 'Everybody corrected, nobody agreed on what is right.',
      hours: 190,
      price: 24_000,
      status: 'done',
    },
    {
      key: 'cleaning',
      title: 'Cleaning',
      included: '310,000 assets, by rule, with the old value kept.',
      excluded: 'Visits in the field.',
      test: 'Open violations below one in a thousand.',
      hours: 270,
      price: 34_000,
      status: 'done',
    },
    {
      key: 'handover',
      title: 'Hand-over',
      included: 'Two data stewards who run the rules themselves.',
      hours: 110,
      price: 14_000,
      role: 'consultant',
      status: 'done',
    },
  ],
  milestones: [
    { key: 'rules', title: 'Rules agreed', due: -470, reached: -471, by: 'bakker' },
    { key: 'clean', title: 'Register clean', due: -360, reached: -357, by: 'vandijk' },
  ],
  team: ['priya', 'elise'],
  effort: 0.98,
  beats: [
    mail(
      'intro',
      -588,
      'bakker',
      'sofia',
      'Two transformers',
      `
Dag Sofia,

the regulator found a transformer in our register twice. He does not pay for two, and he now asks what else we have twice. I think about 9,000 things. We have five months.

Ruben Bakker`,
      [cares('regulator', 'he now asks what else we have twice', { text: 'A register that the regulator accepts', rank: 1 })],
    ),
    call(
      'capex',
      -556,
      'sofia',
      ['bakker', 'vandijk'],
      'Investment or operation',
      `
Marieke van Dijk: every hour must be booked as investment or as operation from the first day, with the asset class. She will not approve an invoice without it.

I said that each time entry will carry it. David has to set it up before the first hour.`,
      [
        promised('capex', 'each time entry will carry it', {
          text: 'Every hour is booked as investment or operation, with the asset class',
          madeTo: 'vandijk',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    chat(
      'progress',
      -411,
      'priya',
      ['bakker'],
      'Chat: 9,000',
      `
Ruben Bakker: how many today?
Priya Raman: 1,204 left
Ruben Bakker: it was 9,000 in March
Priya Raman: 9,377 :)`,
    ),
    keep(-356, 'david', 'capex'),
    mail(
      'end',
      -170,
      'vandijk',
      ['sofia', 'david'],
      'The regulator',
      `
Dear Sofia,

the regulator has closed the point. In his letter he calls the register "exemplary", which I have had framed for Ruben.

Marieke van Dijk`,
    ),
  ],
};
