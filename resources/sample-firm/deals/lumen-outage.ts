import { call, cares, editLine, forbade, mail, objected, resolve, settled } from '../beats';
import type { DealScript } from '../script';

export const lumenOutage: DealScript = {
  key: 'lumen-outage',
  account: 'lumen',
  name: 'Outage communication',
  department: 'Customer',
  ae: 'sofia',
  lead: 'elise',
  buyers: ['visser', 'smit'],
  model: 'milestone',
  currency: 'EUR',
  opened: -61,
  prices: [[-61, 110_000]],
  closeBy: 100,
  steps: [[-33, 'scoping']],
  scope: [
    {
      key: 'messages',
      title: 'Messages to customers',
      included: 'Text and mail within ten minutes of an outage, with a next update.',
      excluded: 'Telephone announcements.',
      hours: 340,
      price: 41_000,
    },
    {
      key: 'feed',
      title: 'Outages from the control system',
      included: 'Every outage with its area and its state, within two minutes.',
      assumes: 'The office network holds a copy of the outage list.',
      hours: 120,
      price: 15_000,
    },
    { key: 'map', title: 'Outage map', included: 'Map by postcode, without addresses.', hours: 280, price: 34_000 },
    { key: 'desk', title: 'Desk of the control room', included: 'Templates, approval in two clicks.', hours: 290, price: 35_000 },
  ],
  beats: [
    mail(
      'intro',
      -61,
      'visser',
      'sofia',
      'The night of the storm',
      `
Beste Sofia,

in the night of the storm 11,000 households were without power for six hours. They learned from the radio what we knew after four minutes. I had to say sorry on television.

I never want to do that again.

Hanneke Visser`,
      [
        cares('four-minutes', 'They learned from the radio what we knew after four minutes.', {
          text: 'Customers know within ten minutes',
          rank: 1,
        }),
      ],
    ),
    mail(
      'smit',
      -40,
      'smit',
      ['sofia', 'elise'],
      'Control room',
      `
Ms Lindqvist,

I am told that you wish to read from the control system. You do not. Nothing connects to the control system, not for reading either. There is a copy of the outage list that is written to the office network every two minutes. That is what you get.

Joost Smit, Security Officer`,
      [
        forbade('control', 'Nothing connects to the control system, not for reading either.', {
          text: 'No connection to the control system, not for reading either',
          strength: 'must',
        }),
        objected('security', 'I am told that you wish to read from the control system. You do not.', {
          text: 'Security refuses any connection to the control system',
          category: 'security',
        }),
      ],
    ),
    call(
      'two-minutes',
      -28,
      'elise',
      ['visser', 'smit'],
      'Two minutes are enough',
      `
Joost was friendlier on the phone. Two minutes of delay are enough for Hanneke's ten. He wants to see the firewall rule before anybody writes code.

Hanneke: "Tell him that I am on his side if he is on mine."`,
      [
        settled('copy', "Two minutes of delay are enough for Hanneke's ten.", {
          text: 'The copy of the outage list is the source',
          options: 'Direct connection · copy every two minutes',
          why: 'Security allows nothing else, and it is enough.',
          decidedBy: 'Hanneke Visser, Joost Smit',
        }),
      ],
    ),
    editLine(
      -16,
      'elise',
      'feed',
      { touches: ['control'] },
      'Mr Smit’s mail is about this line. Nobody has promised him the way round yet.',
    ),
    resolve(-27, 'sofia', 'security', 'We read the copy on the office network; the firewall rule is reviewed by Mr Smit first.', [
      'scopeLine',
      'messages',
    ]),
  ],
};
