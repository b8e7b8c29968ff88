import { expect, test } from 'vitest';
import { parseTypedDate } from './typed-date';

test('a day is read as the person writes it: by locale, by name of the month, or as the records keep it', () => {
  expect(parseTypedDate('2026-11-22', 'de')).toBe('2026-11-22');
  expect(parseTypedDate('22.11.2026', 'de')).toBe('2026-11-22');
  expect(parseTypedDate('22/11/26', 'en-GB')).toBe('2026-11-22');
  expect(parseTypedDate('11/22/2026', 'en-US')).toBe('2026-11-22');
  expect(parseTypedDate('22 Nov 2026', 'en-GB')).toBe('2026-11-22');
});

test('a day that does not exist, or no day at all, is not read', () => {
  expect(parseTypedDate('30.02.2026', 'de')).toBeNull();
  expect(parseTypedDate('soon', 'en')).toBeNull();
  expect(parseTypedDate('22', 'en')).toBeNull();
});
