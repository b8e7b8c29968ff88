import { EVERYONE } from './access';
import { choice, date, defineRecord, link, members, number, ref, text } from './define-record';
import { ofDeal, PARTIES, place, quote, quoteStart, sourceMoment } from './recurring-fields';

export const PRE_SALE_TICKETS = ['information gathering', 'scoping', 'blueprint design', 'proposal construction'] as const;
export const DELIVERY_TICKETS = ['work package', 'incident', 'question', 'escalation'] as const;
export const TICKET_STATUSES = ['open', 'in progress', 'waiting', 'done', 'dropped'] as const;

/** What work can have to show for itself. Which of them count for which kind of ticket: shared/ticket/deliverable.ts. */
export const DELIVERABLES = ['file', 'scope lines', 'blueprint', 'proposal', 'milestone', 'decision', 'change order', 'message'] as const;

/** A piece of work with an owner and something to show for it, before or after the signature. */
export const ticket = defineRecord({
  type: 'ticket',
  label: 'Ticket',
  plural: 'Tickets',
  ledger: 'team',
  writers: EVERYONE,
  fields: {
    title: text({ label: 'Title', merge: 'plain', required: true }),
    kind: choice([...PRE_SALE_TICKETS, ...DELIVERY_TICKETS] as const, { label: 'Kind', merge: 'plain', required: true }),
    deal: ofDeal,
    detail: text({ label: 'Detail', merge: 'longText', multiline: true }),
    owner: ref('person', { label: 'Owner', merge: 'plain' }),
    due: date({ label: 'Due', merge: 'plain' }),
    status: choice(TICKET_STATUSES, { label: 'Status', merge: 'guarded', required: true }),
    expects: choice(DELIVERABLES, { label: 'Expected deliverable', merge: 'plain', help: 'What there must be to show for it.' }),
    deliverable: link(['moment', 'scopeLine', 'blueprint', 'proposal', 'milestone', 'decision', 'changeOrder'], {
      label: 'Deliverable',
      merge: 'plain',
      help: 'What the work produced.',
    }),
    deliverableLines: members('scopeLine', {
      label: 'Lines delivered',
      merge: 'plain',
      help: 'The scope lines that the work wrote or did.',
    }),
    scopeLine: ref('scopeLine', { label: 'Scope line', merge: 'plain' }),
    changeOrder: ref('changeOrder', { label: 'Change order', merge: 'plain' }),
    commitment: ref('commitment', { label: 'Commitment', merge: 'plain', help: 'The promise that caused the work.' }),
    estimateHours: number({ label: 'Estimate', merge: 'plain', min: 0, unit: 'h' }),
    spentHours: number({
      label: 'Spent, by the project tool',
      merge: 'plain',
      min: 0,
      unit: 'h',
      internal: true,
      help: 'Imported. Hours that count for money are time entries.',
    }),
    severity: choice(['low', 'medium', 'high', 'critical'], { label: 'Severity', merge: 'plain' }),
    about: choice(['what was sold', 'quality', 'schedule', 'other'], { label: 'About', merge: 'plain', help: 'Of an escalation.' }),
    helper: ref('person', { label: 'Helper', merge: 'plain', help: 'The account executive who was pulled in.' }),
    openedAt: date({ label: 'Opened', merge: 'plain', help: 'Of an incident: when it was first seen.' }),
    closedAt: date({ label: 'Closed', merge: 'plain', internal: true }),
    reportedBy: ref('contact', { label: 'Reported by', merge: 'plain' }),
    cause: text({ label: 'Cause', merge: 'longText', multiline: true }),
    party: choice(PARTIES, { label: 'Caused by', merge: 'plain' }),
    sourceMoment,
    quote,
    quoteStart,
    outcome: text({ label: 'Outcome', merge: 'longText', multiline: true }),
    template: text({ label: 'Template', merge: 'plain', internal: true, help: 'The template that laid it out, as it was called then.' }),
    rank: place,
  },
});
