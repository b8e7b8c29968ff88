import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { a, aDeal, refusal, set, world } from '../ticket/testing/ticket-world';
import { addDays, daysBetween } from '../values/calendar';
import { termDates, termsNear } from './dates-near';
import { deliveryPlan, mondayOf } from './plan';
import { notePulse, pulseStanding } from './pulse';
import { slipsOf } from './slips';
import type { WorkPackage } from './work-package';

const TODAY = '2026-11-22';
const deal = aDeal({ phase: 'build', signedAt: '2026-11-02', kickoffAt: '2026-11-09' });
const pack = (values: object, body = '1'): WorkPackage => ({
  line: a('scopeLine', { title: 'Interface', status: 'in', ...values }, body),
  planned: undefined,
  spent: 0,
  remaining: undefined,
  basis: 'unknown',
  isDone: false,
  lastWorked: undefined,
  entries: [],
});
const stone = (values: object, body = '1') => slipsOf(a('milestone', { title: 'Go-live', ...values }, body), []);

describe('the plan by week', () => {
  test('from a kickoff on 9 November to a go-live on 4 December has five weeks and today in the third', () => {
    const plan = deliveryPlan([pack({ plannedStart: '2026-11-09', plannedEnd: '2026-11-20' })], [stone({ due: '2026-12-04' })], {
      deal,
      today: TODAY,
    });
    expect(plan.weeks.map(({ monday, number, isNow }) => [monday, number, isNow])).toEqual([
      ['2026-11-02', 45, false],
      ['2026-11-09', 46, false],
      ['2026-11-16', 47, true],
      ['2026-11-23', 48, false],
      ['2026-11-30', 49, false],
    ]);
    expect(plan.bars).toMatchObject([{ from: 7 / 35, to: 19 / 35, drawnBy: 'days', isLate: true }]);
    expect(plan.marks).toMatchObject([{ state: 'ahead', at: 32.5 / 35, was: undefined }]);
  });

  test('draws a line without days to the milestone that waits for it, and lists those that have neither', () => {
    const packages = [pack({ milestone: 'milestone:1' }), pack({}, '2')];
    const plan = deliveryPlan(packages, [stone({ due: '2026-12-04' })], { deal, today: TODAY });
    expect(plan.bars).toMatchObject([{ start: '2026-11-09', end: '2026-12-04', drawnBy: 'milestone', isLate: false }]);
    expect(plan.undated.map(({ line }) => line.id)).toEqual(['scopeLine:2']);
  });

  test('shows where a milestone stood before it slipped, and what became of it', () => {
    const moved = slipsOf(a('milestone', { title: 'Go-live', due: '2026-12-04' }), [
      a('slip', { milestone: 'milestone:1', from: '2026-11-20', to: '2026-12-04', party: 'us' }),
    ]);
    const others = [stone({ due: '2026-11-10' }, '2'), stone({ due: '2026-11-10', reachedAt: TODAY }, '3')];
    const plan = deliveryPlan([], [moved, ...others, stone({ due: TODAY, reachedAt: TODAY, acceptedBy: 'contact:1' }, '4')], {
      deal,
      today: TODAY,
    });
    expect(plan.marks.map(({ state }) => state)).toEqual(['ahead', 'late', 'reached', 'accepted']);
    expect(plan.marks[0]?.was).toBeCloseTo(18.5 / 35);
  });

  test('of a deal with nothing planned is this week alone', () => {
    expect(deliveryPlan([], [], { deal: aDeal({ phase: 'build' }), today: TODAY }).weeks).toHaveLength(1);
  });

  const day = fc.integer({ min: -500, max: 500 }).map((days) => addDays(TODAY, days));
  law(
    'every bar and mark lies inside of the weeks shown, and every week begins on a Monday seven days after the last',
    fc.property(fc.array(fc.tuple(day, day), { maxLength: 5 }), fc.array(day, { maxLength: 5 }), (spans, dues) => {
      const packages = spans.map(([plannedStart, plannedEnd], at) => pack({ plannedStart, plannedEnd }, String(at)));
      const plan = deliveryPlan(
        packages,
        dues.map((due, at) => stone({ due }, String(at))),
        { deal, today: TODAY },
      );
      const first = plan.weeks[0]?.monday ?? TODAY;
      return (
        plan.bars.every(({ from, to }) => from >= 0 && from <= to && to <= 1) &&
        plan.marks.every(({ at }) => at >= 0 && at <= 1) &&
        plan.weeks.every(({ monday }, at) => mondayOf(monday) === monday && daysBetween(first, monday) === at * 7)
      );
    }),
  );
});

describe('dates that come near', () => {
  const retained = aDeal({ phase: 'build', noticeAt: '2026-12-31', renewalAt: '2027-03-31', warrantyUntil: '2026-11-10' });

  test('are notice within 45 days and a warranty that ended 12 days ago, and not a renewal in 129 days', () => {
    expect(termDates(retained, TODAY).map(({ kind, days }) => [kind, days])).toEqual([
      ['warranty', -12],
      ['notice', 39],
      ['renewal', 129],
    ]);
    expect(termsNear(retained, TODAY).map(({ kind }) => kind)).toEqual(['warranty', 'notice']);
  });

  test('are of no interest before the signature or once the deal is lost', () => {
    expect(termsNear(aDeal({ noticeAt: TODAY }), TODAY)).toEqual([]);
    expect(termsNear(aDeal({ phase: 'lost', pausedFrom: 'build', noticeAt: TODAY }), TODAY)).toEqual([]);
  });
});

describe('the client’s pulse', () => {
  const pulse = (at: string, mood: string, body: string) => a('pulse', { at: `${at}T10:00:00.000Z`, mood }, body);
  const NOW = Date.parse('2026-11-22T10:00:00.000Z');

  test('went from good to poor: the last word counts, and it is worse', () => {
    const found = pulseStanding(world(pulse('2026-11-20', 'poor', '2'), pulse('2026-11-01', 'good', '1')), 'deal:1', NOW);
    expect(found).toMatchObject({ last: { mood: 'poor' }, trend: 'worse', isStale: false });
  });

  test('is stale after 30 days, and where nobody ever asked', () => {
    expect(pulseStanding(world(pulse('2026-10-22', 'good', '1')), 'deal:1', NOW).isStale).toBe(true);
    expect(pulseStanding(world(), 'deal:1', NOW)).toMatchObject({ last: undefined, isStale: true });
  });

  test('is noted in a word, with who noted it and when', () => {
    const note = (mood: 'mixed' | undefined) =>
      notePulse('pulse:1', 'deal:1', { by: 'person:ada', at: '2026-11-22T10:00:00.000Z', mood, note: ' ' });
    expect(set(note('mixed'))).toEqual({ deal: 'deal:1', person: 'person:ada', at: '2026-11-22T10:00:00.000Z', mood: 'mixed' });
    expect(refusal(note(undefined))).toContain('good, mixed or poor');
  });
});
