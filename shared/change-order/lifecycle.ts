import type { Change, Command } from '../ledger/command';
import { DECIDERS } from '../records/access';
import type { CalendarDateText, MoneyValue, Role } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { ChangeOrder, Person } from '../records/registry';
import { archiveRecord, setOf } from '../records/write';
import { isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import { addedLines, linesAddedBy, type NewLine } from './added-lines';
import { unsettled, type ChangeOrderError, type InView } from './change-order-error';
import { isUndecided } from './standing';
import { changedTerms, termsSaid, type Terms } from './terms';
import { t } from '../values/texts';

type Outcome = Result<Command, ChangeOrderError>;

/** Who decides, and on which day. */
export interface Deciding extends InView {
  readonly by: Person;
  readonly on: CalendarDateText;
}

/**
 * Puts a request before the client at a price. It freezes, and says every term again, so that this revision stands in the
 * history whole and an edit made offline meanwhile is a clash to settle and no silent change of what the client holds.
 */
export function submitChange(order: ChangeOrder, { on, ...view }: InView & { readonly on: CalendarDateText }): Outcome {
  const open = unsettled(order, view);
  if (open) return err(open);
  if (order.status === 'submitted') return err({ message: t('The client has it already. Revise it to change what it says.') });
  if (order.status !== 'requested')
    return err({ message: t('It is {{status}} already. Reopen it first, and say why.', { status: order.status }) });
  const problem = priceProblem(order.price);
  if (problem) return err({ message: problem });
  const values = { status: 'submitted' as const, submittedAt: on, revision: (order.revision ?? 0) + 1 };
  return ok(freezing('changeOrder.submit', order, values, termsSaid(order)));
}

/** Changes what was submitted: another revision, and those before it stay in the history as they were. */
export function reviseChange(order: ChangeOrder, terms: Terms, { on, ...view }: InView & { readonly on: CalendarDateText }): Outcome {
  const open = unsettled(order, view);
  if (open) return err(open);
  if (order.status === 'requested') return err({ message: t('Nothing was submitted yet: change the request itself.') });
  if (order.status !== 'submitted') return err({ message: t('It is {{status}}. Reopen it first, and say why.', { status: order.status }) });
  if (changedTerms(order, terms).length === 0) return err({ message: t('Nothing differs from the revision that the client has.') });
  if (terms.title !== undefined && !terms.title.trim()) return err({ message: t('Say in a few words what is asked for.') });
  const problem = priceProblem(terms.price === undefined ? order.price : (terms.price ?? undefined));
  if (problem) return err({ message: problem });
  const values = { submittedAt: on, revision: (order.revision ?? 1) + 1 };
  return ok(freezing('changeOrder.revise', order, values, termsSaid(order, terms)));
}

/** Takes back what was submitted: it is a request again. The revision stays in the history. */
export function withdrawChange(order: ChangeOrder, { why, ...view }: InView & { readonly why: string }): Outcome {
  const open = unsettled(order, view);
  if (open) return err(open);
  if (order.status !== 'submitted') return err({ message: t('Nothing lies with the client: it is {{status}}.', { status: order.status }) });
  if (!why.trim()) return err({ message: t('Say why it is taken back.') });
  return ok({ ...acting('changeOrder.withdraw', order, { status: 'requested', submittedAt: null }), why: why.trim() });
}

/**
 * The client pays for it: from now on it is part of what is contracted. Work that it adds becomes lines of scope in the same
 * act. The client has seen a price before, and that is the price: the terms are said again.
 */
export function billChange(
  records: Records,
  order: ChangeOrder,
  { lines = [], why, ...deciding }: Deciding & { readonly lines?: readonly NewLine[]; readonly why?: string },
): Outcome {
  const refusal = decisionRefusal(order, deciding);
  if (refusal) return err(refusal);
  if (order.status !== 'submitted') return err({ message: t('Submit it first: nobody pays for what they have not seen a price of.') });
  const problem = priceProblem(order.price);
  if (problem) return err({ message: problem });
  const added = addedLines(records, order, lines);
  if (!added.ok) return added;
  const { by, on } = deciding;
  const values = { status: 'billed' as const, absorbed: null, decidedBy: by.id, decidedAt: on, ...reasonOf(why) };
  const command = freezing('changeOrder.bill', order, values, termsSaid(order));
  return ok({ ...command, changes: [...command.changes, ...added.value] });
}

/** We do it and nobody pays. What it would have cost the client, who agreed to that and why stay with it. */
export function absorbChange(
  order: ChangeOrder,
  { amount, why, ...deciding }: Deciding & { readonly amount: MoneyValue; readonly why: string },
): Outcome {
  const refusal = decisionRefusal(order, deciding);
  if (refusal) return err(refusal);
  if (amount.amount <= 0) return err({ message: t('Say what it would have cost the client.') });
  if (order.price && order.price.currency !== amount.currency) {
    return err({
      message: t('It was priced in {{currency}}. Say what is absorbed in the same currency.', { currency: order.price.currency }),
    });
  }
  if (!why.trim()) return err({ message: t('Say why we do it for nothing.') });
  return ok(decided('changeOrder.absorb', order, deciding, { status: 'absorbed', absorbed: amount, decidedWhy: why.trim() }));
}

/** It is not done. */
export function rejectChange(order: ChangeOrder, { why, ...deciding }: Deciding & { readonly why: string }): Outcome {
  const refusal = decisionRefusal(order, deciding);
  if (refusal) return err(refusal);
  if (!why.trim()) return err({ message: t('Say why it is not done.') });
  return ok(decided('changeOrder.reject', order, deciding, { status: 'rejected', absorbed: null, decidedWhy: why.trim() }));
}

/**
 * Takes a decision back: it waits again. Lines of scope that the decision added and that nobody has worked on are put away in
 * the same act; what was worked on stays. What was invoiced stays billed until the invoice is credited.
 */
export function reopenChange(records: Records, order: ChangeOrder, { why, ...view }: InView & { readonly why: string }): Outcome {
  const open = unsettled(order, view);
  if (open) return err(open);
  if (isUndecided(order)) return err({ message: t('Nothing is decided yet.') });
  if (!why.trim()) return err({ message: t('Say why the decision is taken back.') });
  const invoiced = invoiceOf(records, order);
  if (invoiced) return err({ message: t('Invoice {{number}} bills it. Credit the invoice first.', { number: invoiced.number }) });
  const status = order.revision === undefined ? ('requested' as const) : ('submitted' as const);
  const values = { status, absorbed: null, decidedBy: null, decidedAt: null, decidedWhy: null };
  const command = acting('changeOrder.reopen', order, values);
  const untouched = linesAddedBy(records, order).filter((line) => records.of('timeEntry', 'scopeLine', line.id).length === 0);
  const putAway = untouched.flatMap((line) => archiveRecord(line).changes);
  return ok({ ...command, why: why.trim(), freezes: true, changes: [...command.changes, ...putAway] });
}

/** Those who may decide what a change costs the client, by name. */
export const mayDecide = ({ active, roles, archived }: Person): boolean =>
  active && !archived && roles.some((role) => (DECIDERS as readonly Role[]).includes(role));

/** The invoice that bills a change order; one that a credit note takes back does not count. */
function invoiceOf(records: Records, order: ChangeOrder) {
  const invoices = records.of('invoiceLine', 'changeOrder', order.id).flatMap((line) => records.get('invoice', line.invoice) ?? []);
  return invoices.find(
    (invoice) => invoice.kind === 'invoice' && !invoice.archived && records.of('invoice', 'credits', invoice.id).length === 0,
  );
}

function decisionRefusal(order: ChangeOrder, { by, on, ...view }: Deciding): ChangeOrderError | undefined {
  const open = unsettled(order, view);
  if (open) return open;
  if (!isUndecided(order)) return { message: t('It is {{status}} already. Reopen it first, and say why.', { status: order.status }) };
  if (!mayDecide(by)) return { message: `${by.name} can ask for a change; a project manager, finance or a partner decides it.` };
  if (!isDate(on)) return { message: t('The day must be a date like 2026-11-22.') };
  return undefined;
}

const priceProblem = (price: MoneyValue | undefined): string | undefined =>
  price === undefined || price.amount === 0 ? t('Give it a price first, net of tax.') : undefined;

const reasonOf = (why: string | undefined): Pick<Values<'changeOrder'>, 'decidedWhy'> => ({ decidedWhy: why?.trim() || null });

function decided(act: string, order: ChangeOrder, { by, on }: Deciding, values: Values<'changeOrder'>): Command {
  return { ...acting(act, order, { ...values, decidedBy: by.id, decidedAt: on }), freezes: true };
}

function freezing(act: string, order: ChangeOrder, values: Values<'changeOrder'>, said: Change['set']): Command {
  const command = acting(act, order, values);
  const [change] = command.changes;
  return { ...command, freezes: true, changes: [{ record: order.id, set: { ...said, ...change?.set } }] };
}

const acting = (act: string, order: ChangeOrder, values: Values<'changeOrder'>): Command => ({
  act,
  deal: order.deal,
  changes: [{ record: order.id, set: setOf('changeOrder', values, order) }],
});
