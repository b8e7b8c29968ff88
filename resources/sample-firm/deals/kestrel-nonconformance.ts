import { cares, mail, meeting } from '../beats';
import type { DealScript } from '../script';

export const kestrelNonconformance: DealScript = {
  key: 'kestrel-nonconformance',
  account: 'kestrel',
  name: 'Non-conformance records',
  department: 'Quality',
  ae: 'owen',
  lead: 'sofia',
  buyers: ['ibrahim', 'marsh'],
  model: 'fixed',
  currency: 'GBP',
  opened: -53,
  prices: [[-53, 88_000]],
  closeBy: 90,
  steps: [[-27, 'scoping']],
  scope: [
    {
      key: 'raise',
      title: 'Raise and contain',
      included: 'A non-conformance from the machine, with photo, and quarantine of the batch.',
      excluded: 'Supplier claims.',
      hours: 280,
      price: 33_000,
    },
    {
      key: 'dispose',
      title: 'Disposition and approval',
      included: 'Rework, use as is, scrap, with the signatures of section 8.7.',
      hours: 260,
      price: 31_000,
    },
    { key: 'trends', title: 'Trends', included: 'By part, machine and cause.', hours: 190, price: 24_000 },
  ],
  beats: [
    mail(
      'intro',
      -53,
      'ibrahim',
      'owen',
      'Section 8.7',
      `
Mr Pryce,

I have watched your team for seven months. They read the manual, which is more than most. I would like to talk about section 8.7, non-conforming product, which lives in a folder and in four heads.

There is no hurry until the audit. After it there will be.

Farah Ibrahim`,
      [
        cares('after-audit', 'There is no hurry until the audit. After it there will be.', {
          text: 'Ready to start right after the audit',
          rank: 1,
        }),
      ],
    ),
    meeting(
      'folder',
      -20,
      'sofia',
      ['ibrahim'],
      'The folder',
      `
Farah walked me through 60 cases of last year. A third had no disposition date. The forms are good; nobody can find them.

She wants the machine operator to raise a case without leaving the machine, on the terminals that we are putting in anyway.`,
      [
        cares('at-machine', 'She wants the machine operator to raise a case without leaving the machine', {
          text: 'Cases are raised at the machine',
          rank: 2,
        }),
      ],
    ),
  ],
};
