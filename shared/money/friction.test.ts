import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { friction } from './friction';
import { books, eur, one, signedDeal, type Stored, TODAY } from './testing/money-world';

const PEOPLE: readonly Stored[] = [
  one('person', 'ida', { name: 'Ida', roles: [] }),
  one('costRate', 'ida', { person: 'person:ida', from: '2026-01-01', hourlyCost: eur(100) }),
  one('scopeLine', '1', { title: 'Build', status: 'in', plannedHours: 650 }),
];
const hours = (body: string, count: number, activity: string, more = {}): Stored =>
  one('timeEntry', body, { person: 'person:ida', date: '2026-04-01', hours: count, activity, scopeLine: 'scopeLine:1', ...more });
const frictionOf = (records: readonly Stored[]) => {
  const { books: own, cost } = books([signedDeal(), ...PEOPLE, ...records]);
  return friction(own, cost, TODAY);
};
const order = (body: string, absorbed: number): Stored =>
  one('changeOrder', body, { title: body, status: 'absorbed', absorbed: eur(absorbed), decidedAt: '2026-05-01' });

describe('the friction ledger of a contract of 100,000', () => {
  test('holds what is below 1,000 and adds it up: 900 absorbed, 250 given away, 4 h of reconstruction at 100', () => {
    const { items, sum, limit } = frictionOf([
      order('small', 900),
      one('concession', 'c', { text: 'Free training', givenBy: 'us', value: eur(250), givenAt: '2026-06-01' }),
      hours('1', 4, 'reconstruction'),
    ]);
    expect(items.map(({ record, kind, value }) => [record, kind, value.amount])).toEqual([
      ['concession:c', 'concession', 25_000],
      ['changeOrder:small', 'absorbed change order', 90_000],
      ['timeEntry:1', 'reconstruction', 40_000],
    ]);
    expect(sum).toEqual(eur(1_550));
    // The concession of 250 lowers what is contracted, and with it what is small.
    expect(limit).toEqual(eur(997.5));
  });

  test('leaves out 1,000 exactly, what was given before the signature, and work that was planned', () => {
    const { items } = frictionOf([
      order('exactly', 1_000),
      one('concession', 'before', { text: 'Discount', givenBy: 'us', value: eur(100), givenAt: '2026-03-02' }),
      hours('1', 8, 'delivery'),
      hours('2', 8, 'pursuit'),
    ]);
    expect(items).toEqual([]);
  });

  test('counts a promise outside the SOW as one item, however many hours were spent on it', () => {
    const promise = one('commitment', 'p', { text: 'We help with the audit', decision: 'honour free', fulfilment: 'open' });
    const { items } = frictionOf([
      promise,
      hours('1', 3, 'delivery', { commitment: 'commitment:p' }),
      hours('2', 2, 'delivery', { commitment: 'commitment:p' }),
    ]);
    expect(items).toEqual([{ record: 'commitment:p', kind: 'commitment honoured free', on: '2026-04-01', value: eur(500), hours: 5 }]);
  });

  test('only counts hours where no rate says what they cost', () => {
    const { books: own, cost } = books([
      signedDeal(),
      ...PEOPLE,
      hours('1', 4, 'rework'),
      hours('2', 1.5, 'rework', { date: '2025-12-01' }),
    ]);
    expect(friction(own, cost, TODAY)).toMatchObject({ sum: eur(400), hoursWithoutCost: 1.5 });
    expect(friction(own, undefined, TODAY)).toMatchObject({ items: [], sum: eur(0), hoursWithoutCost: 5.5 });
  });

  law(
    'every item is worth less than a hundredth of the contract, and the sum is that of its items',
    fc.property(
      fc.array(fc.record({ value: fc.integer({ min: 0, max: 300_000 }), hours: fc.integer({ min: 1, max: 24 }) }), { maxLength: 8 }),
      (all) => {
        const { items, sum } = frictionOf(
          all.flatMap(({ value, hours: count }, at) => [order(`o${at}`, value / 100), hours(`h${at}`, count, 'rework')]),
        );
        for (const { value } of items) expect(value.amount).toBeLessThan(100_000);
        expect(sum.amount).toBe(items.reduce((total, { value }) => total + value.amount, 0));
        expect(items).toHaveLength(
          all.filter(({ value }) => value > 0 && value < 100_000).length + all.filter(({ hours: count }) => count < 10).length,
        );
      },
    ),
  );
});
