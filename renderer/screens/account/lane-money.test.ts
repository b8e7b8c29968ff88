import { expect, test } from 'vitest';
import { booksOf } from '#shared/money/books';
import { fees } from '#shared/money/fees';
import { DEAL, TODAY, workedExample, worldOf } from '#shared/money/testing/money-world';
import type { FirmDeal } from '../../data/reads/money-firm';
import { laneGroups } from './lane-money';

function firmDeal(id: string, department: string | undefined, currency: string): FirmDeal {
  const books = booksOf(worldOf(workedExample), DEAL);
  if (!books) throw new Error('no books');
  const deal = {
    ...books.deal,
    id: `deal:${id}` as const,
    ...(department ? { department } : {}),
    amount: { amount: 10_000_000, currency },
  };
  const own = { ...books, deal, changeOrders: [], bills: [] };
  const money = { deal: deal.id, today: TODAY, fees: fees(own, TODAY), margin: undefined };
  return { deal, money, account: undefined, practice: undefined, pm: undefined, pmName: undefined };
}

test('a lane that buys in euros and dollars has a sum for each, and the account too: nothing is added across', () => {
  const groups = laneGroups([firmDeal('1', 'Finance', 'EUR'), firmDeal('2', 'Finance', 'USD'), firmDeal('3', undefined, 'EUR')]);
  expect(groups.map(({ name, totals }) => [name, totals.fees.contracted.value])).toEqual([
    ['Finance, EUR', { amount: 10_000_000, currency: 'EUR' }],
    ['Finance, USD', { amount: 10_000_000, currency: 'USD' }],
    ['No department', { amount: 10_000_000, currency: 'EUR' }],
    ['All departments, EUR', { amount: 20_000_000, currency: 'EUR' }],
    ['All departments, USD', { amount: 10_000_000, currency: 'USD' }],
  ]);
});

test('one lane needs no line for all of them', () => {
  expect(laneGroups([firmDeal('1', 'Finance', 'EUR')]).map(({ name }) => name)).toEqual(['Finance']);
});
