import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import type { Json } from '../ledger/entry';
import { absorbRates, changeOrders, spreadOf } from './absorb-rates';
import { DAY, eur, factsOf, nobodyJoined, settings, sold, some } from './testing/signal-world';

const order = (deal: string, status: string, price: Json, values = {}) =>
  some('changeOrder', {
    deal: `deal:${deal}`,
    title: 'Archive',
    status,
    price,
    requestedAt: '2026-09-01',
    decidedAt: '2026-09-10',
    ...values,
  });
const waiting = (deal: string, requestedAt: string, values = {}) =>
  some('changeOrder', { deal: `deal:${deal}`, title: 'Toll', status: 'requested', requestedAt, ...values });
const two = [sold('a', { pm: 'person:mehmet' }), sold('b', { pm: 'person:clara' })];
/** Mehmet gives away `m` of 100, Clara `c` of 100, over three decisions each. */
const decided = (m: number, c: number) => [
  ...[['a', m] as const, ['b', c] as const].flatMap(([deal, share]) => [
    order(deal, 'absorbed', eur(share)),
    order(deal, 'billed', eur(60 - share / 2)),
    order(deal, 'billed', eur(40 - share / 2)),
  ]),
];
const measured = (...orders: readonly ReturnType<typeof order>[]) =>
  changeOrders(factsOf(...two, ...orders), DAY, settings(), nobodyJoined);

describe('change orders decided by project managers', () => {
  test('that absorb 40 % and 15 % are 25 points apart: at the threshold, not above it', () => {
    expect(measured(...decided(40, 15))).toMatchObject({ value: 25, isTrue: false });
    expect(measured(...decided(41, 15))).toMatchObject({ value: 26, isTrue: true });
  });

  test('a request is late after more than 14 days, not on the 14th', () => {
    expect(measured(...decided(20, 20), waiting('a', '2026-11-12'))).toMatchObject({ value: 0, isTrue: false });
    expect(measured(...decided(20, 20), waiting('a', '2026-11-11'))).toMatchObject({
      value: 0,
      isTrue: true,
      remark: '1 request undecided for more than 14 days',
    });
  });

  test('one late request is enough where nobody can be compared yet', () => {
    const late = measured(waiting('b', '2026-10-01', { status: 'submitted' }));
    expect(late).toMatchObject({ isTrue: true, rows: [{ value: 56, unit: 'days', over: true }] });
    expect(late).not.toHaveProperty('value');
    expect(late).not.toHaveProperty('lacks');
  });

  test('with two decisions each nobody is compared', () => {
    const few = decided(90, 0).filter(({ price }) => price?.amount !== 60_00);
    expect(measured(...few.slice(0, 2), ...few.slice(3, 5)).lacks).toMatch(/^Two project managers with 3 decided change orders each/u);
  });

  test('a rejected request counts neither as given nor as sold', () => {
    expect(measured(...decided(40, 15), order('a', 'rejected', eur(10_000)))).toMatchObject({ value: 25 });
  });

  test('what was absorbed counts at the price that it would have had', () => {
    const [first, ...rest] = decided(40, 15);
    const priced = order('a', 'absorbed', eur(1), { absorbed: eur(40) });
    expect(first?.status).toBe('absorbed');
    expect(measured(priced, ...rest)).toMatchObject({ value: 25 });
  });

  test('euros and pounds are never added: somebody who decides in both is compared in each', () => {
    const pounds = (units: number): Json => ({ amount: units * 100, currency: 'GBP' });
    const others = [order('a', 'absorbed', pounds(90)), order('a', 'billed', pounds(5)), order('a', 'billed', pounds(5))];
    expect(measured(...decided(40, 15), ...others)).toMatchObject({ value: 25 });
    expect(
      absorbRates(factsOf(...two, ...decided(40, 15), ...others), DAY, 3, nobodyJoined)
        .map(({ currency }) => currency)
        .sort(),
    ).toEqual(['EUR', 'EUR', 'GBP']);
  });

  test('as of a day before the decision, the request was still undecided', () => {
    const facts = factsOf(...two, order('a', 'billed', eur(10), { requestedAt: '2026-08-01', decidedAt: '2026-09-10' }));
    expect(changeOrders(facts, '2026-08-20', settings(), nobodyJoined)).toMatchObject({ isTrue: true, rows: [{ value: 19 }] });
    expect(changeOrders(facts, '2026-07-31', settings(), nobodyJoined).rows).toEqual([]);
  });

  law(
    'a spread lies between 0 and 100 points, whatever was decided',
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('billed', 'absorbed', 'rejected'), fc.integer({ min: -5, max: 500 })), {
        maxLength: 14,
      }),
      (made) => {
        const orders = made.map(([deal, status, units]) => order(deal, status, eur(units)));
        const rates = absorbRates(factsOf(...two, ...orders), DAY, 1, nobodyJoined);
        for (const { rate } of rates) expect(rate >= 0 && rate <= 1).toBe(true);
        const spread = spreadOf(rates);
        expect(spread === undefined || (spread >= 0 && spread <= 100)).toBe(true);
        expect(spread === undefined).toBe(new Set(rates.map(({ person }) => person)).size < 2);
      },
    ),
  );
});
