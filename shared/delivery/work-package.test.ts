import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { a, world } from '../ticket/testing/ticket-world';
import { completeShare, hoursAfter, progressOf, wholePercent, workPackage, workPackagesOf } from './work-package';

const line = (values: object = {}, body = '1') => a('scopeLine', { title: 'Interface', status: 'in', plannedHours: 40, ...values }, body);
const hours = (date: string, of: number, values: object = {}, body = date) =>
  a('timeEntry', { person: 'person:ada', scopeLine: 'scopeLine:1', date, hours: of, activity: 'delivery', ...values }, body);

describe('a work package', () => {
  test('is the line that was sold, with 12 h spent and 28 of 40 h left where nobody has said more', () => {
    const [pack] = workPackagesOf(world(line(), hours('2026-11-02', 8), hours('2026-11-03', 4)), 'deal:1');
    expect(pack).toMatchObject({ planned: 40, spent: 12, remaining: 28, basis: 'planned', lastWorked: '2026-11-03' });
  });

  test('has what was stated as left, also where that is more than the plan allows', () => {
    expect(workPackage(line({ remainingHours: 50 }), [hours('2026-11-02', 8)])).toMatchObject({ remaining: 50, basis: 'stated' });
  });

  test('that is done has nothing left, and pursuit is no work on it', () => {
    const pack = workPackage(line({ status: 'done', remainingHours: 5 }), [hours('2026-11-02', 8, { activity: 'pursuit' })]);
    expect(pack).toMatchObject({ spent: 0, remaining: 0, basis: 'done' });
  });

  test('is not what is only proposed, optional or negotiated away', () => {
    const lines = ['in', 'courtesy', 'done', 'proposed', 'optional', 'negotiated away'].map((status, at) => line({ status }, String(at)));
    expect(workPackagesOf(world(...lines), 'deal:1').map((pack) => pack.line.status)).toEqual(['in', 'courtesy', 'done']);
  });

  test('counts hours after a day without that day', () => {
    const pack = workPackage(line(), [hours('2026-11-02', 8), hours('2026-11-03', 4)]);
    expect([hoursAfter(pack, '2026-11-02'), hoursAfter(pack, undefined)]).toEqual([4, 12]);
  });
});

describe('progress', () => {
  test('of 30 h spent and 20 h left is 60 %, one of two packages done', () => {
    const packages = [
      workPackage(line({ status: 'done' }), [hours('2026-11-02', 20)]),
      workPackage(line({ remainingHours: 20 }, '2'), [hours('2026-11-02', 10)]),
    ];
    expect(progressOf(packages)).toEqual({ spent: 30, remaining: 20, complete: 0.6, done: 1, packages: 2, unknown: 0 });
  });

  test('without hours is n/a, and packages of which nobody knows what is left are counted, not guessed', () => {
    expect(progressOf([])).toMatchObject({ complete: undefined });
    const unknown = workPackage(line({ plannedHours: null }), [hours('2026-11-02', 8)]);
    expect(progressOf([unknown])).toMatchObject({ complete: undefined, unknown: 1, spent: 0 });
  });

  test('is 100 % only when nothing is left, and 0 % only when nothing was done', () => {
    expect([0, 0.001, 0.5333, 0.999, 1].map(wholePercent)).toEqual([0, 1, 53, 99, 100]);
  });

  const some = fc.integer({ min: 0, max: 100_000 }).map((quarters) => quarters / 4);
  law(
    'progress lies between nothing and all, and never falls when an hour is worked off',
    fc.property(some, some, some, (spent, left, worked) => {
      const before = completeShare(spent, left);
      const off = Math.min(worked, left);
      const after = completeShare(spent + off, left - off);
      if (before === undefined || after === undefined) return before === after;
      return before >= 0 && before <= 1 && after >= before && (left - off > 0 || after === 1);
    }),
  );
});
