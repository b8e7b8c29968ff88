import { call, cares, close, decide, forbade, mail, meeting, objected, promised, pulse, resolve, slip, ticket } from '../beats';
import type { DealScript } from '../script';

export const plainsGrower: DealScript = {
  key: 'plains-grower',
  account: 'plains',
  name: 'Grower contracts and settlements',
  department: 'Contracts',
  ae: 'sofia',
  lead: 'hannah',
  pm: 'mehmet',
  buyers: ['whitaker', 'jorgensen'],
  model: 'capped T&M',
  currency: 'USD',
  cap: 198_000,
  opened: -229,
  prices: [
    [-229, 160_000],
    [-158, 198_000],
  ],
  closeBy: -110,
  steps: [
    [-201, 'scoping'],
    [-154, 'proposal'],
    [-126, 'negotiation'],
    [-101, 'kickoff'],
    [-78, 'requirements'],
  ],
  signed: 198_000,
  plannedEnd: 132,
  why: 'Four hundred growers are settled by a spreadsheet with 31 tabs. Last fall one formula cost them $ 212,000 and the trust of a county.',
  scope: [
    {
      key: 'contracts',
      title: 'Contracts',
      included: 'Acres, varieties, premiums and clauses of 400 growers.',
      excluded: 'Signing on paper.',
      test: 'Last year’s contracts are reproduced.',
      why: 'Every region has its own form.',
      hours: 420,
      price: 52_000,
    },
    {
      key: 'deliveries',
      title: 'Deliveries and quality',
      included: 'Scale tickets, moisture and purity to the contract.',
      assumes: 'Elevators send scale tickets as files.',
      test: 'A day of harvest at two elevators.',
      hours: 440,
      price: 55_000,
    },
    {
      key: 'settlement',
      title: 'Settlement',
      included: 'Premiums, deductions, advances; statement and payment file.',
      excluded: 'Taxes of growers.',
      test: 'Fifty growers of last year to the cent.',
      why: 'The formula in tab 17.',
      hours: 460,
      price: 57_000,
    },
    {
      key: 'statements',
      title: 'Statements for growers',
      included: 'A statement that a grower can check at the kitchen table.',
      test: 'Five growers explain theirs to us.',
      hours: 270,
      price: 34_000,
      role: 'consultant',
    },
  ],
  milestones: [
    { key: 'requirements', title: 'Requirements agreed', due: -9 },
    { key: 'spring', title: 'Contracts ready for spring', due: 76 },
    { key: 'settled', title: 'First settlement', due: 128 },
  ],
  team: ['hannah', 'priya'],
  progress: 0.22,
  beats: [
    mail(
      'intro',
      -229,
      'whitaker',
      'sofia',
      'Tab 17',
      `
Dear Sofia,

we settle four hundred growers in a spreadsheet. Tab 17 has a formula that my predecessor wrote and that nobody understood until it was wrong. It was wrong by two hundred and twelve thousand dollars, all in one county, and I drove to every one of them.

I am not looking for software. I am looking for something I can explain to a grower.

Susan Whitaker`,
      [
        cares('explain', 'I am looking for something I can explain to a grower.', {
          text: 'Every settlement can be explained to a grower',
          rank: 1,
        }),
      ],
    ),
    meeting(
      'kitchen',
      -193,
      'hannah',
      ['whitaker', 'jorgensen'],
      'Two kitchen tables',
      `
Visited two growers with Susan. They add up the statement by hand. What they cannot follow they call "the company's number".

Dale Jorgensen: nothing may change between April and June, they are planting. And the board signs in even months only.`,
      [
        forbade('planting', 'nothing may change between April and June, they are planting', {
          text: 'No change between April and June',
          strength: 'must',
          by: 'jorgensen',
        }),
        cares('by-hand', 'They add up the statement by hand.', { text: 'A statement that adds up by hand', rank: 2, contact: 'whitaker' }),
      ],
    ),
    call(
      'elevators',
      -171,
      'hannah',
      ['whitaker'],
      'Scale tickets',
      `
Nine elevators, four makes of scale. Six can send a file, three print. Susan: "They will send a file, or they will not get our seed." It stands as an assumption.

I told her that for the three we would take photos of the tickets in the first harvest if need be: "If three elevators still print in the first harvest, we read the printed tickets for you, within your cap."`,
      [
        promised('printed', 'If three elevators still print in the first harvest, we read the printed tickets for you, within your cap.', {
          text: 'Printed scale tickets of three elevators are read by us in the first harvest',
          madeBy: 'hannah',
          kind: 'courtesy',
        }),
      ],
    ),
    mail(
      'board',
      -124,
      'jorgensen',
      'sofia',
      'Board',
      `
Sofia,

the board liked it. Two of them asked why it costs as much as a combine. I said that a combine does not pay back in one county. Cap of 198, not a dollar more, and I want to see hours every Friday.

Dale Jorgensen`,
      [objected('combine', 'Two of them asked why it costs as much as a combine.', { text: 'The board finds it dear', category: 'price' })],
    ),
    resolve(-108, 'sofia', 'combine', 'A cap, and hours every Friday.'),
    decide(-88, 'mehmet', 'printed', 'honour free', 'Within the cap, as promised; about 40 hours.'),
    mail(
      'friday',
      -60,
      'mehmet',
      ['jorgensen', 'whitaker'],
      'Hours of the week',
      `
Dale, Susan,

31.5 hours this week, 212 since the start, 13 per cent of the cap. We found 14 forms of contract instead of nine; five differ only in the logo.

Mehmet Aydin`,
    ),
    ticket(
      'forms',
      -58,
      'mehmet',
      'Fourteen forms of contract',
      { kind: 'question', owner: 'hannah', detail: 'Which of the fourteen will be used in spring?', scopeLine: 'contracts' },
      -30,
    ),
    close(-27, 'hannah', 'forms', 'Six remain. Susan wrote to the regions herself.'),
    slip(-18, 'mehmet', 'requirements', 6, 'Two regions answered late on their clauses.', 'client'),
    pulse(-11, 'mehmet', 'good', 'Susan explains the settlement better than we do.'),
  ],
};
