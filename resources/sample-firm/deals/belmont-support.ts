import { call, cares, close, conceded, mail, promised, ticket } from '../beats';
import type { DealScript } from '../script';

export const belmontSupport: DealScript = {
  key: 'belmont-support',
  account: 'belmont',
  name: 'Application support retainer',
  department: 'IT',
  ae: 'sofia',
  lead: 'jonas',
  pm: 'david',
  buyers: ['osei', 'pell'],
  model: 'retainer',
  currency: 'GBP',
  opened: -348,
  prices: [
    [-348, 90_000],
    [-314, 114_000],
  ],
  closeBy: -290,
  steps: [
    [-338, 'scoping'],
    [-312, 'proposal'],
    [-300, 'negotiation'],
    [-284, 'kickoff'],
    [-262, 'warranty'],
  ],
  signed: 114_000,
  plannedEnd: 80,
  retainer: { fee: 9_500, months: 12 },
  why: 'Kwame Osei lost two developers and wants somebody who answers within four hours without hiring.',
  scope: [
    {
      key: 'desk',
      title: 'Second-level support',
      included: 'Forty hours a month, reaction within four hours on working days.',
      excluded: 'Weekends and the policy system.',
      test: 'Monthly report of reaction times.',
      why: 'Two developers left in spring.',
      hours: 480,
      price: 72_000,
    },
    {
      key: 'small',
      title: 'Small changes',
      included: 'Changes of up to two days each, in order of Belmont’s list.',
      hours: 280,
      price: 42_000,
    },
  ],
  team: ['jonas', 'sofia'],
  progress: 0.72,
  beats: [
    mail(
      'intro',
      -348,
      'osei',
      'sofia',
      'Support after the migration',
      `
Sofia,

between us: I have lost two of my four developers. Until the migration is over I will not be allowed to replace them. Could you take second-level support for the four claims applications, on a monthly fee? I need somebody to answer within four hours, not a ticket portal with a logo.

Kwame`,
      [cares('four-hours', 'I need somebody to answer within four hours', { text: 'An answer within four hours', rank: 1 })],
    ),
    call(
      'carry',
      -303,
      'sofia',
      ['osei', 'pell'],
      'Terms of the retainer',
      `
Kwame and Gregory Pell. Gregory wanted unused hours to be paid back. Settled on: unused hours carry over for one month, not longer. Notice three months to the end of a quarter.

Reaction time is measured by us and reported monthly.`,
      [
        conceded('carry-over', 'unused hours carry over for one month, not longer', {
          text: 'Unused hours carry over for one month',
          value: 0,
          givenBy: 'us',
        }),
        promised('report', 'Reaction time is measured by us and reported monthly.', {
          text: 'Monthly report of reaction times',
          madeTo: 'osei',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    ticket(
      'outage',
      -151,
      'jonas',
      'Document store full on a Saturday',
      {
        kind: 'incident',
        owner: 'jonas',
        severity: 'critical',
        detail: 'Uploads failed from Saturday 11:00. Weekend is excluded; Jonas saw it by chance and fixed it.',
      },
      -150,
    ),
    close(-150, 'jonas', 'outage', 'Old drafts moved, alarm at 85 per cent added.'),
    mail(
      'saturday',
      -148,
      'osei',
      ['jonas', 'sofia'],
      'Saturday',
      `
Jonas,

thank you for Saturday. I know it is not in the contract, and I will not get used to it.

Kwame`,
    ),
    mail(
      'renewal',
      -20,
      'sofia',
      'osei',
      'Second year',
      `
Kwame,

the first year ends in eleven weeks. Average reaction: one hour fifty. You used 93 per cent of the hours. I would suggest to keep the fee and add the portal to the list of applications. Shall we talk before the freeze?

Sofia`,
      [
        conceded('portal-support', 'I would suggest to keep the fee and add the portal to the list of applications.', {
          text: 'The claims portal is supported in the second year for the same fee',
          value: 6_000,
          givenBy: 'us',
        }),
      ],
    ),
  ],
};
