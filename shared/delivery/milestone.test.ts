import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { isBinding } from '../deal/undecided';
import type { Milestone, Slip } from '../records/registry';
import { a, refusal, set, world } from '../ticket/testing/ticket-world';
import { addDays, daysBetween } from '../values/calendar';
import { acceptMilestone, addMilestone, milestonesOf, moveMilestone, nextMilestone, reachMilestone, unreachMilestone } from './milestone';
import { slipDays, slippedDays, slipsOf, slipsOfDeal } from './slips';

const TODAY = '2026-11-22';
const stone = (values: object = {}, body = '1') => a('milestone', { title: 'Go-live', due: '2026-12-01', ...values }, body);
const move = (to: string, values: object = {}) => ({ to, cause: 'Tablets came late', party: 'third party' as const, ...values });

describe('a milestone', () => {
  test('is reached on a day that has come', () => {
    expect(set(reachMilestone(stone(), { on: '2026-11-20', today: TODAY }))).toEqual({ reachedAt: '2026-11-20' });
    expect(refusal(reachMilestone(stone(), { on: '2026-11-23', today: TODAY }))).toContain('still to come');
    expect(refusal(reachMilestone(stone({ reachedAt: TODAY }), { on: TODAY, today: TODAY }))).toContain('already');
    expect(refusal(reachMilestone(stone(), { on: TODAY, today: TODAY }, { undecided: ['reachedAt'] }))).toContain('offline');
  });

  test('is accepted by somebody at the client, with the day and where they said so; acceptance binds and so waits for clashes', () => {
    const accepted = acceptMilestone(stone(), { by: 'contact:ines', on: '2026-11-21', source: 'moment:7', today: TODAY });
    expect(set(accepted)).toEqual({
      acceptedBy: 'contact:ines',
      acceptedAt: '2026-11-21',
      reachedAt: '2026-11-21',
      sourceMoment: 'moment:7',
    });
    expect(accepted.ok && isBinding(accepted.value)).toBe(true);
    expect(set(acceptMilestone(stone({ reachedAt: '2026-11-18' }), { by: 'contact:ines', on: TODAY, today: TODAY }))).toEqual({
      acceptedBy: 'contact:ines',
      acceptedAt: TODAY,
    });
    expect(refusal(acceptMilestone(stone(), { by: undefined, on: TODAY, today: TODAY }))).toContain('who accepted it');
    expect(refusal(acceptMilestone(stone(), { by: 'contact:ines', on: TODAY, today: TODAY }, { undecided: ['fee'] }))).toContain('offline');
  });

  test('is not reached after all only with a reason, and its acceptance goes with it', () => {
    const reached = stone({ reachedAt: '2026-11-18', acceptedBy: 'contact:ines', acceptedAt: '2026-11-19' });
    expect(refusal(unreachMilestone(reached, { why: ' ' }))).toContain('Say why');
    expect(set(unreachMilestone(reached, { why: 'Wrong one' }))).toEqual({ reachedAt: null, acceptedAt: null, acceptedBy: null });
  });

  test('that is next is the earliest not reached, also where its day has gone by', () => {
    const records = world(
      stone({ due: '2026-12-24' }, '1'),
      stone({ due: '2026-11-01' }, '2'),
      stone({ due: '2026-10-01', reachedAt: TODAY }, '3'),
    );
    expect(nextMilestone(milestonesOf(records, 'deal:1'))?.id).toBe('milestone:2');
  });

  test('that is added stands behind the others', () => {
    const added = set(addMilestone('milestone:9', 'deal:1', { title: ' Pilot ', due: TODAY }, world(stone({ rank: 'a1' }))));
    expect(added).toMatchObject({ title: 'Pilot', deal: 'deal:1', due: TODAY });
    expect([added?.['rank'], 'a1'].toSorted()).toEqual(['a1', added?.['rank']]);
    expect(refusal(addMilestone('milestone:9', 'deal:1', { title: ' ' }, world()))).toContain('what is reached');
  });
});

describe('moving a milestone', () => {
  test('from 1 to 15 December is one command: the slip with its cause and party, and the new day', () => {
    const moved = moveMilestone(stone(), move('2026-12-15'), world());
    expect(moved.ok && moved.value).toMatchObject({ act: 'milestone.slip', deal: 'deal:1' });
    expect(moved.ok && moved.value.changes.map((change) => change.set)).toEqual([
      { milestone: 'milestone:1', from: '2026-12-01', to: '2026-12-15', cause: 'Tablets came late', party: 'third party' },
      { due: '2026-12-15' },
    ]);
  });

  test('asks why and whose doing it was, and lets what is reached stand', () => {
    expect(refusal(moveMilestone(stone(), move('2026-12-15', { cause: '' }), world()))).toContain('Say why');
    expect(refusal(moveMilestone(stone(), move('2026-12-15', { party: undefined }), world()))).toContain('whose doing');
    expect(refusal(moveMilestone(stone(), move('2026-12-01'), world()))).toContain('already');
    expect(refusal(moveMilestone(stone({ reachedAt: TODAY }), move('2026-12-15'), world()))).toContain('reached');
    expect(refusal(moveMilestone(stone(), move('2026-12-15'), world(), { undecided: ['due'] }))).toContain('offline');
  });

  test('that had no date plans it, and is no slip', () => {
    const planned = moveMilestone(stone({ due: null }), { to: TODAY, cause: '', party: undefined }, world());
    expect(planned.ok && planned.value).toMatchObject({ act: 'milestone.plan', changes: [{ set: { due: TODAY } }] });
  });

  test('to the same day on two devices is one slip; there and back and there again are three', () => {
    const slipOf = (from: string, to: string, ...known: readonly Slip[]) => {
      const moved = moveMilestone(stone({ due: from }), move(to), world(...known));
      const change = moved.ok ? moved.value.changes[0] : undefined;
      if (!change) throw new Error('no slip');
      return a('slip', change.set as never, change.record.slice(5));
    };
    const [here, there] = [slipOf('2026-12-01', '2026-12-15'), slipOf('2026-12-01', '2026-12-15')];
    expect(here.id).toBe(there.id);
    const back = slipOf('2026-12-15', '2026-12-01', here);
    const again = slipOf('2026-12-01', '2026-12-15', here, back);
    expect(new Set([here.id, back.id, again.id]).size).toBe(3);
    expect(slipsOf(stone({ due: '2026-12-15' }), [here, back, again])).toMatchObject({ days: 14, unexplained: 0, setAside: [] });
  });
});

const slip = (from: string, to: string, party: string, body: string, milestone = 'milestone:1') =>
  a('slip', { milestone, from, to, party }, body);

describe('slips', () => {
  test('of 14 days by the client and 7 by us are summed by party, a week won back included', () => {
    const records = world(
      stone({ due: '2026-12-22' }),
      slip('2026-12-01', '2026-12-15', 'client', '1'),
      slip('2026-12-15', '2026-12-29', 'us', '2'),
      slip('2026-12-29', '2026-12-22', 'us', '3'),
    );
    expect(slippedDays(slipsOfDeal(records, 'deal:1'))).toEqual({ us: 7, client: 14, 'third party': 0 });
  });

  test('that two people recorded offline to two days count once: the day that was chosen says which', () => {
    const two = [slip('2026-12-01', '2026-12-15', 'client', '1'), slip('2026-12-01', '2026-12-08', 'us', '2')];
    const chosen = slipsOf(stone({ due: '2026-12-08' }), two);
    expect(chosen).toMatchObject({ days: 7, unexplained: 0, original: '2026-12-01' });
    expect([chosen.slips.map(({ id }) => id), chosen.setAside.map(({ id }) => id)]).toEqual([['slip:2'], ['slip:1']]);
    expect(slippedDays([chosen])).toEqual({ us: 7, client: 0, 'third party': 0 });
  });

  test('do not explain a date that somebody set by hand since', () => {
    expect(slipsOf(stone({ due: '2026-12-20' }), [slip('2026-12-01', '2026-12-15', 'client', '1')])).toMatchObject({
      days: 19,
      unexplained: 5,
    });
  });

  const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-12-01', days));
  const any = fc.array(fc.record({ from: day, to: day, party: fc.constantFrom('us', 'client', 'third party') }), { maxLength: 8 });
  law(
    'the days of the slips and those unexplained sum to the days from the original date to the one that stands',
    fc.property(day, any, (due, moves) => {
      const all = moves.map(({ from, to, party }, at) => slip(from, to, party, String(at)));
      const found = slipsOf(stone({ due }), all);
      const explained = found.slips.reduce((sum, one) => sum + slipDays(one), 0);
      const parties = Object.values(slippedDays([found])).reduce((sum, days) => sum + days, 0);
      expect(explained + found.unexplained).toBe(daysBetween(found.original ?? due, due));
      expect(parties).toBe(explained);
      expect(found.slips.length + found.setAside.length).toBe(all.length);
    }),
  );

  law(
    'moved one after the other, every slip is explained and none is set aside',
    fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), (days) => {
      let milestone: Milestone = stone();
      const slips: Slip[] = [];
      for (const to of days) {
        const moved = moveMilestone(milestone, move(to), world(...slips));
        if (!moved.ok) continue;
        const change = moved.value.changes[0];
        if (change) slips.push(a('slip', change.set as never, change.record.slice(5)));
        milestone = stone({ due: to });
      }
      expect(slipsOf(milestone, slips)).toMatchObject({ unexplained: 0, setAside: [] });
    }),
  );
});
