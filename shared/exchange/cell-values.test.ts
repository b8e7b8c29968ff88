import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderOf, instantOf, parseCellDate } from './cell-dates';
import { decimalOf, parseDecimal } from '../values/cell-numbers';

const number = (cell: string, decimal: '.' | ',' = '.') => {
  const read = parseDecimal(cell, decimal);
  return read.ok ? read.value : read.error;
};
const date = (cell: string, order: 'day first' | 'month first' = 'day first') => {
  const read = parseCellDate(cell, order);
  return read.ok ? read.value : read.error;
};

describe('numbers of a file', () => {
  it('reads 125,000.50 and 125.000,50 as the same amount', () => {
    expect(number('125,000.50')).toBe('125000.50');
    expect(number('125.000,50', ',')).toBe('125000.50');
    expect(number('125.000,50', '.')).toBe('125000.50');
    expect(number("CHF 1'234.5")).toBe('1234.5');
    expect(number('€ 48 000', ',')).toBe('48000');
    expect(number('(1,000.00)')).toBe('-1000.00');
    expect(number('1.500-', ',')).toBe('-1500');
    expect(number('12,34,567.00')).toBe('1234567.00');
  });

  it('lets the whole column say what 1.234 means, and asks when no value does', () => {
    expect(decimalOf(['1.234', '2.500,75'])).toBe(',');
    expect(decimalOf(['1.234', '99.5'])).toBe('.');
    expect(decimalOf(['1.234', '5.678'])).toBe('ambiguous');
    expect(decimalOf(['48000', ''])).toBeUndefined();
    expect(number('1.234', ',')).toBe('1234');
    expect(number('1.234', '.')).toBe('1.234');
  });

  it('refuses what is not a number', () => {
    for (const cell of ['abc', '12a', '1,2,3.4', '-', '.', '1.2.3,4,5']) expect(number(cell)).toContain('is not a number');
  });

  it('reads every amount back that was written with groups in either style', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(',', '.'),
        (whole, cents, sign) => {
          const group = sign === ',' ? '.' : ',';
          const digits = String(whole).replace(/\B(?=(\d{3})+$)/g, group);
          const fraction = String(cents).padStart(2, '0');
          expect(number(`${digits}${sign}${fraction}`, sign)).toBe(`${whole}.${fraction}`);
        },
      ),
    );
  });
});

describe('dates of a file', () => {
  it('reads ISO, slashed, dotted and worded dates, with and without a time', () => {
    expect(date('2026-06-12 00:00')).toEqual({ date: '2026-06-12', time: '00:00:00' });
    expect(date('2026-06-12T16:04:05.123Z')).toEqual({ date: '2026-06-12', time: '16:04:05', offsetMinutes: 0 });
    expect(date('31/12/2026', 'month first')).toEqual({ date: '2026-12-31' });
    expect(date('12/31/26', 'day first')).toEqual({ date: '2026-12-31' });
    expect(date('03/04/2026', 'day first')).toEqual({ date: '2026-04-03' });
    expect(date('03/04/2026', 'month first')).toEqual({ date: '2026-03-04' });
    expect(date('3.4.2026', 'month first')).toEqual({ date: '2026-04-03' });
    expect(date('03/Jan/26 9:00 PM')).toEqual({ date: '2026-01-03', time: '21:00:00' });
    expect(date('Jun 12, 2026')).toEqual({ date: '2026-06-12' });
    expect(date('1781222400000')).toEqual({ date: '2026-06-12', time: '00:00:00', offsetMinutes: 0 });
  });

  it('refuses a day that does not exist and words that are no date', () => {
    for (const cell of ['31/02/2026', 'not a date', '2026-13-01', '2026-06-12 25:00', '', '99/99/9999', '12 Foo 2026', '000000000000000']) {
      expect(date(cell)).toContain('is not a date');
    }
  });

  it('lets one value above twelve settle the order of a column, and asks when none does', () => {
    expect(dateOrderOf(['2026-06-12 00:00', '31/12/2026'])).toBe('day first');
    expect(dateOrderOf(['12/31/2026', '01/02/2026'])).toBe('month first');
    expect(dateOrderOf(['01/02/2026'])).toBe('ambiguous');
    expect(dateOrderOf(['13/02/2026', '02/13/2026', '01/02/2026'])).toBe('ambiguous');
    expect(dateOrderOf(['02/02/2026', '2026-01-02'])).toBeUndefined();
  });

  it('takes a time without a zone as UTC, so that two laptops in two countries read the same instant', () => {
    expect(instantOf({ date: '2026-04-03', time: '15:10:00' })).toBe('2026-04-03T15:10:00.000Z');
    expect(instantOf({ date: '2026-04-03', time: '00:30:00', offsetMinutes: 120 })).toBe('2026-04-02T22:30:00.000Z');
  });

  it('never throws, whatever stands in a cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-.: TZapm+') }), (cell) => {
        const read = parseCellDate(cell, 'day first');
        if (read.ok) expect(instantOf(read.value)).toMatch(/^\d{4}-\d{2}-\d{2}T/);
      }),
    );
  });
});
