import {
  approve,
  call,
  cares,
  change,
  close,
  conceded,
  keep,
  mail,
  meeting,
  note,
  objected,
  planCost,
  promised,
  pulse,
  resolve,
  settle,
  slip,
  stint,
  ticket,
} from '../beats';
import type { DealScript } from '../script';

export const harbourPractice: DealScript = {
  key: 'harbour-practice',
  account: 'harbour',
  name: 'Practice management',
  department: 'Practice operations',
  ae: 'julien',
  lead: 'elise',
  pm: 'clara',
  buyers: ['byrne', 'finch', 'quinn'],
  model: 'fixed',
  currency: 'EUR',
  opened: -368,
  prices: [
    [-368, 90_000],
    [-309, 124_000],
    [-276, 118_000],
  ],
  closeBy: -255,
  steps: [
    [-343, 'scoping'],
    [-305, 'proposal'],
    [-283, 'negotiation'],
    [-251, 'kickoff'],
    [-231, 'requirements'],
    [-186, 'design'],
    [-141, 'build'],
    [-37, 'deploy'],
  ],
  signed: 118_000,
  plannedEnd: 16,
  why: 'Ninety architects fill in their hours on the last Friday of the month, from memory. The partners learn in spring which projects of last year made money.',
  scope: [
    {
      key: 'stages',
      title: 'Projects by work stage',
      included: 'Fees, stages and teams of 140 live projects.',
      excluded: 'Drawings.',
      test: 'Ten projects of each office, with fees per stage.',
      why: 'Fees are agreed per stage and tracked per year.',
      hours: 290,
      price: 35_000,
      status: 'done',
    },
    {
      key: 'time',
      title: 'Time sheets people fill in',
      included: 'A week in two minutes, on phone and desk, proposals from the calendar.',
      test: 'Nine of ten architects are complete on Monday for four weeks.',
      why: 'The last Friday of the month.',
      hours: 310,
      asked: 44_000,
      price: 38_000,
      status: 'done',
    },
    {
      key: 'fees',
      title: 'Fee invoices',
      included: 'Invoices per stage, with what was agreed.',
      excluded: 'Accounting.',
      test: 'The invoices of a month, without a correction.',
      hours: 220,
      price: 27_000,
    },
    { key: 'resourcing', title: 'Who works on what', included: 'Plan of the next twelve weeks.', hours: 150, price: 18_000 },
  ],
  milestones: [
    { key: 'design', title: 'Design accepted', due: -145, fee: 35_400, reached: -143, by: 'byrne' },
    { key: 'time', title: 'Time sheets live in both offices', due: -50, fee: 47_200, reached: -39, by: 'finch' },
    { key: 'live', title: 'Everything live', due: 16, fee: 35_400 },
  ],
  team: ['elise', 'hannah', 'jonas'],
  effort: 1.03,
  progress: 0.88,
  beats: [
    mail(
      'intro',
      -368,
      'byrne',
      'julien',
      'Hours',
      `
Hello Julien,

I run a practice of ninety architects. They are wonderful with space and hopeless with time. On the last Friday of the month everybody writes fiction, and Aoife turns it into invoices.

Eleanor wants to know which projects make money while they still can. So do I.

Conor Byrne`,
      [
        cares('while', 'which projects make money while they still can', {
          text: 'To see the margin of a project while it can be changed',
          rank: 1,
        }),
      ],
    ),
    meeting(
      'friday',
      -352,
      'elise',
      ['byrne', 'quinn'],
      'The last Friday',
      `
Sat in the Dublin office on the last Friday of the month. Asked eleven architects what they did on the 9th. Nobody knew; all of them wrote something.

Their calendar knows: 70 per cent of the hours could be proposed from it. They fear being watched. Conor fears another tool that nobody opens.`,
      [
        objected('watched', 'They fear being watched.', { text: 'Architects fear being watched', raisedBy: 'byrne', category: 'people' }),
        cares('two-minutes', '70 per cent of the hours could be proposed from it', { text: 'A week of hours in two minutes', rank: 2 }),
      ],
    ),
    call(
      'private',
      -298,
      'elise',
      ['byrne'],
      'What the calendar may say',
      `
We agreed with Conor: "Titles of appointments stay on the architect's own screen; only project and hours leave it." He will read it out in both offices before we start.`,
      [
        promised('titles', "Titles of appointments stay on the architect's own screen; only project and hours leave it.", {
          text: 'Titles of appointments never leave the architect’s own screen',
          madeBy: 'elise',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    resolve(-296, 'julien', 'watched', 'Titles of appointments stay private; Conor announces it himself.', ['commitment', 'titles']),
    mail(
      'partners',
      -279,
      'finch',
      'julien',
      'First Thursday',
      `
Dear Julien,

the partners met. Seven for, one against, one asleep. We would sign at 118,000, with the resourcing included, and we would like Elise to run the first sessions herself.

Eleanor Finch`,
      [cares('elise', 'we would like Elise to run the first sessions herself', { text: 'Elise Dubois runs the first sessions', rank: 3 })],
    ),
    note(
      'six',
      -277,
      'julien',
      '118 for Harbour & Finch',
      `
Six thousand below the proposal. They pay on the day, always have. Owen is fine with it.`,
      [conceded('six', 'Six thousand below the proposal.', { text: '€ 6,000 below the proposal', value: 6_000, givenBy: 'us' })],
    ),
    approve(-276, 'owen', 'six'),
    slip(-72, 'clara', 'time', -39, 'The Cork office moved house in the weeks of the pilot.', 'client'),
    mail(
      'stage-zero',
      -66,
      'quinn',
      'clara',
      'Work before there is a project',
      `
Hi Clara,

competitions. We spend four thousand hours a year on them, before there is a project or a fee. Where do they go? Could there be a stage zero, without a fee, that I can still report?

Aoife Quinn`,
    ),
    change(
      'stage-zero',
      -64,
      'clara',
      'Stage zero for competitions',
      4_800,
      38,
      'quinn',
      'stage-zero',
      'Could there be a stage zero, without a fee, that I can still report?',
    ),
    settle(-59, 'clara', 'stage-zero', 'submitted', 'Asked for by Finance; small but not in the scope.'),
    planCost(-58, 'clara', 'stage-zero', 38),
    ...stint(-42, 'jonas', 38, { order: 'stage-zero' }, 'Billing of stage zero'),
    settle(-44, 'clara', 'stage-zero', 'billed', 'Approved by Eleanor Finch in the partners’ meeting.'),
    keep(-36, 'clara', 'titles'),
    ticket(
      'holidays',
      -29,
      'clara',
      'Irish and Northern Irish holidays are mixed up',
      {
        kind: 'incident',
        owner: 'jonas',
        severity: 'low',
        detail: 'Two people in Newry were proposed eight hours on a holiday.',
        scopeLine: 'time',
      },
      -25,
    ),
    close(-26, 'jonas', 'holidays', 'Holidays by office. Both people got their day back.'),
    pulse(-8, 'clara', 'good', 'Ninety-three per cent complete on Monday. Conor has stopped sending reminders.'),
    mail(
      'monday',
      -7,
      'byrne',
      ['clara', 'elise'],
      'Monday',
      `
Clara, Elise,

eighty-four of ninety complete by nine on Monday. I had written a reminder and did not send it.

Conor`,
    ),
  ],
};
