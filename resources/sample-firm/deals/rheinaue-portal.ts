import { change, mail, note, planCost, settle, settled, stint } from '../beats';
import type { DealScript } from '../script';

export const rheinauePortal: DealScript = {
  key: 'rheinaue-portal',
  account: 'rheinaue',
  name: 'Customer portal refresh',
  department: 'Customer service',
  ae: 'owen',
  lead: 'jonas',
  pm: 'clara',
  buyers: ['schreiber', 'demir'],
  model: 'fixed',
  currency: 'EUR',
  opened: -412,
  prices: [
    [-412, 70_000],
    [-370, 88_000],
  ],
  closeBy: -340,
  steps: [
    [-396, 'scoping'],
    [-366, 'proposal'],
    [-349, 'negotiation'],
    [-336, 'kickoff'],
    [-318, 'requirements'],
    [-287, 'build'],
    [-207, 'on hold'],
  ],
  signed: 88_000,
  plannedEnd: -140,
  lostBecause: 'Set aside until the tender for the platform is decided: the portal will stand on it.',
  why: 'The portal of 2014 does not work on a telephone, and the town council noticed.',
  scope: [
    {
      key: 'mobile',
      title: 'Portal for the telephone',
      included: 'All pages of today, on a telephone.',
      excluded: 'New functions.',
      test: 'Twenty customers of all ages enter a reading.',
      why: 'Seven of ten visitors come by telephone.',
      hours: 360,
      price: 44_000,
      status: 'done',
    },
    {
      key: 'reading',
      title: 'Enter a reading with a photo',
      included: 'Photo of the meter, number read and confirmed.',
      test: 'Nine of ten photos are read.',
      hours: 220,
      price: 27_000,
    },
    { key: 'move', title: 'Moving house', included: 'Moving in and out without a form.', hours: 140, price: 17_000 },
  ],
  milestones: [
    { key: 'design', title: 'Design accepted', due: -290, fee: 26_400, reached: -288, by: 'schreiber' },
    { key: 'mobile', title: 'Portal on the telephone', due: -210, fee: 35_200, reached: -209, by: 'demir' },
    { key: 'end', title: 'Photo and moving house', due: -140, fee: 26_400 },
  ],
  team: ['jonas', 'elise'],
  progress: 0.52,
  beats: [
    mail(
      'intro',
      -412,
      'schreiber',
      'owen',
      'Portal',
      `
Dear Mr Pryce,

our portal dates from 2014. The town council has asked why it does not work on a telephone. I would like an answer, and a price.

Bettina Schreiber`,
    ),
    mail(
      'hold',
      -208,
      'demir',
      ['clara', 'owen'],
      'Portal: please pause',
      `
Dear Ms Nowak,

the portal on the telephone is live and the council is content. What is left would have to be built twice if the platform comes. Please stop after this milestone; we take it up again when the tender is decided.

The fee of the open milestone stays agreed.

Selin Demir`,
      [
        settled('pause', 'Please stop after this milestone; we take it up again when the tender is decided.', {
          text: 'The portal pauses until the platform is decided',
          options: 'Finish now · pause · cancel',
          why: 'Photo and moving house would be built twice.',
          decidedBy: 'Selin Demir',
        }),
      ],
    ),
    change(
      'pause-papers',
      -206,
      'clara',
      'Papers for the pause: what is built, what is open, how to go on',
      3_400,
      26,
      'demir',
      'hold',
      'Please stop after this milestone; we take it up again when the tender is decided.',
    ),
    planCost(-203, 'clara', 'pause-papers', 26),
    settle(-202, 'clara', 'pause-papers', 'submitted', 'Nobody will remember in a year; better that it is written down.'),
    settle(-196, 'clara', 'pause-papers', 'billed', 'Selin Demir ordered it by return of post.'),
    ...stint(-195, 'jonas', 26, { order: 'pause-papers' }, 'Papers for the pause'),
    note(
      'resume',
      -18,
      'clara',
      'Take it up again?',
      `
The tender is decided, in our favour. Spoke to Owen: we raise the portal in the steering group in spring, when the service desk of the platform has a shape.`,
    ),
  ],
};
