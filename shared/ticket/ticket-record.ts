import { instantOfAt } from '../ledger/clock';
import type { Entry } from '../ledger/entry';
import { isCreation, tellHistory, type ToldEntry } from '../records/act-label';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Decision, Moment, Question, Ticket } from '../records/registry';
import type { Wording } from '../records/value-text';

/** One thing in the record of a ticket: by whom, when, and what it was. */
export type TicketItem = {
  readonly id: string;
  /** An instant; empty where its entry has not arrived. */
  readonly at: string;
  readonly by: Id<'person'> | undefined;
} & (
  | { readonly kind: 'asked'; readonly question: Question }
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'noted'; readonly moment: Moment }
  | { readonly kind: 'did'; readonly told: ToldEntry }
);

/**
 * The record of a ticket, oldest first: what was asked and answered, what was decided, what was noted and filed, and
 * every step of the ticket itself. `entries` are the history of its deal in effective-time order.
 */
export function ticketRecord(ticket: Ticket, entries: readonly Entry[], records: Records, wording: Wording): readonly TicketItem[] {
  const makers = makersOf(entries);
  const made = (id: string) => ({ id, at: at(makers.get(id)), by: makers.get(id)?.by as Id<'person'> | undefined });
  const items: TicketItem[] = [
    ...records.of('question', 'about', ticket.id).map((question) => ({ ...made(question.id), kind: 'asked' as const, question })),
    ...records.of('decision', 'ticket', ticket.id).map((decision) => ({ ...made(decision.id), kind: 'decided' as const, decision })),
    ...records
      .of('moment', 'about', ticket.id)
      .filter(({ answers }) => answers === undefined)
      .map((moment) => ({ ...made(moment.id), at: moment.at, kind: 'noted' as const, moment })),
    ...steps(ticket, entries, wording),
  ];
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Which entry made each record. */
function makersOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const makers = new Map<string, Entry>();
  for (const entry of entries) {
    for (const edit of entry.edits) if (isCreation(edit) && !makers.has(edit.record)) makers.set(edit.record, entry);
  }
  return makers;
}

const at = (entry: Entry | undefined): string => (entry ? instantOfAt(entry.at) : '');

function steps(ticket: Ticket, entries: readonly Entry[], wording: Wording): readonly TicketItem[] {
  const own = entries.filter(({ edits }) => edits.some(({ record }) => record === ticket.id));
  return tellHistory(own, wording).map((told) => ({
    kind: 'did',
    id: told.entry.id,
    at: instantOfAt(told.entry.at),
    by: told.entry.by as Id<'person'>,
    told,
  }));
}
