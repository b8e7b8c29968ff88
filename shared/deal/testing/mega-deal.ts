import fc from 'fast-check';
import type { Json, RecordId } from '../../ledger/entry';
import type { Id } from '../../records/define-record';
import { recordsFrom } from '../../records/records-from';
import type { StoredRecord } from '../../records/view';
import { allocateMoney } from '../../values/money';
import type { BuyerChoice, Part } from '../split-parts';
import type { SplitPlan } from '../split';

export type Stored = ReadonlyMap<RecordId, Readonly<Record<string, Json>>>;

export const MEGA: Id<'deal'> = 'deal:mega';
export const euros = (cents: number) => ({ amount: cents, currency: 'EUR' });
export const recordsIn = (stored: Stored) => recordsFrom([...stored].map(([id, values]): StoredRecord => ({ id, values })));

const sum = fc.integer({ min: -5_000, max: 900_000 });
const at = (count: number) => fc.integer({ min: 0, max: count - 1 });
const COUNT = 6;
const one = (type: string) => at(COUNT + 2).map((index) => (index < COUNT ? `${type}:${index}` : null));
const hours = fc.integer({ min: 0, max: 2_400 }).map((value) => value / 100);

const SHAPES: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<Json>>>>> = {
  scopeLine: {
    status: fc.constantFrom('in', 'done', 'optional'),
    price: sum.map(euros),
    plannedHours: hours,
    milestone: one('milestone'),
    changeOrder: one('changeOrder'),
  },
  milestone: { fee: sum.map(euros) },
  changeOrder: {
    status: fc.constantFrom('requested', 'billed', 'absorbed'),
    price: sum.map(euros),
    scopeLine: one('scopeLine'),
    ticket: one('ticket'),
  },
  ticket: {
    status: fc.constant('open'),
    kind: fc.constant('incident'),
    scopeLine: one('scopeLine'),
    changeOrder: one('changeOrder'),
    commitment: one('commitment'),
  },
  commitment: { text: fc.constant('w'), scopeLine: one('scopeLine') },
  concession: { text: fc.constant('w'), givenBy: fc.constantFrom('us', 'them'), value: sum.map(euros) },
  objection: { text: fc.constant('w'), ledTo: one('scopeLine') },
  decision: { text: fc.constant('w'), ticket: one('ticket') },
  constraint: { text: fc.constant('w'), strength: fc.constant('must') },
  priority: { text: fc.constant('w') },
  question: { text: fc.constant('w'), about: one('ticket') },
  timeEntry: { hours, activity: fc.constant('delivery'), scopeLine: one('scopeLine'), ticket: one('ticket') },
  invoice: { number: fc.constant('7'), kind: fc.constantFrom('invoice', 'credit note'), credits: one('invoice') },
  costPlan: { planned: sum.map(euros), scopeLine: one('scopeLine'), changeOrder: one('changeOrder') },
  expense: { cost: sum.map(euros), text: fc.constant('Travel'), scopeLine: one('scopeLine'), invoice: one('invoice') },
};

/** A deal of all that a deal can hold, tied to each other at random, in circles too. */
export const megaDeals: fc.Arbitrary<Stored> = fc
  .tuple(
    fc.record(Object.fromEntries(Object.entries(SHAPES).map(([type, shape]) => [type, fc.array(fc.record(shape), { maxLength: COUNT })]))),
    fc.array(fc.record({ invoice: at(COUNT), net: sum, scopeLine: one('scopeLine'), milestone: one('milestone') }), { maxLength: 8 }),
    fc.array(fc.record({ invoice: at(COUNT), amount: sum }), { maxLength: 5 }),
    fc.record({ amount: fc.integer({ min: 0, max: 90_000_000 }), cap: fc.option(fc.integer({ min: 1, max: 9_000_000 })) }),
    fc.option(
      fc.record({
        signedValue: fc.integer({ min: 0, max: 9_000_000 }),
        plannedCost: sum,
        costs: fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: COUNT }),
      }),
    ),
  )
  .map(([held, lines, payments, { amount, cap }, freeze]) => {
    const stored = new Map<RecordId, Readonly<Record<string, Json>>>();
    const put = (id: RecordId, values: Readonly<Record<string, Json>>) =>
      stored.set(id, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)));
    const buyers = { 'buyers/contact:a': true, 'buyers/contact:b': true, 'buyers/contact:c': true };
    put(MEGA, { name: 'Mega', phase: 'build', amount: euros(amount), ...(cap === null ? {} : { cap: euros(cap) }), ...buyers });
    for (const [type, records] of Object.entries(held)) {
      records.forEach((values, index) => put(`${type}:${index}`, { deal: MEGA, title: `${type} ${index}`, ...values }));
    }
    lines.forEach(({ invoice, net, ...billed }, index) =>
      put(`invoiceLine:${index}`, { invoice: `invoice:${invoice}`, net: euros(net), ...billed }),
    );
    payments.forEach((payment, index) => put(`payment:${index}`, { invoice: `invoice:${payment.invoice}`, amount: euros(payment.amount) }));
    if (freeze) {
      const frozen = Object.fromEntries(freeze.costs.map((cost, index) => [`scopeLine:${index}`, { hours: 1, cost }]));
      const { signedValue, plannedCost } = freeze;
      put('marginFreeze:1', {
        deal: MEGA,
        acceptedAt: '2026-01-01',
        signedValue: euros(signedValue),
        plannedCost: euros(plannedCost),
        lines: frozen,
      });
    }
    return stored;
  });

/** Two to four parts, with anything chosen for anything, and the sums of the deal divided at random. */
export const plansFor = (stored: Stored): fc.Arbitrary<SplitPlan> =>
  fc.integer({ min: 2, max: 4 }).chain((count) =>
    fc
      .record({
        weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }),
        choices: chosen(stored, count),
        buyers: buyersIn(count),
      })
      .map(({ weights, choices, buyers }) => ({
        parts: divided(stored, weights),
        ids: weights.slice(1).map((_, index): Id<'deal'> => `deal:part${index + 1}`),
        choices,
        buyers,
      })),
  );

const chosen = (stored: Stored, count: number) =>
  fc.array(fc.tuple(fc.constantFrom(...stored.keys()), at(count)), { maxLength: 30 }).map((pairs) => new Map(pairs));

const buyersIn = (count: number) =>
  fc
    .tuple(
      ...(['contact:a', 'contact:b', 'contact:c'] as const).map((id) =>
        fc.tuple(fc.constant(id), fc.oneof(at(count), fc.constant('all' as const))),
      ),
    )
    .map((pairs) => new Map<Id<'contact'>, BuyerChoice>(pairs));

function divided(stored: Stored, weights: readonly number[]): readonly Part[] {
  const deal = recordsIn(stored).get('deal', MEGA);
  const amounts = deal?.amount ? allocateMoney(deal.amount, weights) : [];
  const caps = deal?.cap ? allocateMoney(deal.cap, weights) : [];
  return weights.map((_, index) => ({
    name: `Part ${index}`,
    ...(amounts[index] ? { amount: amounts[index] } : {}),
    ...(caps[index] ? { cap: caps[index] } : {}),
  }));
}
