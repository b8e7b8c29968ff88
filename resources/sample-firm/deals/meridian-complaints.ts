import {
  answer,
  approve,
  ask,
  call,
  cares,
  conceded,
  decide,
  editLine,
  forbade,
  hours,
  mail,
  meeting,
  note,
  objected,
  promised,
  pulse,
  resolve,
  settled,
  slip,
  workAround,
} from '../beats';
import type { DealScript } from '../script';

export const meridianComplaints: DealScript = {
  key: 'meridian-complaints',
  account: 'meridian',
  name: 'Complaint handling and device history',
  department: 'Regulatory',
  ae: 'sofia',
  lead: 'priya',
  pm: 'clara',
  buyers: ['castillo', 'huang', 'park'],
  model: 'milestone',
  currency: 'USD',
  opened: -263,
  prices: [
    [-263, 200_000],
    [-181, 252_000],
    [-131, 240_000],
  ],
  closeBy: -100,
  steps: [
    [-238, 'scoping'],
    [-177, 'proposal'],
    [-143, 'negotiation'],
    [-94, 'kickoff'],
    [-69, 'requirements'],
  ],
  signed: 240_000,
  plannedEnd: 214,
  why: 'An inspector asked for the history of one infusion pump. It took three people two days, and the answer had a gap of four months.',
  scope: [
    {
      key: 'intake',
      title: 'Complaint intake',
      included: 'Complaints by phone, mail and service visit, with the questions that the regulation asks.',
      excluded: 'Marketing inquiries.',
      test: 'Thirty recorded calls, each with a decision on reportability.',
      why: 'Reportability is decided by whoever answers.',
      hours: 420,
      asked: 58_000,
      price: 52_000,
    },
    {
      key: 'reportable',
      title: 'Decision on reportability',
      included: 'Decision tree, two signatures, clock of 30 days.',
      test: 'Fifty closed complaints are decided as Regulatory decided them.',
      hours: 380,
      price: 47_000,
    },
    {
      key: 'history',
      title: 'Device history',
      included: 'Serial number to lot, service, complaints and corrections.',
      excluded: 'Design history.',
      assumes: 'Service exports its visits nightly.',
      test: 'The pump of the inspector, in five minutes.',
      why: 'The gap of four months.',
      hours: 460,
      price: 57_000,
    },
    {
      key: 'capa',
      title: 'Corrective actions',
      included: 'From a complaint or a trend to an action with an effectiveness check.',
      hours: 320,
      price: 40_000,
    },
    {
      key: 'validation',
      title: 'Support of their validation',
      included: 'Requirements, traces and test scripts that Quality executes.',
      excluded: 'Executing and signing.',
      test: 'Quality finds a test for every requirement.',
      hours: 360,
      price: 44_000,
      role: 'consultant',
    },
    {
      key: 'portal',
      title: 'Portal for hospitals',
      included: 'Complaints entered by hospitals.',
      hours: 60,
      price: 6_000,
      status: 'negotiated away',
    },
  ],
  milestones: [
    { key: 'requirements', title: 'Requirements approved by Quality', due: -6, fee: 48_000 },
    { key: 'intake', title: 'Intake and decision ready for validation', due: 84, fee: 72_000 },
    { key: 'history', title: 'Device history ready for validation', due: 150, fee: 72_000 },
    { key: 'released', title: 'Released for use by Quality', due: 214, fee: 48_000 },
  ],
  team: ['priya', 'jonas'],
  effort: 1.03,
  progress: 0.2,
  beats: [
    editLine(-182, 'priya', 'validation', { touches: ['validation'] }),
    workAround(-180, 'priya', 'first-ten', 'validation', 'validation'),
    mail(
      'intro',
      -263,
      'castillo',
      'sofia',
      'One pump, two days',
      `
Ms. Lindqvist,

during our last inspection we were asked for the history of one infusion pump. Three people worked for two days, and what we handed over had a gap of four months. The inspector was polite about it. I would not count on that a second time.

I understand that you have done this for a device maker in Lund.

Elena Castillo
VP Regulatory Affairs`,
      [
        cares('one-pump', 'we were asked for the history of one infusion pump', {
          text: 'History of any device within minutes, without gaps',
          rank: 1,
        }),
      ],
    ),
    mail(
      'huang',
      -232,
      'huang',
      ['sofia', 'priya'],
      'Ground rules from Quality',
      `
Sofia, Priya,

three rules, so that nobody is surprised:

1. Records with signatures follow 21 CFR Part 11: unique users, meaning of the signature, and an audit trail that nobody can switch off.
2. Nothing is used before it is validated, and the validation is executed and signed by us, never by a vendor.
3. If a requirement changes after approval, it goes through change control. That takes two weeks. Plan for it.

Robert Huang`,
      [
        forbade(
          'part-eleven',
          'Records with signatures follow 21 CFR Part 11: unique users, meaning of the signature, and an audit trail that nobody can switch off.',
          { text: 'Signed records follow 21 CFR Part 11', strength: 'must' },
        ),
        forbade(
          'validation',
          'Nothing is used before it is validated, and the validation is executed and signed by us, never by a vendor.',
          { text: 'Validation is executed and signed by the client', strength: 'must' },
        ),
      ],
    ),
    call(
      'lund',
      -214,
      'sofia',
      ['castillo', 'huang'],
      'Reference in Lund',
      `
Elena and Robert spoke with the device maker in Lund before the call. Robert liked that their auditor had no findings; he did not like that it took fourteen months.

He asked who writes the test scripts. I said: "We write the scripts and the traces, you execute and sign, and we sit next to you for the first ten." He said that nobody had offered the last part.`,
      [
        promised('first-ten', 'We write the scripts and the traces, you execute and sign, and we sit next to you for the first ten.', {
          text: 'We sit with Quality for the first ten test scripts',
          madeTo: 'huang',
          kind: 'courtesy',
        }),
      ],
    ),
    mail(
      'park',
      -139,
      'park',
      ['sofia', 'castillo'],
      'Security review',
      `
Hi Sofia,

IT has to approve every vendor who touches complaint data. Two open points from your questionnaire: where are backups kept, and who at your firm can read production data? Without both answers I cannot release the contract.

Daniel Park`,
      [
        objected('security', 'who at your firm can read production data?', {
          text: 'Access of our people to production data',
          category: 'security',
        }),
      ],
    ),
    mail(
      'park-reply',
      -136,
      'sofia',
      ['park', 'castillo'],
      'Re: Security review',
      `
Hi Daniel,

backups stay in your own storage; we never hold a copy. Nobody of ours can read production data unless one of your people starts the session and watches it.

Sofia`,
      [
        promised('watched', 'Nobody of ours can read production data unless one of your people starts the session and watches it.', {
          text: 'No access to production data without somebody of theirs watching',
          madeTo: 'park',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    resolve(-133, 'sofia', 'security', 'Sessions are started and watched by the client; backups stay in their storage.', [
      'commitment',
      'watched',
    ]),
    note(
      'price',
      -131,
      'sofia',
      'Price for Meridian',
      `
Portal for hospitals out, and 6,000 dollars for payment of the first milestone at approval instead of after it. Owen agrees.`,
      [
        conceded('first-payment', '6,000 dollars for payment of the first milestone at approval instead of after it', {
          text: '$6,000 for payment of the first milestone at approval',
          value: 6_000,
          givenBy: 'us',
        }),
      ],
    ),
    approve(-129, 'owen', 'first-payment'),
    meeting(
      'kickoff',
      -85,
      'clara',
      ['priya', 'castillo', 'huang', 'park'],
      'Kickoff by video',
      `
Elena opened at seven in the morning, San Diego time. Robert showed his change control: two weeks, no exceptions, "not for Elena either".

Clara asked for the service export that the device history assumes. Daniel: Service belongs to Maureen O'Neill, who was not invited. We should have asked.`,
    ),
    hours(-82, 'clara', 2, 'reconstruction', 'What was agreed with Service, and with whom'),
    ask(
      'service',
      -81,
      'clara',
      'sofia',
      -77,
      'Did anybody talk to Maureen O’Neill about the nightly export of visits before we assumed it?',
      ['scopeLine', 'history'],
    ),
    answer(
      -78,
      'sofia',
      'service',
      'No. Robert said it would be there. I will call her this week; she has a field service idea of her own.',
    ),
    decide(-70, 'clara', 'first-ten', 'honour free', 'Twenty hours of Priya, and it makes the validation faster.'),
    mail(
      'export',
      -52,
      'oneill',
      ['clara', 'sofia'],
      'Your export',
      `
Ms. Nowak,

I learn from Daniel that a project of Regulatory assumes a nightly export from my service system. I have no objection, and I would have liked to be asked. It can be there in eight weeks.

Maureen O'Neill`,
    ),
    slip(
      -21,
      'clara',
      'requirements',
      9,
      'Change control of Quality: two requirements on reportability were changed after approval.',
      'client',
    ),
    mail(
      'change-control',
      -20,
      'huang',
      'clara',
      'Change control 118',
      `
Clara,

REQ-31 and REQ-34 are in change control since this morning. You know the duration. For the record, the change came from us: Regulatory wants the 30-day clock to start at first awareness by any employee, not at registration.

Robert`,
      [
        settled('clock', 'Regulatory wants the 30-day clock to start at first awareness by any employee, not at registration.', {
          text: 'The 30-day clock starts at first awareness by any employee',
          options: 'At registration · at first awareness',
          why: 'The regulation says awareness, and an employee is the firm.',
          decidedBy: 'Elena Castillo, Robert Huang',
        }),
      ],
    ),
    pulse(-12, 'clara', 'good', 'Quality trusts the traces. The two weeks of change control are in the plan.'),
  ],
};
