import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../../test/law';
import { csv, imported, planOf } from '../../test/fixtures/imports';
import { recordsOf } from '../records/records-from';
import type { Records } from '../records/records';
import type { AnyRecord } from '../records/registry';
import { commandsOf } from './commands';

const WORLD = recordsOf([
  { id: 'account:1', name: 'Northwind Foods' },
  { id: 'account:2', name: 'Contoso Ltd' },
  { id: 'deal:1', name: 'Website relaunch', phase: 'build', account: 'account:1' },
  { id: 'deal:2', name: 'Data platform', phase: 'build', account: 'account:2' },
] as unknown as AnyRecord[]);

const net = (records: Records, deal?: string) =>
  records
    .all('invoice')
    .filter((one) => deal === undefined || one.deal === deal)
    .reduce((total, { id, kind }) => {
      const lines = records.of('invoiceLine', 'invoice', id).reduce((of, line) => of + line.net.amount, 0);
      return total + (kind === 'credit note' ? -lines : lines);
    }, 0);
const paid = (records: Records) => records.all('payment').reduce((total, { amount }) => total + amount.amount, 0);
const USD = { answers: { 'quickbooks.currency': 'USD', 'quickbooks.date order': 'month first' } };

const LIST = `Date,Type,No.,Customer,Memo,Due date,Balance,Total before tax,Sales tax,Total,Status
06/30/2026,Invoice,1001,Northwind Foods,Milestone 1,07/30/2026,"$500.00","$1,000.00",$80.00,"$1,080.00",Open
07/05/2026,Credit Memo,1002,Northwind Foods,Goodwill,,0.00,-$200.00,-$16.00,-$216.00,Closed
07/06/2026,Payment,,Northwind Foods,,,0.00,,,-$580.00,Closed
07/07/2026,Invoice,1003,Contoso Ltd:Data platform,Phase 1,08/06/2026,$0.00,"$2,500.00",$0.00,"$2,500.00",Paid
`;

const TEMPLATE = `*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,ItemTaxCode,ItemTaxAmount,Currency
1001,Northwind Foods,30/06/2026,30/07/2026,Net 30,,Consulting,Milestone 1,1,1000,1000.00,20.0% S,200.00,GBP
,,,,,,Consulting,Workshop,2,250,500.00,20.0% S,100.00,
1002,Contoso Ltd,02/07/2026,01/08/2026,Net 30,,Consulting,Phase 1,1,2500,2500.00,20.0% S,500.00,GBP
`;

const REPORT = `Harbour Consulting Inc.,,,,,,,,
Sales by Customer Detail,,,,,,,,
"January - September, 2026",,,,,,,,
,,,,,,,,
,Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance
Northwind Foods,,,,,,,,,
,06/30/2026,Invoice,1001,Consulting,Milestone 1,1.00,"1,000.00","1,000.00","1,000.00"
,06/30/2026,Invoice,1001,Consulting,Workshop,2.00,250.00,500.00,"1,500.00"
,07/13/2026,Credit Memo,1002,Consulting,Goodwill,-1.00,200.00,-200.00,"1,300.00"
Total for Northwind Foods,,,,,,,,"$1,300.00",
Contoso Ltd,,,,,,,,,
,07/14/2026,Invoice,1003,Consulting,Phase 1,1.00,"2,500.00","2,500.00","2,500.00"
Total for Contoso Ltd,,,,,,,,"$2,500.00",
TOTAL,,,,,,,,"$3,800.00",
,,,,,,,,
"Wednesday, September 2, 2026 10:12 AM GMT+1 - Accrual Basis",,,,,,,,
`;

const GERMAN = `Rechnungsnr.;Kunde;Rechnungsdatum;Fälligkeitsdatum;Betrag;MwSt;Offener Betrag;Währung
2001;Northwind Foods;30.06.2026;30.07.2026;1.190,00;190,00;0,00;EUR
`;

describe('QuickBooks Online', () => {
  it('list: four rows are two invoices and a credit memo, 3,300.00 net, 3,080.00 paid; a payment that names no invoice stays out with its reason', async () => {
    const file = [csv('invoices.csv', LIST)];
    const planned = await planOf(file, WORLD, USD);
    expect(planned.files[0]?.source).toBe('quickbooks-invoices');
    expect(planned.files[0]?.problems.map(({ line, effect }) => [line, effect])).toEqual([[4, 'row left out']]);
    const records = await imported(file, WORLD, USD);
    expect([net(records), net(records, 'deal:1'), net(records, 'deal:2'), paid(records)]).toEqual([330_000, 80_000, 250_000, 308_000]);
    expect(commandsOf(await planOf(file, records, USD), records)).toEqual([]);
  });

  it('template: the fields on the first row of a group count for the rows below it', async () => {
    const file = [csv('template.csv', TEMPLATE)];
    const records = await imported(file, WORLD);
    expect(records.all('invoice').map(({ number, issuedAt }) => [number, issuedAt])).toEqual(
      expect.arrayContaining([
        ['1001', '2026-06-30'],
        ['1002', '2026-07-02'],
      ]),
    );
    expect([net(records, 'deal:1'), net(records, 'deal:2')]).toEqual([150_000, 250_000]);
    expect(records.all('invoiceLine').every((line) => line.net.currency === 'GBP')).toBe(true);
    expect((await planOf(file, records)).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
  });

  it('report: title, group rows and totals are no invoices; 1,300.00 and 2,500.00 are the sums that the report itself gives', async () => {
    const file = [csv('report.csv', REPORT)];
    const planned = await planOf(file, WORLD, USD);
    expect(planned.files[0]?.problems).toEqual([]);
    const records = await imported(file, WORLD, USD);
    expect([net(records, 'deal:1'), net(records, 'deal:2'), records.all('invoice').length]).toEqual([130_000, 250_000, 3]);
    expect(commandsOf(await planOf(file, records, USD), records)).toEqual([]);
  });

  it('in German: 1.190,00 with 190,00 of tax inside are 1,000.00 net, and paid', async () => {
    const records = await imported([csv('rechnungen.csv', GERMAN)], WORLD);
    expect([net(records), paid(records)]).toEqual([100_000, 119_000]);
    expect(records.all('invoice')[0]).toMatchObject({ number: '2001', deal: 'deal:1', issuedAt: '2026-06-30' });
  });

  const cents = fc.integer({ min: -5_000_000, max: 5_000_000 });
  const anInvoice = fc.record({ lines: fc.array(cents, { minLength: 1, maxLength: 4 }), isCredit: fc.boolean(), client: fc.boolean() });
  const decimal = (amount: number) =>
    `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
  law(
    'imported lines sum to what the lines of the file sum to, to the cent, once and twice',
    fc.asyncProperty(fc.array(anInvoice, { minLength: 1, maxLength: 3 }), async (invoices) => {
      const rows = invoices.flatMap(({ lines, isCredit, client }, at) => {
        const sign = isCredit && lines.reduce((sum, amount) => sum + amount, 0) > 0 ? -1 : 1;
        return lines.map(
          (amount) =>
            `${client ? 'Northwind Foods' : 'Contoso Ltd'},N-${at},2026-06-30,Work,${decimal(sign * amount)},EUR,${isCredit ? 'Sales credit note' : 'Sales invoice'},Awaiting Payment`,
        );
      });
      const whole = invoices.reduce((total, { lines, isCredit }) => {
        const sum = lines.reduce((of, amount) => of + amount, 0);
        return total + (isCredit ? -Math.abs(sum) : sum);
      }, 0);
      const file = [csv('x.csv', `ContactName,InvoiceNumber,InvoiceDate,Description,LineAmount,Currency,Type,Status\n${rows.join('\n')}`)];
      const once = await imported(file, WORLD);
      expect(net(once)).toBe(whole);
      expect(net(await imported(file, once))).toBe(whole);
    }),
  );
});
