import {
  approve,
  change,
  close,
  conceded,
  decide,
  expense,
  figure,
  hours,
  keep,
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
} from '../beats';
import type { Beat } from '../script';

/** After the signature. */
export const ostaraProcurementDelivery: readonly Beat[] = [
  meeting(
    'kickoff',
    -287,
    'mehmet',
    ['hannah', 'moser', 'bauer', 'yilmaz'],
    'Kickoff',
    `
Only two of the four hospitals have named somebody for their articles. Franz Moser will take the other two himself "for the time being".

Mr Bauer asked whether implants are part of it. They are excluded. He had heard otherwise, from whom he does not remember.

Franz asked when we start cleaning up the articles of hospital one, "as promised". Mehmet did not know of it; Hannah confirmed.`,
  ),
  hours(-284, 'mehmet', 5, 'reconstruction', 'Call notes of the sale: what was promised on article data'),
  hours(-283, 'hannah', 3, 'reconstruction', 'Explaining the data promise to Mehmet, estimate of the effort'),
  hours(-280, 'priya', 2, 'reconstruction', 'Which articles were meant by "first hospital"'),
  decide(-279, 'mehmet', 'first-clean', 'honour free', 'Said by us in the call, and the client builds on it.'),
  ...stint(-232, 'priya', 30, { promise: 'first-clean' }, 'Articles of hospital one: cleaned up with the client'),
  ...stint(-231, 'elise', 30, { promise: 'first-clean' }, 'Articles of hospital one: cleaned up with the client'),
  ticket(
    'articles',
    -240,
    'mehmet',
    'Who answers for the articles of hospital three?',
    {
      kind: 'escalation',
      about: 'schedule',
      severity: 'high',
      owner: 'mehmet',
      helper: 'ada',
      detail: 'Nobody is named since kickoff. Requirements cannot be closed without it.',
    },
    -228,
  ),
  mail(
    'articles-mail',
    -239,
    'ada',
    ['lindner', 'moser'],
    'Two names we need',
    `
Dear Dr. Lindner,

you asked to hear from me when something stands in the way. Hospitals three and four have not named anybody for their articles, and the requirements cannot be closed without them. Two names by the end of next week would save about three weeks later on.

Ada Brandt`,
  ),
  close(-226, 'mehmet', 'articles', 'Named by Dr. Lindner: the heads of both central stores.'),
  hours(-236, 'ada', 2, 'escalation', 'Names for the articles: calls with administration', 'articles'),
  mail(
    'units-again',
    -204,
    'priya',
    ['moser', 'yilmaz', 'mehmet'],
    'Articles of hospital one: what we found',
    `
Dear Franz,

after two weeks with the articles of hospital one: 8,900 articles, of which 2,300 are duplicates and 1,100 have no unit. We have corrected what can be derived; about 600 need somebody who knows the article. The sixty hours that we had set aside are used up.

We will finish this hospital, as we said. The other three should be done by your people, with our template.

Priya Raman`,
    [
      settled('others-self', 'The other three should be done by your people, with our template.', {
        text: 'Hospitals two to four clean up their articles themselves',
        options: 'We clean up all · each hospital with our template',
        why: 'Only hospital one was promised.',
        decidedBy: 'Priya Raman, Franz Moser',
      }),
    ],
  ),
  hours(-203, 'priya', 8, 'rework', 'Articles of hospital one: units by hand'),
  hours(-202, 'priya', 7.5, 'rework', 'Articles of hospital one: duplicates'),
  hours(-201, 'elise', 7, 'rework', 'Articles of hospital one: duplicates'),
  keep(-181, 'mehmet', 'first-clean'),
  mail(
    'implants',
    -151,
    'bauer',
    'mehmet',
    'Implants',
    `
Dear Mr Aydin,

the operating theatres will not use the cabinets if implants are not in them. I know what the contract says. But a cabinet that is half used is not a cabinet. Can serial numbers for implants be added for the theatres of hospital one?

Stefan Bauer`,
  ),
  change(
    'implants',
    -149,
    'mehmet',
    'Implants with serial numbers in the theatres of hospital one',
    15_000,
    124,
    'bauer',
    'implants',
    'Can serial numbers for implants be added for the theatres of hospital one?',
  ),
  settle(-141, 'mehmet', 'implants', 'submitted', 'Priced with Hannah; excluded in the contract.'),
  planCost(-140, 'mehmet', 'implants', 124),
  settle(-122, 'mehmet', 'implants', 'billed', 'Ordered by Dr. Lindner from the budget of the theatres.'),
  ...stint(-117, 'jonas', 124, { order: 'implants' }, 'Serial numbers of implants in the theatres'),
  mail(
    'supplier-files',
    -118,
    'moser',
    'mehmet',
    'Suppliers',
    `
Dear Mehmet,

eleven of the sixty suppliers cannot read the order format. They are small, but the wards need them. Could you send them a PDF by mail instead? It can hardly be much work.

Franz`,
  ),
  change(
    'pdf-orders',
    -116,
    'mehmet',
    'Orders as PDF to eleven small suppliers',
    6_400,
    52,
    'moser',
    'supplier-files',
    'Could you send them a PDF by mail instead?',
  ),
  settle(-108, 'mehmet', 'pdf-orders', 'absorbed', 'Sixty suppliers were in the scope without saying in which format. Our gap.'),
  ...stint(-106, 'luca', 44, { order: 'pdf-orders' }, 'Orders as PDF for the small suppliers'),
  slip(
    -99,
    'mehmet',
    'catalogue',
    -58,
    'Articles of hospitals one and two were not ready; our own estimate for the order formats was too low as well.',
    'us',
  ),
  mail(
    'slip-mail',
    -98,
    'mehmet',
    ['moser', 'lindner'],
    'Hospital one: new date',
    `
Dear Dr. Lindner,

hospital one goes live six weeks later than planned. Half of that is the article data, half is ours: the order formats of the suppliers took more than we had estimated. We carry our half without a change order.

The date for all four hospitals stays for now; I will tell you in four weeks whether it can be held.

Mehmet Aydin`,
    [
      conceded('own-half', 'We carry our half without a change order.', {
        text: 'Our share of the delay is not charged',
        value: 4_000,
        givenBy: 'us',
        givenAt: -98,
      }),
    ],
  ),
  approve(-95, 'owen', 'own-half'),
  expense(-74, 4_350, 'Rented scanners while the ordered ones were late'),
  expense(-51, 2_180, 'Travel and nights for the go-live of hospital one'),
  ticket(
    'double',
    -55,
    'mehmet',
    'Orders of ward 12 arrive twice',
    {
      kind: 'incident',
      owner: 'hannah',
      severity: 'high',
      detail: 'Requisitions released on the tablet and on the PC are both sent.',
      scopeLine: 'orders',
    },
    -52,
  ),
  hours(-54, 'hannah', 8, 'rework', 'Double orders from ward 12', 'double'),
  hours(-53, 'hannah', 6.5, 'rework', 'Double orders: correction and test', 'double'),
  close(-52, 'hannah', 'double', 'Release is now bound to the requisition, not to the screen. Suppliers informed.'),
  mail(
    'lindner-red',
    -45,
    'lindner',
    ['mehmet', 'ada'],
    'Hospital one',
    `
Dear Mr Aydin,

the wards like ordering. They do not like that a catheter came twice, and I do not like reading about it in the newsletter of the works council. I expect the cabinets to be right the first time, and I would like to see Ms Brandt in the next steering group.

Petra Lindner`,
    [
      objected('twice', 'I expect the cabinets to be right the first time', {
        text: 'Trust is gone after the double orders',
        category: 'other',
      }),
    ],
  ),
  meeting(
    'steering',
    -31,
    'mehmet',
    ['ada', 'lindner', 'moser', 'bauer'],
    'Steering group',
    `
Ada present. Mehmet showed the causes of the double orders and the new test for cabinets: one ward, two weeks, every difference explained.

Dr. Lindner accepts the test. She asks for the estimate of what remains, honestly. Hannah: stock needs about a quarter more than planned, recall and invoices about as planned.

Franz Moser wants to keep the date of all four hospitals for the annual report. We said no date until the first ward is through.`,
    [
      promised('ward-test', 'one ward, two weeks, every difference explained', {
        text: 'Cabinets are tested on one ward for two weeks before any other goes live',
        madeBy: 'mehmet',
        madeTo: 'lindner',
        kind: 'courtesy',
      }),
    ],
  ),
  resolve(-30, 'ada', 'twice', 'A two-week test on one ward before any other, agreed in the steering group.', ['commitment', 'ward-test']),
  slip(-27, 'mehmet', 'stock', 6, 'Ward test of two weeks added before any further cabinet goes live.', 'us'),
  decide(-26, 'mehmet', 'ward-test', 'honour free', 'It is how we should have done it from the start.'),
  figure(-9, 'CRM', 'signed value', 240_000, 'deals-export.csv'),
  figure(-8, 'finance', 'signed value', 240_000, 'contracts.xlsx'),
  pulse(
    -13,
    'mehmet',
    'poor',
    'Dr. Lindner is waiting for proof. The ward test has begun with three differences on day one, all explained.',
  ),
  mail(
    'ward-day-five',
    -6,
    'bauer',
    'mehmet',
    'Ward 7, day five',
    `
Dear Mr Aydin,

five days, two differences, both were a box that somebody put into the wrong bin. I tried a recall on it at lunch: one minute forty. If it stays like this you will have at least the pharmacy on your side on Thursday.

Stefan Bauer`,
  ),
];
