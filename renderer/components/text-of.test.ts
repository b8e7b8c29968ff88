import { expect, test } from 'vitest';
import { ageText, dateText, initials, shortDateText } from './text-of';

const NOON = new Date(2026, 10, 22, 12).getTime();
const before = (ms: number): string => new Date(NOON - ms).toISOString();
const words = (text: string): string => text.replace(/\d+/, 'n');

test('an age is told in the largest unit that fits', () => {
  expect(ageText(before(20_000), NOON)).toBe(ageText(before(0), NOON));
  expect(words(ageText(before(5 * 60_000), NOON))).toBe('n minutes ago');
  expect(words(ageText(before(5 * 3_600_000), NOON))).toBe('n hours ago');
  expect(words(ageText(before(12 * 86_400_000), NOON))).toBe('last week');
});

test('a day is today all day long, and yesterday from midnight on', () => {
  expect(ageText('2026-11-22', NOON)).toBe('today');
  expect(ageText('2026-11-21', NOON)).toBe('yesterday');
  expect(ageText('2026-11-23', NOON)).toBe('tomorrow');
});

test('what is no date is shown as it came, never as an error', () => {
  expect(dateText('soon')).toBe('soon');
  expect(ageText('soon', NOON)).toBe('soon');
});

test('a card leaves the year out while it goes without saying', () => {
  expect(shortDateText('2026-12-03', '2026-11-22')).not.toContain('26 ');
  expect(shortDateText('2027-12-03', '2026-11-22')).toMatch(/’27$/);
});

test('initials come from the first and the last name', () => {
  expect([initials('Tomás Ferreira'), initials('Ada'), initials('Anna van der Berg'), initials('')]).toEqual(['TF', 'A', 'AB', '?']);
});
