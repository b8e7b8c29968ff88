import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { fees } from './fees';
import { margin } from './margin';
import { endOfMonth, monthsOf } from './months';
import { books, eur, invoiceOf, one, signedDeal, type Stored, TODAY, workedExample } from './testing/money-world';

const monthsIn = (records: readonly Stored[]) => {
  const { books: own, cost } = books(records);
  return { own, cost, months: monthsOf(own, cost, TODAY) };
};

describe('a deal month by month', () => {
  test('the worked example: signed in March, 40,000 of cost in April and May, billed in June, paid in July', () => {
    expect(
      monthsIn(workedExample).months.map(({ month, signed, cost, billed, paid }) =>
        [month, signed, cost, billed, paid].map((cell) => (typeof cell === 'string' ? cell : cell?.value.amount)),
      ),
    ).toEqual([
      ['2026-03', 10_000_000, 0, 0, 0],
      ['2026-04', 0, 2_000_000, 0, 0],
      ['2026-05', 0, 2_000_000, 0, 0],
      ['2026-06', 0, 0, 6_000_000, 0],
      ['2026-07', 0, 0, 0, 4_500_000],
    ]);
  });

  test('February of a leap year ends on the 29th', () => {
    expect([endOfMonth('2028-02'), endOfMonth('2026-12')]).toEqual(['2028-02-29', '2026-12-31']);
  });

  const day = fc
    .tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([m, d]) => `2026-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

  law(
    'all months add up to what was billed, paid and spent, to the cent',
    fc.property(
      fc.array(
        fc.record({ issued: day, paidAt: day, net: fc.integer({ min: 1, max: 99_999 }), paid: fc.integer({ min: 1, max: 120_000 }) }),
        { maxLength: 5 },
      ),
      fc.array(fc.record({ date: day, hours: fc.integer({ min: 1, max: 97 }), rate: fc.integer({ min: 1, max: 9_999 }) }), {
        minLength: 1,
        maxLength: 8,
      }),
      (invoices, entries) => {
        const { own, cost, months } = monthsIn([
          signedDeal(),
          ...invoices.flatMap(({ issued, net, paid, paidAt }, at) => [
            ...invoiceOf(`I${at}`, net / 100, { issuedAt: issued }, { tax: eur(net / 500) }),
            one('payment', `I${at}`, { invoice: `invoice:I${at}`, paidAt, amount: eur(paid / 100) }),
          ]),
          ...entries.flatMap(({ date, hours, rate }, at) => [
            one('person', `p${at}`, { name: `P${at}`, roles: [] }),
            one('costRate', `p${at}`, { person: `person:p${at}`, from: '2026-01-01', hourlyCost: eur(rate / 100) }),
            one('timeEntry', `t${at}`, { person: `person:p${at}`, date, hours: hours / 4, activity: 'delivery' }),
          ]),
        ]);
        const sum = (of: 'billed' | 'paid' | 'cost'): number => months.reduce((total, month) => total + (month[of]?.value.amount ?? 0), 0);
        const known = fees(own, TODAY);
        expect([sum('billed'), sum('paid'), sum('cost')]).toEqual([
          known.billed.value.amount,
          known.paid.value.amount,
          margin(own, cost, TODAY).actualCost.value.amount,
        ]);
      },
    ),
  );
});
