import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import type { AnyRecord } from '../records/registry';
import { a, aDeal, world } from '../ticket/testing/ticket-world';
import { completeShare, hoursAfter, progressOf, wholePercent, workPackagesOf } from './work-package';

const TODAY = '2026-11-22';
const line = (values: object = {}, body = '1') => a('scopeLine', { title: 'Interface', status: 'in', plannedHours: 40, ...values }, body);
const hours = (date: string, of: number, values: object = {}, body = date) =>
  a('timeEntry', { person: 'person:ada', scopeLine: 'scopeLine:1', date, hours: of, activity: 'delivery', ...values }, body);
const packages = (...records: readonly AnyRecord[]) => workPackagesOf(world(aDeal({ phase: 'build' }), ...records), 'deal:1', TODAY);

describe('a work package', () => {
  test('is the line that was sold, with 12 h spent and 28 of 40 h left where nobody has said more', () => {
    expect(packages(line(), hours('2026-11-02', 8), hours('2026-11-03', 4))).toMatchObject([
      { planned: 40, spent: 12, remaining: 28, basis: 'planned less worked', lastWorked: '2026-11-03' },
    ]);
  });

  test('has what was stated as left, also where that is more than the plan allows', () => {
    expect(packages(line({ remainingHours: 50 }), hours('2026-11-02', 8))).toMatchObject([{ remaining: 50, basis: 'stated' }]);
  });

  test('takes the planned hours that an acceptance wrote as left for a start and no statement', () => {
    expect(packages(line({ remainingHours: 40 }), hours('2026-11-02', 8))).toMatchObject([{ remaining: 32, basis: 'planned less worked' }]);
  });

  test('that is done has nothing left; pursuit is no work on it, and hours of a day to come are not spent', () => {
    const done = line({ status: 'done', remainingHours: 5 });
    expect(packages(done, hours('2026-11-02', 8, { activity: 'pursuit' }), hours('2026-12-01', 8))).toMatchObject([
      { spent: 0, remaining: 0, basis: 'done', isDone: true },
    ]);
  });

  test('has the hours of its tickets too, those of an incident among them', () => {
    const ticket = a('ticket', { kind: 'incident', status: 'open', title: 'Twice', scopeLine: 'scopeLine:1' });
    const entry = hours('2026-11-02', 3, { scopeLine: null, ticket: 'ticket:1', activity: 'rework' });
    expect(packages(line(), ticket, entry)).toMatchObject([{ spent: 3, remaining: 40 }]);
  });

  test('is not what is only proposed, optional or negotiated away, nor what an undecided change order would add', () => {
    const lines = ['in', 'courtesy', 'done', 'proposed', 'optional', 'negotiated away'].map((status, at) => line({ status }, String(at)));
    const orders = ['requested', 'billed'].map((status, at) => a('changeOrder', { title: 'More', status }, String(at)));
    const added = orders.map(({ id }, at) => line({ changeOrder: id }, `added-${at}`));
    expect(packages(...lines, ...orders, ...added).map((pack) => pack.line.id)).toEqual([
      'scopeLine:0',
      'scopeLine:1',
      'scopeLine:2',
      'scopeLine:added-1',
    ]);
  });

  test('counts hours after a day without that day', () => {
    const [pack] = packages(line(), hours('2026-11-02', 8), hours('2026-11-03', 4));
    expect(pack && [hoursAfter(pack, '2026-11-02'), hoursAfter(pack, undefined)]).toEqual([4, 12]);
  });
});

describe('progress', () => {
  test('of 30 h spent and 20 h left is 60 %, one of two packages done', () => {
    const found = packages(
      line({ status: 'done' }),
      line({ remainingHours: 20 }, '2'),
      hours('2026-11-02', 20),
      hours('2026-11-03', 10, { scopeLine: 'scopeLine:2' }),
    );
    expect(progressOf(found)).toEqual({ spent: 30, remaining: 20, complete: 0.6, done: 1, packages: 2, unknown: 0 });
  });

  test('without hours is n/a, and packages of which nobody knows what is left are counted, not guessed', () => {
    expect(progressOf([])).toMatchObject({ complete: undefined });
    expect(progressOf(packages(line({ plannedHours: null }), hours('2026-11-02', 8)))).toMatchObject({
      complete: undefined,
      unknown: 1,
      spent: 0,
    });
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
