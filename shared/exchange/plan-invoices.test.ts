import { describe, expect, it } from 'vitest';
import { csv, edited, EMPTY, imported, planOf, after } from '../../test/fixtures/imports';
import { sampleFile, SAMPLES_ARE_HERE } from '../../test/fixtures/samples';
import { recordsOf } from '../records/records-from';
import type { AnyRecord } from '../records/registry';
import type { Records } from '../records/records';
import { commandsOf } from './commands';

const deal = (id: string, name: string, more: object = {}) =>
  ({ id, name, phase: 'build', account: 'account:1', signedAt: '2026-01-02', ...more }) as unknown as AnyRecord;
const WORLD = recordsOf([
  { id: 'account:1', name: 'Northwind Foods' } as unknown as AnyRecord,
  deal('deal:1', 'Website relaunch'),
  deal('deal:2', 'Data platform'),
]);

const sum = (records: Records) =>
  records.all('invoice').reduce((total, { id, kind }) => {
    const lines = records.of('invoiceLine', 'invoice', id).reduce((of, { net }) => of + net.amount, 0);
    return total + (kind === 'credit note' ? -lines : lines);
  }, 0);
const paid = (records: Records) => records.all('payment').reduce((total, { amount }) => total + amount.amount, 0);

const XERO =
  'ContactName,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,Discount,LineAmount,TaxAmount,TrackingName1,TrackingOption1,Currency,Type,Status\n';

describe('a Xero export', () => {
  describe.runIf(SAMPLES_ARE_HERE)('as Xero writes it', () => {
    const sample = () => [sampleFile('import', 'xero-sales-invoices-export.csv')];
    it('comes in as an invoice of 12,800.00 in two lines, paid with tax, and a credit note of 1,000.00 upon it', async () => {
      const planned = await planOf(sample(), WORLD);
      expect(planned.files.map(({ source, counts }) => [source, counts])).toEqual([
        ['xero-invoices', { create: 6, update: 0, skip: 0, conflict: 0, problem: 0 }],
      ]);
      const records = await imported(sample(), WORLD);
      const [invoice, note] = records.all('invoice').toSorted((a, b) => (a.kind < b.kind ? 1 : -1));
      expect(invoice).toMatchObject({ number: 'INV-0101', kind: 'invoice', deal: 'deal:1', issuedAt: '2026-06-30', dueAt: '2026-07-30' });
      expect(note).toMatchObject({ number: 'CN-0007', kind: 'credit note', deal: 'deal:1', credits: invoice?.id });
      expect(sum(records)).toBe(1_180_000);
      expect(records.all('payment').map(({ amount, paidAt, invoice: of }) => [amount, paidAt, of])).toEqual([
        [{ amount: 1_472_000, currency: 'NZD' }, '2026-07-30', invoice?.id],
      ]);
    });

    it('changes nothing the second time', async () => {
      const records = await imported(sample(), WORLD);
      const again = await planOf(sample(), records);
      expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 6, conflict: 0 });
      expect(commandsOf(again, records)).toEqual([]);
    });

    it('is kept out whole, and says why, while nobody has said which deal it belongs to', async () => {
      const planned = await planOf(sample(), EMPTY);
      expect(planned.counts).toMatchObject({ create: 0, problem: 2 });
      expect(planned.files[0]?.problems[0]).toMatchObject({ line: 2, effect: 'row left out' });
      const [question] = planned.questions.filter(({ kind }) => kind === 'deal');
      expect(question).toMatchObject({ value: 'Northwind Foods · Website relaunch', answer: 'none', basis: 'assumed' });
      const chosen = await imported(sample(), WORLD, { answers: { [question?.id ?? '']: 'deal:2' } });
      expect(chosen.all('invoice').map((one) => one.deal)).toEqual(['deal:2', 'deal:2']);
      // Remembered: the next file does not ask.
      expect((await planOf(sample(), chosen)).questions.find(({ kind }) => kind === 'deal')).toMatchObject({
        answer: 'deal:2',
        basis: 'remembered',
      });
    });
  });

  const row = (over: Partial<Record<string, string>>) =>
    XERO.trim()
      .split(',')
      .map((header) => over[header] ?? '')
      .join(',');
  const base = {
    ContactName: 'Northwind Foods',
    InvoiceNumber: 'INV-1',
    InvoiceDate: '30/06/2026',
    DueDate: '01/07/2026',
    Description: 'Work',
    LineAmount: '100.00',
    Total: '115.00',
    TaxTotal: '15.00',
    TaxAmount: '15.00',
    TrackingName1: 'Project',
    TrackingOption1: 'Website relaunch',
    Currency: 'EUR',
    Type: 'Sales invoice',
    Status: 'Awaiting Payment',
  };
  const file = (...rows: Partial<typeof base & Record<string, string>>[]) => [
    csv('xero.csv', XERO + rows.map((over) => row({ ...base, ...over })).join('\n')),
  ];

  it('settles day and month by all columns of days: 01/07 beside 30/06 is the first of July', async () => {
    const records = await imported(file({}), WORLD);
    expect(records.all('invoice')[0]).toMatchObject({ issuedAt: '2026-06-30', dueAt: '2026-07-01' });
    const open = await planOf(file({ InvoiceDate: '05/06/2026' }), WORLD);
    expect(open.questions.filter(({ kind }) => kind === 'date order').length).toBe(1);
  });

  it('takes tax out of amounts that have it inside: 115.00 with 15.00 of tax are 100.00 net', async () => {
    const records = await imported(file({ LineAmount: '115.00' }), WORLD);
    expect(records.all('invoiceLine')[0]).toMatchObject({
      net: { amount: 10_000, currency: 'EUR' },
      tax: { amount: 1_500, currency: 'EUR' },
    });
  });

  it('computes 3 × 33.335 less 10 % where a line has no amount: 90.00', async () => {
    const records = await imported(
      file({ LineAmount: '', Quantity: '3', UnitAmount: '33.335', Discount: '10', Total: '', TaxTotal: '', TaxAmount: '' }),
      WORLD,
    );
    expect(sum(records)).toBe(9_000);
  });

  it('leaves drafts and what was voided out, and puts away what is voided later, with its lines and payments, until it is back', async () => {
    const first = await imported(
      file({ InvoiceAmountPaid: '50' }, { InvoiceNumber: 'INV-2', Status: 'Draft' }, { InvoiceNumber: 'INV-3', Status: 'Voided' }),
      WORLD,
    );
    expect(first.all('invoice').map(({ number }) => number)).toEqual(['INV-1']);
    expect(paid(first)).toBe(5_000);
    const voided = await imported(file({ InvoiceAmountPaid: '50', Status: 'Voided' }), first);
    expect([voided.all('invoice').length, voided.all('invoiceLine').length, voided.all('payment').length]).toEqual([0, 0, 0]);
  });

  it('brings an invoice that is paid in two steps up to date, and counts what a hand entered', async () => {
    const half = await imported(file({ InvoiceAmountPaid: '50' }), WORLD);
    const all = await imported(file({ InvoiceAmountPaid: '115' }), half);
    expect(paid(all)).toBe(11_500);
    const byHand = { invoice: half.all('invoice')[0]?.id ?? '', paidAt: '2026-07-09', amount: { amount: 6_500, currency: 'EUR' } };
    const withHand = after(half, [{ act: 'payment.create', changes: [{ record: 'payment:hand', set: byHand }] }]);
    expect(paid(await imported(file({ InvoiceAmountPaid: '115' }), withHand))).toBe(11_500);
  });

  it('stands once for each of two deals that share it, and each has its part of what is paid', async () => {
    const rows = [
      { InvoiceAmountPaid: '100', Total: '400', TaxTotal: '0', TaxAmount: '0' },
      { InvoiceAmountPaid: '100', Total: '400', TaxTotal: '0', TaxAmount: '0', LineAmount: '300', TrackingOption1: 'Data platform' },
    ];
    const records = await imported(file(...rows), WORLD);
    expect(records.all('invoice').map((one) => [one.number, one.deal])).toEqual(
      expect.arrayContaining([
        ['INV-1', 'deal:1'],
        ['INV-1', 'deal:2'],
      ]),
    );
    expect([sum(records), paid(records)]).toEqual([40_000, 10_000]);
    expect((await planOf(file(...rows), records)).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
    // Mapped to one deal afterwards, it is one again and nothing counts twice.
    const question = (await planOf(file(...rows), records)).questions.find(({ value }) => value.includes('Data platform'));
    const one = await imported(file(...rows), records, { answers: { [question?.id ?? '']: 'deal:1' } });
    expect([one.all('invoice').length, sum(one), paid(one)]).toEqual([1, 40_000, 10_000]);
  });

  it('drops the line that the file has no more, and asks where a hand and the file changed the same sum', async () => {
    const two = await imported(file({ Total: '' }, { Total: '', LineAmount: '70.00' }), WORLD);
    expect(sum(two)).toBe(17_000);
    const one = await imported(file({ Total: '' }), two);
    expect(sum(one)).toBe(10_000);
    const line = one.all('invoiceLine')[0];
    const changed = edited(one, line?.id ?? '', { net: { amount: 9_900, currency: 'EUR' } });
    expect((await planOf(file({ LineAmount: '80.00', Total: '' }), changed)).counts).toMatchObject({ conflict: 1 });
  });

  it('refuses an invoice with one amount that cannot be read, with its line, and brings the others in', async () => {
    const planned = await planOf(file({ LineAmount: '12x' }, { InvoiceNumber: 'INV-2' }, { InvoiceNumber: '' }), WORLD);
    expect(planned.files[0]?.problems.map(({ line, effect }) => [line, effect])).toEqual([
      [2, 'row left out'],
      [4, 'row left out'],
    ]);
    expect(planned.counts.create).toBe(2);
  });

  it('takes an invoice that a hand entered to be the same one, and leaves its lines alone', async () => {
    const hand = recordsOf([
      ...(WORLD.all('deal') as readonly AnyRecord[]),
      ...(WORLD.all('account') as readonly AnyRecord[]),
      { id: 'invoice:hand', number: 'INV-1', kind: 'invoice', deal: 'deal:1', issuedAt: '2026-06-30' } as unknown as AnyRecord,
      { id: 'invoiceLine:hand', invoice: 'invoice:hand', net: { amount: 10_000, currency: 'EUR' } },
    ]);
    const records = await imported(file({}), hand);
    expect([records.all('invoice').length, sum(records)]).toEqual([1, 10_000]);
    expect(commandsOf(await planOf(file({}), records), records)).toEqual([]);
  });

  it('says to an account executive who keeps invoices, and brings none in', async () => {
    const planned = await planOf(file({}), WORLD, { roles: ['AE'] });
    expect(planned.counts).toMatchObject({ create: 0, problem: 1 });
    expect(planned.files[0]?.problems[0]?.reason).toContain('finance or partner');
  });
});
