import { approve, call, cares, conceded, decide, forbade, mail, meeting, objected, promised, pulse, resolve, slip } from '../beats';
import type { DealScript } from '../script';

export const lumenFieldWork: DealScript = {
  key: 'lumen-field-work',
  account: 'lumen',
  name: 'Field work orders',
  department: 'Operations',
  ae: 'sofia',
  lead: 'luca',
  pm: 'david',
  buyers: ['vandijk', 'bakker', 'smit'],
  model: 'milestone',
  currency: 'EUR',
  opened: -254,
  prices: [
    [-254, 140_000],
    [-188, 171_000],
    [-139, 164_000],
  ],
  closeBy: -120,
  steps: [
    [-231, 'scoping'],
    [-184, 'proposal'],
    [-151, 'negotiation'],
    [-112, 'kickoff'],
    [-92, 'requirements'],
    [-31, 'design'],
  ],
  signed: 164_000,
  plannedEnd: 163,
  why: 'After the register was clean, Marieke van Dijk saw that it would not stay clean: the fitters write on paper what they replaced.',
  scope: [
    {
      key: 'orders',
      title: 'Orders to the crew',
      included: 'Orders for 120 fitters with assets, drawings and permits.',
      excluded: 'Planning of the crews.',
      test: 'A crew works for a week without a printed order.',
      hours: 430,
      asked: 60_000,
      price: 53_000,
    },
    {
      key: 'assets',
      title: 'Changes back to the register',
      included: 'What was replaced, with photo and serial number.',
      assumes: 'The two data stewards approve within three days.',
      test: 'Fifty replacements stand in the register the next morning.',
      why: 'The register would be wrong again in two years.',
      hours: 360,
      price: 44_000,
    },
    {
      key: 'safety',
      title: 'Permits and safety checks',
      included: 'Permit to work and last-minute risk check, signed on the tablet.',
      test: 'The safety officer approves both forms.',
      hours: 300,
      price: 37_000,
    },
    { key: 'costs', title: 'Hours as investment or operation', included: 'Hours by asset class, to Finance.', hours: 240, price: 30_000 },
  ],
  milestones: [
    { key: 'requirements', title: 'Requirements accepted', due: -38, fee: 32_800, reached: -34, by: 'vandijk' },
    { key: 'design', title: 'Design accepted', due: 24, fee: 32_800 },
    { key: 'pilot', title: 'Two crews live', due: 98, fee: 49_200 },
    { key: 'live', title: 'All crews live', due: 163, fee: 49_200 },
  ],
  team: ['luca', 'elise'],
  progress: 0.29,
  beats: [
    mail(
      'intro',
      -254,
      'vandijk',
      'sofia',
      'Keeping it clean',
      `
Dear Sofia,

the register is clean and I have a letter to prove it. Yesterday I rode with a crew: they replaced two cable joints and wrote it on the back of a delivery note. In two years we will be where we were.

Can you close that gap?

Marieke van Dijk`,
      [cares('stay-clean', 'In two years we will be where we were.', { text: 'The register stays clean', rank: 1 })],
    ),
    meeting(
      'crew',
      -224,
      'luca',
      ['bakker', 'vandijk'],
      'With a crew near Amersfoort',
      `
Gloves, rain, a van. The permit is a pad in four colours. The fitters like their pad because the safety officer signs it at once.

Ruben's stewards can approve 40 changes a day, not more. With 120 fitters that is tight; photos will help.`,
      [
        objected('stewards', "Ruben's stewards can approve 40 changes a day, not more.", {
          text: 'Data stewards may become the bottleneck',
          raisedBy: 'bakker',
          category: 'people',
        }),
      ],
    ),
    mail(
      'device',
      -205,
      'smit',
      ['luca', 'sofia'],
      'Tablets',
      `
Mr Bianchi,

tablets of the crews are managed by us. Your application is installed by us, updated by us and removed by us. It stores nothing that is readable without our key.

Joost Smit`,
      [
        forbade('managed', 'It stores nothing that is readable without our key.', {
          text: 'Data on the tablets is encrypted with the client’s key',
          strength: 'must',
        }),
      ],
    ),
    call(
      'pilot-crew',
      -158,
      'sofia',
      ['vandijk'],
      'The crews choose',
      `
Marieke fears that the crews will refuse. I suggested that the two pilot crews volunteer, and promised: "If the pilot crews do not want to keep it after four weeks, we change it until they do, before you pay for the pilot." She liked it more than Luca will.`,
      [
        promised(
          'crews-keep',
          'If the pilot crews do not want to keep it after four weeks, we change it until they do, before you pay for the pilot.',
          { text: 'The pilot is paid only when the pilot crews want to keep it', kind: 'courtesy' },
        ),
      ],
    ),
    resolve(-150, 'sofia', 'stewards', 'Changes with photo and serial number are approved by sample; only the others by hand.'),
    mail(
      'price',
      -142,
      'vandijk',
      'sofia',
      'Re: Field work orders',
      `
Dear Sofia,

164 and we start before the summer. The difference is the discount you would have given me anyway in September.

Marieke`,
      [
        conceded('summer', 'The difference is the discount you would have given me anyway in September.', {
          text: '€ 7,000 off for a start before the summer',
          value: 7_000,
          givenBy: 'us',
        }),
      ],
    ),
    approve(-140, 'ruth', 'summer'),
    meeting(
      'kickoff',
      -103,
      'david',
      ['luca', 'vandijk', 'bakker', 'smit'],
      'Kickoff',
      `
Two crews have volunteered, one of them because of the photos.

David read out the list of commitments from the sale. The one on the pilot crews made Luca look at the ceiling. Marieke: "I have it in writing as well."`,
    ),
    decide(
      -100,
      'david',
      'crews-keep',
      'renegotiate',
      'Open-ended as it stands. Offered to Marieke: two rounds of changes, then the crews decide.',
    ),
    mail(
      'two-rounds',
      -97,
      'vandijk',
      'david',
      'Two rounds',
      `
Dear David,

two rounds of changes, and the crews vote after the second. That is fair, and it is more than I get from my own people.

Marieke`,
    ),
    decide(-96, 'david', 'crews-keep', 'honour free', 'Two rounds of changes, agreed with Marieke van Dijk; planned with 60 hours.'),
    slip(-49, 'david', 'requirements', -34, 'The safety officer was ill; permits were reviewed two weeks later.', 'client'),
    mail(
      'gis',
      -11,
      'bakker',
      ['luca', 'david'],
      'Drawings',
      `
Dag Luca,

the drawings for the crews come from a system that will be replaced next year. If you connect to the old one you will do it twice. Could we use the export instead?

Ruben`,
    ),
    pulse(-19, 'david', 'mixed', 'The safety officer is back; the crews wait for drawings.'),
  ],
};
