import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '../values/csv';
import { csvText } from './export-csv';

describe('an exported table', () => {
  it('never lets a spreadsheet run a cell as a formula, and leaves numbers numbers', () => {
    expect(
      csvText(
        ['Name', 'Value'],
        [
          ['=HYPERLINK("x")', -5],
          ['+41 44', 1.5],
          ['@a', true],
          ['\tx', null],
          ['-', undefined],
        ],
      ),
    ).toBe('Name,Value\r\n"\'=HYPERLINK(""x"")",-5\r\n"\'+41 44",1.5\r\n"\'@a",true\r\n"\'\tx",\r\n"\'-",\r\n');
  });

  it('reads back as the texts that were written', () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', ',', '"', '\n', ';', ' ', 'ü', '1'), minLength: 1, maxLength: 8 })
      .filter((cell) => cell.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), (rows) => {
        expect(
          readRows(csvText(['Head', 'Other'], rows))
            .slice(1)
            .map(({ cells }) => cells),
        ).toEqual(rows);
      }),
    );
  });
});
