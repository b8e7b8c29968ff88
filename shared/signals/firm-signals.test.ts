import { describe, expect, test } from 'vitest';
import { noteVisit } from './visit';
import { composite } from './composite';
import { firmSignals } from './firm-signals';
import { turned } from './turned';
import { DAY, factsOf, nobodyJoined, settings, sold, some } from './testing/signal-world';

const request = some('changeOrder', { deal: 'deal:a', title: 'Toll', status: 'requested', requestedAt: '2026-11-08' }, 'toll');
const facts = factsOf(sold('a'), sold('b'), sold('c'), request);
const measured = (day: string, changed: Parameters<typeof settings>[0] = {}) =>
  firmSignals({ facts, settings: settings(changed), same: nobodyJoined }, day);

describe('the signals of a firm', () => {
  test('say what they lack where they lack it', () => {
    expect(measured(DAY).map(({ key, state }) => [key, state])).toEqual([
      ['reconstruction', 'not enough data'],
      ['escalations', 'false'],
      ['figures', 'not enough data'],
      ['changeOrders', 'true'],
      ['outOfSight', 'true'],
    ]);
    expect(composite(measured(DAY)).verdict).toBe('holding');
  });

  test('of an empty workspace have no data, and nothing is claimed', () => {
    const empty = firmSignals({ facts: [], settings: settings(), same: nobodyJoined }, DAY);
    expect(new Set(empty.map(({ state }) => state))).toEqual(new Set(['not enough data']));
    expect(composite(empty).verdict).toBe('not enough data');
  });

  test('that are switched off measure nothing and have no trend', () => {
    const { on } = settings();
    const [first] = measured(DAY, { on: { ...on, reconstruction: false } });
    expect(first).toMatchObject({ state: 'off', rows: [], trend: [] });
  });

  test('trends end today: four quarters for hours and escalations, six months for the others', () => {
    expect(measured(DAY).map(({ trend }) => trend.length)).toEqual([4, 4, 6, 6, 6]);
    expect(measured(DAY)[4]?.trend.map(({ day, value }) => [day, value])).toEqual([
      ['2026-06-26', 0],
      ['2026-07-26', 100],
      ['2026-08-26', 100],
      ['2026-09-26', 100],
      ['2026-10-26', 100],
      ['2026-11-26', 100],
    ]);
  });

  test('a request of 8 November turned the signal on the 23rd, and is what to decide', () => {
    const { signals, rows } = turned(measured('2026-11-22'), measured('2026-11-23'));
    expect(rows).toMatchObject([{ signal: 'changeOrders', row: { records: ['changeOrder:toll'], value: 15 } }]);
    expect(signals).toEqual([]);
    expect(turned(measured('2026-11-23'), measured('2026-11-26'))).toEqual({ signals: [], rows: [] });
  });
});

describe('a visit', () => {
  const looked = { person: 'person:ada', deal: 'deal:a', at: '2026-11-26T09:00:00.000Z', on: DAY } as const;

  test('is one record per person, deal and day, on whatever device', () => {
    const again = noteVisit({ ...looked, at: '2026-11-26T17:00:00.000Z' });
    expect(again.changes[0]?.record).toBe(noteVisit(looked).changes[0]?.record);
    expect(noteVisit({ ...looked, on: '2026-11-27' }).changes[0]?.record).not.toBe(again.changes[0]?.record);
    expect(noteVisit({ ...looked, person: 'person:mehmet' }).changes[0]?.record).not.toBe(again.changes[0]?.record);
  });
});
