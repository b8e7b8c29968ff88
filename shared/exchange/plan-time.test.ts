import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../../test/law';
import { after, csv, edited, imported, planOf } from '../../test/fixtures/imports';
import { sampleFile, SAMPLES_ARE_HERE } from '../../test/fixtures/samples';
import { recordsOf } from '../records/records-from';
import type { AnyRecord } from '../records/registry';
import type { Records } from '../records/records';
import { commandsOf } from './commands';
import { parseHours } from './durations';

const WORLD = recordsOf([
  { id: 'account:1', name: 'Northwind Foods' },
  { id: 'account:2', name: 'Contoso Ltd' },
  { id: 'deal:1', name: 'Website relaunch', phase: 'build', account: 'account:1', signedAt: '2026-04-01' },
  { id: 'deal:2', name: 'Data platform', phase: 'build', account: 'account:2', signedAt: '2026-04-10' },
  { id: 'scopeLine:1', deal: 'deal:1', title: 'Scoping', status: 'in' },
  { id: 'person:ana', name: 'Ana Ruiz', email: 'ana@firm.example', roles: ['consultant'] },
] as unknown as AnyRecord[]);

const hours = (records: Records) => records.all('timeEntry').reduce((sum, entry) => sum + Math.round(entry.hours * 1e4), 0) / 1e4;

const HARVEST = 'Date,Client,Project,Task,Notes,Hours,Billable?,Approved?,First Name,Last Name,Billable Rate,Cost Rate,Currency\n';
const harvest = (...rows: string[]) => [csv('harvest.csv', HARVEST + rows.join('\n'))];
const CALL =
  '2026-04-03,Northwind Foods,Website relaunch,Scoping,"Call with CFO, billing",1.5,Yes,No,Ana,Ruiz,84.0,50.0,British Pound - GBP';

describe('a Harvest report', () => {
  describe.runIf(SAMPLES_ARE_HERE)('as Harvest writes it', () => {
    it('comes in as one entry of 1.5 h at £84.00, and changes nothing the second time', async () => {
      const file = [sampleFile('import', 'harvest-detailed-time.csv')];
      const planned = await planOf(file, WORLD);
      expect(planned.files.map(({ source, counts }) => [source, counts])).toEqual([
        ['harvest-time', { create: 1, update: 0, skip: 0, conflict: 0, problem: 0 }],
      ]);
      const records = await imported(file, WORLD);
      expect(records.all('timeEntry')).toMatchObject([
        {
          deal: 'deal:1',
          person: 'person:ana',
          date: '2026-04-03',
          hours: 1.5,
          billable: true,
          billRate: { amount: 8_400, currency: 'GBP' },
          scopeLine: 'scopeLine:1',
          activity: 'delivery',
          note: 'Call with CFO, billing',
        },
      ]);
      const again = await planOf(file, records);
      expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 1, conflict: 0 });
      expect(commandsOf(again, records)).toEqual([]);
    });
  });

  it('takes corrected hours and a corrected note as an update, and two rows that say the same as two entries', async () => {
    const first = await imported(harvest(CALL, CALL), WORLD);
    expect([first.all('timeEntry').length, hours(first)]).toEqual([2, 3]);
    const corrected = await imported(harvest(CALL, CALL.replace(',1.5,', ',2.25,')), first);
    expect([corrected.all('timeEntry').length, hours(corrected)]).toEqual([2, 3.75]);
    const noted = await planOf(
      harvest(CALL, CALL.replace(',1.5,', ',2.25,').replace('Call with CFO, billing', 'Call with CFO')),
      corrected,
    );
    expect(noted.counts).toMatchObject({ create: 0, update: 1, skip: 1, conflict: 0 });
    const done = after(corrected, commandsOf(noted, corrected));
    expect([done.all('timeEntry').length, hours(done)]).toEqual([2, 3.75]);
    expect(
      done
        .all('timeEntry')
        .map(({ note }) => note)
        .toSorted(),
    ).toEqual(['Call with CFO', 'Call with CFO, billing']);
  });

  it('keeps hours that a hand changed, and asks where the file changed them too', async () => {
    const first = await imported(harvest(CALL), WORLD);
    const byHand = edited(first, first.all('timeEntry')[0]?.id ?? '', { hours: 2 });
    expect((await planOf(harvest(CALL), byHand)).counts).toMatchObject({ skip: 1, conflict: 0 });
    expect((await planOf(harvest(CALL.replace(',1.5,', ',3,')), byHand)).counts).toMatchObject({ conflict: 1 });
  });

  it('is pursuit before the signature and delivery from it on', async () => {
    const contoso = CALL.replace('Northwind Foods,Website relaunch', 'Contoso Ltd,Data platform');
    const records = await imported(harvest(contoso, contoso.replace('2026-04-03', '2026-04-10')), WORLD);
    expect(
      records
        .all('timeEntry')
        .map(({ date, activity }) => [date, activity])
        .toSorted(),
    ).toEqual([
      ['2026-04-03', 'pursuit'],
      ['2026-04-10', 'delivery'],
    ]);
  });

  it('refuses a row without a person, a day, a time or a deal with its line and reason, and brings the rest in', async () => {
    const rows = [
      CALL,
      CALL.replace('Ana,Ruiz', ','),
      CALL.replace('2026-04-03', '2026-02-31'),
      CALL.replace(',1.5,', ',25,'),
      CALL.replace(',1.5,', ',,'),
      CALL.replace('Northwind Foods,Website relaunch', 'Nobody,Nothing'),
    ];
    const planned = await planOf(harvest(...rows), WORLD);
    expect(planned.files[0]?.rows.map(({ line, action }) => [line, action])).toEqual([
      [2, 'create'],
      ...[3, 4, 5, 6, 7].map((line) => [line, 'problem']),
    ]);
  });

  it('leaves what hours cost us out and says so; with the finance ledger one rate per change comes in, once', async () => {
    const rows = [CALL, CALL.replace('2026-04-03', '2026-04-04'), CALL.replace('2026-04-03', '2026-05-01').replace(',50.0,', ',55.0,')];
    const team = await planOf(harvest(...rows), WORLD, { roles: ['PM'] });
    expect(team.files[0]?.problems.map(({ line, effect, column }) => [line, effect, column])).toEqual([[2, 'value left out', 'Cost Rate']]);
    expect(JSON.stringify(commandsOf(team, WORLD))).not.toContain('5000');
    const finance = await planOf(harvest(...rows), WORLD, { costRates: true });
    const rates = finance.also.filter(({ type }) => type === 'costRate');
    expect(rates.map(({ values }) => [values['from'], values['hourlyCost']])).toEqual([
      ['2026-04-03', { amount: 5_000, currency: 'GBP' }],
      ['2026-05-01', { amount: 5_500, currency: 'GBP' }],
    ]);
    const commands = commandsOf(finance, WORLD);
    const ledgers = commands.map(({ changes }) => changes.some(({ record }) => record.startsWith('costRate:')));
    expect(ledgers).toEqual([false, true]);
    const records = after(WORLD, commands);
    expect(commandsOf(await planOf(harvest(...rows), records, { costRates: true }), records)).toEqual([]);
  });

  it('approves nothing where who imports may not approve', async () => {
    const row = CALL.replace('Yes,No', 'Yes,Yes');
    const consultant = await imported(harvest(row), WORLD, { roles: ['consultant'] });
    expect(consultant.all('timeEntry')[0]?.approved).toBe(false);
    expect((await imported(harvest(row), WORLD, { roles: ['PM'] })).all('timeEntry')[0]?.approved).toBe(true);
  });
});

describe('a project of a client', () => {
  it('is asked about once for all systems: what was answered for Harvest counts for Xero', async () => {
    const row = CALL.replace('Website relaunch', 'Something else').replace('Northwind Foods', 'Fabrikam');
    const answers = { 'project.deal/fabrikam · something else': 'deal:1' };
    const records = await imported(harvest(row), WORLD, { answers });
    const xero =
      'ContactName,InvoiceNumber,InvoiceDate,LineAmount,TrackingName1,TrackingOption1,Currency\nFabrikam,I-1,2026-05-04,10,Project,Something else,EUR\n';
    expect((await planOf([csv('xero.csv', xero)], records)).counts).toMatchObject({ create: 2, problem: 0 });
  });
});

describe('Toggl and Clockify', () => {
  const TOGGL = `User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (USD)
Ana Ruiz,ana@firm.example,Northwind Foods,Website relaunch,,Wireframes,Yes,2026-04-07,09:00:00,2026-04-07,10:20:00,01:20:00,,133.33
Ana Ruiz,ana@firm.example,Northwind Foods,Website relaunch,,Wireframes,No,2026-04-07,11:00:00,2026-04-07,11:40:00,00:40:00,,
`;
  const CLOCKIFY = `"Project","Client","Description","Task","User","Group","Email","Tags","Billable","Start Date","Start Time","End Date","End Time","Duration (h)","Duration (decimal)","Billable Rate (USD)","Billable Amount (USD)"
"Website relaunch","Northwind Foods","Build","","Ana Ruiz","","ana@firm.example","","Yes","13/04/2026","09:00:00","13/04/2026","10:30:00","01:30:00","1,50","100,00","150,00"
"Website relaunch","Northwind Foods","Build","","Bo Lind","","bo@firm.example","","Yes","07/04/2026","09:00:00","07/04/2026","10:30:00","01:30:00","1,50","100,00","150,00"
`;
  it('Toggl: 1:20:00 and 0:40:00 are two hours; $133.33 for 1:20 is $100.00 an hour', async () => {
    const records = await imported([csv('toggl.csv', TOGGL)], WORLD);
    expect(hours(records)).toBe(2);
    expect(records.all('timeEntry').map(({ billRate, billable }) => [billRate?.amount, billable])).toEqual(
      expect.arrayContaining([
        [10_000, true],
        [undefined, false],
      ]),
    );
    expect(commandsOf(await planOf([csv('toggl.csv', TOGGL)], records), records)).toEqual([]);
  });

  it('Clockify: 1,50 hours at 100,00 in a file whose 13/04 says that the day comes first; who is new becomes a consultant', async () => {
    const planned = await planOf([csv('clockify.csv', CLOCKIFY)], WORLD);
    expect(planned.files[0]?.source).toBe('clockify-time');
    expect(planned.also).toMatchObject([{ type: 'person', values: { name: 'Bo Lind', roles: ['consultant'] } }]);
    const records = await imported([csv('clockify.csv', CLOCKIFY)], WORLD);
    expect(
      records
        .all('timeEntry')
        .map(({ date, hours: h, billRate }) => [date, h, billRate?.amount])
        .toSorted(),
    ).toEqual([
      ['2026-04-07', 1.5, 10_000],
      ['2026-04-13', 1.5, 10_000],
    ]);
    expect((await planOf([csv('clockify.csv', CLOCKIFY)], records)).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
  });
});

describe('hours', () => {
  it('are read as 1:30:00, 1:30, 1.5, 1,5, 1h 30m and 90 min; 25:00, -1 and 1.2.3 are refused', () => {
    expect(['1:30:00', '1:30', '1.5', '1,5', '1h 30m', '90 min'].map((cell) => parseHours(cell))).toEqual(
      Array(6).fill({ ok: true, value: 1.5 }),
    );
    expect(['25:00', '-1', '1.2.3', '', '0', 'x'].map((cell) => parseHours(cell).ok)).toEqual(Array(6).fill(false));
  });

  law(
    'every second of a day, written h:mm:ss, is that part of an hour to a millionth',
    fc.property(fc.integer({ min: 1, max: 24 * 3600 }), (seconds) => {
      const two = (n: number) => String(n).padStart(2, '0');
      const read = parseHours(`${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`);
      expect(read.ok && Math.abs(read.value - seconds / 3600) < 1e-6).toBe(true);
    }),
  );
});
