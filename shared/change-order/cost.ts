import type { Command } from '../ledger/command';
import type { MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { ChangeOrder, CostPlan } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { derivedId } from '../values/id';
import { subtractMoney, sumMoney, type Money } from '../values/money';
import { moneyRatio } from '../values/percent';

/** What a change order would leave. For readers of the finance ledger alone. */
export interface ChangeMargin {
  readonly plannedCost: Money;
  readonly margin: Money;
  /** Margin of the price; undefined ("n/a") for a price of zero. Computed, never stored. */
  readonly share: number | undefined;
}

/** The plans of a change order's cost: one, unless another app wrote more. */
export const costPlansOf = (records: Records, order: Pick<ChangeOrder, 'id'>): readonly CostPlan[] =>
  records.of('costPlan', 'changeOrder', order.id);

/** margin = (price − planned cost) / price. Undefined where the price or the plan is missing, or in another currency. */
export function changeMargin(records: Records, order: ChangeOrder): ChangeMargin | undefined {
  const { price } = order;
  const costs = costPlansOf(records, order).flatMap(({ planned }) => planned ?? []);
  if (!price || costs.length === 0 || costs.some(({ currency }) => currency !== price.currency)) return undefined;
  const plannedCost = sumMoney(costs, price.currency);
  const margin = subtractMoney(price, plannedCost);
  return { plannedCost, margin, share: moneyRatio(margin, price) };
}

/**
 * Plans what a change will cost us, in the finance ledger: one plan a change order, under one id wherever it is written, so
 * that two who plan it offline meet in a clash and not in two plans.
 */
export function planChangeCost(records: Records, order: ChangeOrder, planned: MoneyValue | null): Command {
  const [plan] = costPlansOf(records, order);
  if (plan) return editRecord('costPlan', plan, { planned });
  const values = { deal: order.deal, changeOrder: order.id, planned };
  return createRecord('costPlan', derivedId('costPlan', 'change order', order.id), values);
}
