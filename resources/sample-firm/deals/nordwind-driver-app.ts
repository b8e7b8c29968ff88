import { call, cares, chat, conceded, courtesyLine, forbade, mail, meeting, objected, promised, resolve } from '../beats';
import type { DealScript } from '../script';

/** Operations buys without asking Finance; the two deals meet only in the account. */
export const nordwindDriverApp: DealScript = {
  key: 'nordwind-driver-app',
  account: 'nordwind',
  name: 'Driver app and proof of delivery',
  department: 'Operations',
  ae: 'ada',
  lead: 'jonas',
  buyers: ['petersen', 'kowalski', 'thiel'],
  model: 'fixed',
  currency: 'EUR',
  opened: -128,
  prices: [
    [-128, 120_000],
    [-70, 156_000],
    [-19, 148_000],
  ],
  closeBy: 18,
  steps: [
    [-108, 'scoping'],
    [-62, 'proposal'],
    [-31, 'negotiation'],
  ],
  scope: [
    {
      key: 'app',
      title: 'Driver app',
      included: 'Tour, stops, signature and photo, on the 340 phones that drivers have.',
      excluded: 'New phones and mobile contracts.',
      assumes: 'Phones run Android 12 or later.',
      test: 'Twenty drivers complete a week without paper.',
      why: 'Paper proofs arrive four days late and hold up invoices.',
      hours: 520,
      price: 62_000,
    },
    {
      key: 'offline',
      title: 'Work without a network',
      included: 'A whole shift without a connection; everything is sent when one returns.',
      excluded: 'Live position of vehicles.',
      test: 'A shift in flight mode loses no stop.',
      why: 'The tunnels at Elbe and Alster, and half of Mecklenburg.',
      hours: 240,
      price: 29_000,
    },
    {
      key: 'dispatch',
      title: 'Dispatcher’s view',
      included: 'Tours of the day, delays, proofs as they arrive.',
      test: 'A dispatcher finds the proof of any delivery of the last month within a minute.',
      why: 'Dispatchers telephone drivers 400 times a day.',
      hours: 310,
      price: 37_000,
    },
    {
      key: 'pod',
      title: 'Proof of delivery to the order',
      included: 'Signature, photo and time on the order in the new order-to-cash system.',
      assumes: 'The order queue of the finance project is live.',
      test: 'The proof stands on the order ten minutes after delivery.',
      hours: 170,
      price: 20_000,
    },
    {
      key: 'training',
      title: 'Half a day with the dispatchers',
      included: 'Four hours in Hamburg for up to fifteen dispatchers, the week before the first tour.',
      excluded: 'Training of drivers, who learn from each other.',
      role: 'consultant',
      hours: 8,
      price: 0,
    },
    {
      key: 'telematics',
      title: 'Telematics of the trailers',
      included: 'Temperature and door contacts.',
      hours: 66,
      price: 8_000,
      status: 'optional',
    },
  ],
  beats: [
    mail(
      'intro',
      -128,
      'petersen',
      'ada',
      'Paper on our trucks',
      `
Dear Ms Brandt,

Jan Thiel says your people listen before they talk, so here is my problem. 340 drivers carry a clipboard. The proof of delivery comes back on average four days later, sometimes with coffee on it, and until it is here Finance will not invoice. I want the clipboards gone before the Christmas peak of next year.

This is a budget of Operations. I would like to keep it apart from the finance project.

Maren Petersen`,
      [
        cares('peak', 'I want the clipboards gone before the Christmas peak of next year.', {
          text: 'No paper before the next Christmas peak',
          rank: 1,
        }),
      ],
    ),
    meeting(
      'ride',
      -112,
      'jonas',
      ['petersen'],
      'A day in the truck',
      `
Rode along on tour 47, Hamburg to Schwerin, with a driver who has been there for 22 years.

Nineteen stops, seven without a network. He signs for customers who are not there, because "otherwise I stand until noon". Every stop costs about four minutes of paper. The phones are two years old and good enough.

What he wants: big buttons, gloves, no password. What he does not want: that somebody watches where he is.`,
      [
        cares('gloves', 'big buttons, gloves, no password', { text: 'Drivers can use it with gloves and without a password', rank: 2 }),
        forbade('no-tracking', 'What he does not want: that somebody watches where he is.', {
          text: 'No live position of drivers',
          strength: 'must',
        }),
      ],
    ),
    mail(
      'works-council',
      -84,
      'petersen',
      ['ada', 'jonas'],
      'Works council',
      `
Dear both,

the works council agrees to the app in principle. Their condition, in their words: times of stops yes, positions no, and no report that compares drivers by name. Please make sure the offer says so, or we will be talking until summer.

M. Petersen`,
      [
        forbade('no-ranking', 'no report that compares drivers by name', {
          text: 'No report that compares drivers by name',
          strength: 'must',
        }),
      ],
    ),
    call(
      'pod-dependency',
      -57,
      'ada',
      ['petersen', 'thiel'],
      'Proofs on the order',
      `
Maren Petersen and Jan Thiel together, for the first time. The proof should appear on the order, which lives in Jan's project. Jan: his order queue goes live first, so it is only a question of sequence.

Agreed: our line for the proof assumes the queue is live; if it is not, the proof is kept in the app and handed over later, and nobody pays for that twice. I said this is how we will write it.`,
      [
        promised('not-twice', 'the proof is kept in the app and handed over later, and nobody pays for that twice', {
          text: 'If the order queue is late, the later hand-over of proofs is not charged again',
          madeTo: 'petersen',
          kind: 'courtesy',
        }),
      ],
    ),
    mail(
      'price',
      -27,
      'petersen',
      'ada',
      'Re: Proposal: driver app',
      `
Dear Ms Brandt,

Operations likes it. Two points before I take it to the board:

- 156 is more than I said in September. Without the trailers it should be less.
- I would like to see the penalty for missing the peak. If the app is not there in October it is worth nothing to me until January.

Maren Petersen`,
      [
        objected('price', '156 is more than I said in September.', { text: 'More than the budget named in September', category: 'price' }),
        objected('penalty', 'I would like to see the penalty for missing the peak.', {
          text: 'She asks for a penalty if the app misses the peak',
          category: 'risk',
        }),
      ],
    ),
    mail(
      'answer',
      -19,
      'ada',
      'petersen',
      'Re: Re: Proposal: driver app',
      `
Dear Ms Petersen,

trailers are now an option: 148,000 euros for everything that has to be there in October.

On the penalty: we would rather put our weight into getting there. We can offer ten per cent of the last instalment if acceptance is later than 15 October for a reason that is ours. Owen Pryce will confirm this by the end of the week.

Best regards
Ada Brandt`,
      [
        conceded(
          'malus',
          'We can offer ten per cent of the last instalment if acceptance is later than 15 October for a reason that is ours.',
          { text: 'Ten per cent of the last instalment if acceptance is late through our fault', value: 4_400, givenBy: 'us' },
        ),
      ],
    ),
    resolve(-18, 'ada', 'price', 'Trailers became an option: € 148,000.'),
    courtesyLine(-17, 'ada', 'training', 'She gave up the trailers; the half day with her dispatchers is on us.'),
    chat(
      'board-date',
      -6,
      'ada',
      ['petersen'],
      'Chat: board date',
      `
Maren Petersen: board is on the 9th, not the 2nd
Ada Brandt: thank you. Do you need anything from us for it?
Maren Petersen: one page. what the drivers get, what it costs, what happens if you are late
Ada Brandt: you have it tomorrow`,
      [],
    ),
  ],
};
