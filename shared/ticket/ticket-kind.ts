import { isSignedDeal } from '../deal/phase';
import type { CalendarDateText } from '../records/define-record';
import type { Deal, Ticket } from '../records/registry';
import { DELIVERY_TICKETS, PRE_SALE_TICKETS, type TICKET_STATUSES } from '../records/ticket';

export type TicketKind = Ticket['kind'];
export type PreSaleKind = (typeof PRE_SALE_TICKETS)[number];
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Somebody still has to do something. */
export const OPEN_STATUSES = ['open', 'in progress', 'waiting'] as const satisfies readonly TicketStatus[];
export type OpenStatus = (typeof OPEN_STATUSES)[number];

export const isOpenStatus = (status: string): status is OpenStatus => (OPEN_STATUSES as readonly string[]).includes(status);

/** Neither done nor dropped. */
export const isOpenTicket = ({ status }: Pick<Ticket, 'status'>): boolean => isOpenStatus(status);

/** Work of the sale: gathering, scoping, drawing, offering. */
export const isPreSaleKind = (kind: TicketKind): kind is PreSaleKind => (PRE_SALE_TICKETS as readonly string[]).includes(kind);

/** Open after the day by which it was to be done. */
export const isOverdue = (ticket: Pick<Ticket, 'status' | 'due'>, today: CalendarDateText): boolean =>
  isOpenTicket(ticket) && ticket.due !== undefined && ticket.due < today;

/** What can be opened on a deal: nobody delivers before the signature, though anybody may be asked something. */
export function kindsFor(deal: Deal): readonly TicketKind[] {
  return isSignedDeal(deal) ? [...DELIVERY_TICKETS, ...PRE_SALE_TICKETS] : [...PRE_SALE_TICKETS, 'question'];
}

/** Something that is to be done by a day: a ticket, a question. */
interface Waiting {
  readonly id: string;
  readonly due?: CalendarDateText;
}

/** In the order in which they are to be done: the earliest day first, those without a day last. */
export function byDue(a: Waiting, b: Waiting): number {
  const [first, second] = [a.due ?? NO_DAY, b.due ?? NO_DAY];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
}

/** Sorts behind every date. */
const NO_DAY = '~';
