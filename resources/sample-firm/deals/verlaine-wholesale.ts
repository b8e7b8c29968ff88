import { credit, mail, meeting, promised } from '../beats';
import type { DealScript } from '../script';

export const verlaineWholesale: DealScript = {
  key: 'verlaine-wholesale',
  account: 'verlaine',
  name: 'Wholesale order desk',
  department: 'Wholesale',
  ae: 'julien',
  lead: 'hannah',
  pm: 'clara',
  buyers: ['aubert', 'haddad'],
  model: 'fixed',
  currency: 'EUR',
  opened: -672,
  prices: [
    [-672, 60_000],
    [-611, 58_000],
  ],
  closeBy: -590,
  steps: [
    [-651, 'scoping'],
    [-618, 'proposal'],
    [-604, 'negotiation'],
    [-583, 'kickoff'],
    [-566, 'requirements'],
    [-540, 'build'],
    [-476, 'deploy'],
    [-455, 'warranty'],
    [-272, 'closed'],
  ],
  signed: 58_000,
  plannedEnd: -460,
  why: 'Orders of 210 perfumeries came by fax. Three of them still do.',
  scope: [
    {
      key: 'desk',
      title: 'Order desk',
      included: 'Orders by mail, telephone and fax in one list, with allocation of rare articles.',
      excluded: 'A shop for perfumeries.',
      test: 'A Monday morning without a sheet of paper.',
      why: 'Rare articles went to whoever faxed first.',
      hours: 300,
      asked: 38_000,
      price: 36_000,
      status: 'done',
    },
    {
      key: 'allocation',
      title: 'Allocation rules',
      included: 'Quotas by region and customer class.',
      test: 'The allocation of last Christmas is reproduced.',
      hours: 180,
      price: 22_000,
      status: 'done',
    },
  ],
  milestones: [
    { key: 'design', title: 'Requirements accepted', due: -541, fee: 17_400, reached: -541, by: 'haddad' },
    { key: 'live', title: 'Live', due: -466, fee: 34_800, reached: -458, by: 'aubert' },
    { key: 'end', title: 'End of warranty', due: -275, fee: 5_800, reached: -274, by: 'haddad' },
  ],
  team: ['hannah', 'elise'],
  effort: 0.97,
  beats: [
    mail(
      'intro',
      -672,
      'haddad',
      'julien',
      'Faxes',
      `
Bonjour,

we receive 90 faxes a day from perfumeries. I am the head of information systems and I would like to stop buying toner. Your name was given to me by a colleague in Geneva.

Yasmine Haddad`,
    ),
    meeting(
      'monday',
      -640,
      'hannah',
      ['haddad'],
      'A Monday in wholesale',
      `
From eight to eleven we watched 140 orders come in. The head of the desk decides from memory who gets the limited editions. It works, and nobody could take her place.

The rules can be written down; she agreed to do it if she may overrule them.`,
      [
        promised('overrule', 'she agreed to do it if she may overrule them', {
          text: 'The head of the desk can overrule the allocation',
          madeBy: 'hannah',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    credit(-452, 'live', 1_800, 'Two days of training that did not take place'),
    mail(
      'live',
      -457,
      'aubert',
      'julien',
      'Lundi',
      `
Cher Monsieur Mercier,

on Monday I visited the desk. There was no paper, and Mme Girard had time for a coffee with me. That has not happened since 2011.

Claire Aubert`,
    ),
  ],
};
