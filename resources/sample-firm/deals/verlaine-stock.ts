import { call, cares, conceded, forbade, mail, meeting, objected, promised, pulse, resolve, slip } from '../beats';
import type { DealScript } from '../script';

export const verlaineStock: DealScript = {
  key: 'verlaine-stock',
  account: 'verlaine',
  name: 'Shop-to-ERP stock visibility',
  department: 'Retail',
  ae: 'julien',
  lead: 'sofia',
  pm: 'clara',
  buyers: ['lefevre', 'haddad', 'aubert'],
  model: 'fixed',
  currency: 'EUR',
  opened: -242,
  prices: [
    [-242, 80_000],
    [-176, 102_000],
    [-142, 96_000],
  ],
  closeBy: -120,
  steps: [
    [-216, 'scoping'],
    [-172, 'proposal'],
    [-148, 'negotiation'],
    [-116, 'kickoff'],
    [-97, 'requirements'],
    [-38, 'design'],
  ],
  signed: 96_000,
  plannedEnd: 118,
  why: 'A client in Geneva was told that a fragrance was sold out while eleven flacons stood in Lyon. She is a friend of Mrs Aubert.',
  scope: [
    {
      key: 'stock',
      title: 'Stock of all boutiques in one place',
      included: 'Stock of 38 boutiques and the warehouse, every five minutes.',
      excluded: 'Department store corners.',
      assumes: 'Tills answer through the interface of their vendor, version 4 or later.',
      test: 'Ten articles counted in ten boutiques agree.',
      why: 'The flacon in Lyon.',
      hours: 330,
      price: 40_000,
    },
    {
      key: 'reserve',
      title: 'Reserve in another boutique',
      included: 'Reservation for 48 hours, message to the other boutique.',
      test: 'A reservation made in Geneva stands in Lyon within a minute.',
      hours: 260,
      price: 31_000,
    },
    {
      key: 'transfers',
      title: 'Transfers',
      included: 'Transfer between boutiques with transport order.',
      excluded: 'Customs papers for Switzerland.',
      hours: 200,
      price: 25_000,
    },
    {
      key: 'display',
      title: 'Display for the sales floor',
      included: 'A tablet view in the style of the house.',
      hours: 50,
      price: 6_000,
      status: 'negotiated away',
    },
  ],
  milestones: [
    { key: 'design', title: 'Design accepted', due: -12, fee: 28_800 },
    { key: 'pilot', title: 'Three boutiques live', due: 62, fee: 38_400 },
    { key: 'live', title: 'All boutiques live', due: 112, fee: 28_800 },
  ],
  team: ['sofia', 'jonas'],
  progress: 0.24,
  beats: [
    mail(
      'intro',
      -242,
      'lefevre',
      'julien',
      'The flacon in Lyon',
      `
Cher Julien,

you will have heard the story from Claire: a client was sent away in Geneva while eleven flacons stood in Lyon. It was not the first time, only the first time that it was a friend of the house.

I need to know what every boutique has. Nothing else, for once.

Thomas Lefèvre`,
      [
        cares('see-stock', 'I need to know what every boutique has.', {
          text: 'Stock of every boutique, visible to every boutique',
          rank: 1,
        }),
      ],
    ),
    meeting(
      'tills',
      -208,
      'sofia',
      ['haddad', 'lefevre'],
      'Tills',
      `
Yasmine Haddad showed us three tills. Version 4 in 31 boutiques, version 3 in seven. The vendor wants € 2,900 per till for the update.

Yasmine is in favour but tired: every project of Retail ends on her desk. She wants to see the operating effort in hours per month before she agrees.`,
      [
        objected('effort', 'She wants to see the operating effort in hours per month before she agrees.', {
          text: 'Operating effort for IT is unknown',
          raisedBy: 'haddad',
          category: 'people',
        }),
        forbade('no-till-change', 'The vendor wants € 2,900 per till for the update.', {
          text: 'No update of the seven old tills in this budget',
          strength: 'prefer',
          by: 'haddad',
        }),
      ],
    ),
    resolve(-168, 'julien', 'effort', 'Six hours a month, written into the proposal with what they consist of.'),
    mail(
      'aubert',
      -144,
      'aubert',
      'julien',
      'Votre proposition',
      `
Cher Monsieur Mercier,

I have read all of it, including the annexes. The tablets for the sales floor are pretty, but my people know how to smile without a tablet. Please leave them out.

On page nine you write "as far as the tills allow it". I do not sign sentences of that kind. Say which tills do not allow it.

Claire Aubert`,
      [
        conceded('tablets', 'The tablets for the sales floor are pretty, but my people know how to smile without a tablet.', {
          text: 'Display for the sales floor left out',
          value: 6_000,
          givenBy: 'them',
        }),
        objected('page-nine', 'I do not sign sentences of that kind.', { text: 'Vague sentence about the tills', category: 'scope' }),
      ],
    ),
    mail(
      'aubert-reply',
      -142,
      'julien',
      ['aubert', 'lefevre'],
      'Re: Votre proposition',
      `
Chère Madame,

you are right. It now says: the seven boutiques with tills of version 3 show their stock once a night instead of every five minutes. They are listed by name. The price without the tablets is 96,000 euros.

Julien Mercier`,
      [
        promised('seven', 'the seven boutiques with tills of version 3 show their stock once a night instead of every five minutes', {
          text: 'Seven boutiques with old tills are updated once a night',
          kind: 'contractual',
          inSow: true,
        }),
      ],
    ),
    resolve(-141, 'julien', 'page-nine', 'The seven boutiques are named in the line, with what they get.', ['commitment', 'seven']),
    slip(-44, 'clara', 'design', -3, 'The vendor of the tills answered three weeks late on the interface.', 'third party'),
    call(
      'vendor',
      -41,
      'clara',
      ['haddad'],
      'Vendor of the tills',
      `
Yasmine and the vendor. The interface of version 4 gives stock per article, not per lot. For fragrances that is enough, for make-up with expiry dates it is not.

Yasmine will ask Thomas whether make-up may show stock without lots at first.`,
      [
        objected('lots', 'The interface of version 4 gives stock per article, not per lot.', {
          text: 'No lots for make-up',
          category: 'scope',
        }),
      ],
    ),
    pulse(-12, 'clara', 'mixed', 'Content with the design, impatient about the tills.'),
    mail(
      'autumn',
      -8,
      'lefevre',
      ['clara', 'julien'],
      'Before the autumn collection?',
      `
Chère Clara,

Claire has asked whether three boutiques could go live two weeks earlier, for the preview of the autumn collection. I know the plan says otherwise. Is it madness?

Thomas`,
    ),
  ],
};
