import type { CalendarDateText, Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Records } from '#shared/records/records';
import type { ChangeOrder, Deal, Milestone, Person, Ticket } from '#shared/records/registry';
import { accepted, type DeliverableKind, kindOfDeliverable } from '#shared/ticket/deliverable';
import { hoursOfTicket } from '#shared/ticket/hours';
import { byDue, isOpenTicket } from '#shared/ticket/ticket-kind';
import type { LiveRecords } from '../workspace';
import { dealFees } from './money';

/** A ticket with what boards and tables show beside it, so that no card has to look anything up. */
export interface TicketRow {
  readonly ticket: Ticket;
  readonly deal: Deal | undefined;
  /** Whose it is, somebody who joined since as whom they joined. */
  readonly owner: Person | undefined;
  readonly hours: number;
  readonly clashes: boolean;
}

function ticketRow(records: LiveRecords, ticket: Ticket): TicketRow {
  return {
    ticket,
    deal: records.get('deal', ticket.deal),
    owner: joinedPerson(records, ticket.owner),
    hours: hoursOfTicket(records, ticket.id),
    clashes: records.clashing(ticket.id).length > 0,
  };
}

/** All work of a deal, before and after the signature, in the order in which it is due. */
export const ticketsOfDeal = (records: LiveRecords, deal: Id<'deal'>): readonly TicketRow[] =>
  records
    .of('ticket', 'deal', deal)
    .toSorted(byDue)
    .map((ticket) => ticketRow(records, ticket));

/** The work of every deal that somebody still works on; what is done too, so that it can be looked up. */
export const ticketsOfAllDeals = (records: LiveRecords): readonly TicketRow[] =>
  records
    .all('ticket')
    .filter(({ deal }) => isLive(records.get('deal', deal)))
    .toSorted(byDue)
    .map((ticket) => ticketRow(records, ticket));

/** Nobody works on for what was lost or put away. */
const isLive = (deal: Deal | undefined): boolean => deal !== undefined && !deal.archived && deal.phase !== 'lost';

export const isOwnedBy = ({ owner, ticket }: TicketRow, me: Id<'person'>): boolean => (owner?.id ?? ticket.owner) === me;

/** What somebody has to do, whatever the deal, the most urgent first. Work on a deal that is on hold waits with it. */
export const openTicketsOf = (records: LiveRecords, me: Id<'person'>): readonly TicketRow[] =>
  ticketsOfAllDeals(records).filter((row) => isOpenTicket(row.ticket) && isOwnedBy(row, me) && row.deal?.phase !== 'on hold');

/** What waits for a word of somebody. */
export interface ToDecide {
  /** Values that people set without seeing each other. */
  readonly clashes: number;
  /** Among them those that hold up signing, sending or billing. */
  readonly required: number;
  readonly changeOrders: readonly ChangeOrder[];
  /** Reached, with a fee that is not billed yet. */
  readonly readyToBill: readonly Milestone[];
}

/** On one's own deals; partners decide on all of them, and finance bills all of them. */
export function toDecide(records: LiveRecords, me: Id<'person'>, today: CalendarDateText): ToDecide {
  const roles = records.get('person', me)?.roles ?? [];
  const seesAll = roles.includes('partner') || roles.includes('finance');
  const isMine = (id: Id<'deal'>): boolean => {
    const deal = records.get('deal', id);
    return isLive(deal) && (seesAll || [deal?.ae, deal?.presalesLead, deal?.pm].some((one) => joinedPerson(records, one)?.id === me));
  };
  const clashes = records.clashes();
  return {
    clashes: clashes.length,
    required: clashes.filter(({ review }) => review === 'required').length,
    changeOrders: records
      .all('changeOrder')
      .filter(({ status, deal }) => (status === 'requested' || status === 'submitted') && isMine(deal)),
    readyToBill: records.all('milestone').filter((milestone) => isMine(milestone.deal) && isReadyToBill(records, milestone, today)),
  };
}

/** As the money of the deal has it: drafts bill nothing yet, and what a credit note took back is ready again. */
const isReadyToBill = (records: LiveRecords, { id, deal, reachedAt, fee }: Milestone, today: CalendarDateText): boolean =>
  reachedAt !== undefined &&
  fee !== undefined &&
  (dealFees(records, deal, today)?.readyItems.some((item) => item.kind === 'milestone' && item.record === id) ?? false);

/** Something of the deal that a ticket could show, with the status that says whether it counts. */
export interface Showable {
  readonly id: NonNullable<Ticket['deliverable']>;
  readonly kind: DeliverableKind;
}

/** Everything on the deal that is of a kind which the ticket is to deliver, newest first. Scope lines apart: there may be several. */
export function showableFor(records: Records, ticket: Ticket): readonly Showable[] {
  const wanted = accepted(ticket);
  const found = (['moment', 'blueprint', 'proposal', 'milestone', 'decision', 'changeOrder'] as const).flatMap(
    (type) => records.of(type, 'deal', ticket.deal) as readonly { readonly id: Showable['id'] }[],
  );
  return found.toReversed().flatMap(({ id }) => {
    const kind = kindOfDeliverable(id, records);
    return kind && (wanted.includes(kind) || (kind === 'file' && wanted.includes('message'))) ? [{ id, kind }] : [];
  });
}
