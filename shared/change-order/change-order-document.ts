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
import { t } from '../values/texts';

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
  const revision = order.revision === undefined ? 'draft' : t('revision {{revision}}', { revision: order.revision });
  const name = t('Change order {{number}}, {{revision}}', { number, revision });
  return {
    title: order.title,
    subtitle: t('Change order {{number}}', { number }),
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
  const revision = order.revision === undefined ? t('draft of {{today}}', { today: date(today) }) : String(order.revision);
  return present([
    [t('Client'), deal.department ? `${client}, ${deal.department}` : client],
    [t('Contract'), [deal.name, deal.signedAt && t('signed {{signedAt}}', { signedAt: date(deal.signedAt) })].filter(Boolean).join(', ')],
    [t('From'), [firm.name, joinedPerson(records, deal.pm)?.name].filter(Boolean).join(', ')],
    [t('Number'), String(number)],
    [t('Revision'), order.submittedAt && order.revision !== undefined ? `${revision}, ${date(order.submittedAt)}` : revision],
    [t('Requested by'), requested],
  ]);
}

const draftNote = ({ revision }: ChangeOrder): readonly Block[] =>
  revision === undefined
    ? [{ kind: 'note', runs: [{ text: t('Draft. '), bold: true }, { text: t('This is work in progress and not an offer.') }] }]
    : [];

function changeBlocks({ order, records, firm }: ChangeOrderFacts): readonly Block[] {
  const { date } = offerWording(firm.language);
  const moment = records.get('moment', order.sourceMoment);
  const changed = records.get('scopeLine', order.scopeLine);
  const source = [records.get('contact', order.requestedBy)?.name, moment && date(moment.at.slice(0, 10))].filter(Boolean).join(', ');
  const packages = linesAddedBy(records, order);
  return [
    heading(1, t('What changes')),
    ...(order.detail ? paragraphsOf(order.detail) : [paragraph(order.title)]),
    ...(changed ? [paragraph(t('It changes “{{title}}” of the agreed scope.', { title: changed.title }))] : []),
    ...(order.quote && order.quote.trim() !== order.detail?.trim() ? [{ kind: 'quote' as const, text: order.quote, source }] : []),
    ...(packages.length > 0
      ? [
          paragraph(t('It adds to the scope of work:')),
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
    ...(order.hours === undefined ? [] : [row(t('Effort'), hours(order.hours))]),
    row(t('Price of this change'), order.price ? money(order.price) : t('to be agreed')),
    ...(contracted
      ? [
          row(t('Contract value before this change'), money(contracted.before)),
          row(t('Contract value with this change'), money(contracted.after), true),
        ]
      : []),
  ];
  const columns = [
    { title: t('Item'), align: 'left' },
    { title: t('Net of tax'), align: 'right', share: 0.3 },
  ] as const;
  return [heading(1, t('Price')), { kind: 'table', columns, rows }];
}

function signatureBlocks({ order, deal, records, firm }: ChangeOrderFacts): readonly Block[] {
  const client = records.get('account', deal.account)?.name ?? deal.name;
  const signer = records.get('contact', order.requestedBy)?.name;
  const decider = isUndecided(order) ? undefined : joinedPerson(records, order.decidedBy)?.name;
  return [
    heading(1, t('Agreement')),
    paragraph(t('Everything else in the contract stays as it is. Work on this change begins once both sides have signed.')),
    {
      kind: 'signatures',
      parties: [
        { firm: firm.name, ...(decider ? { name: decider } : {}) },
        { firm: client, ...(signer ? { name: signer } : {}) },
      ],
    },
  ];
}
