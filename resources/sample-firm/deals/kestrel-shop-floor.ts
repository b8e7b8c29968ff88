import {
  approve,
  call,
  cares,
  change,
  close,
  conceded,
  decide,
  editLine,
  figure,
  forbade,
  hours,
  mail,
  meeting,
  objected,
  planCost,
  promised,
  pulse,
  resolve,
  settle,
  settled,
  slip,
  stint,
  ticket,
  workAround,
} from '../beats';
import type { DealScript } from '../script';

export const kestrelShopFloor: DealScript = {
  key: 'kestrel-shop-floor',
  account: 'kestrel',
  name: 'Shop-floor data capture',
  department: 'Production',
  ae: 'owen',
  lead: 'luca',
  pm: 'david',
  buyers: ['marsh', 'doyle', 'ibrahim', 'cutler'],
  model: 'milestone',
  currency: 'GBP',
  opened: -388,
  prices: [
    [-388, 200_000],
    [-316, 281_000],
    [-265, 275_000],
  ],
  closeBy: -245,
  steps: [
    [-360, 'scoping'],
    [-311, 'proposal'],
    [-279, 'negotiation'],
    [-238, 'kickoff'],
    [-216, 'requirements'],
    [-160, 'design'],
    [-101, 'build'],
  ],
  signed: 275_000,
  plannedEnd: 90,
  why: 'A customer audit found that the hours on a batch card were written on Friday for the whole week. Helen Marsh has eight months to show that they are not.',
  scope: [
    {
      key: 'terminals',
      title: 'Terminals at 64 machines',
      included: 'Start, stop, quantity and reason, with a badge and two keys.',
      excluded: 'Machines of the tool room.',
      test: 'An operator records a job change in under ten seconds.',
      why: 'Whatever takes longer will be written on Friday.',
      hours: 560,
      price: 66_000,
      status: 'done',
    },
    {
      key: 'records',
      title: 'Electronic batch record',
      included: 'Batch card as a record with signatures, as the quality manual asks for it.',
      excluded: 'First article inspection.',
      assumes: 'Quality approves the record by the end of design.',
      test: 'The mock audit of Quality finds no gap.',
      why: 'The finding of the audit.',
      hours: 620,
      price: 73_000,
    },
    {
      key: 'machines',
      title: 'Signals of the machines',
      included: 'Running, stopped and counter of 22 newer machines.',
      excluded: 'Older machines.',
      test: 'Counter and parts agree for a week.',
      hours: 430,
      price: 50_000,
    },
    {
      key: 'planning',
      title: 'Feedback to planning',
      included: 'Progress of jobs back to the ERP every quarter of an hour.',
      hours: 380,
      price: 45_000,
    },
    {
      key: 'oee',
      title: 'Losses by machine and shift',
      included: 'Reports of losses without names.',
      hours: 350,
      price: 41_000,
    },
    { key: 'toolroom', title: 'Tool room', included: 'Terminals in the tool room.', hours: 60, price: 6_000, status: 'negotiated away' },
  ],
  milestones: [
    { key: 'requirements', title: 'Requirements signed', due: -165, fee: 55_000, reached: -162, by: 'doyle' },
    { key: 'design', title: 'Design signed, with Quality', due: -112, fee: 55_000, reached: -104, by: 'ibrahim' },
    { key: 'cell-a', title: 'Cell A live', due: -18, fee: 68_750, reached: -9, by: 'marsh' },
    { key: 'plant', title: 'Whole plant live', due: 58, fee: 68_750 },
    { key: 'audit', title: 'Mock audit passed', due: 90, fee: 27_500 },
  ],
  team: ['luca', 'jonas', 'priya'],
  effort: 1.04,
  progress: 0.49,
  beats: [
    editLine(-299, 'luca', 'records', { touches: ['manual'] }),
    workAround(-296, 'luca', 'seat', 'records', 'manual'),
    mail(
      'intro',
      -388,
      'doyle',
      'owen',
      'Batch cards',
      `
Mr Pryce,

Farah Ibrahim and I sat opposite an auditor last week who compared a batch card with the door log. The operator who signed for Wednesday was in Spain on Wednesday. We have eight months to close the finding.

We do not want a "smart factory". We want the truth on a card.

Stephen Doyle`,
      [cares('truth', 'We want the truth on a card.', { text: 'Records are made when the work is done', rank: 1 })],
    ),
    meeting(
      'floor',
      -369,
      'luca',
      ['owen', 'doyle', 'marsh'],
      'A shift on the floor',
      `
Sixty-four machines, three cells, gloves, oil. Operators walk 40 metres to the desk to write a card, so they do it at the end of the shift or the week.

Helen Marsh: the union agrees to recording the job, not the person. Losses by machine are fine, losses by name are a strike.

Ten seconds at the machine, or it will not be used. We timed the walk: four minutes.`,
      [
        forbade('no-names', 'Losses by machine are fine, losses by name are a strike.', {
          text: 'No losses by name',
          strength: 'must',
          by: 'marsh',
        }),
        cares('ten', 'Ten seconds at the machine, or it will not be used.', {
          text: 'Ten seconds for a job change',
          rank: 2,
          contact: 'marsh',
        }),
      ],
    ),
    mail(
      'manual',
      -347,
      'ibrahim',
      ['luca', 'doyle'],
      'Quality manual, section 8',
      `
Dear Luca,

for avoidance of doubt: an electronic batch record replaces paper only when it carries the signatures of section 8.5, each with meaning, date and name, and when a corrected entry shows the old value. I will not approve anything that does not do this, whatever the date of the audit.

Farah Ibrahim
Head of Quality`,
      [
        forbade(
          'manual',
          'an electronic batch record replaces paper only when it carries the signatures of section 8.5, each with meaning, date and name, and when a corrected entry shows the old value',
          { text: 'Batch records follow section 8.5: signatures with meaning, and old values stay visible', strength: 'must' },
        ),
      ],
    ),
    call(
      'quality-seat',
      -300,
      'owen',
      ['ibrahim', 'marsh'],
      'Quality in the project',
      `
Farah Ibrahim will not approve at the end what she has not seen in the middle. I told her: "You will have a seat in every design review, and nothing goes to build without your signature." Helen raised an eyebrow but agreed.

That costs us about two weeks of calendar and saves the audit.`,
      [
        promised('seat', 'You will have a seat in every design review, and nothing goes to build without your signature.', {
          text: 'Quality signs every design before it is built',
          madeTo: 'ibrahim',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    mail(
      'cutler',
      -273,
      'cutler',
      ['owen', 'marsh'],
      'Your quotation',
      `
Mr Pryce,

281 is a number I can defend if the tool room is out and if you take the travel on your side. I count eleven visits from Hamburg in your plan.

Raymond Cutler`,
      [objected('travel', 'if you take the travel on your side', { text: 'Travel should be included', category: 'price' })],
    ),
    mail(
      'cutler-reply',
      -266,
      'owen',
      ['cutler', 'marsh'],
      'Re: Your quotation',
      `
Dear Raymond,

275,000 pounds without the tool room, travel for six visits included, further visits only if you ask for them.

Owen Pryce`,
      [conceded('six-visits', 'travel for six visits included', { text: 'Travel for six visits included', value: 6_600, givenBy: 'us' })],
    ),
    approve(-265, 'ruth', 'six-visits'),
    resolve(-264, 'owen', 'travel', 'Six visits included, tool room out: £275,000.', ['concession', 'six-visits']),
    meeting(
      'kickoff',
      -229,
      'david',
      ['luca', 'marsh', 'doyle', 'ibrahim'],
      'Kickoff in Bristol',
      `
Everyone in one room, including two operators. Farah handed out section 8.5 and asked each of us to sign that we had read it. We did.

Open: the older machines. Stephen had hoped for signals from all 64; the line says 22. He remembers "we will see what the others can do" from the shift on the floor.`,
      [
        promised('older', 'He remembers "we will see what the others can do" from the shift on the floor.', {
          text: 'Look at signals of the older machines',
          madeBy: 'luca',
          madeTo: 'doyle',
          kind: 'assumption',
        }),
      ],
    ),
    hours(-226, 'luca', 1.5, 'reconstruction', 'Which machines were meant by "newer"'),
    decide(
      -220,
      'david',
      'older',
      'not ours',
      'The line says 22 newer machines and excludes the rest. Luca offered a look, not signals; the look was taken in the requirements.',
    ),
    meeting(
      'design-review',
      -131,
      'luca',
      ['doyle', 'ibrahim'],
      'Design review 3: corrections',
      `
Farah asked to see a corrected quantity. We showed old value, new value, name, reason. She asked for the reason to be chosen from her list and not typed. Agreed; small.

She signed the design of the batch record.`,
      [
        settled('reason-list', 'She asked for the reason to be chosen from her list and not typed.', {
          text: 'Reasons for corrections come from the list of Quality',
          options: 'Free text · list of Quality',
          why: 'Auditors count reasons, they do not read them.',
          decidedBy: 'Farah Ibrahim, Luca Bianchi',
        }),
      ],
    ),
    mail(
      'badge',
      -77,
      'doyle',
      ['david', 'luca'],
      'Badges',
      `
David,

the badges of contractors have another chip. We have about 40 of them on nights. Could the terminals read both? I had no idea until Monday.

Stephen`,
    ),
    change('badges', -75, 'david', 'Second badge type at the terminals', 11_200, 90, 'doyle', 'badge', 'Could the terminals read both?'),
    settle(-70, 'david', 'badges', 'submitted', 'New readers and a mapping of card numbers.'),
    planCost(-69, 'david', 'badges', 90),
    ...stint(-53, 'elise', 42, { order: 'badges' }, 'Readers for the second badge and the mapping of card numbers'),
    figure(-6, 'CRM', 'signed value', 275_000, 'deals-export.csv'),
    figure(-5, 'finance', 'signed value', 275_000, 'contracts.xlsx'),
    settle(-55, 'david', 'badges', 'billed', 'Ordered by Helen Marsh; contractors sign 30 per cent of the night jobs.'),
    slip(-24, 'david', 'cell-a', -9, 'Readers for the second badge were delivered two weeks late.', 'third party'),
    ticket(
      'clock',
      -14,
      'david',
      'Terminals show the wrong time after the change of the clocks',
      {
        kind: 'incident',
        owner: 'jonas',
        severity: 'high',
        detail: 'Six terminals in cell A were an hour behind for one shift. Eleven entries affected.',
        scopeLine: 'terminals',
      },
      -12,
    ),
    hours(-13, 'jonas', 5, 'rework', 'Time on the terminals', 'clock'),
    close(
      -12,
      'jonas',
      'clock',
      'Terminals take their time from the plant server. Eleven entries corrected with a reason, as the manual asks.',
    ),
    mail(
      'cell-a',
      -9,
      'marsh',
      ['david', 'owen'],
      'Cell A',
      `
David,

I stood in cell A with a stopwatch: eight seconds. The operator said "that's less than the walk". Signed.

Helen Marsh`,
    ),
    pulse(-7, 'david', 'good', 'Cell A is live. Farah was seen to smile.'),
    ticket(
      'cell-b',
      -4,
      'david',
      'Cell B: two machines without power at the pillar',
      { kind: 'incident', owner: 'luca', severity: 'low', detail: 'Electrician booked by Stephen for Tuesday.' },
      3,
    ),
  ],
};
