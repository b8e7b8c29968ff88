import type { Command } from '../ledger/command';
import type { CalendarDateText, Id, MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { Commitment, CostPlan, Expense, ScopeLine } from '../records/registry';
import { archiveRecord, createRecord, editRecord } from '../records/write';
import { isDate } from '../values/calendar';
import { derivedId } from '../values/id';
import { err, ok, type Result } from '../values/result';
import type { InvoicingError } from './invoicing-error';
import { t } from '../values/texts';

/** What somebody outside of the firm was paid for a deal, net of tax. */
export interface Spent {
  readonly date: CalendarDateText;
  readonly text: string;
  readonly cost: MoneyValue | undefined;
  readonly scopeLine?: Id<'scopeLine'> | undefined;
  readonly changeOrder?: Id<'changeOrder'> | undefined;
}

/** Notes an external cost of a deal. */
export function addExpense(id: Id<'expense'>, deal: Id<'deal'>, spent: Spent): Result<Command, InvoicingError> {
  const values = expenseValues(spent);
  if (!values.ok) return values;
  return ok(createRecord('expense', id, { deal, kind: 'external', ...values.value }, { act: 'expense.note' }));
}

/** Says something of an external cost anew. */
export function correctExpense(expense: Expense, spent: Spent): Result<Command, InvoicingError> {
  const values = expenseValues(spent);
  if (!values.ok) return values;
  const links = { scopeLine: spent.scopeLine ?? null, changeOrder: spent.changeOrder ?? null };
  return ok(editRecord('expense', expense, { ...values.value, ...links }, { act: 'expense.correct' }));
}

/** Takes a cost away that was noted wrongly. Its history stays. */
export const removeExpense = (expense: Expense): Command => archiveRecord(expense, { act: 'expense.remove' });

function expenseValues({ date, text, cost, scopeLine, changeOrder }: Spent) {
  if (!text.trim()) return err({ message: t('Say what the money was for.') });
  if (!isDate(date)) return err({ message: t('Say on which day it was spent.') });
  if (!cost || cost.amount <= 0) return err({ message: t('Say how much it was, net of tax.') });
  const links = { ...(scopeLine ? { scopeLine } : {}), ...(changeOrder ? { changeOrder } : {}) };
  return ok({ date, text: text.trim(), cost, ...links });
}

/** What a cost plan is made for. */
export type Planned = { readonly scopeLine: ScopeLine } | { readonly commitment: Commitment };

/** The plan of a scope line or commitment, where there is one. Of a change order: shared/change-order. */
export function costPlanOf(records: Records, planned: Planned): CostPlan | undefined {
  const plans =
    'scopeLine' in planned
      ? records.of('costPlan', 'scopeLine', planned.scopeLine.id)
      : records.of('costPlan', 'commitment', planned.commitment.id);
  return plans[0];
}

/** What can be said of the cost of a piece of work. `null` clears. */
export interface PlanValues {
  readonly planned?: MoneyValue | null;
  readonly estimated?: MoneyValue | null;
  readonly plannedRate?: MoneyValue | null;
}

/** Plans what work will cost: one plan for each, under one id wherever it is written, so that two who plan it offline meet in a clash. */
export function planWork(records: Records, work: Planned, values: PlanValues): Command {
  const plan = costPlanOf(records, work);
  const telling = { act: 'costPlan.plan' };
  if (plan) return editRecord('costPlan', plan, values, telling);
  if ('scopeLine' in work) {
    const { id, deal } = work.scopeLine;
    return createRecord('costPlan', derivedId('costPlan', 'scope line', id), { deal, scopeLine: id, ...values }, telling);
  }
  const { id, deal } = work.commitment;
  return createRecord('costPlan', derivedId('costPlan', 'commitment', id), { deal, commitment: id, ...values }, telling);
}
