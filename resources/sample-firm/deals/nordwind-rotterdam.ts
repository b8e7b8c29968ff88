import { call, cares, change, close, mail, meeting, note, promised, pulse, settled, slip, ticket } from '../beats';
import type { DealScript } from '../script';

export const nordwindRotterdam: DealScript = {
  key: 'nordwind-rotterdam',
  account: 'nordwind',
  name: 'Rotterdam warehouse roll-out',
  department: 'Warehousing',
  ae: 'ada',
  lead: 'hannah',
  pm: 'mehmet',
  buyers: ['deboer', 'petersen', 'kowalski'],
  model: 'capped T&M',
  currency: 'EUR',
  cap: 186_000,
  opened: -214,
  prices: [
    [-214, 150_000],
    [-121, 186_000],
  ],
  closeBy: -70,
  steps: [
    [-190, 'scoping'],
    [-119, 'proposal'],
    [-92, 'negotiation'],
    [-63, 'kickoff'],
    [-41, 'requirements'],
  ],
  signed: 186_000,
  plannedEnd: 148,
  why: 'Rotterdam doubles its floor space in spring, and the paper pick lists will not survive it. Ms de Boer wants the Hamburg template and no experiments.',
  scope: [
    {
      key: 'receiving',
      title: 'Receiving and put-away',
      included: 'Advice, check at the gate, put-away by zone.',
      excluded: 'Customs warehouse.',
      test: 'A container of 600 lines is booked within two hours.',
      why: 'Trailers wait for booking today.',
      hours: 360,
      price: 43_000,
    },
    {
      key: 'picking',
      title: 'Picking with hand-helds',
      included: 'Wave and single order picking on the 60 existing hand-helds.',
      excluded: 'Voice picking.',
      test: 'Error rate below two in a thousand in the pilot week.',
      why: 'Mispicks cost them € 9,000 a month.',
      hours: 430,
      price: 52_000,
    },
    {
      key: 'stock',
      title: 'Stock take without closing',
      included: 'Rolling counts by zone, differences to be approved.',
      test: 'One zone is counted during operation, with all differences explained.',
      hours: 220,
      price: 26_000,
    },
    {
      key: 'labels',
      title: 'Labels of the three large customers',
      included: 'Labels and advice messages for three named customers.',
      assumes: 'Customers send their specifications by the end of requirements.',
      hours: 260,
      price: 31_000,
    },
    {
      key: 'training',
      title: 'Training in Dutch',
      included: 'Two days per shift, with trainers who speak Dutch.',
      excluded: 'Training of agency workers.',
      hours: 180,
      price: 22_000,
    },
  ],
  milestones: [
    { key: 'requirements', title: 'Requirements agreed', due: -8 },
    { key: 'template', title: 'Template adapted and tested', due: 54 },
    { key: 'pilot', title: 'Pilot in zone A', due: 98 },
    { key: 'live', title: 'Whole site live', due: 148 },
  ],
  team: ['hannah', 'jonas'],
  progress: 0.18,
  beats: [
    mail(
      'intro',
      -214,
      'deboer',
      'ada',
      'Rotterdam grows',
      `
Hi Ada,

Maren asked me to write to you directly. We take over the neighbouring hall in spring: 14,000 square metres become 29,000. I have 60 hand-helds from Hamburg in a cupboard and pick lists on paper.

I do not want anything new. I want what Hamburg has, in Dutch, before I have to hire twenty people to carry paper.

Saskia de Boer`,
      [cares('template', 'I want what Hamburg has, in Dutch', { text: 'The Hamburg template, in Dutch, without experiments', rank: 1 })],
    ),
    meeting(
      'site',
      -186,
      'hannah',
      ['deboer'],
      'Site visit Rotterdam',
      `
Two halls, six docks, three shifts, about half of the people from an agency. The network in the new hall is not there yet; the builder says February.

Saskia is practical and quick. She wants to pay by effort because "you will find things in my hall that nobody knows about", but Finance in Hamburg insists on an upper limit.

The three large customers each want their own label. Their specifications are with the customers.`,
      [
        settled('capped', 'She wants to pay by effort', {
          text: 'By effort, with an upper limit',
          options: 'Fixed price · by effort · by effort with a cap',
          why: 'Nobody knows the new hall yet; Hamburg insists on a limit.',
          decidedBy: 'Saskia de Boer, Ada Brandt',
        }),
      ],
    ),
    mail(
      'dutch',
      -101,
      'ada',
      'deboer',
      'Training in Dutch',
      `
Hi Saskia,

about your question on the telephone: yes, the trainers will speak Dutch. We work with two trainers from Breda for this, and they will have been on the Hamburg floor for two days before they come to you.

Best
Ada`,
      [promised('dutch', 'the trainers will speak Dutch', { text: 'Trainers speak Dutch', kind: 'contractual', inSow: true })],
    ),
    call(
      'kickoff',
      -56,
      'mehmet',
      ['deboer', 'kowalski'],
      'Kickoff call',
      `
Saskia, Piotr, Hannah, Jonas. Dates as planned, with one doubt: the network in the new hall. Piotr has the builder's word for the end of February, no contract.

Saskia asked whether agency workers can be trained too. Ada had told her "we will find a way", she says. It is excluded in the line. To be clarified with Ada.`,
      [
        promised('agency', 'Ada had told her "we will find a way", she says.', {
          text: 'Training of agency workers',
          madeBy: 'ada',
          madeTo: 'deboer',
          kind: 'assumption',
        }),
      ],
    ),
    note(
      'agency-note',
      -54,
      'ada',
      'Agency workers',
      `
Mehmet asked. What I said on the site visit: we will find a way to get agency people onto the hand-helds, meaning a one-page card at the hand-held. Not two days of training. I have written this to Saskia so that it does not grow.`,
    ),
    ticket(
      'network',
      -33,
      'mehmet',
      'No date for the network in the new hall',
      {
        kind: 'escalation',
        about: 'schedule',
        severity: 'high',
        owner: 'mehmet',
        detail: 'The builder has moved the cabling twice. Without it the pilot cannot be in zone A.',
        helper: 'ada',
      },
      -12,
    ),
    mail(
      'network-mail',
      -32,
      'mehmet',
      ['deboer', 'kowalski'],
      'Network in the new hall',
      `
Hi Saskia, hi Piotr,

the cabling of the new hall has now moved from February to "after Easter" in the builder's last mail. Zone A is in the new hall. We can move the pilot to zone D in the old one; that costs nothing if we decide within four weeks. Could you put it on the agenda with Maren?

Mehmet`,
    ),
    slip(-12, 'mehmet', 'pilot', 112, 'Cabling of the new hall is late; the pilot moves to zone D.', 'third party'),
    close(-11, 'mehmet', 'network', 'Maren Petersen decided to pilot in zone D; the builder now reports weekly.'),
    mail(
      'labels',
      -7,
      'deboer',
      'mehmet',
      'One more label',
      `
Hi Mehmet,

a fourth customer moves in with the new hall, and they want their own label as well. They have sent the specification already, I attach it. What would that cost?

Saskia`,
    ),
    change(
      'fourth-label',
      -5,
      'mehmet',
      'Label of a fourth customer',
      7_200,
      60,
      'deboer',
      'labels',
      'a fourth customer moves in with the new hall, and they want their own label as well',
    ),
    pulse(-16, 'mehmet', 'good', 'The hall is late, the people are not.'),
  ],
};
