import { expect, test } from 'vitest';
import { a, aDeal, aPerson, world } from '../ticket/testing/ticket-world';
import { readQuickLine, timeOfQuickLine } from './quick-line';

const TODAY = '2026-12-01';
const account = a('account', { name: 'Nordwind Logistik' }, 'nordwind');
const erp = aDeal({ name: 'Warehouse ERP', account: account.id, phase: 'build', billingModel: 'T&M' });
const edi = a('scopeLine', { title: 'EDI interface to carriers', status: 'in', deal: erp.id }, 'edi');
const training = a('scopeLine', { title: 'Training of key users', status: 'in', deal: erp.id }, 'training');
const portal = a('deal', { name: 'Supplier portal', phase: 'build', account: 'account:kestrel' }, 'portal');
const kestrel = a('account', { name: 'Kestrel Foods' }, 'kestrel');
const records = world(account, kestrel, erp, edi, training, portal, aPerson('jonas', { roles: ['consultant'] }));
const read = (text: string) => readQuickLine(records, text, { person: 'person:jonas', today: TODAY });

test('“2.5h nordwind edi rework fixed mapping yesterday” is 2.5 hours of rework on the EDI line of the Nordwind deal', () => {
  const line = read('2.5h nordwind edi rework fixed mapping yesterday');
  expect(line).toMatchObject({ hours: 2.5, date: '2026-11-30', activity: 'rework', note: 'fixed mapping' });
  expect(line.deals.map(({ name }) => name)).toEqual(['Warehouse ERP']);
  expect(line.scopeLine?.id).toBe(edi.id);
  expect(timeOfQuickLine(line, 'person:jonas')).toEqual({
    deal: erp.id,
    activity: 'rework',
    scopeLine: edi.id,
    ticket: undefined,
    person: 'person:jonas',
    date: '2026-11-30',
    hours: 2.5,
    note: 'fixed mapping',
  });
});

test('the words may stand in any order, and what is not said follows from the deal', () => {
  expect(read('supplier portal 1:30 call with buyer')).toMatchObject({
    hours: 1.5,
    date: TODAY,
    activity: 'delivery',
    deals: [{ id: portal.id }],
    note: 'call with buyer',
  });
  expect(read('friday 90m portal')).toMatchObject({ hours: 1.5, date: '2026-11-27' });
});

test('words that fit two deals equally ask which one is meant', () => {
  const second = a('deal', { name: 'Nordwind CRM', phase: 'build', account: account.id }, 'crm');
  const both = world(account, erp, second, edi);
  const line = readQuickLine(both, '1h nordwind planning', { person: 'person:jonas', today: TODAY });
  expect(line.deals).toHaveLength(2);
  expect(timeOfQuickLine(line, 'person:jonas')).toBeUndefined();
  const chosen = readQuickLine(both, '1h nordwind planning', { person: 'person:jonas', today: TODAY, deal: second.id });
  expect(chosen.deals).toEqual([second]);
});

test('a line without hours or without a deal is not an entry yet', () => {
  expect(timeOfQuickLine(read('nordwind mapping'), 'person:jonas')).toBeUndefined();
  expect(timeOfQuickLine(read('2h unknown client'), 'person:jonas')).toBeUndefined();
  expect(read('fix 2 marketing texts').date).toBe(TODAY);
});
