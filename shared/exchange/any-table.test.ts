import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csv, dealNamed, EMPTY, imported, planOf } from '../../test/fixtures/imports';
import { workbook } from '../../test/fixtures/workbooks';
import { law } from '../../test/law';
import { commandsOf } from './commands';
import { readWorkbook } from './workbook';

/** A list as a person keeps it: a title, merged groups above the headers, days and numbers as such, a total below. */
const PIPELINE = workbook({
  Notes: [],
  Deals: [
    ['Pipeline 2026'],
    [],
    [null, 'Who', null, 'Money', null],
    ['Project', 'Client', 'Stage', 'Value', 'Currency', 'Close'],
    ['Website relaunch', 'Northwind Foods', 'Proposal', { n: '48000.5' }, 'EUR', { day: 46_185 }],
    ['Data platform', 'Northwind Foods', 'Handshake', { formula: '2*62500', gave: '125000' }, 'EUR', { day: 46_387 }],
    ['Total', null, null, { formula: 'SUM(D5:D6)', gave: '173000.5' }, null, null],
  ],
  Contacts: [
    ['Name', 'E-mail', 'Company'],
    ['Priya Nair', 'priya@northwind.example', 'Northwind Foods'],
  ],
});
const book = [{ name: 'pipeline.xlsx', bytes: PIPELINE }];
const DEALS = 'pipeline.xlsx › Deals';
const CONTACTS = 'pipeline.xlsx › Contacts';
const KINDS = { kinds: { [DEALS]: 'deal', [CONTACTS]: 'contact' } };
const northwind = () => imported([csv('a.csv', 'Record ID,Company name\n1,Northwind Foods\n')]);

describe('a workbook of no system that is known', () => {
  it('offers its sheets one by one and brings none in until somebody says what it holds', async () => {
    const planned = await planOf(book);
    expect(planned.files.map(({ file, book: of, source, holds }) => [file, of, source, holds?.value])).toEqual([
      [DEALS, 'pipeline.xlsx', 'unknown', ''],
      [CONTACTS, 'pipeline.xlsx', 'unknown', ''],
    ]);
    expect(commandsOf(planned, EMPTY)).toEqual([]);
  });

  it('goes in as two deals and a contact, and a second time not at all: what it holds and what words mean is remembered', async () => {
    const before = await northwind();
    const planned = await planOf(book, before, KINDS);
    expect(planned.files.map(({ label, counts: { create } }) => [label, create])).toEqual([
      ['Table of deals', 2],
      ['Table of contacts', 1],
    ]);
    const records = await imported(book, before, KINDS);
    const account = records.all('account')[0]?.id;
    expect(dealNamed(records, 'Website relaunch')).toMatchObject({
      account,
      phase: 'proposal',
      amount: { amount: 4_800_050, currency: 'EUR' },
      expectedClose: '2026-06-12',
    });
    expect(dealNamed(records, 'Data platform').amount).toEqual({ amount: 12_500_000, currency: 'EUR' });
    expect(records.all('contact')).toMatchObject([{ name: 'Priya Nair', email: 'priya@northwind.example', account }]);
    const again = await planOf(book, records);
    expect(again.counts).toMatchObject({ create: 0, update: 0, skip: 3, conflict: 0 });
    expect(commandsOf(again, records)).toEqual([]);
  });

  it('shows a column to a person, who gives it another use; the next file with these headers has it so', async () => {
    const text = (name: string) => csv('wishes.csv', `Title;What it takes;Deal\n${name};12,5;Website relaunch\n`);
    const before = await imported(book, await northwind(), KINDS);
    const choices = { kinds: { 'wishes.csv': 'ticket' }, columns: { 'wishes.csv': { 'What it takes': 'estimateHours' } } };
    const records = await imported([text('Search')], before, choices);
    expect(records.all('ticket')).toMatchObject([{ title: 'Search', estimateHours: 12.5, kind: 'work package', status: 'open' }]);
    const next = await imported([text('Basket')], records);
    expect(next.all('ticket').map(({ title, estimateHours, deal }) => [title, estimateHours, deal])).toContainEqual([
      'Basket',
      12.5,
      dealNamed(next, 'Website relaunch').id,
    ]);
  });

  it('tells rows apart by an id where a column is one, whatever they are called, and keeps its twenty digits', async () => {
    const file = (name: string) => [csv('list.csv', `Id,Name,Stage\n90071992547409931234,${name},Proposal\n`)];
    const kinds = { kinds: { 'list.csv': 'deal' } };
    const records = await imported(file('Relaunch'), EMPTY, kinds);
    const renamed = await planOf(file('Website relaunch'), records);
    expect(renamed.counts).toMatchObject({ create: 0, update: 1 });
    expect(Object.values(records.all('deal')[0]?.externalIds ?? {})).toEqual(['90071992547409931234']);
  });

  it('names the rows that cannot be told apart, or are nothing here', async () => {
    const text = 'Client,Project,Estimate\nContoso,Support,1\nContoso,Support,2\nContoso,,3\n';
    const planned = await planOf([csv('list.csv', text)], EMPTY, { kinds: { 'list.csv': 'deal' } });
    const problems = planned.files[0]?.problems.filter(({ effect }) => effect === 'row left out');
    expect(problems?.map(({ line, reason }) => [line, reason.slice(0, 34)])).toEqual([
      [3, 'Nothing tells this row from line 2'],
      [4, 'The row has no name.'],
    ]);
  });
});

describe('a workbook', () => {
  it('of a vendor is recognised as its CSV is', async () => {
    const bytes = workbook({
      Sheet1: [
        ['Record ID', 'Deal Name', 'Deal Stage', 'Amount', 'Currency'],
        [{ n: '90071992547' }, 'Relaunch', 'Closed Won', { n: '0.30000000000000004' }, 'EUR'],
      ],
    });
    const planned = await planOf([{ name: 'deals.xlsx', bytes }]);
    expect(planned.files.map(({ file, source, counts: { create } }) => [file, source, create])).toEqual([
      ['deals.xlsx', 'hubspot-deals', 1],
    ]);
    const records = await imported([{ name: 'deals.xlsx', bytes }]);
    expect(dealNamed(records, 'Relaunch')).toMatchObject({
      amount: { amount: 30, currency: 'EUR' },
      externalIds: { hubspot: '90071992547' },
    });
  });

  it('whose formulas have no results says so', async () => {
    const bytes = workbook({
      A: [
        ['Record ID', 'Deal Name'],
        [{ n: '1' }, { formula: 'A1' }],
      ],
    });
    const [file] = (await planOf([{ name: 'a.xlsx', bytes }])).files;
    expect(file?.problems[0]?.reason).toContain('One formula of the workbook has no result');
  });

  it('that pretends to be small, or reaches to the last cell, is refused before it is unfolded', async () => {
    const corner = workbook({
      A: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
    expect((await readWorkbook(corner)).ok).toBe(true);
    const sheet = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const far = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect(await readWorkbook(far)).toMatchObject({ ok: false, error: expect.stringContaining('row 1048576, column 16384') });
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(160 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await readWorkbook(bomb)).toMatchObject({ ok: false, error: expect.stringContaining('more than 128 MB') });
    expect(await readWorkbook(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({ ok: false, error: expect.stringContaining('archive') });
  });

  law(
    'with bytes altered anywhere is planned or refused, and the second time changes nothing',
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(PIPELINE.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(PIPELINE.length),
      async (changes, cut) => {
        const bytes = PIPELINE.slice(0, cut % 5 === 0 ? cut : undefined);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const files = [{ name: 'pipeline.xlsx', bytes }];
        const records = await imported(files, EMPTY, KINDS);
        expect((await planOf(files, records, KINDS)).counts).toMatchObject({ create: 0, update: 0, conflict: 0 });
      },
    ),
    300,
  );
});
