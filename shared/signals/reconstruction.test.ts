import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { reconstruction } from './reconstruction';
import { DAY, factsOf, hoursOn, settings, sold } from './testing/signal-world';

const three = (...hours: readonly number[]) =>
  hours.flatMap((count, at) => [
    sold(`d${at}`),
    hoursOn(`d${at}`, '2026-06-12', count),
    hoursOn(`d${at}`, '2026-07-20', 8, { activity: 'delivery' }),
  ]);

describe('reconstruction after the kick-off', () => {
  test('of 4, 5 and 6 hours is 5 hours on average: at the threshold, not above it', () => {
    expect(reconstruction(factsOf(...three(4, 5, 6)), DAY, settings())).toMatchObject({ value: 5, isTrue: false });
    expect(reconstruction(factsOf(...three(4, 5, 6.25)), DAY, settings())).toMatchObject({ value: 5.08, isTrue: true });
  });

  test('counts from the day of the kick-off to the 14th day after it, and no later', () => {
    const deals = [
      ...three(0.5, 0.5),
      sold('late'),
      hoursOn('late', '2026-06-10', 1),
      hoursOn('late', '2026-06-24', 2),
      hoursOn('late', '2026-06-25', 40),
    ];
    const { rows } = reconstruction(factsOf(...deals, hoursOn('late', '2026-06-09', 70)), DAY, settings());
    expect(rows.find(({ deal }) => deal === 'deal:late')).toMatchObject({ value: 3, over: false, unit: 'h' });
  });

  test('claims nothing of two engagements, and says that three are needed', () => {
    const measured = reconstruction(factsOf(...three(30, 40)), DAY, settings());
    expect(measured).toMatchObject({ isTrue: false, lacks: expect.stringMatching(/^2 engagements with hours .* 3 are needed/u) });
    expect(measured).not.toHaveProperty('value');
  });

  test('leaves out an engagement on which nobody logs hours: no hours are no evidence', () => {
    const measured = reconstruction(factsOf(...three(9, 9, 9), sold('silent')), DAY, settings());
    expect(measured).toMatchObject({ value: 9, remark: '1 engagement without any hours is left out' });
  });

  test('looks at engagements of a year whose 14 days are over', () => {
    const old = [sold('old', { kickoffAt: '2025-11-26' }), hoursOn('old', '2025-11-27', 99)];
    const fresh = [sold('fresh', { kickoffAt: '2026-11-13' }), hoursOn('fresh', '2026-11-14', 99)];
    expect(reconstruction(factsOf(...three(1, 2, 3), ...old, ...fresh), DAY, settings()).value).toBe(2);
    const over = [sold('over', { kickoffAt: '2026-11-12' }), hoursOn('over', '2026-11-14', 6)];
    expect(reconstruction(factsOf(...three(1, 2, 3), ...over), DAY, settings()).value).toBe(3);
  });

  test('of nothing at all is not enough data', () => {
    expect(reconstruction([], DAY, settings())).toMatchObject({ isTrue: false, rows: [], lacks: expect.any(String) });
  });

  law(
    'the average is the sum of the rows divided by their number, and true exactly where that exceeds the threshold',
    fc.property(
      fc.array(fc.integer({ min: 0, max: 96 }), { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 0, max: 20 }),
      (quarters, threshold) => {
        const hours = quarters.map((count) => count / 4);
        const records = three(...hours).filter((record) => !('hours' in record) || record.hours > 0);
        const measured = reconstruction(factsOf(...records), DAY, settings({ reconstructionHours: threshold }));
        const sum = hours.reduce((total, one) => total + one, 0);
        expect(measured.rows.reduce((total, { value = 0 }) => total + value, 0)).toBeCloseTo(sum, 6);
        expect(Math.abs((measured.value ?? Number.NaN) - sum / hours.length)).toBeLessThan(0.006);
        expect(measured.isTrue).toBe(sum / hours.length > threshold);
      },
    ),
  );
});
