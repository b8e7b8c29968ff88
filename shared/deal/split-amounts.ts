import type { Records } from '../records/records';
import type { Deal } from '../records/registry';
import { allocateMoney, type Money } from '../values/money';
import { partsBy, type Choices, type Part } from './split-parts';

/**
 * The sums of the parts as the prices of their lines suggest them: the signed value, the cap and the fee in proportion to what
 * was sold in each, to the cent. Lines that a change order added are no part of what was signed.
 */
export function suggestAmounts(
  records: Records,
  deal: Deal,
  choices: Choices,
  count: number,
): readonly Pick<Part, 'amount' | 'cap' | 'retainerFee'>[] {
  const partOf = partsBy(records, choices);
  const weights = Array.from({ length: count }, () => 0);
  for (const line of records.of('scopeLine', 'deal', deal.id)) {
    const isSold = line.status !== 'negotiated away' && line.status !== 'optional' && !line.changeOrder;
    const at = partOf(line);
    if (isSold && line.price) weights[at] = (weights[at] ?? 0) + Math.max(0, line.price.amount);
  }
  const divided = (whole: Money | undefined): readonly (Money | undefined)[] => (whole ? allocateMoney(whole, weights) : []);
  const [amounts, caps, fees] = [divided(deal.amount), divided(deal.cap), divided(deal.retainerFee)];
  return weights.map((_, at) => ({
    ...(amounts[at] ? { amount: amounts[at] } : {}),
    ...(caps[at] ? { cap: caps[at] } : {}),
    ...(fees[at] ? { retainerFee: fees[at] } : {}),
  }));
}
