import type { RecordId } from '../ledger/entry';
import type { Records } from '../records/records';
import { refFields, typeOf, type RecordOf, type RecordType } from '../records/registry';
import { PRE_SALE_TICKETS } from '../records/ticket';

/** Where in the course of a deal a record stands, from the first words to the money. */
export const STAGES = [
  'words',
  'promise',
  'change order',
  'pre-sale work',
  'scope',
  'offer',
  'work package',
  'delivery',
  'milestone',
  'time',
  'invoice',
  'payment',
] as const;
export type Stage = (typeof STAGES)[number];

/** A record at a stage. A scope line stands at two, before and after the signature, and is one record. */
export type TraceKey = `${Stage}/${RecordId}`;

/** `effect` came of `cause`. */
export interface Link {
  readonly cause: TraceKey;
  readonly effect: TraceKey;
}

type Ticket = RecordOf<'ticket'>;

const TYPES = [
  'moment',
  'question',
  'commitment',
  'concession',
  'objection',
  'decision',
  'constraint',
  'priority',
  'changeOrder',
  'ticket',
  'scopeLine',
  'proposalLine',
  'milestone',
  'timeEntry',
  'invoiceLine',
  'payment',
] as const satisfies readonly RecordType[];
/** What a trace is made of. A proposal stands in it by its lines, an invoice by its own. */
export type TracedType = (typeof TYPES)[number];
type TracedRecord = { [T in TracedType]: RecordOf<T> }[TracedType];

const isTraced = (type: string): type is TracedType => (TYPES as readonly string[]).includes(type);

const key = (stage: Stage, id: RecordId): TraceKey => `${stage}/${id}`;
export const recordOfKey = (of: TraceKey): RecordId => of.slice(of.indexOf('/') + 1) as RecordId;
export const stageOfKey = (of: TraceKey): Stage => of.slice(0, of.indexOf('/')) as Stage;

const STAGE_OF: Readonly<Record<Exclude<TracedType, 'ticket' | 'scopeLine'>, Stage>> = {
  moment: 'words',
  question: 'words',
  commitment: 'promise',
  concession: 'promise',
  objection: 'promise',
  decision: 'promise',
  constraint: 'promise',
  priority: 'promise',
  changeOrder: 'change order',
  proposalLine: 'offer',
  milestone: 'milestone',
  timeEntry: 'time',
  invoiceLine: 'invoice',
  payment: 'payment',
};

const isPreSale = ({ kind }: Ticket): boolean => (PRE_SALE_TICKETS as readonly string[]).includes(kind);

/** The places at which a record stands in a trace; of a reference whose record is not here too. None for nouns outside of it. */
export function keysOf(id: RecordId, records: Records): readonly TraceKey[] {
  const type = typeOf(id);
  if (type === 'proposal') return records.of('proposalLine', 'proposal', id).flatMap((line) => keysOf(line.id, records));
  if (type === 'invoice') return records.of('invoiceLine', 'invoice', id).flatMap((line) => keysOf(line.id, records));
  if (type === undefined || !isTraced(type)) return [];
  if (type === 'scopeLine') return [key('scope', id), key('work package', id)];
  if (type !== 'ticket') return [key(STAGE_OF[type], id)];
  const ticket = records.get('ticket', id);
  return [key(ticket && isPreSale(ticket) ? 'pre-sale work' : 'delivery', id)];
}

/** Where a record stands as a cause of what is before the signature, or as what came of it. */
const before = (id: RecordId, records: Records): readonly TraceKey[] => keysOf(id, records).slice(0, 1);
const after = (id: RecordId, records: Records): readonly TraceKey[] => keysOf(id, records).slice(-1);

const from = (causes: readonly TraceKey[], effects: readonly TraceKey[]): readonly Link[] =>
  causes.flatMap((cause) => effects.map((effect) => ({ cause, effect })));

type LinksOf = { readonly [T in TracedType]: (record: RecordOf<T>, records: Records) => readonly Link[] };

/** The links that a record itself says: by its references, and by those that follow from where it stands. */
const LINKS: LinksOf = {
  moment: (moment, records) => [
    ...came(moment.id, [moment.answers], records),
    ...(moment.about === undefined ? [] : from(before(moment.id, records), before(moment.about, records))),
  ],
  question: () => [],
  commitment: (commitment, records) => [
    ...came(commitment.id, [commitment.sourceMoment, commitment.worksAround], records),
    ...led(commitment.id, [commitment.scopeLine], records),
  ],
  concession: ({ id, sourceMoment }, records) => came(id, [sourceMoment], records),
  objection: ({ id, sourceMoment, ledTo }, records) => [...came(id, [sourceMoment], records), ...led(id, [ledTo], records)],
  decision: ({ id, sourceMoment }, records) => came(id, [sourceMoment], records),
  constraint: ({ id, sourceMoment }, records) => came(id, [sourceMoment], records),
  priority: ({ id, sourceMoment }, records) => came(id, [sourceMoment], records),
  changeOrder: ({ id, sourceMoment }, records) => came(id, [sourceMoment], records),
  ticket: (ticket, records) => [
    ...came(ticket.id, [ticket.commitment, ticket.changeOrder === ticket.deliverable ? undefined : ticket.changeOrder], records),
    ...led(ticket.id, [ticket.deliverable, ...(isPreSale(ticket) ? [ticket.scopeLine, ...ticket.deliverableLines] : [])], records),
    ...(isPreSale(ticket) || ticket.scopeLine === undefined ? [] : from(after(ticket.scopeLine, records), after(ticket.id, records))),
  ],
  scopeLine: (line, records) => [
    ...came(line.id, [line.sourceMoment, line.changeOrder, ...line.touches], records),
    ...(isOffered(line.id, records) ? [] : from(before(line.id, records), after(line.id, records))),
  ],
  proposalLine: (line, records) => [
    ...came(line.id, [line.scopeLine, line.concession], records),
    ...(line.scopeLine !== undefined && isSent(line, records) ? from(before(line.id, records), after(line.scopeLine, records)) : []),
    ...led(line.id, milestonesOf(line, records), records),
  ],
  milestone: () => [],
  timeEntry: (entry, records) => [
    ...from(
      [entry.ticket, entry.scopeLine].flatMap((id) => (id === undefined ? [] : after(id, records))),
      after(entry.id, records),
    ),
    ...led(entry.id, [entry.invoiceLine], records),
  ],
  invoiceLine: (line, records) =>
    from(
      [line.scopeLine, line.milestone, line.changeOrder].flatMap((id) => (id === undefined ? [] : after(id, records))),
      after(line.id, records),
    ),
  payment: (payment, records) => from(keysOf(payment.invoice, records), after(payment.id, records)),
};

type Reference = RecordId | undefined;

/** The record came of those that it names. */
const came = (id: RecordId, causes: readonly Reference[], records: Records): readonly Link[] =>
  from(
    causes.flatMap((cause) => (cause === undefined ? [] : before(cause, records))),
    before(id, records),
  );

/** The record led to those that it names; a proposal is led to by each of its lines. */
const led = (id: RecordId, effects: readonly Reference[], records: Records): readonly Link[] =>
  from(
    before(id, records),
    effects.flatMap((effect) =>
      effect === undefined ? [] : typeOf(effect) === 'proposal' ? keysOf(effect, records) : before(effect, records),
    ),
  );

const isSent = (line: RecordOf<'proposalLine'>, records: Records): boolean =>
  (records.get('proposal', line.proposal)?.status ?? 'draft') !== 'draft';

const isOffered = (scopeLine: RecordId, records: Records): boolean =>
  records.of('proposalLine', 'scopeLine', scopeLine).some((line) => isSent(line, records));

/** What was accepted is paid by the milestones of its deal, whichever line they name. */
function milestonesOf(line: RecordOf<'proposalLine'>, records: Records): readonly RecordId[] {
  const proposal = records.get('proposal', line.proposal);
  if (proposal?.status !== 'accepted') return [];
  return records.of('milestone', 'deal', proposal.deal).map(({ id }) => id);
}

/** Every reference between nouns of a trace: holder and field, by the noun referred to. */
const REFERRERS: ReadonlyMap<string, readonly { readonly type: TracedType; readonly field: string }[]> = referrers();

function referrers(): ReadonlyMap<string, readonly { readonly type: TracedType; readonly field: string }[]> {
  const found = new Map<string, { readonly type: TracedType; readonly field: string }[]>();
  for (const type of TYPES)
    for (const { field, to } of refFields(type)) for (const noun of to) found.set(noun, [...(found.get(noun) ?? []), { type, field }]);
  return found;
}

const referring = (id: RecordId, records: Records): readonly TracedRecord[] =>
  (REFERRERS.get(typeOf(id) ?? '') ?? []).flatMap(({ type, field }) => records.of(type, field as never, id) as readonly TracedRecord[]);

/** Records whose links may touch the record although they name it only by way of a proposal, an invoice or the deal. */
function byWay(id: RecordId, records: Records): readonly TracedRecord[] {
  const line = records.get('proposalLine', id);
  if (line) return records.of('ticket', 'deliverable', line.proposal);
  const invoiced = records.get('invoiceLine', id);
  if (invoiced) return records.of('payment', 'invoice', invoiced.invoice);
  const milestone = records.get('milestone', id);
  if (!milestone) return [];
  return records.of('proposal', 'deal', milestone.deal).flatMap((proposal) => records.of('proposalLine', 'proposal', proposal.id));
}

const linksOf = <T extends TracedType>(record: RecordOf<T>, records: Records): readonly Link[] => {
  const type = typeOf(record.id) as T;
  return LINKS[type](record, records);
};

/** Every link at a place of the trace, whichever of the two records says it. */
export function linksAt(place: TraceKey, records: Records): readonly Link[] {
  const id = recordOfKey(place);
  const type = typeOf(id);
  const own = type && isTraced(type) ? records.get(type, id) : undefined;
  // What an archived record came of is still told from where something names it.
  const told = [...(own ? [own] : []), ...referring(id, records), ...byWay(id, records)];
  const links = told.flatMap((record) => linksOf(record, records));
  return links.filter(({ cause, effect }) => cause !== effect && (cause === place || effect === place));
}
