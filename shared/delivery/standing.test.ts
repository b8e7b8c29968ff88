import { describe, expect, test } from 'vitest';
import { a, aDeal, aTicket, world } from '../ticket/testing/ticket-world';
import { deliveryStanding, ownerOf, wantedFigures } from './standing';

const TODAY = '2026-11-22';
const line = (values: object = {}, body = '1') => a('scopeLine', { title: 'Interface', status: 'in', plannedHours: 40, ...values }, body);
const worked = (of: number, scopeLine = 'scopeLine:1', body = '1') =>
  a('timeEntry', { person: 'person:ada', scopeLine, date: '2026-11-20', hours: of, activity: 'delivery' }, body);

describe('where a delivery stands', () => {
  test('is 75 % with 30 h spent and 10 left, the go-live next, one of two milestones reached and one incident open', () => {
    const records = world(
      aDeal({ phase: 'build' }),
      line(),
      worked(30),
      a('milestone', { title: 'Design', due: '2026-10-01', reachedAt: '2026-10-02' }),
      a('milestone', { title: 'Go-live', due: '2026-12-01' }, '2'),
      aTicket({ kind: 'incident', status: 'open', severity: 'critical', openedAt: '2026-11-20' }),
    );
    expect(deliveryStanding(records, 'deal:1', TODAY)).toMatchObject({
      progress: { complete: 0.75 },
      next: { title: 'Go-live' },
      milestones: { all: 2, reached: 1 },
      counts: [{ severity: 'critical', count: 1, oldest: 2 }],
      workRecords: ['scopeLine:1', 'timeEntry:1', 'milestone:1', 'milestone:2'],
    });
  });

  test('asks the owner of the line, else of its work package, else the project manager', () => {
    const ticket = (status: string, owner: string, body: string) =>
      aTicket({ kind: 'work package', scopeLine: 'scopeLine:1', status, owner }, body);
    const deal = aDeal({ phase: 'build' });
    const records = world(ticket('done', 'person:jonas', '1'), ticket('open', 'person:ada', '2'));
    expect(ownerOf(records, line({ owner: 'person:lea' }), deal)).toBe('person:lea');
    expect(ownerOf(records, line(), deal)).toBe('person:ada');
    expect(ownerOf(world(), line(), deal)).toBe('person:mehmet');
  });

  test('wants figures only of lines that reached a mark, and none of a deal on hold', () => {
    const records = world(aDeal({ phase: 'build' }), line(), line({}, '2'), worked(21), worked(3, 'scopeLine:2', '2'));
    const lines = (phase: string) =>
      wantedFigures(records, aDeal({ phase, pausedFrom: 'build' }), TODAY).map(({ pack, asks }) => [pack.line.id, asks]);
    expect(lines('build')).toEqual([['scopeLine:1', 'person:mehmet']]);
    expect(lines('on hold')).toEqual([]);
  });
});
