import { expect, test } from 'vitest';
import type { ReviewGroup, ReviewItem } from '../../data/review';
import { currentAt, rowsOf } from './review-rows';

const item = (key: string) => ({ key }) as ReviewItem;
const group = (title: string, ...keys: string[]): ReviewGroup => ({ home: `deal:${title}`, title, items: keys.map(item), required: 0 });

test('each group has its head, and the clashes are counted through', () => {
  const rows = rowsOf([group('A', 'a1', 'a2'), group('B', 'b1')]);
  expect(rows.map((row) => (row.kind === 'head' ? row.group.title : row.at))).toEqual(['A', 0, 1, 'B', 2]);
});

test('after a choice one stands on what came into its place, and on the last where it was the last', () => {
  const items = ['a', 'b', 'c'].map(item);
  expect(currentAt(items, 'c', 0)).toBe(2);
  expect(currentAt(items, 'gone', 1)).toBe(1);
  expect(currentAt(items, 'gone', 3)).toBe(2);
  expect(currentAt([], undefined, 0)).toBe(-1);
});
