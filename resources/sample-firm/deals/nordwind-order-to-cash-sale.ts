import {
  approve,
  call,
  cares,
  conceded,
  editLine,
  forbade,
  mail,
  meeting,
  note,
  objected,
  promised,
  resolve,
  scoped,
  settled,
  workAround,
} from '../beats';
import type { Beat } from '../script';

/** Up to the signature. */
export const nordwindOrderToCashSale: readonly Beat[] = [
  mail(
    'intro',
    -402,
    'thiel',
    'ada',
    'Following up on the trade fair',
    `
Dear Ms Brandt,

thank you for the conversation at your stand. As promised, three sentences on where we are: we take about 1,900 orders a day by EDI, portal and telephone. All of them end up in a system from 2006 that cannot price a toll surcharge, so my team exports, corrects and re-enters. Finance then keys the invoices from our printouts.

I have been given a budget line for next year and would like to understand what a sensible first step looks like, before anybody shows me a product. Would you have an hour next week?

Kind regards
Jan Thiel
Head of Order Management`,
    [cares('retyping', 'my team exports, corrects and re-enters', { text: 'An end to retyping orders', rank: 2 })],
  ),
  call(
    'discovery',
    -396,
    'ada',
    ['thiel'],
    'Discovery call with order management',
    `
An hour with Jan Thiel. Walked through one order from EDI to invoice.

- 1,900 orders a day, 240 of them by telephone; twelve people in order management, two of whom only retype.
- Surcharges are kept in a spreadsheet by one colleague who retires in two years.
- He wants one queue for all channels. He says the project stands or falls with finance: "Without Mrs Weber there is no budget, and she will ask about the close first."
- Competitors: the incumbent offers an upgrade, and a firm from Bremen has proposed to replace order management and billing together.
- He will introduce us to Katrin Weber and to Piotr Kowalski from IT.`,
    [],
  ),
  mail(
    'invite',
    -388,
    'ada',
    ['weber', 'thiel'],
    'Order-to-cash: proposal for a first meeting',
    `
Dear Ms Weber, dear Mr Thiel,

may I suggest ninety minutes on site in two weeks? I would bring Luca Bianchi, who has built order-to-cash for two freight forwarders. We would like to follow three real orders from the first call to the paid invoice, with the people who touch them, and to hear from finance what the close needs from orders.

No slides. You will have our notes the day after.

Best regards
Ada Brandt`,
  ),
  meeting(
    'walkthrough',
    -377,
    'ada',
    ['luca', 'weber', 'thiel', 'kowalski'],
    'Walk-through on site: three orders',
    `
On site in Hamburg, Katrin Weber joined for the second half.

Followed three orders. The third had been keyed four times by the time it was invoiced. Month-end close currently on working day eleven; the board meets on the tenth, so the board sees estimates.

Mrs Weber: "What I am buying is working day six. If order management gets easier on the way, good for Jan." She wants a fixed price per phase and the right to stop after each.

Piotr Kowalski asked how we would connect to billing and who would maintain it. Luca said we would come back on that; the billing vendor charges for every interface.`,
    [
      cares('close', 'What I am buying is working day six.', { text: 'Close the month by working day six', rank: 1, contact: 'weber' }),
      objected('price-risk', 'She wants a fixed price per phase and the right to stop after each.', {
        text: 'No commitment to the whole programme at once',
        raisedBy: 'weber',
        category: 'risk',
      }),
      objected('billing-vendor', 'who would maintain it', {
        text: 'Who maintains the interface to billing',
        raisedBy: 'kowalski',
        category: 'risk',
      }),
    ],
  ),
  mail(
    'cfo-billing',
    -358,
    'weber',
    ['ada', 'thiel'],
    'Billing system: please read before you plan',
    `
Dear Ms Brandt,

one thing before your team starts drawing boxes. Our billing system was certified by the auditors in spring after eighteen months of work. I do not want to explain to them why it was opened again.

To be quite clear: there will be no changes to the billing system, not in its code, not in its database and not in its release calendar. If your solution needs one, it is the wrong solution for us, and I would rather know now.

Everything up to the hand-over is yours to improve, and everything after the invoice as well.

Regards
Katrin Weber
Chief Financial Officer`,
    [
      forbade(
        'no-billing',
        'there will be no changes to the billing system, not in its code, not in its database and not in its release calendar',
        { text: 'The billing system is not changed: no code, no database, no release', strength: 'must' },
      ),
    ],
  ),
  mail(
    'cfo-reply',
    -357,
    'ada',
    ['weber', 'thiel', 'luca'],
    'Re: Billing system: please read before you plan',
    `
Dear Ms Weber,

thank you for being so clear, that helps us. Understood: we plan around the billing system, not into it. Luca will look for a way to hand orders over that uses only what billing can already do today, and we will show you before it goes into any proposal.

Best regards
Ada Brandt`,
  ),
  note(
    'luca-billing',
    -354,
    'luca',
    'How the Polish subsidiary feeds billing',
    `
Talked to Piotr's team. The subsidiary in Poland has been feeding billing since 2019 with a fixed-format file that is read from a folder at 02:30. The reader is part of the certified release; it is not used for Germany, but it is licensed for it.

So nothing in billing needs to change if we write the same format. Open: does it take corrections, or only new items? To ask on the call.`,
  ),
  call(
    'workaround',
    -351,
    'ada',
    ['luca', 'weber', 'kowalski'],
    'Call: hand-over to billing without touching it',
    `
Katrin Weber, Piotr Kowalski; for us Luca and me. Forty minutes.

Luca explained the reader that Poland uses. Mrs Weber checked with her team while we were on the line: the auditors know that reader, it is in the certified scope.

She asked what happens if a night fails. Luca: "We will drop a file every night at two o'clock, and if a drop fails we repeat it before seven and tell your shift lead, at no extra cost." She said that is what she needs to hear and that she would not ask for more.

Piotr wants the file archived for ten years on our side of the hand-over. Luca agreed to look at it but did not promise.

Nobody has written this down on their side. I said I would put it in the proposal.`,
    [
      promised(
        'file-drop',
        "We will drop a file every night at two o'clock, and if a drop fails we repeat it before seven and tell your shift lead, at no extra cost.",
        {
          text: 'Nightly file drop to billing, failed drops repeated before seven at no extra cost',
          madeBy: 'luca',
          madeTo: 'weber',
          kind: 'courtesy',
        },
      ),
      settled('use-reader', 'Luca explained the reader that Poland uses.', {
        text: 'Hand orders over by nightly file through the reader that Poland uses',
        options: 'A new interface by the billing vendor (€ 85,000, nine months) · nightly file through the existing reader · keying stays',
        why: 'The reader is part of the certified scope, so nothing in billing changes.',
        decidedBy: 'Katrin Weber, Luca Bianchi',
      }),
    ],
  ),
  resolve(
    -349,
    'ada',
    'billing-vendor',
    'We maintain the file on our side; the reader is part of the certified billing release and stays with the vendor.',
    ['commitment', 'file-drop'],
  ),
  mail(
    'thiel-scope',
    -366,
    'thiel',
    ['ada', 'luca'],
    'Our list for the scope',
    `
Dear both,

after talking to my team leads, this is what we would like to see in the offer, in this order:

1. one queue for all orders, with credit and capacity checks before we confirm
2. tariffs and surcharges with validity dates
3. integrate with client's billing system, so that finance stops keying invoices from our printouts
4. a nicer portal for our customers, if the budget allows

Point 4 is my wish, not hers.

Best
Jan`,
    [scoped('billing', "integrate with client's billing system", { title: 'Integrate with client’s billing system', origin: 'e-mail' })],
  ),
  editLine(-345, 'luca', 'billing', { touches: ['no-billing'] }, 'Mrs Weber’s mail is about this line.'),
  workAround(-342, 'luca', 'file-drop', 'billing', 'no-billing'),
  mail(
    'proposal-sent',
    -321,
    'ada',
    ['weber', 'thiel'],
    'Proposal: order-to-cash on the new ERP',
    `
Dear Ms Weber, dear Mr Thiel,

please find our proposal. Seven lines, each with what is included, what is not, and how you will accept it. You may stop after any milestone; what is accepted until then stays usable.

The hand-over to billing is line three. It changes nothing in billing, and the assumption under it is the reader that Poland uses.

We are happy to walk the controllers through it on Thursday.

Best regards
Ada Brandt`,
    [
      promised('stop', 'You may stop after any milestone; what is accepted until then stays usable.', {
        text: 'The client may stop after any milestone',
        madeTo: 'weber',
        kind: 'contractual',
        inSow: true,
      }),
    ],
  ),
  resolve(-318, 'ada', 'price-risk', 'Six milestones with fixed fees and a right to stop after each.', ['commitment', 'stop']),
  mail(
    'cfo-price',
    -284,
    'weber',
    'ada',
    'Re: Proposal: order-to-cash on the new ERP',
    `
Dear Ms Brandt,

the structure is good. The sum is not: I have 320 in the budget and you are at 348. The firm from Bremen is at 298, although I grant you that they want to replace billing and do not say what that costs me with the auditors.

I will not pay for a prettier portal this year. What else moves?

Katrin Weber`,
    [objected('price', 'I have 320 in the budget and you are at 348', { text: 'Over budget by € 28,000', category: 'price' })],
  ),
  call(
    'negotiation',
    -276,
    'ada',
    ['weber'],
    'Price call with Katrin Weber',
    `
Half an hour. The portal redesign comes out (€ 30,000). In return she accepts the acceptance tests as written and names one person who decides on duplicates.

She asked for two more percent. I offered to take € 6,000 off if we may name Nordwind as a reference after go-live and if she signs before the end of the quarter. She said yes to both. Told her that Owen must agree.`,
    [
      conceded('portal', 'The portal redesign comes out (€ 30,000).', {
        text: 'Portal redesign taken out of the scope',
        value: 30_000,
        givenBy: 'them',
      }),
      conceded(
        'six-thousand',
        'I offered to take € 6,000 off if we may name Nordwind as a reference after go-live and if she signs before the end of the quarter.',
        { text: '€ 6,000 off for a reference after go-live', value: 6_000, givenBy: 'us' },
      ),
    ],
  ),
  approve(-274, 'owen', 'six-thousand'),
  resolve(-268, 'ada', 'price', 'Portal taken out, € 6,000 off for a reference: € 312,000.', ['concession', 'six-thousand']),
  mail(
    'order',
    -243,
    'weber',
    ['ada', 'thiel'],
    'Purchase order 4500218873',
    `
Dear Ms Brandt,

attached our purchase order over EUR 312,000 net, as agreed. Please note that our terms on data protection apply.

Jan will run this day to day. I expect to hear from you when something moves the date, not after it has moved.

Regards
Katrin Weber`,
    [
      cares('no-surprise', 'I expect to hear from you when something moves the date, not after it has moved.', {
        text: 'To hear about delays before they happen',
        rank: 3,
        contact: 'weber',
      }),
    ],
  ),
];
