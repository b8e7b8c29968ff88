import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { addDays } from '../values/calendar';
import { a, aDeal, refusal, set, world } from '../ticket/testing/ticket-world';
import { figureWanted, figureWantedText, isInDelivery, stateRemaining } from './remaining-hours';
import { workPackagesOf } from './work-package';

const TODAY = '2026-11-22';
const line = (values: object = {}) => a('scopeLine', { title: 'Interface', status: 'in', plannedHours: 40, ...values });
const hours = (date: string, of: number, body = date) =>
  a('timeEntry', { person: 'person:ada', scopeLine: 'scopeLine:1', date, hours: of, activity: 'delivery' }, body);
const golive = (due: string, values: object = {}) => a('milestone', { title: 'Go-live', due, ...values });
const packed = (values: object, entries: readonly ReturnType<typeof hours>[]) => {
  const [pack] = workPackagesOf(world(aDeal({ phase: 'build' }), line(values), ...entries), 'deal:1', TODAY);
  if (!pack) throw new Error('no work package');
  return pack;
};
const wanted = (values: object, entries: readonly ReturnType<typeof hours>[], milestone?: ReturnType<typeof golive>) => {
  const found = figureWanted(packed(values, entries), { today: TODAY, milestone });
  return found && figureWantedText(found);
};

describe('stating what is left', () => {
  test('keeps the hours and the day on which it was said', () => {
    expect(set(stateRemaining(line(), 12.5, TODAY))).toEqual({ remainingHours: 12.5, remainingAsOf: TODAY });
  });

  test('that it is still 12 h says so anew: only the day changes', () => {
    const same = stateRemaining(line({ remainingHours: 12, remainingAsOf: '2026-11-01' }), 12, TODAY);
    expect(set(same)).toEqual({ remainingAsOf: TODAY });
  });

  test('is refused below zero, beyond reason, and of what is done or gone', () => {
    expect(refusal(stateRemaining(line(), -1, TODAY))).toContain('zero or more');
    expect(refusal(stateRemaining(line(), Number.NaN, TODAY))).toContain('zero or more');
    expect(refusal(stateRemaining(line(), 1_000_000, TODAY))).toContain('more than anybody can work');
    expect(refusal(stateRemaining(line({ status: 'done' }), 1, TODAY))).toContain('nothing is left');
    expect(refusal(stateRemaining(line({ status: 'negotiated away' }), 1, TODAY))).toContain('negotiated away');
  });
});

describe('a fresh figure is wanted', () => {
  test('once half of the plan is spent, and again at four fifths', () => {
    expect(wanted({}, [hours('2026-11-20', 19)])).toBeUndefined();
    expect(wanted({}, [hours('2026-11-20', 20)])).toBe('50 % of the 40 h planned are spent');
    expect(wanted({ remainingHours: 20, remainingAsOf: '2026-11-20' }, [hours('2026-11-20', 20), hours('2026-11-21', 11)])).toBeUndefined();
    expect(wanted({ remainingHours: 20, remainingAsOf: '2026-11-20' }, [hours('2026-11-20', 20), hours('2026-11-21', 12)])).toBe(
      '80 % of the 40 h planned are spent',
    );
  });

  test('after more than 14 days in which somebody worked, not in those in which nobody did', () => {
    const stated = { remainingHours: 30, remainingAsOf: '2026-11-07' };
    expect(wanted(stated, [hours('2026-11-20', 6)])).toBe('6 h were logged, and nobody said for 15 days what is left');
    expect(wanted(stated, [hours('2026-11-07', 6)])).toBeUndefined();
    expect(wanted({ ...stated, remainingAsOf: '2026-11-08' }, [hours('2026-11-20', 6)])).toBeUndefined();
  });

  test('when 12 h were worked of 10 h that were left', () => {
    expect(wanted({ remainingHours: 10, remainingAsOf: '2026-11-18', plannedHours: 400 }, [hours('2026-11-20', 12)])).toBe(
      '12 h were logged since 10 h were said to be left',
    );
  });

  test('seven days before its milestone, also where nobody has begun; not eight days before, and not once it is reached', () => {
    expect(wanted({}, [], golive('2026-11-29'))).toBe('“Go-live” is due in 7 days');
    expect(wanted({}, [], golive('2026-11-21'))).toBe('“Go-live” is due since 1 day');
    expect(wanted({}, [], golive('2026-11-30'))).toBeUndefined();
    expect(wanted({}, [], golive('2026-11-29', { reachedAt: TODAY }))).toBeUndefined();
    expect(wanted({ remainingHours: 3, remainingAsOf: '2026-11-15' }, [], golive('2026-11-24'))).toBeUndefined();
  });

  test('of no line that is done', () => {
    expect(wanted({ status: 'done' }, [hours('2026-11-20', 80)], golive('2026-11-23'))).toBeUndefined();
  });

  test('only on deals on which people work', () => {
    const phases = ['negotiation', 'build', 'closed', 'lost', 'on hold'] as const;
    expect(phases.map((phase) => isInDelivery(aDeal({ phase, pausedFrom: 'build' })))).toEqual([false, true, false, false, false]);
  });

  const entry = fc.record({ ago: fc.nat(200), of: fc.integer({ min: 1, max: 60 }) });
  law(
    'a figure that is said today leaves nothing to ask today, whatever was worked',
    fc.property(
      fc.array(entry, { maxLength: 12 }),
      fc.nat(80),
      fc.nat(60),
      fc.integer({ min: -30, max: 30 }),
      (worked, planned, left, due) => {
        const entries = worked.map(({ ago, of }, at) => hours(addDays(TODAY, -ago), of, String(at)));
        const stated = stateRemaining(line({ plannedHours: planned }), left, TODAY);
        return (
          figureWanted(packed({ plannedHours: planned, ...set(stated) }, entries), {
            today: TODAY,
            milestone: golive(addDays(TODAY, due)),
          }) === undefined
        );
      },
    ),
  );
});
