import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../test/law';
import { erosion } from './erosion';
import { sumWaterfalls, type DealWaterfall } from './sum-waterfalls';
import { books, eur, one, signedDeal, TODAY, workedExample, type Stored } from './testing/money-world';

function waterfallOf(records: readonly Stored[], body: string): DealWaterfall {
  const { books: own, cost } = books(records);
  const result = erosion(own, cost, TODAY);
  if (!result.ok) throw new Error(result.error.message);
  return { deal: `deal:${body}`, waterfall: result.value };
}

test('two deals of the worked example are sold at 35.00 %, re-based at 35.45 % and end at 31.82 %', () => {
  const sum = sumWaterfalls([waterfallOf(workedExample, '1'), waterfallOf(workedExample, '2')]);
  expect(sum?.sold).toMatchObject({ amount: eur(70_000), share: 0.35 });
  expect(sum?.rebased).toMatchObject({ amount: eur(78_000), share: 78_000 / 220_000 });
  expect(sum?.atCompletion).toMatchObject({ amount: eur(70_000), share: 70_000 / 220_000 });
  expect(sum?.steps[1]).toMatchObject({ cause: 'billed change orders', amount: eur(8_000) });
  expect(sum?.steps[1]?.items.map(({ record }) => record)).toEqual(['deal:1', 'deal:2']);
});

test('no deals have no waterfall', () => expect(sumWaterfalls([])).toBeUndefined());

law(
  'the bars of many deals sum to the difference of their margins, to the cent',
  fc.property(
    fc.array(
      fc.record({
        planned: fc.integer({ min: 1, max: 900 }),
        worked: fc.integer({ min: 0, max: 24 }),
        rate: fc.integer({ min: 1, max: 30_000 }),
        rework: fc.integer({ min: 0, max: 24 }),
        value: fc.integer({ min: 1, max: 10_000_000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    (deals) => {
      const all = deals.map(({ planned, worked, rate, rework, value }, at) =>
        waterfallOf(
          [
            signedDeal({ amount: { amount: value, currency: 'EUR' } }),
            one('person', 'ida', { name: 'Ida', roles: [] }),
            one('costRate', 'ida', { person: 'person:ida', from: '2026-01-01', hourlyCost: { amount: rate, currency: 'EUR' } }),
            one('scopeLine', '1', { title: 'Build', status: 'in', plannedHours: planned, remainingHours: 3 }),
            one('costPlan', '1', { scopeLine: 'scopeLine:1', planned: { amount: planned * 77, currency: 'EUR' } }),
            ...[
              ['delivery', worked],
              ['rework', rework],
            ].map(([activity, hours]) =>
              one('timeEntry', String(activity), {
                person: 'person:ida',
                date: '2026-05-01',
                hours: hours ?? 0,
                activity: activity ?? '',
                scopeLine: 'scopeLine:1',
              }),
            ),
          ],
          String(at),
        ),
      );
      const sum = sumWaterfalls(all);
      if (!sum) throw new Error('no sum');
      const change = (bars: readonly { readonly amount: { readonly amount: number } }[]): number =>
        bars.reduce((total, { amount }) => total + amount.amount, 0);
      expect(sum.sold.amount.amount + change(sum.steps)).toBe(sum.rebased.amount.amount);
      expect(sum.rebased.amount.amount + change(sum.losses)).toBe(sum.atCompletion.amount.amount);
    },
  ),
);
