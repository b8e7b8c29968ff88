import {
  approve,
  call,
  cares,
  change,
  close,
  conceded,
  forbade,
  hours,
  keep,
  mail,
  meeting,
  note,
  objected,
  promised,
  pulse,
  resolve,
  settle,
  slip,
  stint,
  ticket,
} from '../beats';
import type { DealScript } from '../script';

export const torreSiteCosts: DealScript = {
  key: 'torre-site-costs',
  account: 'torre',
  name: 'Site cost control',
  department: 'Projects',
  ae: 'julien',
  lead: 'hannah',
  pm: 'mehmet',
  buyers: ['ferrer', 'vidal', 'soler'],
  model: 'milestone',
  currency: 'EUR',
  opened: -523,
  prices: [
    [-523, 110_000],
    [-462, 141_000],
    [-431, 134_000],
  ],
  closeBy: -420,
  steps: [
    [-497, 'scoping'],
    [-458, 'proposal'],
    [-437, 'negotiation'],
    [-413, 'kickoff'],
    [-391, 'requirements'],
    [-348, 'design'],
    [-301, 'build'],
    [-172, 'deploy'],
    [-88, 'warranty'],
  ],
  signed: 134_000,
  plannedEnd: -110,
  why: 'A hospital in Tarragona lost four per cent of margin and headquarters learned it from the auditor. Jordi Ferrer wants to learn it from his sites.',
  scope: [
    {
      key: 'budget',
      title: 'Budget by chapter',
      included: 'Budgets of 26 sites by chapter and unit, with revisions.',
      excluded: 'Tender calculation.',
      test: 'The budget of the hospital is reproduced.',
      why: 'Every site has its own structure.',
      hours: 310,
      price: 37_000,
      status: 'done',
    },
    {
      key: 'deliveries',
      title: 'Deliveries and hours on site',
      included: 'Delivery notes by photo, hours of crews, on the tablet.',
      test: 'A foreman enters a day in five minutes.',
      why: 'Delivery notes reach headquarters after three weeks.',
      hours: 420,
      asked: 57_000,
      price: 50_000,
      status: 'done',
    },
    {
      key: 'forecast',
      title: 'Forecast to the end',
      included: 'Cost to complete per chapter, by the site manager, monthly.',
      test: 'Three months of forecasts on four sites.',
      hours: 250,
      price: 30_000,
      status: 'done',
    },
    {
      key: 'consolidation',
      title: 'Consolidation',
      included: 'All sites in one view by the fifth of the month.',
      hours: 140,
      price: 17_000,
      status: 'done',
    },
  ],
  milestones: [
    { key: 'design', title: 'Design accepted', due: -352, fee: 33_500, reached: -349, by: 'ferrer' },
    { key: 'pilot', title: 'Four sites live', due: -190, fee: 53_600, reached: -174, by: 'ferrer' },
    { key: 'live', title: 'All sites live', due: -110, fee: 40_200, reached: -91, by: 'vidal', paidAfter: 'never' },
    { key: 'end', title: 'End of warranty', due: 92, fee: 6_700 },
  ],
  team: ['hannah', 'elise', 'jonas'],
  effort: 1.07,
  beats: [
    mail(
      'intro',
      -523,
      'ferrer',
      'julien',
      'Hospital de Tarragona',
      `
Dear Julien,

the hospital has cost us four per cent more than we told the board in December, and we found out from the auditor. The site knew it in September. Nobody had asked them in a form that they could answer.

I want to know what a site knows, when it knows it.

Jordi Ferrer`,
      [cares('know', 'I want to know what a site knows, when it knows it.', { text: 'Headquarters knows when the site knows', rank: 1 })],
    ),
    meeting(
      'site',
      -505,
      'hannah',
      ['ferrer', 'soler'],
      'Two building sites',
      `
Two sites near Barcelona. Delivery notes in a shoe box, by supplier. The site manager keeps his own forecast in a notebook, and it is right.

They will not type. Photos yes, typing no. Language on the sites is Catalan, Spanish and, in one crew, Romanian.`,
      [forbade('no-typing', 'Photos yes, typing no.', { text: 'Foremen take photos, they do not type', strength: 'must', by: 'ferrer' })],
    ),
    call(
      'languages',
      -446,
      'julien',
      ['ferrer'],
      'Languages',
      `
Jordi wants Catalan and Spanish on the tablet. I promised both: "Catalan and Spanish from the first day, and the words will be those of your sites, not of a dictionary." Elise will collect them.`,
      [
        promised('catalan', 'Catalan and Spanish from the first day, and the words will be those of your sites, not of a dictionary.', {
          text: 'Catalan and Spanish on the tablet, in the words of the sites',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    mail(
      'discount',
      -433,
      'vidal',
      'julien',
      'Last point',
      `
Estimado Julien,

Jordi is convinced; I need to be able to say that I negotiated. Seven thousand, and the consolidation stays in.

Montserrat Vidal`,
      [objected('negotiated', 'I need to be able to say that I negotiated.', { text: 'Wants to be seen to negotiate', category: 'price' })],
    ),
    resolve(-431, 'julien', 'negotiated', '€ 7,000 off, for payment within fifteen days of each milestone.'),
    note(
      'seven',
      -431,
      'julien',
      'Discount Torre',
      `
Gave € 7,000 for payment within fifteen days. Owen agrees, Martin is delighted.`,
      [
        conceded('seven', 'Gave € 7,000 for payment within fifteen days.', {
          text: '€ 7,000 off for payment within fifteen days',
          value: 7_000,
          givenBy: 'us',
        }),
      ],
    ),
    approve(-430, 'martin', 'seven'),
    keep(-176, 'mehmet', 'catalan'),
    slip(
      -212,
      'mehmet',
      'pilot',
      -174,
      'Two of the four pilot sites were handed over to their clients earlier than planned and had to be replaced.',
      'client',
    ),
    slip(-128, 'mehmet', 'live', -91, 'Tablets for the northern sites were delivered late.', 'third party'),
    ticket(
      'photos',
      -141,
      'mehmet',
      'Photos of delivery notes stay on the tablet',
      {
        kind: 'incident',
        owner: 'jonas',
        severity: 'high',
        detail: 'Where there is no network for more than three days, photos are not sent afterwards.',
        scopeLine: 'deliveries',
      },
      -135,
    ),
    hours(-139, 'jonas', 6.5, 'rework', 'Photos after long days without a network', 'photos'),
    close(-136, 'jonas', 'photos', 'Photos are sent in small parts and resumed. 212 stored photos arrived in the night.'),
    mail(
      'late-payment',
      -49,
      'martin',
      ['vidal', 'ferrer'],
      'Invoice for “All sites live”',
      `
Dear Ms Vidal,

our invoice for the milestone "All sites live" is now 25 days past its date. You had agreed to fifteen days in return for a discount of 7,000 euros. Is anything missing?

Martin Keller`,
    ),
    mail(
      'late-answer',
      -44,
      'ferrer',
      ['martin', 'mehmet'],
      'Re: Invoice for “All sites live”',
      `
Dear Martin,

accounting waits for the acceptance of the site in Girona, which burned its container together with the tablets. I know that it is not your fault. I will have it released this month.

Jordi`,
    ),
    change(
      'girona',
      -43,
      'mehmet',
      'Tablets of the site in Girona set up again',
      2_400,
      16,
      'ferrer',
      'late-answer',
      'the site in Girona, which burned its container together with the tablets',
    ),
    settle(-40, 'mehmet', 'girona', 'absorbed', 'Sixteen hours. The fire was not their fault either, and they owe us an acceptance.'),
    ...stint(-38, 'jonas', 16, { order: 'girona' }, 'Tablets of Girona'),
    pulse(-30, 'mehmet', 'mixed', 'Everybody uses it. Nobody pays.'),
    ticket(
      'romanian',
      -26,
      'mehmet',
      'Romanian words for one crew',
      { kind: 'question', owner: 'elise', severity: 'low', detail: 'The crew in Lleida asked for it. Eighty words.' },
      -12,
    ),
    close(-14, 'elise', 'romanian', 'Eighty words, collected with the foreman over a coffee.'),
  ],
};
