import { call, cares, mail, objected } from '../beats';
import type { DealScript } from '../script';

export const meridianDistributors: DealScript = {
  key: 'meridian-distributors',
  account: 'meridian',
  name: 'Distributor portal',
  department: 'Sales operations',
  ae: 'sofia',
  lead: 'jonas',
  buyers: ['oneill', 'castillo'],
  model: 'fixed',
  currency: 'USD',
  opened: -113,
  prices: [
    [-113, 75_000],
    [-54, 88_000],
  ],
  closeBy: 24,
  steps: [
    [-92, 'scoping'],
    [-49, 'proposal'],
  ],
  scope: [
    {
      key: 'orders',
      title: 'Orders of 45 distributors',
      included: 'Orders, availability, documents in four languages.',
      excluded: 'Prices by negotiation.',
      test: 'Five distributors order a month without mail.',
      why: 'Orders arrive in four languages and are retyped in one.',
      hours: 380,
      price: 47_000,
    },
    {
      key: 'letters',
      title: 'Field safety letters',
      included: 'Letters to distributors with confirmation of receipt.',
      test: 'A mock letter is confirmed by all within a week.',
      why: 'Regulatory keeps a list of who did not answer.',
      hours: 330,
      price: 41_000,
    },
  ],
  beats: [
    mail(
      'intro',
      -113,
      'castillo',
      'sofia',
      'Distributors',
      `
Sofia,

a smaller thing, while contracts for the large one are with legal. When we send a safety letter to 45 distributors, eleven do not answer, and I have to prove that they received it. Sales has the same 45 people sending orders by mail. Could one portal serve both?

Elena`,
      [
        cares('letters', 'eleven do not answer, and I have to prove that they received it', {
          text: 'Proof that a safety letter was received',
          rank: 1,
        }),
      ],
    ),
    call(
      'who-pays',
      -66,
      'sofia',
      ['castillo', 'oneill'],
      'Who pays',
      `
Elena would pay for the letters, Sales for the orders. Maureen speaks for Sales until the new head starts in January. She will not bind him.

So: one proposal with two lines that can be ordered separately.`,
      [objected('new-head', 'She will not bind him.', { text: 'New head of Sales in January', category: 'people' })],
    ),
    mail(
      'sent',
      -48,
      'sofia',
      ['castillo', 'oneill'],
      'Distributor portal: our offer',
      `
Elena, Maureen,

two lines, 88,000 dollars, each can be ordered on its own. If both are ordered together we count the log-in only once, that is the difference to the sum you may have in mind.

Sofia`,
    ),
  ],
};
