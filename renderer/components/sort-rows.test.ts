import { expect, test } from 'vitest';
import { nextOrder, sortRows } from './sort-rows';

interface Line {
  readonly name: string;
  readonly amount?: number;
}

const LINES: readonly Line[] = [
  { name: 'Deal 10', amount: 5 },
  { name: 'deal 2' },
  { name: 'Deal 1', amount: 7 },
  { name: 'Deal 3', amount: 5 },
];
const COLUMNS = [
  { id: 'name', sortBy: ({ name }: Line) => name },
  { id: 'amount', sortBy: ({ amount }: Line) => amount },
];
const namesBy = (by: string, direction: 'up' | 'down') => sortRows(LINES, COLUMNS, { by, direction }).map(({ name }) => name);

test('names sort as people count: 2 before 10, capitals or not', () => {
  expect(namesBy('name', 'up')).toEqual(['Deal 1', 'deal 2', 'Deal 3', 'Deal 10']);
});

test('a row without a value comes last both ways, and equal rows keep their places', () => {
  expect(namesBy('amount', 'up')).toEqual(['Deal 10', 'Deal 3', 'Deal 1', 'deal 2']);
  expect(namesBy('amount', 'down')).toEqual(['Deal 1', 'Deal 10', 'Deal 3', 'deal 2']);
});

test('a header sorts up, then down, then as the rows came in', () => {
  const up = nextOrder(undefined, 'name');
  const down = nextOrder(up, 'name');
  expect([up?.direction, down?.direction, nextOrder(down, 'name')]).toEqual(['up', 'down', undefined]);
  expect(nextOrder(down, 'amount')).toEqual({ by: 'amount', direction: 'up' });
  expect(sortRows(LINES, COLUMNS, undefined)).toBe(LINES);
});
