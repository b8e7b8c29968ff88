import { describe, expect, test } from 'vitest';
import { escalations } from './escalations';
import { DAY, factsOf, nobodyJoined, settings, sold, some } from './testing/signal-world';

const pulled = (deal: string, openedAt: string | null, values = {}) =>
  some('ticket', {
    deal: `deal:${deal}`,
    title: 'Was the night shift sold?',
    kind: 'escalation',
    about: 'what was sold',
    status: 'open',
    helper: 'person:ada',
    ...(openedAt ? { openedAt } : {}),
    ...values,
  });
const deals = ['a', 'b', 'c'].map((key) => sold(key));
const measured = (...tickets: readonly ReturnType<typeof pulled>[]) =>
  escalations(factsOf(...deals, ...tickets), DAY, settings(), nobodyJoined);

describe('escalations about what was sold', () => {
  test('one to an account executive in a quarter is accepted, two are not', () => {
    expect(measured(pulled('a', '2026-10-01'))).toMatchObject({ value: 1, isTrue: false });
    expect(measured(pulled('a', '2026-10-01'), pulled('b', '2026-11-26'))).toMatchObject({ value: 2, isTrue: true });
  });

  test('a quarter ends three months ago: 27 August counts on 26 November, 26 August does not', () => {
    expect(measured(pulled('a', '2026-08-26'), pulled('b', '2026-08-27'))).toMatchObject({ value: 1, isTrue: false });
  });

  test('other escalations, and those that are still to come, are not counted', () => {
    const other = [
      pulled('a', '2026-10-01', { about: 'quality' }),
      pulled('a', '2026-10-01', { kind: 'incident' }),
      pulled('a', '2026-11-27'),
    ];
    expect(measured(...other)).toMatchObject({ value: 0, isTrue: false, rows: [] });
  });

  test('without a helper they are those of the account executive of the deal', () => {
    expect(measured(pulled('a', '2026-10-01', { helper: null }), pulled('a', '2026-10-02')).rows).toMatchObject([
      { person: 'person:ada', value: 2, deal: 'deal:a', aboutPeople: true },
    ]);
  });

  test('name nobody with fewer than three signed deals', () => {
    const few = escalations(
      factsOf(...deals.slice(1), pulled('b', '2026-10-01'), pulled('b', '2026-10-02')),
      DAY,
      settings(),
      nobodyJoined,
    );
    expect(few).toMatchObject({ isTrue: false, rows: [], lacks: expect.stringContaining('Nobody has sold 3 deals yet') });
  });

  test('two ids of one human are one human', () => {
    const same = (person: `person:${string}`) => (person === 'person:ada-at-home' ? ('person:ada' as const) : person);
    const facts = factsOf(...deals, pulled('a', '2026-10-01'), pulled('b', '2026-10-02', { helper: 'person:ada-at-home' }));
    expect(escalations(facts, DAY, settings(), same)).toMatchObject({ value: 2, isTrue: true });
  });

  test('one without a day is told and not counted', () => {
    expect(measured(pulled('a', null))).toMatchObject({ value: 0, remark: '1 escalation without a day is not counted' });
  });
});
