import {
  answer,
  approve,
  ask,
  call,
  cares,
  conceded,
  forbade,
  hours,
  mail,
  meeting,
  note,
  objected,
  promised,
  resolve,
  settled,
  ticket,
} from '../beats';
import type { DealScript } from '../script';

export const rheinauePlatform: DealScript = {
  key: 'rheinaue-platform',
  account: 'rheinaue',
  name: 'Meter-to-cash and asset platform',
  department: 'Programme office',
  ae: 'owen',
  lead: 'hannah',
  pm: 'david',
  buyers: ['hoffmann', 'demir', 'schreiber', 'krause'],
  model: 'milestone',
  currency: 'EUR',
  opened: -331,
  prices: [
    [-331, 900_000],
    [-232, 1_284_000],
    [-71, 1_240_000],
  ],
  closeBy: -45,
  steps: [
    [-296, 'scoping'],
    [-226, 'proposal'],
    [-118, 'negotiation'],
    [-21, 'kickoff'],
  ],
  signed: 1_240_000,
  plannedEnd: 610,
  background:
    'Stadtwerke Rheinaue runs meter data, billing, customer service and assets on systems of four generations. This project replaces them with one platform, under one contract, with one programme and one date, while every bill and every market message goes out as before.',
  why: 'One tender for what three departments would have bought in five years: the owner, the town, wants one contract, one programme director and one date. Ulrich Hoffmann wants to retire in the year after go-live.',
  scope: [
    {
      key: 'meters',
      title: 'Meter data',
      included: 'Readings of 112,000 meters, smart and not, validated and replaced where missing.',
      excluded: 'Meters of other networks.',
      assumes: 'The metering operator delivers in the market format.',
      test: 'A month of readings gives the same volumes as the old system.',
      why: 'Estimates are a third of all complaints.',
      hours: 1_450,
      price: 165_000,
    },
    {
      key: 'tariffs',
      title: 'Tariffs and contracts',
      included: 'Electricity, gas, water, heat; 46 tariffs, contracts with their history.',
      excluded: 'Wholesale.',
      test: 'A thousand contracts billed as in the old system, differences explained.',
      hours: 1_380,
      price: 158_000,
    },
    {
      key: 'billing',
      title: 'Billing and instalments',
      included: 'Annual bills, instalments, corrections, 68,000 customers.',
      excluded: 'Printing and posting.',
      test: 'Three billing runs in parallel, agreed to the cent.',
      why: 'The old system loses its support in three years.',
      hours: 1_900,
      asked: 238_000,
      price: 216_000,
    },
    {
      key: 'receivables',
      title: 'Receivables and dunning',
      included: 'Direct debit, dunning, instalment agreements, blocking with its legal steps.',
      test: 'The dunning list of a month agrees with that of Billing.',
      hours: 900,
      price: 103_000,
    },
    {
      key: 'service',
      title: 'Customer service desk',
      included: 'One view per customer for 22 people at the desk.',
      excluded: 'The customer portal.',
      test: 'Ten cases in half of the time of today.',
      hours: 820,
      price: 94_000,
    },
    {
      key: 'assets',
      title: 'Asset register',
      included: 'Pipes, cables, stations with position, age and condition.',
      excluded: 'The geographic system itself.',
      assumes: 'Assets exports its data as agreed in annex F.',
      test: 'A hundred assets visited, a hundred found.',
      why: 'The water network is older than its papers.',
      hours: 1_120,
      price: 128_000,
    },
    {
      key: 'maintenance',
      title: 'Inspection and maintenance',
      included: 'Plans, orders for 60 fitters, forms on the tablet, without a network too.',
      test: 'A week of two crews without paper.',
      hours: 1_080,
      price: 123_000,
    },
    { key: 'outages', title: 'Outages', included: 'Report, crew, customers affected, message.', hours: 560, price: 64_000 },
    {
      key: 'regulation',
      title: 'Reports to the regulator',
      included: 'Quality, volumes and costs as the regulator asks for them.',
      excluded: 'Tariff applications.',
      hours: 620,
      price: 71_000,
    },
    {
      key: 'migration',
      title: 'Migration',
      included: 'Customers, contracts, seven years of bills, assets; three rehearsals.',
      assumes: 'Billing names two people for half of their time.',
      test: 'Sums and counts agree per tariff and district.',
      hours: 1_040,
      price: 118_000,
    },
    {
      key: 'archive',
      title: 'Archive of old bills',
      included: 'Bills older than seven years, read-only.',
      hours: 190,
      price: 22_000,
      status: 'negotiated away',
    },
  ],
  milestones: [
    { key: 'blueprint', title: 'Blueprint of all lines accepted', due: 92, fee: 186_000 },
    { key: 'assets-live', title: 'Assets and maintenance live', due: 265, fee: 310_000 },
    { key: 'parallel', title: 'Three billing runs in parallel', due: 420, fee: 310_000 },
    { key: 'live', title: 'Meter-to-cash live', due: 515, fee: 310_000 },
    { key: 'end', title: 'First annual billing done', due: 610, fee: 124_000 },
  ],
  team: ['hannah', 'luca', 'priya', 'elise'],
  progress: 0.012,
  beats: [
    mail(
      'tender',
      -331,
      'demir',
      'owen',
      'Market inquiry before our tender',
      `
Dear Mr Pryce,

Stadtwerke Rheinaue will tender one platform for meter-to-cash and for network assets in spring. Before we write it we invite five firms to tell us, in two hours, what we should not ask for.

You were named to us because you are small enough to send the people who do the work.

Selin Demir
Programme Director`,
      [
        cares('people', 'small enough to send the people who do the work', {
          text: 'The people who sell it are the people who do it',
          rank: 2,
        }),
      ],
    ),
    meeting(
      'inquiry',
      -312,
      'owen',
      ['hannah', 'demir', 'hoffmann'],
      'Two hours on what not to ask for',
      `
Ulrich Hoffmann opened: "I want one contract and one date. And I want to hand over a house in order." He retires the year after go-live.

Hannah told them not to ask for billing and assets to go live on one day. Selin Demir had planned exactly that. There was a silence, then Mr Hoffmann said: "Then tell us in which order."

I believe that we won it in that minute.`,
      [
        cares('order', 'I want to hand over a house in order.', {
          text: 'A house in order before he retires',
          rank: 1,
          contact: 'hoffmann',
        }),
        settled('two-steps', 'Hannah told them not to ask for billing and assets to go live on one day.', {
          text: 'Assets go live first, billing second',
          options: 'One day for everything · assets first · billing first',
          why: 'Billing needs three runs in parallel; assets need only good weather.',
          decidedBy: 'Ulrich Hoffmann, Selin Demir, Hannah Weiss',
        }),
      ],
    ),
    mail(
      'schreiber',
      -268,
      'schreiber',
      ['hannah', 'demir'],
      'Annual billing',
      `
Dear Ms Weiss,

I read in the minutes that billing may change its system "after three parallel runs". Please note that from 15 November to 31 January my department prints 68,000 bills. In these eleven weeks nothing changes, nobody is trained and nobody attends workshops.

Bettina Schreiber
Head of Customer Billing`,
      [
        forbade('november', 'from 15 November to 31 January my department prints 68,000 bills. In these eleven weeks nothing changes', {
          text: 'No change and no workshop in Billing from 15 November to 31 January',
          strength: 'must',
        }),
      ],
    ),
    call(
      'two-people',
      -251,
      'hannah',
      ['schreiber', 'krause'],
      'People from the departments',
      `
Torsten Krause gives us his best engineer for a day a week, happily. Bettina Schreiber says she has nobody. We asked for two people for half of their time; she laughed.

I said that without two people from Billing the migration would be guessing, and that this will stand in the proposal as an assumption. She: "Write what you like."`,
      [
        objected('nobody', 'Bettina Schreiber says she has nobody.', {
          text: 'Billing has nobody to spare for the migration',
          raisedBy: 'schreiber',
          category: 'people',
        }),
      ],
    ),
    mail(
      'bid',
      -226,
      'owen',
      ['demir', 'hoffmann'],
      'Our bid',
      `
Dear Ms Demir, dear Mr Hoffmann,

enclosed our bid as uploaded today: eleven lines, 1,284,000 euros, eighteen months to the last go-live. Every line says how you will accept it. Annex F says what we need from you; without it the dates are wishes.

Kind regards
Owen Pryce`,
    ),
    meeting(
      'clarification',
      -112,
      'owen',
      ['hannah', 'demir', 'hoffmann', 'schreiber'],
      'Clarification talks, second day',
      `
The archive of old bills goes out. They ask for a price ceiling on change orders: five per cent of the contract per year. We accepted for requests that come from them.

Selin asked for the names of the team in the contract. Owen: "Hannah and Luca stay until the last go-live. If one of them leaves the firm, you choose the replacement." Mr Hoffmann wanted to hear it from Hannah herself; she confirmed.

Bettina Schreiber will hire two people for the time of the migration. Mr Hoffmann decided it at the table.`,
      [
        promised('names', 'Hannah and Luca stay until the last go-live. If one of them leaves the firm, you choose the replacement.', {
          text: 'Hannah Weiss and Luca Bianchi stay until the last go-live',
          madeBy: 'owen',
          madeTo: 'demir',
          kind: 'contractual',
          inSow: true,
        }),
        conceded('ceiling', 'a price ceiling on change orders: five per cent of the contract per year', {
          text: 'Ceiling of five per cent a year on change orders',
          value: 0,
          givenBy: 'us',
        }),
        settled('hire', 'Bettina Schreiber will hire two people for the time of the migration.', {
          text: 'Billing hires two people for the migration',
          options: 'Nobody · external people · two hired for the time',
          why: 'Without people from Billing the migration guesses.',
          decidedBy: 'Ulrich Hoffmann',
        }),
      ],
    ),
    resolve(-110, 'owen', 'nobody', 'Mr Hoffmann decided to hire two people for Billing for the time of the migration.'),
    mail(
      'final',
      -74,
      'hoffmann',
      'owen',
      'Final talks',
      `
Dear Mr Pryce,

you are first of two. The other bidder is 40,000 below you and could not tell me who would come. I would like to sign at 1,240,000, and I would like the supervisory board to see that you moved.

Ulrich Hoffmann`,
      [objected('forty', 'The other bidder is 40,000 below you', { text: 'Other bidder is € 40,000 cheaper', category: 'price' })],
    ),
    note(
      'partners',
      -72,
      'owen',
      'Ruth and Martin on Rheinaue',
      `
We sat down for an hour. At 1,240,000 the planned margin is a little over 41 per cent if Hannah's hours hold, and we have never done anything of this size. Ruth wants the blueprint phase to be a real exit: if annex F is not delivered by then, both sides may stop.

Martin wants 15 per cent at the blueprint instead of 10. Agreed with both.`,
      [
        conceded('board', "At 1,240,000 the planned margin is a little over 41 per cent if Hannah's hours hold", {
          text: '€ 22,000 off for the supervisory board, archive taken out',
          value: 22_000,
          givenBy: 'us',
        }),
      ],
    ),
    approve(-71, 'ruth', 'board'),
    resolve(-70, 'owen', 'forty', 'They chose the people they knew; € 1,240,000.', ['concession', 'board']),
    mail(
      'award',
      -21,
      'demir',
      ['owen', 'hannah'],
      'Award',
      `
Dear Mr Pryce, dear Ms Weiss,

the supervisory board has voted unanimously. Contract 2026-IT-007 is signed. The town's press office will call you; please say nothing about dates.

Selin Demir`,
    ),
    meeting(
      'kickoff',
      -12,
      'david',
      ['owen', 'hannah', 'luca', 'demir', 'krause'],
      'Kickoff of the programme',
      `
Four work streams: metering and billing, service, assets, migration. David leads, Hannah answers for billing, Luca for assets.

Torsten Krause asked whether the geographic system is part of it. It is not; he had hoped so. Bettina Schreiber sent a deputy, because it is November.

First steering group in four weeks. David asked for annex F to be filled in by then.`,
    ),
    hours(-9, 'david', 3, 'reconstruction', 'Reading two years of mails and the tender; where are the promises?'),
    ask(
      'gis',
      -8,
      'david',
      'hannah',
      -2,
      'Torsten Krause says we told him the geographic system would be looked at in the blueprint. Did we?',
      ['scopeLine', 'assets'],
    ),
    answer(
      -4,
      'hannah',
      'gis',
      'No. I said that the position of an asset comes from there, so we read it. The line excludes the system itself.',
    ),
    ticket(
      'annex-f',
      -7,
      'david',
      'Annex F: what the departments deliver until the blueprint',
      { kind: 'question', owner: 'david', detail: 'Forty-one deliveries by four departments. Six have a date.' },
      21,
    ),
    ask(
      'replacement',
      -3,
      'david',
      'owen',
      2,
      'If Luca cannot stay until the last go-live: did Ms Demir accept a replacement from our own list, or anybody she names?',
      ['commitment', 'names'],
    ),
    ask(
      'why-outages',
      -3,
      'david',
      'hannah',
      3,
      'What do they want the outages for? The tender has one sentence, and the fire service is not in it.',
      ['scopeLine', 'outages'],
      'why',
    ),
    ask('steering', -2, 'david', 'owen', -1, 'Who stands in for Mr Hoffmann in the steering group when he is in Berlin?'),
  ],
};
