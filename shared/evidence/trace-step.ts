import type { RecordId } from '../ledger/entry';
import type { Id, InstantText, MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { AnyRecord, RecordOf, RecordType } from '../records/registry';
import { definitionOf, typeOf } from '../records/registry';
import { recordTitle } from '../records/title';
import { recordAt, type TraceNode } from './trace';
import { t } from '../values/texts';

/** Words of somebody, and where they stand: in the body or subject of a moment. */
export interface QuotedWords {
  readonly text: string;
  readonly moment?: Id<'moment'>;
  /** UTF-16 units into the body; absent: they are the subject's, or nobody noted where they stand. */
  readonly start?: number;
}

/** A record of a trace as a person reads it. Values stay values: whoever shows them knows the reader's locale. */
export interface TraceStep {
  readonly node: TraceNode;
  /** What it is: "Commitment", "Work package". */
  readonly kind: string;
  readonly title: string;
  readonly status?: string;
  /** A day or an instant. */
  readonly on?: InstantText;
  readonly who: readonly Id<'person' | 'contact'>[];
  /** For a moment whose people are not known here, as the message names them. */
  readonly from?: string;
  readonly quote?: QuotedWords;
  readonly money?: MoneyValue;
  readonly hours?: number;
  /** The record on whose screen it is seen, where that is another one: a proposal of its line. */
  readonly within?: RecordId;
}

type Told = Omit<TraceStep, 'node' | 'kind' | 'title'> & { readonly kind?: string; readonly title?: string };
type Tells = { readonly [T in RecordType]?: (record: RecordOf<T>, records: Records, node: TraceNode) => Told };

const SHORTEST = 400;

const TELLS: Tells = {
  moment: ({ at, people, contacts, from, kind }) => ({ on: at, who: [...contacts, ...people], kind: KINDS[kind], ...(from && { from }) }),
  question: ({ askedBy, to, answeredAt }) => ({
    status: answeredAt ? 'answered' : 'open',
    who: [askedBy, to].filter((one) => one !== undefined),
    ...(answeredAt && { on: answeredAt }),
  }),
  commitment: (made) => ({
    status: made.decision === 'open' ? 'undecided' : made.decision,
    who: [made.madeBy, made.madeTo].filter((one) => one !== undefined),
    ...(made.madeAt && { on: made.madeAt }),
    ...quoteOf(made),
  }),
  concession: (given) => ({ who: given.approvedBy ? [given.approvedBy] : [], ...quoteOf(given) }),
  objection: (raised) => ({
    who: raised.raisedBy ? [raised.raisedBy] : [],
    status: raised.resolvedAt ? 'resolved' : 'open',
    ...quoteOf(raised),
  }),
  decision: (decided) => ({ who: [], ...quoteOf(decided) }),
  constraint: (set) => ({ who: set.by ? [set.by] : [], status: set.strength, ...quoteOf(set) }),
  priority: (cared) => ({ who: cared.contact ? [cared.contact] : [], ...quoteOf(cared) }),
  changeOrder: (asked) => ({
    status: asked.status,
    who: [asked.requestedBy, asked.decidedBy].filter((one) => one !== undefined),
    ...(asked.requestedAt && { on: asked.requestedAt }),
    ...(asked.price && { money: asked.price }),
    ...quoteOf(asked),
  }),
  ticket: ({ kind, status, owner, due }) => ({ kind: capital(kind), status, who: owner ? [owner] : [], ...(due && { on: due }) }),
  scopeLine: (line, records, { stage }) =>
    stage === 'work package'
      ? {
          kind: records.get('deal', line.deal)?.signedAt ? 'Work package' : 'Scope line, not signed yet',
          status: line.status,
          who: [],
          ...(line.plannedHours !== undefined && { hours: line.plannedHours }),
        }
      : { who: [], ...(line.price && { money: line.price }), ...quoteOf(line) },
  proposalLine: (line, records) => {
    const proposal = records.get('proposal', line.proposal);
    const on = proposal?.acceptedAt ?? proposal?.sentAt;
    return {
      kind: proposal ? `Line of proposal ${proposal.version}` : 'Line of a proposal that is not here',
      title: line.text?.trim() || titleOf(line.scopeLine, records),
      who: proposal?.acceptedBy ? [proposal.acceptedBy] : [],
      within: line.proposal,
      ...(proposal && { status: proposal.status }),
      ...(on && { on }),
      ...(line.price && { money: line.price }),
    };
  },
  milestone: ({ due, reachedAt, fee, acceptedBy }) => ({
    status: reachedAt ? 'reached' : 'due',
    who: acceptedBy ? [acceptedBy] : [],
    ...((reachedAt ?? due) && { on: (reachedAt ?? due) as string }),
    ...(fee && { money: fee }),
  }),
  timeEntry: ({ person, date, hours, activity, note }) => ({
    on: date,
    hours,
    who: [person],
    status: activity,
    title: note ?? capital(activity),
  }),
  invoiceLine: ({ invoice, net, text }, records) => {
    const held = records.get('invoice', invoice);
    const noun = held?.kind === 'credit note' ? t('credit note') : 'invoice';
    return {
      kind: held ? `Line of ${noun} ${held.number}` : 'Line of an invoice that is not here',
      title: text?.trim() || t('Without text'),
      who: [],
      money: net,
      ...(held?.issuedAt && { on: held.issuedAt }),
    };
  },
  payment: ({ paidAt, amount, invoice }, records) => ({
    who: [],
    on: paidAt,
    money: amount,
    title: t('Paid {{number}}', { number: records.get('invoice', invoice)?.number ?? t('an invoice that is not here') }),
  }),
};

const KINDS: Readonly<Record<RecordOf<'moment'>['kind'], string>> = {
  'e-mail': 'E-mail',
  call: t('Call'),
  meeting: t('Meeting'),
  chat: t('Chat'),
  note: t('Note'),
  file: t('File'),
};

/** What a node of a trace says. Missing records say that they are missing. */
export function stepOf(node: TraceNode, records: Records): TraceStep {
  const record = recordAt(node.id, records);
  const type = typeOf(node.id);
  const kind = (type && definitionOf(type).label) ?? t('Record');
  if (!record || !type) return { node, kind, title: t('Link missing: what it names is not in this workspace'), who: [] };
  const tell = TELLS[type] as ((record: AnyRecord, records: Records, node: TraceNode) => Told) | undefined;
  return { node, kind, title: recordTitle(record), who: [], ...tell?.(record, records, node) };
}

function quoteOf(record: { readonly quote?: string; readonly quoteStart?: number; readonly sourceMoment?: Id<'moment'> }): {
  readonly quote?: QuotedWords;
} {
  const { quote, quoteStart, sourceMoment } = record;
  if (!quote?.trim()) return {};
  return {
    quote: {
      text: quote,
      ...(sourceMoment && { moment: sourceMoment }),
      ...(quoteStart !== undefined && { start: quoteStart }),
    },
  };
}

const titleOf = (id: RecordId | undefined, records: Records): string => {
  const record = id && recordAt(id, records);
  return record ? recordTitle(record) : t('Without text');
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of a moment as far as a trace shows them. */
export function wordsOfMoment({ body = '' }: RecordOf<'moment'>): string {
  const text = body.replace(/\s+/gu, ' ').trim();
  return text.length <= SHORTEST ? text : `${text.slice(0, text.lastIndexOf(' ', SHORTEST))} …`;
}
