import type { Change } from '../ledger/command';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Deal, MarginFreeze } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { derivedId } from '../values/id';
import { allocateMoney, money, subtractMoney, sumMoney, type Money } from '../values/money';
import type { Part, PartOf } from './split-parts';

/**
 * The margin a deal was won with, divided: the signed value as the parts divide it, the planned cost by the frozen cost of
 * each line and what was frozen for no line by the signed value. The parts make the whole, to the cent. Its day and what both
 * ledgers held then are those of the whole.
 */
export function dividedFreeze(
  records: Records,
  deal: Deal,
  deals: readonly Id<'deal'>[],
  parts: readonly Part[],
  partOf: PartOf,
): readonly Change[] {
  return records.of('marginFreeze', 'deal', deal.id).flatMap((freeze) => {
    const partOfLine = (id: string): number => {
      const line = records.get('scopeLine', id);
      return line && line.deal === deal.id ? partOf(line) : 0;
    };
    const values = allocateMoney(freeze.signedValue, weightsOf(parts, freeze.signedValue));
    const costs = dividedCost(freeze, values, partOfLine);
    return deals.flatMap((id, at) => {
      const lines = freeze.lines && Object.fromEntries(Object.entries(freeze.lines).filter(([line]) => partOfLine(line) === at));
      const divided = { signedValue: values[at] as Money, plannedCost: costs[at] as Money, ...(lines ? { lines } : {}) };
      if (at === 0) return editRecord('marginFreeze', freeze, divided).changes;
      const { acceptedAt, haveTeam, haveFinance } = freeze;
      const rest = { acceptedAt, ...(haveTeam ? { haveTeam } : {}), ...(haveFinance ? { haveFinance } : {}) };
      return createRecord('marginFreeze', derivedId('marginFreeze', freeze.id, id), { deal: id, ...rest, ...divided }).changes;
    });
  });
}

function weightsOf(parts: readonly Part[], { currency }: Money): readonly number[] {
  return parts.map(({ amount, cap, retainerFee }) => {
    const value = [amount, cap, retainerFee].find((one) => one?.currency === currency);
    return Math.max(0, value?.amount ?? 0);
  });
}

function dividedCost(
  { plannedCost, lines = {} }: MarginFreeze,
  values: readonly Money[],
  partOfLine: (id: string) => number,
): readonly Money[] {
  const { currency } = plannedCost;
  const byLine = values.map((_, at) =>
    sumMoney(
      Object.entries(lines).flatMap(([id, { cost }]) => (cost !== undefined && partOfLine(id) === at ? [money(cost, currency)] : [])),
      currency,
    ),
  );
  const rest = subtractMoney(plannedCost, sumMoney(byLine, currency));
  const shares = allocateMoney(
    rest,
    values.map(({ amount }) => Math.max(0, amount)),
  );
  return byLine.map((cost, at) => money(cost.amount + (shares[at]?.amount ?? 0), currency));
}
