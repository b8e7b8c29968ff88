import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, csv, imported, planOf } from '../../test/fixtures/imports';
import { recordsOf } from '../records/records-from';
import type { AnyRecord } from '../records/registry';
import { commandsOf } from './commands';
import { INVOICE_FORMATS } from './invoice-formats';
import { TIME_FORMATS } from './time-formats';

const WORLD = recordsOf([
  { id: 'account:1', name: 'Northwind Foods' },
  { id: 'deal:1', name: 'Website relaunch', phase: 'build', account: 'account:1' },
  { id: 'deal:2', name: 'Data platform', phase: 'scoping', account: 'account:1' },
  { id: 'person:1', name: 'Ana Ruiz' },
] as unknown as AnyRecord[]);

const FORMATS = [...INVOICE_FORMATS, ...TIME_FORMATS].map(({ roles }) => roles);

/** What a column mostly holds, so that many a row comes in. */
const PLAUSIBLE: Readonly<Record<string, readonly string[]>> = {
  client: ['Northwind Foods'],
  project: ['Website relaunch', 'Data platform', ''],
  trackingName1: ['Project'],
  trackingOption1: ['Website relaunch', 'Data platform'],
  number: ['INV-1', 'INV-2', ''],
  issued: ['2026-05-06'],
  date: ['2026-05-06', '07/05/2026'],
  amount: ['10.00', '-5', '3'],
  total: ['13.00', ''],
  hours: ['1:30', '2', '0,5'],
  person: ['Ana Ruiz'],
  firstName: ['Ana'],
  lastName: ['Ruiz'],
  type: ['Invoice', 'Credit Memo', ''],
  status: ['Paid', 'Voided', ''],
  costRate: ['50', '55'],
};

const cell = fc.oneof(
  fc.string({ maxLength: 10, unit: 'binary' }),
  fc.constantFrom(
    '',
    '1',
    '2',
    '-3',
    '1.234',
    '1,50',
    '1:30',
    '99999999999999999999',
    '30/06/2026',
    '03/04/2026',
    '2026-05-06',
    'EUR',
    '$5.00',
  ),
  fc.constantFrom('INV-1', 'INV-2', 'Northwind Foods', 'Website relaunch', 'Data platform', 'Project', 'Ana Ruiz', 'Yes', 'Total for X'),
  fc.constantFrom(
    'Invoice',
    'Credit Memo',
    'Payment',
    'Sales credit note',
    'Paid',
    'Voided',
    'Draft',
    '__proto__',
    'constructor',
    '"',
    '\n',
  ),
);
const table = fc
  .constantFrom(...FORMATS)
  .chain((roles) =>
    fc.tuple(
      fc.constant(roles.map(({ headers }) => headers[0] ?? '')),
      fc.array(
        fc.tuple(
          ...roles.map(({ role }) =>
            fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...(PLAUSIBLE[role] ?? [''])) }, { weight: 1, arbitrary: cell }),
          ),
        ),
        { minLength: 1, maxLength: 8 },
      ),
    ),
  );
const textOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n');

describe('whatever files of invoices and hours hold', () => {
  it('the planner never throws, every change passes the door of commit, and the second time nothing changes', async () => {
    let came = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 3 }), async (tables) => {
        const files = tables.map(([headers, rows], index) => csv(`${index}.csv`, textOf([headers, ...rows])));
        const records = await imported(files, WORLD, { costRates: true });
        came += records.all('invoice').length + records.all('timeEntry').length;
        const again = await planOf(files, records, { costRates: true });
        expect(again.counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
        expect(commandsOf(again, records)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
    expect(came).toBeGreaterThan(100);
  });

  it('an invoice that one file voids and another splits over two deals is told by the first file alone, every time', async () => {
    const headers = 'ContactName,InvoiceNumber,InvoiceDate,LineAmount,TrackingName1,TrackingOption1,Type,Status';
    const row = (deal: string, status: string) => `Northwind Foods,INV-2,2026-05-06,10.00,Project,${deal},Invoice,${status}`;
    const voided = csv('0.csv', [headers, row('Website relaunch', 'Voided')].join('\n'));
    const split = csv('1.csv', [headers, row('Website relaunch', 'Paid'), row('Data platform', 'Paid')].join('\n'));
    const records = await imported([voided, split], WORLD);
    expect(records.all('invoice')).toEqual([]);
    const brought = await imported([split], records);
    expect(brought.all('invoice')).toHaveLength(2);
    expect(commandsOf(await planOf([split, voided], brought), brought)).toEqual([]);
    expect((await planOf([voided, split], brought)).counts).toMatchObject({ create: 0, update: 4 });
  });

  it('a credit note finds the invoice of another file, whichever system it comes from, the first time already', async () => {
    const quickbooks = csv(
      '0.csv',
      '*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Memo,ItemDescription,*ItemAmount,Currency\n' +
        'INV-1,Northwind Foods:Website relaunch,2026-05-06,2026-06-06,,Concept,10.00,EUR',
    );
    const headers = 'ContactName,InvoiceNumber,Reference,InvoiceDate,LineAmount,TrackingName1,TrackingOption1,Type,Status';
    const note = csv('1.csv', `${headers}\nNorthwind Foods,CN-1,INV-1,2026-05-06,10.00,Project,Website relaunch,Sales credit note,Paid`);
    const files = [note, quickbooks];
    const records = await imported(files, WORLD);
    const invoice = records.all('invoice').find(({ number }) => number === 'INV-1');
    expect(records.all('invoice').find(({ number }) => number === 'CN-1')).toMatchObject({ kind: 'credit note', credits: invoice?.id });
    expect(commandsOf(await planOf(files, records), records)).toEqual([]);
  });

  it('a file that was cut off or garbled anywhere is planned or refused', async () => {
    const whole =
      'Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name\n' +
      '2026-04-03,Northwind Foods,Website relaunch,Scoping,"Call with CFO, billing",1.5,Yes,Ana,Ruiz\n'.repeat(3);
    const bytes = new TextEncoder().encode(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), async (at, byte, end) => {
        const garbled = bytes.slice(0, end);
        if (at < end) garbled[at] = byte;
        const planned = await planOf([{ name: 'harvest.csv', bytes: garbled }], WORLD);
        after(WORLD, commandsOf(planned, WORLD));
        expect(planned.files.length).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
