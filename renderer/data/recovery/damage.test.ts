import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../../test/law';
import { damagedRanges, extentOf, joinedRanges, stillMissing } from './damage';

const ana = 'a'.repeat(16);
const hash = 'f'.repeat(64);
const page = (from: number, to: number): string =>
  `${ana}.${String(from).padStart(8, '0')}-${String(to).padStart(8, '0')}.${'0'.repeat(12)}`;

test('a page with entries 41 to 64 that cannot be read leaves 41 to 64 of 120 missing', () => {
  const have = {
    [ana]: {
      tips: [
        { seq: 40, hash },
        { seq: 120, hash, from: 65 },
      ],
    },
  };
  const damaged = damagedRanges('team', [{ page: page(41, 64), reason: 'not JSON' }], have);
  expect(damaged).toEqual([{ ledger: 'team', device: ana, from: 41, to: 64, reason: 'not JSON' }]);
  expect(extentOf(ana, have, damaged)).toBe(120);
});

test('what another page holds too is not missing, and what comes in is missing no longer', () => {
  const have = { [ana]: { tips: [{ seq: 50, hash }] } };
  const damaged = damagedRanges(
    'team',
    [
      { page: page(41, 64), reason: 'gone' },
      { page: page(65, 70), reason: 'gone' },
    ],
    have,
  );
  expect(joinedRanges(damaged)).toMatchObject([{ from: 51, to: 70 }]);
  expect(extentOf(ana, have, damaged)).toBe(70);
  expect(stillMissing(damaged, () => ({ [ana]: { tips: [{ seq: 70, hash }] } }))).toEqual([]);
});

law(
  'a place is said to be missing exactly where it is on a bad page and in no run that is held',
  fc.property(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 })), { maxLength: 5 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 })), { maxLength: 5 }),
    (bad, held) => {
      const have = { [ana]: { tips: held.map(([from, more]) => ({ seq: from + more, hash, from })) } };
      const pages = bad.map(([from, more]) => ({ page: page(from, from + more), reason: 'gone' }));
      const ranges = joinedRanges(damagedRanges('team', pages, have));
      for (let seq = 1; seq <= 40; seq += 1) {
        const within = (runs: readonly (readonly [number, number])[]): boolean =>
          runs.some(([from, more]) => from <= seq && seq <= from + more);
        expect(ranges.some(({ from, to }) => from <= seq && seq <= to)).toBe(within(bad) && !within(held));
      }
    },
  ),
);
