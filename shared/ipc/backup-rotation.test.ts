import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../test/law';
import { backupsToKeep } from './backup-rotation';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1, 9);
const onDays = (days: readonly number[]) => days.map((n) => ({ name: String(n), madeAt: new Date(start + n * day).toISOString() }));

test('of a backup a day for a year, 7 days, 4 weeks and 12 months stay, each once', () => {
  const kept = backupsToKeep(onDays(Array.from({ length: 365 }, (_, n) => n)));
  // Sunday to Thursday of the last week and two days before are days; two more weeks and eleven more months.
  expect(kept.slice(0, 7).map(({ name }) => Number(name))).toEqual([364, 363, 362, 361, 360, 359, 358]);
  expect(kept.length).toBeGreaterThanOrEqual(7 + 2 + 11);
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
});

test('where the organisation keeps 3, the newest 3 of them stay', () => {
  expect(backupsToKeep(onDays([0, 1, 2, 3, 4]), 3).map(({ name }) => name)).toEqual(['4', '3', '2']);
});

law(
  'the newest backup always stays, nothing is kept twice, and thinning again removes nothing more',
  fc.property(fc.uniqueArray(fc.nat({ max: 2_000 }), { minLength: 1, maxLength: 60 }), (days) => {
    const backups = onDays(days);
    const kept = backupsToKeep(backups);
    expect(kept[0]?.name).toBe(String(Math.max(...days)));
    expect(new Set(kept).size).toBe(kept.length);
    expect(backupsToKeep(kept)).toEqual(kept);
    expect(kept.length).toBeLessThanOrEqual(23);
  }),
);
