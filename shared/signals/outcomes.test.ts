import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../records/registry';
import { law } from '../../test/law';
import { decayOf, medianOf, monthsUntil, outcomes, type OutcomeKey } from './outcomes';
import { DAY, factsOf, hoursOn, sold, some } from './testing/signal-world';

const COUNTS = { read: [], asked: [] };
const at = (key: OutcomeKey, records: readonly AnyRecord[], counts: Parameters<typeof outcomes>[1] = COUNTS) =>
  outcomes(factsOf(...records), counts, DAY).find((one) => one.key === key)?.points;

describe('outcomes of handovers', () => {
  test('are told for six months, the last one as far as it has come', () => {
    expect(monthsUntil(DAY)).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']);
    expect(monthsUntil('2026-03-31', 2)).toEqual(['2026-02', '2026-03']);
  });

  test('days from signature to first billable work: the middle one of the month', () => {
    const work = (deal: string, date: string) => hoursOn(deal, date, 8, { activity: 'delivery', billable: true });
    const records = [sold('a'), work('a', '2026-06-11'), sold('b'), work('b', '2026-06-21'), sold('c'), work('c', '2026-08-01')];
    expect(at('toBillable', records)?.[0]).toEqual({ month: '2026-06', value: 20 });
    expect(at('toBillable', records)?.[1]).toEqual({ month: '2026-07' });
  });

  test('first planned work is the first planned day of a line, else the kick-off', () => {
    const line = some('scopeLine', { deal: 'deal:a', title: 'Data', status: 'in', plannedStart: '2026-06-05' });
    expect(at('toPlanned', [sold('a'), line])?.[0]?.value).toBe(4);
    expect(at('toPlanned', [sold('a')])?.[0]?.value).toBe(9);
  });

  test('what lies after the day does not count', () => {
    expect(at('reconstruction', [sold('a'), hoursOn('a', '2026-11-26', 2), hoursOn('a', '2026-11-27', 9)])?.at(-1)?.value).toBe(2);
  });

  test('sections read are held against questions asked', () => {
    const counts = { read: ['2026-11-02', '2026-11-03', '2026-10-30'], asked: ['2026-11-05'] };
    expect(at('answered', [], counts)?.at(-1)).toEqual({ month: '2026-11', value: 2, against: 1 });
  });

  test('gates fade where the last six weeks hold less than half of the six before', () => {
    const days = (...asked: string[]) => decayOf([], { read: [], asked }, DAY);
    const before = ['2026-09-20', '2026-09-25', '2026-10-01', '2026-10-08'];
    expect(days(...before, '2026-11-20')).toEqual({ lately: 0.17, before: 0.67, fades: true });
    expect(days(...before, '2026-11-20', '2026-11-21')?.fades).toBe(false);
    expect(days('2026-11-20')).toBeUndefined();
  });

  law(
    'a month has the hours of its days: the months together hold every hour since the first of them',
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 178 }), fc.integer({ min: 1, max: 40 })), { maxLength: 20 }), (made) => {
      const start = Date.parse('2026-06-01');
      const entries = made.map(([day, quarters]) =>
        hoursOn('a', new Date(start + day * 86_400_000).toISOString().slice(0, 10), quarters / 4),
      );
      const told = at('reconstruction', [sold('a'), ...entries]) ?? [];
      expect(told.reduce((sum, { value = 0 }) => sum + value, 0)).toBeCloseTo(
        made.reduce((sum, [, quarters]) => sum + quarters / 4, 0),
        6,
      );
    }),
  );

  law(
    'at least half of the values lie on each side of the median',
    fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1 }), (values) => {
      const median = medianOf(values) ?? Number.NaN;
      expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length);
      expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length);
    }),
  );
});
