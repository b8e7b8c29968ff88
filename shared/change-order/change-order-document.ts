import type { Block, Document, Logo } from '../document/document';
import { heading, paragraph } from '../document/document';
import type { CalendarDateText } from '../records/define-record';
import type { FirmProfile } from '../records/firm-profile';
import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { ChangeOrder, Deal } from '../records/registry';
import { offerWording } from '../proposal/offer-wording';
import { paragraphsOf, present } from '../proposal/offer-parts';
import type { Money } from '../values/money';
import { linesAddedBy } from './added-lines';
import { isUndecided } from './standing';

/** What a change order is printed from. Nothing in it says what it costs us. */
export interface ChangeOrderFacts {
  readonly order: ChangeOrder;
  readonly deal: Deal;
  readonly records: Records;
  /** Place of the change order among those of the deal, from 1. */
  readonly number: number;
  /** Contracted value without it and with it; absent for open T&M. */
  readonly contracted?: { readonly before: Money; readonly after: Money };
  readonly firm: FirmProfile;
  readonly logo?: Logo;
  readonly today: CalendarDateText;
}

/** Place among the change orders of its deal, in the order in which they were noted: the number on the paper. */
export function changeNumber(records: Records, order: ChangeOrder): number {
  const all = records.of('changeOrder', 'deal', order.deal).toSorted((a, b) => {
    const [first, second] = [a.requestedAt ?? '9', b.requestedAt ?? '9'];
    return first === second ? (a.id < b.id ? -1 : 1) : first < second ? -1 : 1;
  });
  return all.findIndex(({ id }) => id === order.id) + 1 || all.length + 1;
}

/** The change order as both sides sign it: what changes, what it costs, what the contract is worth with it. */
export function changeOrderDocument(facts: ChangeOrderFacts): Document {
  const { order, deal, firm, logo, number, today } = facts;
  const revision = order.revision === undefined ? 'draft' : `revision ${order.revision}`;
  const name = `Change order ${number}, ${revision}`;
  return {
    title: order.title,
    subtitle: `Change order ${number}`,
    facts: headFacts(facts),
    pageHeader: `${firm.name} · ${deal.name}`,
    pageFooter: name,
    numbered: false,
    language: firm.language,
    author: firm.name,
    date: order.submittedAt ?? today,
    ...(logo ? { logo } : {}),
    blocks: [...draftNote(order), ...changeBlocks(facts), ...priceBlocks(facts), ...signatureBlocks(facts)],
  };
}

function headFacts({ order, deal, records, firm, number, today }: ChangeOrderFacts) {
  const { date } = offerWording(firm.language);
  const client = records.get('account', deal.account)?.name ?? deal.name;
  const asked = records.get('contact', order.requestedBy)?.name;
  const requested = [asked, order.requestedAt && date(order.requestedAt)].filter(Boolean).join(', ');
  const revision = order.revision === undefined ? `draft of ${date(today)}` : String(order.revision);
  return present([
    ['Client', deal.department ? `${client}, ${deal.department}` : client],
    ['Contract', [deal.name, deal.signedAt && `signed ${date(deal.signedAt)}`].filter(Boolean).join(', ')],
    ['From', [firm.name, joinedPerson(records, deal.pm)?.name].filter(Boolean).join(', ')],
    ['Number', String(number)],
    ['Revision', order.submittedAt && order.revision !== undefined ? `${revision}, ${date(order.submittedAt)}` : revision],
    ['Requested by', requested],
  ]);
}

const draftNote = ({ revision }: ChangeOrder): readonly Block[] =>
  revision === undefined
    ? [{ kind: 'note', runs: [{ text: 'Draft. ', bold: true }, { text: 'This is work in progress and not an offer.' }] }]
    : [];

function changeBlocks({ order, records, firm }: ChangeOrderFacts): readonly Block[] {
  const { date } = offerWording(firm.language);
  const moment = records.get('moment', order.sourceMoment);
  const changed = records.get('scopeLine', order.scopeLine);
  const source = [records.get('contact', order.requestedBy)?.name, moment && date(moment.at.slice(0, 10))].filter(Boolean).join(', ');
  const packages = linesAddedBy(records, order);
  return [
    heading(1, 'What changes'),
    ...(order.detail ? paragraphsOf(order.detail) : [paragraph(order.title)]),
    ...(changed ? [paragraph(`It changes “${changed.title}” of the agreed scope.`)] : []),
    ...(order.quote && order.quote.trim() !== order.detail?.trim() ? [{ kind: 'quote' as const, text: order.quote, source }] : []),
    ...(packages.length > 0
      ? [
          paragraph('It adds to the scope of work:'),
          { kind: 'list' as const, ordered: false, items: packages.map(({ title }) => [{ text: title }]) },
        ]
      : []),
  ];
}

function priceBlocks({ order, contracted, firm }: ChangeOrderFacts): readonly Block[] {
  const { money, hours } = offerWording(firm.language);
  const row = (label: string, value: string, total = false) => ({
    cells: [[[{ text: label }]], [[{ text: value }]]],
    ...(total ? { total } : {}),
  });
  const rows = [
    ...(order.hours === undefined ? [] : [row('Effort', hours(order.hours))]),
    row('Price of this change', order.price ? money(order.price) : 'to be agreed'),
    ...(contracted
      ? [
          row('Contract value before this change', money(contracted.before)),
          row('Contract value with this change', money(contracted.after), true),
        ]
      : []),
  ];
  const columns = [
    { title: 'Item', align: 'left' },
    { title: 'Net of tax', align: 'right', share: 0.3 },
  ] as const;
  return [heading(1, 'Price'), { kind: 'table', columns, rows }];
}

function signatureBlocks({ order, deal, records, firm }: ChangeOrderFacts): readonly Block[] {
  const client = records.get('account', deal.account)?.name ?? deal.name;
  const signer = records.get('contact', order.requestedBy)?.name;
  const decider = isUndecided(order) ? undefined : joinedPerson(records, order.decidedBy)?.name;
  return [
    heading(1, 'Agreement'),
    paragraph('Everything else in the contract stays as it is. Work on this change begins once both sides have signed.'),
    {
      kind: 'signatures',
      parties: [
        { firm: firm.name, ...(decider ? { name: decider } : {}) },
        { firm: client, ...(signer ? { name: signer } : {}) },
      ],
    },
  ];
}
