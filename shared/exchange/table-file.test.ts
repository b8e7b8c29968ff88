import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../../test/law';
import { readRows } from '../values/csv';
import { tableCsv, type TableFile, tableSheet } from './table-file';

const FEES: TableFile = {
  name: 'Fees: 2026/27',
  headers: ['Deal', 'Contracted', 'Signed', 'Margin', 'Lines'],
  rows: [
    ['=SUM(A1)', { amount: 11_000_000, currency: 'EUR' }, { date: '2026-03-01' }, { share: 0.318_181_818 }, 12],
    ['Halden', { amount: -4_000, currency: 'JPY' }, { date: undefined }, { share: undefined }, null],
  ],
};

const cellText = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', '"', ',') });

describe('a table in a file', () => {
  it('gives money as a decimal number beside its currency: 110,000.00 EUR and -4,000 JPY', () => {
    expect(tableCsv(FEES)).toBe(
      '\uFEFFDeal,Contracted,Contracted currency,Signed,Margin,Lines\r\n' +
        '"\'=SUM(A1)",110000,EUR,2026-03-01,0.318182,12\r\nHalden,-4000,JPY,,,\r\n',
    );
  });

  it('keeps numbers numbers, days days and formulas texts in a sheet', () => {
    const sheet = tableSheet(FEES);
    expect(sheet.name).toBe('Fees  2026 27');
    expect(sheet.rows).toEqual([
      [
        { value: "'=SUM(A1)" },
        { value: 110_000, format: '#,##0.00' },
        { value: 'EUR' },
        { value: new Date('2026-03-01T00:00:00Z'), format: 'yyyy-mm-dd' },
        { value: 0.318_181_818, format: '0.0%' },
        { value: 12 },
      ],
      [{ value: 'Halden' }, { value: -4_000, format: '#,##0' }, { value: 'JPY' }, null, null, null],
    ]);
  });

  it('gives sums in several currencies a column each and never adds them', () => {
    const sums = [
      [{ amount: 100, currency: 'EUR' }],
      [
        { amount: 250, currency: 'EUR' },
        { amount: 900, currency: 'USD' },
      ],
      [],
    ];
    expect(tableCsv({ name: 'Accounts', headers: ['Signed'], rows: sums.map((one) => [one]) })).toBe(
      '\uFEFFSigned EUR,Signed USD\r\n1,\r\n2.5,9\r\n,\r\n',
    );
  });

  law(
    'no text of any cell or heading begins as a formula, in either format',
    fc.property(fc.array(fc.tuple(cellText, cellText)), (rows) => {
      const table = { name: 'x', headers: ['=a', '@b'], rows };
      const inSheet = tableSheet(table);
      const texts = [
        ...inSheet.headers,
        ...inSheet.rows.flatMap((row) => row.map((cell) => cell?.value)),
        ...readRows(tableCsv(table)).flatMap(({ cells }) => cells),
      ];
      for (const text of texts) expect(String(text ?? '')).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
