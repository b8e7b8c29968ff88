import type { Command } from '../ledger/command';
import type { Id } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { Deal, Person, Ticket } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import { deliverableState, type Shown } from './deliverable';
import type { TicketError, Undecided } from './ticket-error';
import { isOpenStatus, isOpenTicket, kindsFor, type OpenStatus } from './ticket-kind';
import { t } from '../values/texts';

type Decided = Result<Command, TicketError>;

/** Opens a ticket on a deal. It belongs to a kind of work that the deal's side of the signature knows. */
export function openTicket(id: Id<'ticket'>, deal: Deal, values: Values<'ticket'>): Decided {
  const title = values.title?.trim();
  if (!title) return err({ message: t('Say what is to be done.') });
  if (!values.kind) return err({ message: t('Choose what kind of work it is.') });
  if (!kindsFor(deal).includes(values.kind))
    return err({ message: t('There is no {{kind}} before the signature. Choose a kind of pre-sale work.', { kind: values.kind }) });
  if (values.kind === 'escalation' && !values.about) return err({ message: t('Say what the escalation is about.') });
  if (values.due && !isDate(values.due)) return err({ message: t('The day must be a date like 2026-11-22.') });
  return ok(createRecord('ticket', id, { status: 'open', ...values, title, deal: deal.id }));
}

/** Hands a ticket to somebody, of sales or of delivery, or to nobody. Who has left is not asked. */
export function assignTicket(ticket: Ticket, owner: Person | undefined): Decided {
  if (owner && !owner.active) return err({ message: t('{{name}} has left. Choose somebody who is here.', { name: owner.name }) });
  if (owner?.id === ticket.owner)
    return err({ message: owner ? t('It is {{name}}’s already.', { name: owner.name }) : t('It is nobody’s already.') });
  return ok(editRecord('ticket', ticket, { owner: owner?.id ?? null }, { act: 'ticket.assign' }));
}

/** Starts it, lays it down or lets it wait. What is over is reopened, with a reason. */
export function moveTicket(ticket: Ticket, to: OpenStatus, undecided: Undecided): Decided {
  const open = unsettled(ticket, undecided);
  if (open) return err(open);
  if (!isOpenTicket(ticket)) return err({ message: t('It is {{status}}. Reopen it, and say why.', { status: ticket.status }) });
  if (ticket.status === to) return err({ message: t('It is {{to}} already.', { to }) });
  return ok(editRecord('ticket', ticket, { status: to }, { act: 'ticket.move' }));
}

/** What closing a ticket may bring along. */
export interface Closing {
  /** What there is to show, where it is not yet linked; as the ticket has it where it is left out. */
  readonly shown?: Shown;
  /** Why it is done, where it is done without a deliverable; what came of it, where there is one. */
  readonly outcome?: string;
}

/**
 * Done. There is something to show for it that counts (an approved blueprint, not a draft), or a reason in words why
 * there is not.
 */
export function closeTicket(ticket: Ticket, { shown = ticket, outcome }: Closing, records: Records, undecided: Undecided): Decided {
  const open = unsettled(ticket, undecided);
  if (open) return err(open);
  if (!isOpenTicket(ticket)) return err({ message: t('It is {{status}} already.', { status: ticket.status }) });
  const state = deliverableState(ticket, records, undecided, shown);
  const reason = (outcome ?? ticket.outcome ?? '').trim();
  if (state.kind !== 'ready' && !reason) return err({ message: state.message });
  const { deliverable = null, deliverableLines } = shown;
  const values = { status: 'done' as const, deliverable, deliverableLines, ...(reason ? { outcome: reason } : {}) };
  return ok(editRecord('ticket', ticket, values, { act: 'ticket.close' }));
}

/** Not done, and it will not be. The reason stays with it. */
export function dropTicket(ticket: Ticket, { why }: { readonly why: string }, undecided: Undecided): Decided {
  const open = unsettled(ticket, undecided);
  if (open) return err(open);
  if (!isOpenTicket(ticket)) return err({ message: t('It is {{status}} already.', { status: ticket.status }) });
  if (!why.trim()) return err({ message: t('Say why nobody will do it.') });
  return ok(editRecord('ticket', ticket, { status: 'dropped', outcome: why.trim() }, { act: 'ticket.drop' }));
}

/** Takes up again what was done or dropped. What was said of it then stays in its history. */
export function reopenTicket(ticket: Ticket, { why, to = 'open' }: { readonly why: string; readonly to?: OpenStatus }): Decided {
  if (isOpenStatus(ticket.status)) return err({ message: t('It is open already.') });
  if (!why.trim()) return err({ message: t('Say why it is opened again.') });
  const values = { status: to, outcome: null, ...(ticket.closedAt ? { closedAt: null } : {}) };
  return ok(editRecord('ticket', ticket, values, { act: 'ticket.reopen', why: why.trim() }));
}

/** What a person must say before a ticket can be moved to a status. */
export type TicketFactsNeeded = 'nothing' | 'deliverable' | 'cause' | 'reason to drop' | 'reason to reopen';

/** Drag, menu and keys: what to ask before a ticket goes there. */
export function ticketFactsNeeded(ticket: Ticket, to: Ticket['status'], records: Records, undecided: Undecided): TicketFactsNeeded {
  if (to === 'dropped') return 'reason to drop';
  // What caused an incident, whose doing it was and since when it is over is told wherever it is closed.
  if (to === 'done' && ticket.kind === 'incident') return 'cause';
  if (to === 'done') return closeTicket(ticket, {}, records, undecided).ok ? 'nothing' : 'deliverable';
  return isOpenTicket(ticket) ? 'nothing' : 'reason to reopen';
}

function unsettled(ticket: Ticket, undecided: Undecided): TicketError | undefined {
  return undecided(ticket.id).includes('status')
    ? { message: t('Two people changed the status offline. Choose the right value first.') }
    : undefined;
}
