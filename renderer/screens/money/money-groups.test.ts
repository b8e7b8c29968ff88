import { expect, test } from 'vitest';
import { booksOf, costBooksOf } from '#shared/money/books';
import { fees } from '#shared/money/fees';
import { margin } from '#shared/money/margin';
import { DEAL, TODAY, workedExample, worldOf } from '#shared/money/testing/money-world';
import type { Deal } from '#shared/records/registry';
import type { FirmDeal } from '../../data/reads/money-firm';
import { currenciesOf, moneyGroups } from './money-groups';
import { facetOptions, filteredDeals, moneyFilterOf } from './money-view';

function firmDeal(
  id: string,
  more: Partial<FirmDeal> & { readonly billingModel?: Deal['billingModel']; readonly phase?: Deal['phase'] },
): FirmDeal {
  const world = worldOf(workedExample);
  const books = booksOf(world, DEAL);
  const cost = costBooksOf(world, DEAL);
  if (!books || !cost) throw new Error('no books');
  const deal = {
    ...books.deal,
    id: `deal:${id}` as const,
    name: `Deal ${id}`,
    billingModel: more.billingModel,
    phase: more.phase ?? 'build',
  } as Deal;
  const money = { deal: deal.id, today: TODAY, fees: fees(books, TODAY), margin: margin(books, cost, TODAY) };
  return { account: undefined, practice: undefined, pm: undefined, pmName: undefined, ...more, deal, money };
}

const ROWS = [
  firmDeal('1', { practice: 'Insurance', pm: 'person:mehmet', pmName: 'Mehmet', billingModel: 'fixed' }),
  firmDeal('2', { practice: 'Insurance', pm: 'person:clara', pmName: 'Clara', billingModel: 'retainer', phase: 'closed' }),
  firmDeal('3', { pm: 'person:clara', pmName: 'Clara' }),
];

test('three deals of 110,000 by practice: 220,000 in insurance, 110,000 without an industry, and none is lost', () => {
  const groups = moneyGroups(ROWS, 'practice');
  expect(groups.map(({ name, totals }) => [name, totals.fees.contracted.value.amount, totals.margins?.atCompletion.share])).toEqual([
    ['Insurance', 22_000_000, 70_000 / 220_000],
    ['No industry', 11_000_000, 35_000 / 110_000],
  ]);
  expect(groups.flatMap(({ deals }) => deals)).toHaveLength(ROWS.length);
});

test('answers of a facet are offered once, what is not said last', () => {
  expect(facetOptions(ROWS, 'pm').map(({ label }) => label)).toEqual(['Clara', 'Mehmet']);
  expect(facetOptions(ROWS, 'billing').map(({ label }) => label)).toEqual(['Fixed', 'Retainer', 'Not said']);
});

test('a filter in the address narrows by any of several answers, by words, and to deals that are open', () => {
  const shown = (query: string): readonly string[] =>
    filteredDeals(ROWS, moneyFilterOf(new URLSearchParams(query))).map(({ deal }) => deal.name);
  expect(shown('pm=person:clara')).toEqual(['Deal 2', 'Deal 3']);
  expect(shown('billing=fixed|retainer')).toEqual(['Deal 1', 'Deal 2']);
  expect(shown('practice=none')).toEqual(['Deal 3']);
  expect(shown('find=clara&closed=no')).toEqual(['Deal 3']);
});

test('the currency of most deals comes first', () => expect(currenciesOf(ROWS)).toEqual(['EUR']));
