import type { Json } from '../../ledger/entry';
import type { CalendarDateText, Id } from '../../records/define-record';
import type { Records } from '../../records/records';
import { recordsFrom } from '../../records/records-from';
import type { RecordType } from '../../records/registry';
import { booksOf, costBooksOf, type CostBooks, type DealBooks } from '../books';

type Values = Readonly<Record<string, Json>>;

/** Stored values of one record, by its id. */
export type Stored = readonly [id: string, values: Values];

export const DEAL: Id<'deal'> = 'deal:1';
export const TODAY: CalendarDateText = '2026-12-01';

/** Euros and cents. */
export const eur = (amount: number): { readonly amount: number; readonly currency: string } => ({
  amount: Math.round(amount * 100),
  currency: 'EUR',
});

/** A record of the deal `deal:1`. */
export const one = (type: RecordType, body: string, values: Values): Stored => [
  `${type}:${body}`,
  ['deal', 'person', 'costRate', 'invoiceLine', 'payment'].includes(type) ? values : { deal: DEAL, ...values },
];

/** A deal of € 100,000 that was signed in March and is being built. */
export const signedDeal = (values: Values = {}): Stored =>
  one('deal', '1', {
    name: 'Order-to-cash',
    phase: 'build',
    billingModel: 'fixed',
    amount: eur(100_000),
    signedAt: '2026-03-02',
    ...values,
  });

export const worldOf = (records: readonly Stored[]): Records =>
  recordsFrom(records.map(([id, values]) => ({ id: id as `${string}:${string}`, values })));

/** Both sides of the deal's books. */
export function books(records: readonly Stored[]): { readonly books: DealBooks; readonly cost: CostBooks } {
  const world = worldOf(records);
  const own = booksOf(world, DEAL);
  const cost = costBooksOf(world, DEAL);
  if (!own || !cost) throw new Error('The deal has no books');
  return { books: own, cost };
}

/** An invoice of one line. */
export const invoiceOf = (body: string, net: number, values: Values = {}, line: Values = {}): readonly Stored[] => [
  one('invoice', body, { number: body, kind: 'invoice', issuedAt: '2026-06-01', ...values }),
  one('invoiceLine', body, { invoice: `invoice:${body}`, net: eur(net), ...line }),
];

/**
 * The worked example of product.md §4: signed 100,000, planned cost 65,000; a change order of 10,000 (planned cost 6,000);
 * billed 60,000; paid 45,000; AC 40,000; ETC 35,000.
 */
export const workedExample: readonly Stored[] = [
  signedDeal(),
  one('person', 'ida', { name: 'Ida', roles: [] }),
  one('costRate', 'ida', { person: 'person:ida', from: '2026-01-01', hourlyCost: eur(100) }),
  one('scopeLine', '1', { title: 'Build', status: 'in', plannedHours: 650, remainingHours: 350, remainingAsOf: '2026-11-20' }),
  one('costPlan', '1', { scopeLine: 'scopeLine:1', planned: eur(65_000) }),
  one('changeOrder', '1', { title: 'Another interface', status: 'billed', price: eur(10_000), decidedAt: '2026-07-01' }),
  one('costPlan', '2', { changeOrder: 'changeOrder:1', planned: eur(6_000) }),
  ...invoiceOf('I1', 60_000, { dueAt: '2026-07-01' }),
  one('payment', 'I1', { invoice: 'invoice:I1', paidAt: '2026-07-01', amount: eur(45_000) }),
  ...Array.from({ length: 50 }, (_, day) =>
    one('timeEntry', String(day), {
      person: 'person:ida',
      date: `2026-0${4 + Math.floor(day / 25)}-${String(1 + (day % 25)).padStart(2, '0')}`,
      hours: 8,
      activity: 'delivery',
      scopeLine: 'scopeLine:1',
    }),
  ),
];
