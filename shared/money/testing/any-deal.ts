import fc from 'fast-check';
import type { Json } from '../../ledger/entry';
import { CHANGE_ORDER_STATUSES } from '../../records/change-order';
import { COMMITMENT_DECISIONS } from '../../records/commitment';
import { BILLING_MODELS } from '../../records/deal';
import { SCOPE_STATUSES } from '../../records/scope-line';
import { ACTIVITIES } from '../../records/time-entry';
import { addDays } from '../../values/calendar';
import { one, type Stored } from './money-world';

type Values = Readonly<Record<string, Json>>;

/** A day of 2026, mostly before `TODAY`. */
const day = fc.integer({ min: 0, max: 360 }).map((days) => addDays('2026-01-05', days));
const sum = (max: number) =>
  fc.record({ amount: fc.integer({ min: 0, max }), currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'USD') });
const euros = (max: number) => fc.record({ amount: fc.integer({ min: 0, max }), currency: fc.constant('EUR') });
const hours = fc.integer({ min: 0, max: 2_400 }).map((hundredths) => hundredths / 100);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const ref = (type: string, most: number) => maybe(fc.integer({ min: 0, max: most - 1 }).map((at) => `${type}:${at}`));

/** Fields that are undefined are left out: a record stores no such value. */
const stored = (fields: Readonly<Record<string, Json | undefined>>): Values =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined));

const many = (
  type: Parameters<typeof one>[0],
  most: number,
  fields: Readonly<Record<string, fc.Arbitrary<Json | undefined>>>,
): fc.Arbitrary<readonly Stored[]> =>
  fc.array(fc.record(fields), { maxLength: most }).map((list) => list.map((values, at) => one(type, String(at), stored(values))));

const deal = fc
  .record({
    billingModel: fc.constantFrom(...BILLING_MODELS),
    amount: maybe(euros(20_000_000)),
    cap: maybe(euros(20_000_000)),
    retainerFee: maybe(euros(1_000_000)),
    retainerPeriods: maybe(fc.integer({ min: 0, max: 24 })),
    phase: fc.constantFrom('kickoff', 'build', 'build', 'closed', 'negotiation'),
    signedAt: maybe(day),
  })
  .map((values) => [one('deal', '1', stored({ name: 'Any', ...values }))]);

const scope = many('scopeLine', 5, {
  title: fc.constant('Line'),
  status: fc.constantFrom('in', 'in', 'in', ...SCOPE_STATUSES),
  plannedHours: maybe(hours),
  remainingHours: maybe(hours),
  remainingAsOf: maybe(day),
  role: maybe(fc.constantFrom('Senior', 'junior')),
  changeOrder: ref('changeOrder', 12),
});

const orders = many('changeOrder', 4, {
  title: fc.constant('More'),
  status: fc.constantFrom(...CHANGE_ORDER_STATUSES),
  price: maybe(sum(2_000_000)),
  hours: maybe(hours),
  decidedAt: maybe(day),
});

const promises = fc.tuple(
  many('commitment', 3, {
    text: fc.constant('We will'),
    decision: fc.constantFrom(...COMMITMENT_DECISIONS),
    fulfilment: fc.constant('open'),
    inSow: fc.boolean(),
    scopeLine: ref('scopeLine', 6),
    madeAt: maybe(day),
  }),
  many('concession', 3, {
    text: fc.constant('Less'),
    givenBy: fc.constantFrom('us', 'them'),
    value: maybe(sum(500_000)),
    givenAt: maybe(day),
  }),
);

const work = fc.tuple(
  many('ticket', 4, {
    title: fc.constant('Do'),
    kind: fc.constantFrom('work package', 'incident', 'escalation', 'question'),
    status: fc.constant('open'),
    scopeLine: ref('scopeLine', 6),
    changeOrder: ref('changeOrder', 8),
    commitment: ref('commitment', 6),
    openedAt: maybe(day),
  }),
  many('timeEntry', 30, {
    person: fc.integer({ min: 0, max: 3 }).map((at) => `person:${at}`),
    date: day,
    hours,
    activity: fc.constantFrom('delivery', 'delivery', 'delivery', ...ACTIVITIES),
    scopeLine: ref('scopeLine', 6),
    ticket: ref('ticket', 8),
    changeOrder: ref('changeOrder', 16),
    commitment: ref('commitment', 12),
    approved: fc.boolean(),
    billable: fc.boolean(),
    billRate: maybe(sum(30_000)),
    invoiceLine: ref('invoiceLine', 20),
  }),
);

const bills = fc.tuple(
  many('milestone', 4, { title: fc.constant('Go live'), fee: maybe(sum(5_000_000)), reachedAt: maybe(day) }),
  many('invoice', 5, {
    number: fc.constant('1'),
    kind: fc.constantFrom('invoice', 'invoice', 'credit note'),
    issuedAt: maybe(day),
    dueAt: maybe(day),
    credits: ref('invoice', 12),
  }),
  many('invoiceLine', 8, {
    invoice: fc.integer({ min: 0, max: 4 }).map((at) => `invoice:${at}`),
    net: sum(5_000_000),
    tax: maybe(euros(1_000_000)),
    milestone: ref('milestone', 8),
  }),
  many('payment', 6, { invoice: fc.integer({ min: 0, max: 4 }).map((at) => `invoice:${at}`), paidAt: day, amount: sum(5_000_000) }),
);

const cost = fc.tuple(
  many('costRate', 8, {
    person: maybe(fc.integer({ min: 0, max: 2 }).map((at) => `person:${at}`)),
    role: maybe(fc.constantFrom('senior', 'junior', 'consultant')),
    from: day,
    hourlyCost: sum(20_000),
  }),
  many('expense', 5, {
    date: day,
    text: fc.constant('Train'),
    kind: maybe(fc.constantFrom('external', 'write-off')),
    cost: sum(500_000),
    scopeLine: ref('scopeLine', 6),
    changeOrder: ref('changeOrder', 16),
  }),
  many('costPlan', 8, {
    scopeLine: ref('scopeLine', 6),
    changeOrder: ref('changeOrder', 12),
    planned: maybe(sum(8_000_000)),
    plannedRate: maybe(sum(15_000)),
  }),
  maybe(fc.record({ acceptedAt: day, signedValue: euros(20_000_000), plannedCost: euros(15_000_000) })).map((freeze) =>
    freeze ? [one('marginFreeze', '1', freeze)] : [],
  ),
);

const people: readonly Stored[] = [0, 1, 2, 3].map((at) => one('person', String(at), { name: `P${at}`, 'roles/consultant': at % 2 === 0 }));

/** Any deal at all, with every kind of record that its money is made of, some in another currency. */
export const anyDeal: fc.Arbitrary<readonly Stored[]> = fc
  .tuple(deal, scope, orders, promises, work, bills, cost)
  .map(([own, lines, changes, promised, worked, billed, costs]) => [
    ...people,
    ...own,
    ...lines,
    ...changes,
    ...promised.flat(),
    ...worked.flat(),
    ...billed.flat(),
    ...costs.flat(),
  ]);
