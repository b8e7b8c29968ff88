import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../../test/law';
import { extentOf, waterfallBars, type WaterfallStep } from './waterfall-bars';

const step = (kind: WaterfallStep['kind'], amount: number, more: Partial<WaterfallStep> = {}): WaterfallStep => ({
  key: `${kind}${amount}`,
  name: kind,
  kind,
  amount,
  words: '',
  ...more,
});

test('35,000 sold, 4,000 of change orders, 4,000 lost to effort: each bar begins where the one before it ended', () => {
  const bars = waterfallBars([
    step('level', 35_000),
    step('change', 4_000),
    step('level', 39_000),
    step('change', -4_000),
    step('change', 0, { unexplained: true }),
    step('level', 35_000),
  ]);
  expect(bars.map(({ range, look }) => [...range, look])).toEqual([
    [0, 35_000, 'level'],
    [35_000, 39_000, 'gain'],
    [0, 39_000, 'level'],
    [35_000, 39_000, 'loss'],
    [35_000, 35_000, 'unexplained'],
    [0, 35_000, 'level'],
  ]);
});

test('a margin below zero and the marks of 8 and 20 points fit on the axis', () => {
  expect(extentOf(waterfallBars([step('level', 1_000), step('change', -3_000)]), [-5_000])).toEqual([-5_000, 1_000]);
});

law(
  'every change is as wide as its amount, and the next begins at its end',
  fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 12 }), (first, changes) => {
    const bars = waterfallBars([step('level', first), ...changes.map((amount) => step('change', amount))]).slice(1);
    let level = first;
    for (const [at, { range }] of bars.entries()) {
      expect([...range]).toEqual([level, level + (changes[at] ?? 0)].toSorted((a, b) => a - b));
      level += changes[at] ?? 0;
    }
  }),
);
