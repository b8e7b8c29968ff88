import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../test/law';
import type { TimeEntry } from '../records/registry';
import { a, aDeal, aPerson, refusal, world } from '../ticket/testing/ticket-world';
import { approveTime, reopenTime, weeksToApprove } from './approval';
import { correctTime, logTime, removeTime } from './entry';
import { billRateFor, setBillRate } from './rate-card';
import { cellEntryId, mondayOf, rowKey, rowsOfLastWeek, typeCell, weekOf } from './week';
import { readCell } from './typed-hours';

const TODAY = '2026-12-04';
const MONDAY = '2026-11-30';
const deal = aDeal({ phase: 'build', billingModel: 'T&M', amount: { amount: 4_800_000, currency: 'EUR' } });
const jonas = aPerson('jonas', { roles: ['consultant'] });
const anEntry = (body: string, values: Parameters<typeof a>[1] = {}): TimeEntry =>
  a('timeEntry', { person: jonas.id, date: MONDAY, hours: 2, activity: 'delivery', billable: true, approved: false, ...values }, body);
const of = { deal: deal.id, activity: 'delivery' } as const;
const typed = (hours: number) => ({ person: jonas.id, of, date: MONDAY, hours, today: TODAY, newId: () => 'timeEntry:new' as const });

test('the week of Friday 4 December 2026 begins on Monday 30 November', () => {
  expect(mondayOf('2026-12-04')).toBe('2026-11-30');
  expect(mondayOf('2026-11-30')).toBe('2026-11-30');
  expect(mondayOf('2026-12-06')).toBe('2026-11-30');
});

test('a week adds up by row and by day', () => {
  const rework = anEntry('3', { activity: 'rework', hours: 1.25 });
  const week = weekOf(world(deal, anEntry('1'), anEntry('2', { date: '2026-12-02', hours: 3.5 }), rework), jonas.id, MONDAY);
  expect(week.rows.map(({ hours }) => hours)).toEqual([5.5, 1.25]);
  expect(week.totals).toEqual([3.25, 0, 3.5, 0, 0, 0, 0]);
  expect(week.hours).toBe(6.75);
});

test('typing 3 into a cell of 2 changes the entry, and an empty cell makes one that two laptops share', () => {
  const one = anEntry('1');
  const changed = typeCell(world(deal, jonas, one), typed(3));
  expect(changed.ok && changed.value.changes).toEqual([{ record: one.id, set: { hours: 3 } }]);
  const made = typeCell(world(deal, jonas), typed(7.5));
  expect(made.ok && made.value.changes[0]).toMatchObject({
    record: cellEntryId(jonas.id, of, MONDAY),
    set: { hours: 7.5, billable: true, approved: false },
  });
});

test('a cell that was emptied and is filled again is the same entry', () => {
  const emptied = a('timeEntry', { ...values(anEntry('1')), archived: true }, cellEntryId(jonas.id, of, MONDAY).slice('timeEntry:'.length));
  const back = typeCell(world(deal, jonas, emptied), typed(4));
  expect(back.ok && back.value.changes).toEqual([{ record: emptied.id, set: { hours: 4, archived: null } }]);
});

test('approved hours of a cell cannot be typed away, and more is added beside them', () => {
  const records = world(deal, jonas, anEntry('1', { approved: true, hours: 6 }));
  expect(refusal(typeCell(records, typed(4)))).toBe('6 h of that day are approved. Whoever approves can reopen them.');
  const more = typeCell(records, typed(8));
  expect(more.ok && more.value.changes[0]?.set).toMatchObject({ hours: 2, approved: false });
});

law(
  'whatever is typed into a cell of open entries, it holds exactly that afterwards',
  fc.property(
    fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 0, max: 24 }),
    (quarters, hours) => {
      const entries = quarters.map((count, at) => anEntry(String(at), { hours: count / 4 }));
      const command = typeCell(world(deal, jonas, ...entries), typed(hours));
      if (!command.ok) throw new Error(command.error.message);
      const after = entries.flatMap((entry) => {
        const set = command.value.changes.find(({ record }) => record === entry.id)?.set ?? {};
        return set['archived'] === true ? [] : [typeof set['hours'] === 'number' ? set['hours'] : entry.hours];
      });
      expect(after.reduce((sum, one) => sum + one, 0)).toBe(hours);
    },
  ),
);

test('last week’s rows come without hours, those of this week left out', () => {
  const before = anEntry('1', { date: '2026-11-24' });
  const rework = anEntry('2', { date: '2026-11-25', activity: 'rework' });
  const now = anEntry('3');
  expect(rowsOfLastWeek(world(deal, before, rework, now), jonas.id, MONDAY).map(rowKey)).toEqual(['deal:1  rework']);
});

test('a day has 24 hours, and tomorrow has none yet', () => {
  const records = world(deal, jonas, anEntry('1', { hours: 20 }));
  const worked = { ...of, person: jonas.id, date: MONDAY, hours: 5 };
  expect(refusal(logTime(records, 'timeEntry:9', worked, TODAY))).toBe('That makes 25 h on 2026-11-30. A day has 24 hours.');
  expect(refusal(logTime(records, 'timeEntry:9', { ...worked, date: '2026-12-05' }, TODAY))).toContain('still to come');
});

test('an hour on a T&M deal has the price of its person, else of its role; a fixed price has none', () => {
  const card = (owner: Parameters<typeof setBillRate>[1], amount: number) => {
    const { record, set } = setBillRate(world(), owner, 'EUR', amount).changes[0] ?? { record: '', set: {} };
    return a('firmSetting', set, record.slice('firmSetting:'.length));
  };
  const roleRate = card({ role: 'Consultant' }, 12_000);
  const line = a('scopeLine', { title: 'EDI', status: 'in', role: 'Senior consultant' }, 'edi');
  const records = world(deal, jonas, line, roleRate, card({ role: 'senior consultant' }, 14_500));
  expect(billRateFor(records, { deal, person: jonas.id })).toEqual({ amount: 12_000, currency: 'EUR' });
  expect(billRateFor(records, { deal, person: jonas.id, scopeLine: line })).toEqual({ amount: 14_500, currency: 'EUR' });
  const own = world(deal, jonas, line, roleRate, card({ person: jonas.id }, 13_000));
  expect(billRateFor(own, { deal, person: jonas.id, scopeLine: line })).toEqual({ amount: 13_000, currency: 'EUR' });
  expect(billRateFor(own, { deal: { ...deal, billingModel: 'fixed' }, person: jonas.id })).toBeUndefined();
});

test('a week is approved whole, what is undecided holds it up, and approved hours are reopened before they change', () => {
  const [first, second] = [anEntry('1'), anEntry('2', { date: '2026-12-01', billable: false })];
  const [week] = weeksToApprove(world(deal, first, second));
  expect(week).toMatchObject({ monday: MONDAY, hours: 4, billable: 2 });
  const approved = approveTime(week?.entries ?? [], () => []);
  expect(approved.ok && approved.value.changes).toEqual([
    { record: first.id, set: { approved: true } },
    { record: second.id, set: { approved: true } },
  ]);
  expect(refusal(approveTime([first], (id) => (id === first.id ? ['billRate'] : [])))).toContain(
    'Bill rate of the time entry is undecided',
  );
  const done = anEntry('1', { approved: true });
  expect(refusal(correctTime(world(deal, done), done, { hours: 1 }, TODAY))).toContain('are approved');
  expect(refusal(removeTime(anEntry('1', { approved: true, invoiceLine: 'invoiceLine:1' })))).toContain('stand on an invoice');
  expect(reopenTime([done]).ok).toBe(true);
  expect(refusal(reopenTime([anEntry('1', { approved: true, invoiceLine: 'invoiceLine:1' })]))).toContain('Credit it first');
});

test('7,5 and 7:30 and 7.5 are seven and a half hours in a cell, and nothing is none', () => {
  expect(['7,5', '7:30', '7.5', '7.5h', '450m', '', '.5', '25', 'x'].map(readCell)).toEqual([
    7.5,
    7.5,
    7.5,
    7.5,
    7.5,
    0,
    0.5,
    undefined,
    undefined,
  ]);
});

const values = (entry: TimeEntry) => Object.fromEntries(Object.entries(entry).filter(([field]) => field !== 'id'));
