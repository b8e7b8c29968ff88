import { expect, test } from 'vitest';
import { money } from './money';
import { formatPercent, moneyRatio, percentOf, ratio } from './percent';

test('margins of the worked example print to two places', () => {
  expect(percentOf(ratio(110_000 - 75_000, 110_000) ?? 0)).toBe(31.82);
  expect(percentOf(moneyRatio(money(3_900_000, 'EUR'), money(11_000_000, 'EUR')) ?? 0)).toBe(35.45);
  expect(formatPercent(0.35, 'en', 2)).toBe('35.00%');
});

test('a percent of nothing is n/a, and of another currency a bug', () => {
  expect(ratio(1, 0)).toBeUndefined();
  expect(formatPercent(undefined, 'en')).toBe('n/a');
  expect(() => moneyRatio(money(1, 'EUR'), money(1, 'USD'))).toThrow('Two currencies');
});

test('half a hundredth goes away from zero, in both directions', () => {
  expect(percentOf(0.10005)).toBe(10.01);
  expect(percentOf(-0.10005)).toBe(-10.01);
  expect(percentOf(0)).toBe(0);
  expect(percentOf(1e-9)).toBe(0);
});
