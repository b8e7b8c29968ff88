import { approve, call, cares, conceded, forbade, mail, meeting, note, objected, promised, resolve } from '../beats';
import type { Beat } from '../script';

/** Up to the signature. */
export const ostaraProcurementSale: readonly Beat[] = [
  mail(
    'intro',
    -436,
    'moser',
    'ada',
    'Einkauf for four hospitals',
    `
Dear Ms Brandt,

since the merger we are one group on paper and four purchasing departments in practice. I have attached an example: the same catheter, four article numbers, four suppliers, prices between 11.40 and 17.90. There are thousands of these.

Dr. Lindner has asked me for a plan by autumn. Before I write one I would like to hear how others did it.

Franz Moser`,
    [
      cares('one-price', 'the same catheter, four article numbers, four suppliers, prices between 11.40 and 17.90', {
        text: 'One article, one number, one price',
        rank: 1,
      }),
    ],
  ),
  meeting(
    'wards',
    -421,
    'hannah',
    ['ada', 'moser', 'bauer'],
    'Two wards and a pharmacy',
    `
A day on two wards and in the pharmacy.

Wards keep three weeks of stock in drawers because an order takes three signatures. A nurse showed us "her" cupboard: about € 9,000 of material, a third out of date.

Stefan Bauer, pharmacy: a recall means telephoning 44 wards. It happened five times last year; the longest took two days.

He does not care about prices. He cares about the batch number.`,
    [cares('batch', 'He cares about the batch number.', { text: 'From a batch to all wards in minutes', rank: 2, contact: 'bauer' })],
  ),
  mail(
    'council',
    -399,
    'koch',
    ['ada', 'moser'],
    'Works council: conditions',
    `
Dear Ms Brandt,

on behalf of the works council I pass on their one condition: what is taken from a ward cabinet may be recorded for the ward, not for the person. No log-in at the cabinet, no badge.

They will look at this again before go-live.

Kind regards
Anneliese Koch`,
    [
      forbade('no-tracking', 'what is taken from a ward cabinet may be recorded for the ward, not for the person', {
        text: 'Withdrawals are recorded per ward, never per person',
        strength: 'must',
      }),
    ],
  ),
  call(
    'data',
    -384,
    'hannah',
    ['moser', 'yilmaz'],
    'State of the article data',
    `
Franz Moser believes that 31,000 articles can be brought together by the four hospitals themselves. Derya Yilmaz is less sure: two of the four systems have no unit of measure.

We said in the call: "We will clean up the articles of the first hospital together with you, so that the others see how it is done." Franz was very pleased. That is about sixty hours in my estimate, and not in the price.`,
    [
      promised(
        'first-clean',
        'We will clean up the articles of the first hospital together with you, so that the others see how it is done.',
        { text: 'Articles of the first hospital are cleaned up together with the client', kind: 'courtesy' },
      ),
      objected('units', 'two of the four systems have no unit of measure', {
        text: 'Article data of two hospitals have no unit of measure',
        raisedBy: 'yilmaz',
        category: 'risk',
      }),
    ],
  ),
  resolve(
    -365,
    'ada',
    'units',
    'An assumption in the line for the catalogue: one person per hospital, named by kickoff, answers for its articles.',
    ['scopeLine', 'catalogue'],
  ),
  mail(
    'price',
    -331,
    'lindner',
    ['ada', 'moser'],
    'Re: Proposal',
    `
Dear Ms Brandt,

I can bring 240 before the supervisory board and no more. I do not want anything taken out. If you believe in the savings that Mr Moser has calculated, then you can afford to be part of them.

Dr. Petra Lindner`,
    [
      objected('price', 'I can bring 240 before the supervisory board and no more.', {
        text: '€ 22,000 above what the supervisory board will see',
        category: 'price',
      }),
    ],
  ),
  note(
    'discount',
    -324,
    'ada',
    'Price for Ostara',
    `
Talked to Owen and Ruth. We go to 240,000 if she signs before the board meeting. That brings the planned margin from 40 to 34 per cent. Below that we would rather not.`,
    [
      conceded('two-steps', 'We go to 240,000 if she signs before the board meeting.', {
        text: '€ 22,000 off for a signature before the board meeting',
        value: 22_000,
        givenBy: 'us',
      }),
    ],
  ),
  approve(-323, 'ruth', 'two-steps'),
  resolve(-322, 'ada', 'price', '€ 240,000 with nothing taken out.', ['concession', 'two-steps']),
  mail(
    'signed',
    -296,
    'lindner',
    ['ada', 'moser'],
    'Contract',
    `
Dear Ms Brandt,

signed and on its way by courier. The supervisory board has asked for the savings to be shown in the first annual report. Mr Moser has given his word, so he will ask you for figures.

Petra Lindner`,
  ),
];
