import { describe, expect, test } from 'vitest';
import { percentOf } from '../values/percent';
import { erosion } from './erosion';
import { fees } from './fees';
import { margin } from './margin';
import { rollUp } from './rollup';
import { books, DEAL, eur, TODAY, workedExample } from './testing/money-world';

const { books: deal, cost } = books(workedExample);
const percent = (share: number | undefined): number | undefined => share && percentOf(share);

describe('the worked example of product.md', () => {
  test('signed 100,000 and a billed change order of 10,000 are 110,000 contracted; 60,000 billed and 45,000 paid leave 15,000 outstanding and 50,000 pending', () => {
    const own = fees(deal, TODAY);
    expect(own.signed.value).toEqual(eur(100_000));
    expect(own.changeOrders.value).toEqual(eur(10_000));
    expect(own.contracted.value).toEqual(eur(110_000));
    expect(own.billed.value).toEqual(eur(60_000));
    expect(own.paid.value).toEqual(eur(45_000));
    expect(own.outstanding.value).toEqual(eur(15_000));
    expect(own.overdue.value).toEqual(eur(15_000));
    expect(own.ready.value).toEqual(eur(0));
    expect(own.pending.value).toEqual(eur(50_000));
    expect(own.notYetBillable.value).toEqual(eur(50_000));
    expect(own.notCounted).toEqual([]);
  });

  test('AC 40,000 and ETC 35,000 are EAC 75,000: 53.33 % complete, 58,666.67 earned, 1,333.33 over-billed, VAC −4,000', () => {
    const own = margin(deal, cost, TODAY);
    expect(own.plannedCost.value).toEqual(eur(65_000));
    expect(own.changeOrderCost.value).toEqual(eur(6_000));
    expect(own.actualCost.value).toEqual(eur(40_000));
    expect(own.etc.value).toEqual(eur(35_000));
    expect(own.eac.value).toEqual(eur(75_000));
    expect(percent(own.complete)).toBe(53.33);
    expect(own.earned.value).toEqual(eur(58_666.67));
    expect(own.overBilled.value).toEqual(eur(1_333.33));
    expect(own.vac.value).toEqual(eur(-4_000));
    expect(own.uncosted.hours).toBe(0);
    expect(own.unplanned).toEqual([]);
  });

  test('margin sold 35.00 %, re-based 35.45 %, at completion 31.82 %, billed margin 33.33 %', () => {
    const own = margin(deal, cost, TODAY);
    expect(percent(own.marginSold.share)).toBe(35);
    expect(percent(own.rebased.share)).toBe(35.45);
    expect(percent(own.atCompletion.share)).toBe(31.82);
    expect(percent(own.billedMargin.share)).toBe(33.33);
    expect(own.atCompletion.value).toEqual(eur(35_000));
    expect(own.marginSold.frozen).toBeUndefined();
  });

  test('the waterfall goes from 35,000 over +4,000 to 39,000, and by −4,000, 3.64 points of contracted, to 35,000', () => {
    const result = erosion(deal, cost, TODAY);
    if (!result.ok) throw new Error(result.error.message);
    const { sold, steps, rebased, losses, atCompletion } = result.value;
    expect(sold.amount).toEqual(eur(35_000));
    expect(steps.map(({ cause, amount }) => [cause, amount])).toEqual([
      ['billed change orders', eur(4_000)],
      ['concessions', eur(0)],
    ]);
    expect(rebased.amount).toEqual(eur(39_000));
    expect(atCompletion.amount).toEqual(eur(35_000));
    const lost = losses.reduce((sum, { amount }) => sum + amount.amount, 0);
    expect(lost).toBe(eur(-4_000).amount);
    expect(Math.round((lost / eur(110_000).amount) * 10_000) / 100).toBe(-3.64);
  });

  test('every number opens the records behind it', () => {
    const own = fees(deal, TODAY);
    const costs = margin(deal, cost, TODAY);
    expect(own.contracted.records).toEqual([DEAL, 'changeOrder:1']);
    expect(own.paid.records).toEqual(['payment:I1']);
    expect(costs.actualCost.records).toHaveLength(50);
    expect(costs.etc.records).toEqual(['scopeLine:1']);
    expect(costs.plannedCost.records).toEqual(['costPlan:1']);
    expect(costs.changeOrderCost.records).toEqual(['costPlan:2']);
  });

  test('two such deals in one currency add up', () => {
    const money = { deal: DEAL, today: TODAY, fees: fees(deal, TODAY), margin: margin(deal, cost, TODAY) };
    const [euros] = rollUp([money, money]);
    expect(euros?.fees.contracted.value).toEqual(eur(220_000));
    expect(euros?.costs?.eac.value).toEqual(eur(150_000));
    expect(percent(euros?.margins?.atCompletion.share)).toBe(31.82);
  });
});
