import { expect, test } from 'vitest';
import { recordsOf } from '#shared/records/records-from';
import type { AnyRecord } from '#shared/records/registry';
import { recordFacts } from './record-facts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const RECORDS = recordsOf([
  { id: 'deal:1', name: 'Billing platform', phase: 'build', amount: eur(10_000_000), signedAt: '2026-01-15' },
  { id: 'person:1', name: 'Ada Weber', roles: ['PM'] },
  { id: 'scopeLine:1', deal: 'deal:1', title: 'Data migration', status: 'in' },
  { id: 'invoice:1', deal: 'deal:1', number: 'R-17', kind: 'credit note', issuedAt: '2026-03-01' },
  { id: 'invoiceLine:1', invoice: 'invoice:1', net: eur(150_000) },
  { id: 'invoiceLine:2', invoice: 'invoice:1', net: eur(50_000) },
  { id: 'payment:1', invoice: 'invoice:1', paidAt: '2026-03-20', amount: eur(238_000) },
  { id: 'timeEntry:1', deal: 'deal:1', person: 'person:1', scopeLine: 'scopeLine:1', date: '2026-02-03', hours: 6.5, note: 'Second run' },
] as unknown as AnyRecord[]);

test('a credit note of 1,500 and 500 stands as −2,000 behind a number, with its day and its deal', () => {
  expect(recordFacts(RECORDS, ['invoice:1', 'invoice:1'])).toEqual([
    expect.objectContaining({ kind: 'Credit note', title: 'R-17', on: '2026-03-01', amount: eur(-200_000), dealName: 'Billing platform' }),
  ]);
});

test('a payment says which invoice, hours say of whom and on what; what is not here is left out', () => {
  expect(recordFacts(RECORDS, ['payment:1', 'timeEntry:1', 'expense:gone'])).toEqual([
    expect.objectContaining({ title: 'Paid on R-17', on: '2026-03-20', amount: eur(238_000), deal: 'deal:1' }),
    expect.objectContaining({ title: 'Data migration: Second run', on: '2026-02-03', hours: 6.5, who: 'Ada Weber' }),
  ]);
});
