import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, csv, dealNamed, EMPTY, imported, planOf } from '../../test/fixtures/imports';
import type { Records } from '../records/records';
import { commandsOf } from './commands';
import { instantInZone } from './zone-instant';

const PEOPLE = 'ORGANIZER;CN=Ana Ruiz:mailto:ana@halden.example\r\nATTENDEE;CN="Nair, Priya":mailto:Priya@northwind.example';
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]) =>
  csv('calendar.ics', ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n'));

const KICKOFF = event(
  'UID:k1',
  'DTSTART;TZID=Europe/Berlin:20260620T090000',
  'DTEND;TZID=Europe/Berlin:20260620T100000',
  'SUMMARY:Kickoff',
  PEOPLE,
);
/** Weekly; the second is left out, the third was moved by a day, and what follows the import is still to come. */
const WEEKLY = [
  event('UID:w1', 'DTSTART:20261027T100000Z', 'DURATION:PT30M', 'RRULE:FREQ=WEEKLY', 'EXDATE:20261103T100000Z', 'SUMMARY:Weekly', PEOPLE),
  event('UID:w1', 'RECURRENCE-ID:20261110T100000Z', 'DTSTART:20261111T100000Z', 'DURATION:PT30M', 'SUMMARY:Weekly, moved', PEOPLE),
];
const OTHERS = [
  event('UID:p1', 'DTSTART:20261001T100000Z', 'SUMMARY:Dentist', 'CLASS:PRIVATE', PEOPLE),
  event('UID:s1', 'DTSTART;VALUE=DATE:20261002', 'SUMMARY:Out of office'),
  event('UID:c1', 'DTSTART:20261003T100000Z', 'SUMMARY:Demo', 'STATUS:CANCELLED', PEOPLE),
  event('UID:b1', 'DTSTART:nonsense', 'SUMMARY:Broken', PEOPLE),
];

const inOrder = (records: Records) =>
  records.all('moment').toSorted((a, b) => (`${a.at} ${a.subject ?? ''}` < `${b.at} ${b.subject ?? ''}` ? -1 : 1));

describe('a calendar', () => {
  const whole = [calendar(KICKOFF, ...WEEKLY, ...OTHERS)];

  it('brings in the meetings that have been, each of a series for itself, and a second time none', async () => {
    const before = await imported(ALL);
    const planned = await planOf(whole, before);
    expect(planned.files[0]?.rows.map(({ title, action }) => [title, action])).toEqual([
      ['Kickoff', 'create'],
      ['Weekly', 'create'],
      ['Weekly', 'create'],
      ['Weekly, moved', 'create'],
      ['Dentist', 'skip'],
      ['Out of office', 'skip'],
      ['Demo', 'skip'],
      ['Broken', 'problem'],
    ]);
    const deal = dealNamed(before, 'Website relaunch').id;
    expect(planned.files[0]?.rows[0]?.filing?.suggestions[0]?.deal).toBe(deal);
    const records = await imported(whole, before, { deals: { [`calendar.ics:${planned.files[0]?.rows[0]?.line}`]: deal } });
    expect(inOrder(records).map(({ at, subject, kind, deal: under }) => [at, subject, kind, under])).toEqual([
      ['2026-06-20T07:00:00.000Z', 'Kickoff', 'meeting', deal],
      ['2026-10-27T10:00:00.000Z', 'Weekly', 'meeting', undefined],
      ['2026-11-11T10:00:00.000Z', 'Weekly, moved', 'meeting', undefined],
      ['2026-11-17T10:00:00.000Z', 'Weekly', 'meeting', undefined],
    ]);
    expect(inOrder(records)[0]?.contacts).toEqual([records.all('contact')[0]?.id]);
    const again = await planOf(whole, records);
    expect(again.counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
    expect(commandsOf(again, records)).toEqual([]);
  });

  it('keeps a meeting as it was, and its later version beside it on the same deal', async () => {
    const before = await imported(ALL);
    const deal = dealNamed(before, 'Website relaunch').id;
    const records = await imported([calendar(KICKOFF)], before, { deals: { 'calendar.ics:3': deal } });
    const changed = [calendar(KICKOFF.replace('SUMMARY:Kickoff', 'SUMMARY:Kickoff with the CFO'))];
    const next = await imported(changed, records);
    expect(inOrder(next).map(({ subject, deal: under }) => [subject, under])).toEqual([
      ['Kickoff', deal],
      ['Kickoff with the CFO', deal],
    ]);
    expect(commandsOf(await planOf(changed, next), next)).toEqual([]);
    const gone = await planOf([calendar(KICKOFF.replace('SUMMARY', 'STATUS:CANCELLED\r\nSUMMARY'))], next);
    expect(gone.files[0]?.problems[0]?.reason).toContain('Cancelled in the calendar since');
    expect(commandsOf(gone, next)).toEqual([]);
  });

  it('reads a clock of the world in summer and in winter, and no clock that nobody knows', () => {
    expect(instantInZone('Europe/Berlin', Date.UTC(2026, 6, 1, 9))).toBe('2026-07-01T07:00:00.000Z');
    expect(instantInZone('America/New_York', Date.UTC(2026, 0, 15, 9))).toBe('2026-01-15T14:00:00.000Z');
    expect(instantInZone('Nowhere/Land', 0)).toBeUndefined();
  });

  it('that was damaged anywhere is planned or refused, and the second time brings nothing', async () => {
    const text = new TextDecoder().decode(whole[0]?.bytes);
    const put = fc.constantFrom(
      '',
      ':',
      ';',
      '\r\n',
      'FREQ=SECONDLY',
      'BYMONTH=2;BYMONTHDAY=30',
      '99999999T999999Z',
      '\u0000',
      'END:VEVENT',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(text.length), fc.nat(12), put), { minLength: 1, maxLength: 3 }), async (cuts) => {
        const damaged = cuts.reduce((all, [at, length, words]) => all.slice(0, at) + words + all.slice(at + length), text);
        const files = [csv('calendar.ics', damaged)];
        const records = await imported(files, EMPTY);
        expect((await planOf(files, records)).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
      }),
      { numRuns: 1_000 },
    );
  });
});
