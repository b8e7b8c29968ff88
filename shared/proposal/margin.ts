import type { Command } from '../ledger/command';
import type { MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { Proposal, ProposalLine, ScopeLine } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { derivedId } from '../values/id';
import { subtractMoney, sumMoney, type Money } from '../values/money';
import { moneyRatio } from '../values/percent';
import { err, ok, type Result } from '../values/result';
import { isPromisedWork, linesOf, type ProposalError } from './offer-line';
import { offerValue } from './pricing';
import { t } from '../values/texts';

/** What an offer would leave if it were signed as it stands. For readers of the finance ledger alone. */
export interface OfferMargin {
  readonly value: Money;
  readonly plannedCost: Money;
  readonly margin: Money;
  /** Margin of the value; undefined ("n/a") for an offer of nothing. Computed, never stored. */
  readonly share: number | undefined;
  /** Work in the offer whose cost nobody has planned: the margin is that much too good. */
  readonly unplanned: readonly ProposalLine[];
}

/** What is left of a sum after a cost. */
export interface MarginOver {
  readonly amount: Money;
  /** Of the sum; undefined ("n/a") where that is zero. Computed, never stored. */
  readonly share: number | undefined;
}

/** margin = (value − cost) / value (product.md §4): of an offer, of what was sold, of what was billed. One currency. */
export function marginOver(value: Money, cost: Money): MarginOver {
  const amount = subtractMoney(value, cost);
  return { amount, share: moneyRatio(amount, value) };
}

/**
 * margin sold = (signed value − planned cost) / signed value (product.md §4), on an offer: the planned cost of every
 * line that would become work, courtesies included, since somebody does them.
 */
export function offerMargin(records: Records, proposal: Proposal): Result<OfferMargin, ProposalError> {
  const lines = linesOf(records, proposal.id);
  const value = offerValue(proposal, lines);
  if (!value.ok) return value;
  const work = lines.filter((line) => line.scopeLine !== undefined && isPromisedWork(line));
  const costs = work.flatMap((line) => plannedCosts(records, line));
  if (costs.some(({ currency }) => currency !== value.value.currency)) {
    return err({
      message: t('Costs are planned in another currency than {{currency}}: no margin can be computed.', { currency: value.value.currency }),
    });
  }
  const plannedCost = sumMoney(costs, value.value.currency);
  const { amount: margin, share } = marginOver(value.value, plannedCost);
  const unplanned = work.filter((line) => plannedCosts(records, line).length === 0);
  return ok({ value: value.value, plannedCost, margin, share, unplanned });
}

/**
 * Plans what the work of a line will cost: one plan a line, under one id wherever it is written, so that two who plan it
 * offline meet in a clash and not in two plans.
 */
export function planCost(records: Records, scopeLine: ScopeLine, planned: MoneyValue): Command {
  const [plan] = records.of('costPlan', 'scopeLine', scopeLine.id);
  if (plan) return editRecord('costPlan', plan, { planned });
  const id = derivedId('costPlan', 'scope line', scopeLine.id);
  return createRecord('costPlan', id, { deal: scopeLine.deal, scopeLine: scopeLine.id, planned });
}

const plannedCosts = (records: Records, { scopeLine }: ProposalLine): readonly Money[] =>
  scopeLine === undefined ? [] : records.of('costPlan', 'scopeLine', scopeLine).flatMap(({ planned }) => (planned ? [planned] : []));
