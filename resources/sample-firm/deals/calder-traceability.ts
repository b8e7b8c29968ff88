import {
  call,
  cares,
  change,
  chat,
  close,
  decide,
  forbade,
  hours,
  mail,
  meeting,
  promised,
  pulse,
  settle,
  settled,
  ticket,
} from '../beats';
import type { DealScript } from '../script';

export const calderTraceability: DealScript = {
  key: 'calder-traceability',
  account: 'calder',
  name: 'Recipe and batch traceability',
  department: 'Technical',
  ae: 'ada',
  lead: 'priya',
  pm: 'mehmet',
  buyers: ['ashworth', 'iqbal', 'dyson'],
  model: 'capped T&M',
  currency: 'GBP',
  cap: 168_000,
  opened: -287,
  prices: [
    [-287, 140_000],
    [-226, 168_000],
  ],
  closeBy: -180,
  steps: [
    [-262, 'scoping'],
    [-222, 'proposal'],
    [-197, 'negotiation'],
    [-176, 'kickoff'],
    [-157, 'requirements'],
    [-118, 'design'],
    [-81, 'build'],
  ],
  signed: 168_000,
  plannedEnd: 58,
  why: 'A retailer gave them four hours to trace a pallet of hummus; they needed nineteen. Joanne Ashworth has the next unannounced audit to fear.',
  scope: [
    {
      key: 'recipes',
      title: 'Recipes and versions',
      included: '640 recipes with allergens, versions and approval.',
      excluded: 'Recipe development.',
      test: 'A label of last year is reproduced from its recipe.',
      why: 'Allergens are copied by hand from recipe to label.',
      hours: 330,
      price: 40_000,
      status: 'done',
    },
    {
      key: 'batches',
      title: 'Batches from intake to pallet',
      included: 'Intake, weighing, mixing, packing, pallet; three sites.',
      assumes: 'Scales of site two get a network by autumn.',
      test: 'A pallet is traced to its raw materials in fifteen minutes.',
      why: 'Nineteen hours for a pallet of hummus.',
      hours: 520,
      price: 63_000,
    },
    {
      key: 'recall',
      title: 'Mock recall',
      included: 'A recall forwards and backwards, with quantities.',
      test: 'The mock recall of the retailer, in four hours.',
      hours: 230,
      price: 28_000,
    },
    {
      key: 'labels',
      title: 'Labels',
      included: 'Data for the label printers of three sites.',
      excluded: 'Artwork.',
      hours: 300,
      price: 37_000,
    },
  ],
  milestones: [
    { key: 'recipes', title: 'Recipes live', due: -72, reached: -68, by: 'ashworth' },
    { key: 'site-one', title: 'Site one traced', due: 3 },
    { key: 'recall', title: 'Mock recall in four hours', due: 40 },
  ],
  team: ['priya', 'hannah'],
  effort: 1.05,
  progress: 0.61,
  beats: [
    mail(
      'intro',
      -287,
      'ashworth',
      'ada',
      'Nineteen hours',
      `
Dear Ada,

we were recommended by Belmont of all people. Last month a retailer gave us four hours to trace a pallet. It took nineteen, two of my people did not go home, and we still cannot say where one bag of cumin went.

They will come again, and they will not ring first.

Joanne Ashworth`,
      [
        cares('four-hours', 'Last month a retailer gave us four hours to trace a pallet.', {
          text: 'Trace any pallet within four hours',
          rank: 1,
        }),
      ],
    ),
    meeting(
      'line',
      -268,
      'priya',
      ['ada', 'ashworth', 'iqbal'],
      'A night on line three',
      `
From intake to pallet, 22:00 to 03:00, site one.

Weights are written on the back of a label. The mixing man has a system of coloured pegs which is better than the spreadsheet. Sana Iqbal: scales have a serial port; in site two they do not even have power from the right side.

Joanne wants to pay by effort, because "you saw the pegs". Peter Dyson wants a cap.`,
      [
        settled('cap', 'Peter Dyson wants a cap.', {
          text: 'By effort with a cap of £168,000',
          options: 'Fixed · by effort · by effort with a cap',
          why: 'Nobody can estimate site two before its scales have a network.',
          decidedBy: 'Joanne Ashworth, Peter Dyson',
        }),
      ],
    ),
    mail(
      'wet',
      -246,
      'iqbal',
      ['priya', 'ada'],
      'Wash-down',
      `
Hi Priya,

one thing nobody tells visitors: at two in the morning everything is washed with hot water and foam. Screens, scanners, people. No device of yours may stand below 1.4 metres or have an open port. The last supplier learned it in one night.

Sana`,
      [
        forbade('wash-down', 'No device of yours may stand below 1.4 metres or have an open port.', {
          text: 'No device below 1.4 metres and none with an open port',
          strength: 'must',
        }),
      ],
    ),
    call(
      'cap-warning',
      -203,
      'ada',
      ['dyson'],
      'What happens at the cap',
      `
Peter Dyson asked what happens when the cap is reached. I told him: "You will hear from us at sixty and at eighty per cent, with what is left to do, and never first at a hundred." He wrote it down word for word, so I do as well.`,
      [
        promised(
          'sixty-eighty',
          'You will hear from us at sixty and at eighty per cent, with what is left to do, and never first at a hundred.',
          { text: 'Notice at 60 and at 80 per cent of the cap, with what is left to do', kind: 'courtesy' },
        ),
      ],
    ),
    decide(-170, 'mehmet', 'sixty-eighty', 'honour free', 'Costs nothing but attention.'),
    meeting(
      'kickoff',
      -167,
      'mehmet',
      ['priya', 'ashworth', 'iqbal'],
      'Kickoff in Leeds',
      `
Recipes first, because labels depend on them; then batches site by site. Sana has ordered splash-proof scanners.

Site two has no date for its network. It is an assumption; Joanne will raise it with the site manager.`,
    ),
    mail(
      'allergen',
      -126,
      'ashworth',
      'priya',
      'Sesame',
      `
Priya,

our retailers now want "may contain" on recipe level as well, not only on the line. It is a second list of allergens with other rules. Would you add it while you are in there?

Joanne`,
    ),
    change(
      'may-contain',
      -124,
      'mehmet',
      '“May contain” on recipe level',
      9_000,
      72,
      'ashworth',
      'allergen',
      'It is a second list of allergens with other rules.',
    ),
    settle(-119, 'mehmet', 'may-contain', 'submitted', 'Outside of the cap, by written agreement.'),
    settle(
      -104,
      'mehmet',
      'may-contain',
      'rejected',
      'Peter Dyson will not raise the cap; Technical keeps the second list by hand until next year.',
    ),
    ticket(
      'scales',
      -60,
      'mehmet',
      'Scales of site two have no network',
      {
        kind: 'escalation',
        about: 'schedule',
        severity: 'high',
        owner: 'mehmet',
        helper: 'ada',
        detail: 'Assumed for autumn; the electrician is booked for January.',
        scopeLine: 'batches',
      },
      -45,
    ),
    mail(
      'scales-mail',
      -58,
      'ada',
      ['ashworth', 'dyson'],
      'Site two',
      `
Dear Joanne, dear Peter,

site two will not have a network at its scales before January. We can go on with sites one and three, and type the weights of site two until then. It costs you nothing more, but the mock recall across all sites moves into the new year.

Ada`,
    ),
    close(-47, 'mehmet', 'scales', 'Sites one and three first; weights of site two are typed until January. Agreed by Joanne Ashworth.'),
    mail(
      'sixty',
      -33,
      'mehmet',
      ['dyson', 'ashworth'],
      'Sixty per cent of the cap',
      `
Dear Peter,

as promised: sixty per cent of the cap are used. Recipes are done and accepted; batches are a little more than half done; recall and labels are still to come. With what we know, the cap holds if site two gets its network in January. If it comes later than March it does not.

Mehmet Aydin`,
    ),
    mail(
      'dyson-reply',
      -32,
      'dyson',
      'mehmet',
      'Re: Sixty per cent of the cap',
      `
Mehmet,

appreciated. In eleven years of projects nobody has ever told me that before I asked.

Peter`,
    ),
    ticket(
      'lot-split',
      -21,
      'mehmet',
      'Split lots lose their parent',
      {
        kind: 'incident',
        owner: 'priya',
        severity: 'high',
        detail: 'When a bag is split between two mixes, the second mix has no intake lot.',
        scopeLine: 'batches',
      },
      -16,
    ),
    hours(-19, 'priya', 6, 'rework', 'Split lots: parent kept through weighing', 'lot-split'),
    close(-17, 'priya', 'lot-split', 'Parent lot is kept at every split; forty old mixes repaired from the weighing log.'),
    chat(
      'cumin',
      -10,
      'priya',
      ['ashworth'],
      'Chat: cumin',
      `
Joanne Ashworth: I just traced the cumin. The bag from spring.
Priya Raman: all of it?
Joanne Ashworth: eleven pallets, six minutes. I had to sit down
Priya Raman: :)`,
    ),
    pulse(-9, 'mehmet', 'good', 'Joanne traced her bag of cumin in six minutes.'),
  ],
};
