import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { addDays, addMonths, compareDates, dateOf, dateOfInstant, daysBetween, formatDate, instantOf, isDate, parseDate } from './calendar';

const aDate = fc.integer({ min: -700_000, max: 2_000_000 }).map((days) => addDays('1970-01-01', days));
const days = fc.integer({ min: -18_000, max: 18_000 });

describe('calendar dates', () => {
  law(
    'going forward and back again ends where it began, and the days between are the days gone',
    fc.property(aDate, days, (date, count) => {
      expect(addDays(addDays(date, count), -count)).toBe(date);
      expect(daysBetween(date, addDays(date, count))).toBe(count);
    }),
  );

  law(
    'text order is date order',
    fc.property(aDate, aDate, (a, b) => {
      expect(Math.sign(daysBetween(b, a))).toBe(compareDates(a, b));
    }),
  );

  law(
    'a date read from its parts is the same date, and every date given is a date',
    fc.property(aDate, (date) => {
      const [year, month, day] = date.split('-').map(Number);
      expect(dateOf(year ?? 0, month ?? 0, day ?? 0)).toEqual({ ok: true, value: date });
      expect(isDate(addMonths(date, 1))).toBe(true);
    }),
  );

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '22.11.2026', '2026-11-22T00:00:00Z', ''])(
    '%j is not a date',
    (text) => {
      expect(parseDate(text).ok).toBe(false);
    },
  );

  test('a month after 31 January is the last day of February', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-22', 14)).toBe('2028-01-22');
  });

  test('one instant is two days on two walls', () => {
    const instant = '2026-11-22T23:30:00.000Z';
    expect(dateOfInstant(instant, 'UTC')).toBe('2026-11-22');
    expect(dateOfInstant(instant, 'Europe/Berlin')).toBe('2026-11-23');
    expect(dateOfInstant(instant, 'America/New_York')).toBe('2026-11-22');
    expect(instantOf(Date.parse(instant))).toBe(instant);
  });

  test('a date has no time zone: it prints as the day that it is', () => {
    expect(formatDate('2026-11-22', 'en-GB')).toBe('22 Nov 2026');
    expect(formatDate('someday', 'en-GB')).toBe('someday');
    expect(() => addDays('someday', 1)).toThrow('Not a calendar date');
  });
});
