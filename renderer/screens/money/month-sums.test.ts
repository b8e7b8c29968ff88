import { expect, test } from 'vitest';
import type { MonthMoney } from '#shared/money/months';
import { monthsBetween, monthSums } from './month-sums';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const sum = (amount: number, record?: `invoice:${string}`) => ({ value: eur(amount), records: record ? [record] : [] });
const billed = (month: string, amount: number, record: `invoice:${string}`): MonthMoney => ({
  month,
  signed: sum(0),
  billed: sum(amount, record),
  paid: sum(0),
  cost: undefined,
});

test('two deals billed 400 and 600 in November are 1,000, and the quiet month between stands too', () => {
  const months = monthSums(
    [[billed('2026-09', 100, 'invoice:1'), billed('2026-11', 400, 'invoice:2')], [billed('2026-11', 600, 'invoice:3')]],
    'EUR',
    '2026-12-01',
  );
  expect(months.map(({ month, values }) => [month, values.billed.amount])).toEqual([
    ['2026-09', 100],
    ['2026-10', 0],
    ['2026-11', 1_000],
    ['2026-12', 0],
  ]);
  expect(months[2]?.records.billed).toEqual(['invoice:2', 'invoice:3']);
});

test('months go on over the end of a year', () => {
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});
