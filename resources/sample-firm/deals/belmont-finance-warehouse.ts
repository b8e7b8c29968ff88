import { call, cares, mail, objected, promised } from '../beats';
import type { DealScript } from '../script';

export const belmontFinanceWarehouse: DealScript = {
  key: 'belmont-finance-warehouse',
  account: 'belmont',
  name: 'Finance data warehouse',
  department: 'Finance',
  ae: 'owen',
  lead: 'priya',
  buyers: ['shah', 'osei'],
  model: 'milestone',
  currency: 'GBP',
  opened: -96,
  prices: [
    [-96, 110_000],
    [-36, 135_000],
  ],
  closeBy: 42,
  steps: [
    [-75, 'scoping'],
    [-30, 'proposal'],
  ],
  scope: [
    {
      key: 'ledger',
      title: 'General ledger and sub-ledgers',
      included: 'Nightly load of seven ledgers, reconciled to the penny.',
      excluded: 'Actuarial reserves.',
      test: 'Trial balances agree for six closed months.',
      why: 'The controller trusts no number that she has not added up herself.',
      hours: 420,
      price: 49_000,
    },
    {
      key: 'premium',
      title: 'Premium and claims by cohort',
      included: 'Earned premium, claims paid and outstanding by month of origin.',
      test: 'Agrees with the statutory return of last year.',
      hours: 380,
      price: 44_000,
    },
    {
      key: 'reports',
      title: 'Twelve reports',
      included: 'The twelve reports that the board reads.',
      excluded: 'A reporting tool licence.',
      test: 'Signed by the owner of each report.',
      hours: 230,
      price: 27_000,
    },
    {
      key: 'handover',
      title: 'Hand-over to Finance IT',
      included: 'Two people who can add a source themselves.',
      hours: 120,
      price: 15_000,
      role: 'consultant',
    },
  ],
  beats: [
    mail(
      'intro',
      -96,
      'shah',
      'owen',
      'Twelve spreadsheets',
      `
Dear Owen,

Kwame speaks well of your team. Finance produces twelve board reports from twelve spreadsheets; each quarter two of them disagree with each other, and I find out in the meeting.

I would like one place where a number comes from. Not a lake, not a platform. A place.

Nadia Shah`,
      [
        cares('one-place', 'I would like one place where a number comes from.', {
          text: 'One source for every figure in the board pack',
          rank: 1,
        }),
      ],
    ),
    call(
      'sources',
      -70,
      'priya',
      ['shah'],
      'Sources',
      `
Nadia and two accountants. Seven ledgers, two of them hosted by an outsourcer that charges for every extract. She would rather wait a quarter for those two than pay for it.

She asked who will maintain the mappings afterwards. Told her that two of her people will be able to add a source themselves, and that we plan 120 hours for that.`,
      [
        promised('own-sources', 'two of her people will be able to add a source themselves', {
          text: 'Two people of Finance can add a source themselves',
          kind: 'contractual',
          inSow: true,
        }),
        objected('outsourcer', 'two of them hosted by an outsourcer that charges for every extract', {
          text: 'The outsourcer charges for every extract',
          category: 'risk',
        }),
      ],
    ),
    mail(
      'proposal',
      -29,
      'owen',
      ['shah', 'osei'],
      'Proposal: finance data warehouse',
      `
Dear Nadia,

attached. Four lines, 135,000 pounds, the two outsourced ledgers as a later option at cost. The acceptance test of the first line is yours: six closed months that agree to the penny.

Shall we go through it on the 3rd?

Owen`,
    ),
    mail(
      'questions',
      -12,
      'shah',
      'owen',
      'Re: Proposal: finance data warehouse',
      `
Owen,

I like that the test is mine. Two questions: what happens in the second year if a ledger changes, and could Priya be named in the contract? My team got used to her.

Nadia`,
      [cares('priya', 'could Priya be named in the contract?', { text: 'Priya Raman stays on the project', rank: 2 })],
    ),
  ],
};
