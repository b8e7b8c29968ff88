import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityOf, hoursOfTicket, logHours, pursuitHours, timerEntryId, timerHours } from './hours';
import { a, aDeal, aTicket, refusal, set, world } from './testing/ticket-world';

const TODAY = '2026-11-22';
const log = (worked: object, ticket = aTicket(), deal = aDeal()) =>
  logHours('timeEntry:1', { ticket, deal, today: TODAY }, { person: 'person:ada', date: TODAY, hours: 1.5, ...worked });

describe('hours on a ticket', () => {
  test('are pursuit until the deal is signed, whatever the work is', () => {
    expect(set(log({ note: ' With the CFO ' }))).toEqual({
      deal: 'deal:1',
      ticket: 'ticket:1',
      person: 'person:ada',
      date: TODAY,
      hours: 1.5,
      activity: 'pursuit',
      billable: false,
      approved: false,
      note: 'With the CFO',
    });
  });

  test('are delivery, rework or escalation after it, and stay with the line that was sold', () => {
    const signed = aDeal({ phase: 'build' });
    expect(activityOf(aTicket({ kind: 'incident' }), signed)).toBe('rework');
    expect(activityOf(aTicket({ kind: 'escalation' }), signed)).toBe('escalation');
    const built = set(log({}, aTicket({ kind: 'work package', scopeLine: 'scopeLine:7' }), signed));
    expect(built).toMatchObject({ activity: 'delivery', billable: true, scopeLine: 'scopeLine:7' });
    expect(activityOf(aTicket(), aDeal({ phase: 'lost', pausedFrom: 'proposal' }))).toBe('pursuit');
  });

  test('are more than none, fit into a day, and lie behind us', () => {
    expect(refusal(log({ hours: 0 }))).toContain('how many hours');
    expect(refusal(log({ hours: Number.NaN }))).toContain('how many hours');
    expect(refusal(log({ hours: 25 }))).toContain('24 hours');
    expect(refusal(log({ date: '2026-11-23' }))).toContain('still to come');
    expect(refusal(log({ date: '2026-02-30' }))).toContain('must be a date');
  });

  test('add up by ticket, and by deal as what it cost to win it', () => {
    const entry = (body: string, hours: number, values: object) =>
      a('timeEntry', { person: 'person:ada', date: TODAY, hours, activity: 'pursuit', ...values }, body);
    const records = world(
      entry('1', 0.1, { ticket: 'ticket:1' }),
      entry('2', 0.2, { ticket: 'ticket:1' }),
      entry('3', 4, { ticket: 'ticket:2' }),
      entry('4', 8, { ticket: 'ticket:1', activity: 'delivery' }),
    );
    expect(hoursOfTicket(records, 'ticket:1')).toBe(8.3);
    expect(pursuitHours(records, 'deal:1')).toBe(4.3);
  });
});

describe('a timer', () => {
  const START = Date.parse('2026-11-22T09:00:00.000Z');

  test('counts every minute begun: 90 minutes are an hour and a half, 20 seconds one minute', () => {
    expect(timerHours(START, START + 90 * 60_000)).toBe(1.5);
    expect(timerHours(START, START + 20_000)).toBe(0.02);
    expect(timerHours(START, START + 61_000)).toBe(0.03);
  });

  test('never gives hours back: longer is never less, and never nothing, even under a clock that was set back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 86_400_000 }), fc.nat(86_400_000), (run, more) => {
        expect(timerHours(START, START + run)).toBeGreaterThan(0);
        expect(timerHours(START, START + run + more)).toBeGreaterThanOrEqual(timerHours(START, START + run));
      }),
    );
  });

  test('stopped in two windows is one entry, started again another', () => {
    const id = timerEntryId('person:ada', 'ticket:1', START);
    expect(timerEntryId('person:ada', 'ticket:1', START)).toBe(id);
    expect(timerEntryId('person:ada', 'ticket:1', START + 1)).not.toBe(id);
    expect(timerEntryId('person:jonas', 'ticket:1', START)).not.toBe(id);
  });
});
