import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import type { Json } from '../ledger/entry';
import { absorbRates } from './absorb-rate';
import { byUrgency } from './standing';
import { changeWorld, euros } from './testing/change-world';

const DEALS = {
  'deal:a': { name: 'A', phase: 'build', pm: 'person:mehmet', amount: euros(1) },
  'deal:b': { name: 'B', phase: 'build', pm: 'person:ines', amount: euros(1) },
};
const ratesOf = (orders: Readonly<Record<string, Readonly<Record<string, Json>>>>) => {
  const { records } = changeWorld({ ...DEALS, ...orders });
  return absorbRates(records, records.all('changeOrder'));
};

describe('the absorb rate', () => {
  test('of somebody who billed €6,000 and absorbed €2,000 is 25 %; what was rejected or waits does not count', () => {
    const rates = ratesOf({
      'changeOrder:1': { deal: 'deal:a', title: '1', status: 'billed', price: euros(6_000) },
      'changeOrder:2': { deal: 'deal:a', title: '2', status: 'absorbed', price: euros(3_000), absorbed: euros(2_000) },
      'changeOrder:3': { deal: 'deal:a', title: '3', status: 'rejected', price: euros(9_000) },
      'changeOrder:4': { deal: 'deal:a', title: '4', status: 'submitted', price: euros(9_000) },
      'changeOrder:5': { deal: 'deal:b', title: '5', status: 'requested' },
    });
    expect(rates.map(({ pm, rate, undecided }) => [pm, rate, undecided.length])).toEqual([
      ['person:mehmet', 0.25, 1],
      ['person:ines', undefined, 1],
    ]);
  });
});

describe('the list', () => {
  test('begins with what has waited longest, and ends with what was decided first', () => {
    const { records } = changeWorld({
      'changeOrder:1': { deal: 'deal:a', title: '1', status: 'billed', decidedAt: '2026-10-01' },
      'changeOrder:2': { deal: 'deal:a', title: '2', status: 'requested', requestedAt: '2026-11-20' },
      'changeOrder:3': { deal: 'deal:a', title: '3', status: 'submitted', requestedAt: '2026-11-01' },
      'changeOrder:4': { deal: 'deal:a', title: '4', status: 'rejected', decidedAt: '2026-11-01' },
    });
    expect(
      records
        .all('changeOrder')
        .toSorted(byUrgency)
        .map(({ title }) => title),
    ).toEqual(['3', '2', '4', '1']);
  });
});

law(
  'a rate lies between 0 and 1, and every order with a value is either decided, waiting, or counts for nothing',
  fc.property(
    fc.array(fc.tuple(fc.constantFrom('requested', 'billed', 'absorbed', 'rejected'), fc.integer({ min: -50, max: 900 }), fc.boolean())),
    (list) => {
      const orders = list.map(([status, sum, isA], at): [string, Record<string, Json>] => [
        `changeOrder:${at}`,
        { deal: isA ? 'deal:a' : 'deal:b', title: 'x', status, price: euros(sum) },
      ]);
      for (const { rate, billed, absorbed } of ratesOf(Object.fromEntries(orders))) {
        if (rate === undefined) expect(billed.amount + absorbed.amount).toBe(0);
        else expect(rate >= 0 && rate <= 1).toBe(true);
      }
    },
  ),
);
