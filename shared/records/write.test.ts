import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import type { Deal } from './registry';
import { recordsFrom } from './records-from';
import { viewAs, viewRecord } from './view';
import { archiveRecord, createRecord, editRecord, restoreRecord, setOf, together } from './write';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** What the fold makes of one set of values after another. */
function folded(...sets: readonly Readonly<Record<string, Json>>[]): Record<string, Json> {
  const all: Record<string, Json> = Object.assign({}, ...sets);
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

const aDeal = (values: Readonly<Record<string, Json>> = {}): Deal => {
  const deal = viewAs('deal', { id: 'deal:1', values: { name: 'New ERP', phase: 'discovery', ...values } });
  if (!deal) throw new Error('no deal');
  return deal;
};

describe('viewing a record', () => {
  test('gathers the members of a set, sorted, and leaves removed ones out', () => {
    const deal = aDeal({ 'buyers/contact:b': true, 'buyers/contact:a': true, 'buyers/contact:c': null, 'externalIds/hubspot': '7001' });
    expect(deal.buyers).toEqual(['contact:a', 'contact:b']);
    expect(deal.externalIds).toEqual({ hubspot: '7001' });
  });

  test('shows a person as active until somebody says otherwise', () => {
    expect(viewRecord({ id: 'person:1', values: { name: 'Ada' } })).toEqual({ id: 'person:1', name: 'Ada', roles: [], active: true });
    expect(viewRecord({ id: 'person:1', values: { name: 'Ada', active: false } })).toMatchObject({ active: false });
  });

  test('survives a record whose creation has not arrived yet', () => {
    expect(viewRecord({ id: 'invoiceLine:1', values: { text: 'Go-live' } })).toMatchObject({
      text: 'Go-live',
      net: { amount: 0, currency: 'XXX' },
    });
  });

  test('knows nothing of nouns of a newer version', () => {
    expect(viewRecord({ id: 'holiday:1', values: {} })).toBeUndefined();
  });

  test('says archived only of what is archived', () => {
    expect(viewRecord({ id: 'account:1', values: { name: 'A', archived: true } })).toHaveProperty('archived', true);
    expect(viewRecord({ id: 'account:1', values: { name: 'A' } })).not.toHaveProperty('archived');
  });
});

describe('writing a record', () => {
  test('files a new commitment under its deal', () => {
    const command = createRecord('commitment', 'commitment:1', {
      text: 'Nightly file drop',
      deal: 'deal:1',
      decision: 'open',
      fulfilment: 'open',
    });
    expect(command).toMatchObject({ act: 'commitment.create', deal: 'deal:1' });
  });

  test('files an edit of a deal under the deal and its account', () => {
    expect(editRecord('deal', aDeal({ account: 'account:7' }), { name: 'ERP' })).toEqual({
      act: 'deal.edit',
      deal: 'deal:1',
      account: 'account:7',
      changes: [{ record: 'deal:1', set: { name: 'ERP' } }],
    });
  });

  test('changes nothing where nothing differs', () => {
    const deal = aDeal({ amount: eur(100), 'buyers/contact:a': true });
    expect(editRecord('deal', deal, { amount: { currency: 'EUR', amount: 100 }, buyers: ['contact:a'], pm: null }).changes).toEqual([]);
  });

  test('adds and removes buyers one by one, so that two people can do it offline', () => {
    const deal = aDeal({ 'buyers/contact:a': true, 'buyers/contact:b': true });
    expect(setOf('deal', { buyers: ['contact:b', 'contact:c'] }, deal)).toEqual({ 'buyers/contact:c': true, 'buyers/contact:a': null });
  });

  test('passes on what the editor showed, only for what it changes', () => {
    const command = editRecord('deal', aDeal(), { name: 'ERP' }, { saw: { name: ['e1'], department: ['e2'] } });
    expect(command.changes[0]?.saw).toEqual({ name: ['e1'] });
  });

  test('archives and restores', () => {
    expect(archiveRecord(aDeal()).changes[0]?.set).toEqual({ archived: true });
    expect(restoreRecord(aDeal())).toMatchObject({ act: 'deal.restore', deal: 'deal:1' });
  });

  test('makes one act of several and files it where all of them belong', () => {
    const name = editRecord('deal', aDeal({ account: 'account:7' }), { name: 'ERP' });
    const elsewhere = createRecord('milestone', 'milestone:1', { title: 'Go-live', deal: 'deal:1' });
    expect(together('deal.plan', [name, elsewhere])).toMatchObject({ act: 'deal.plan', deal: 'deal:1', changes: [{}, {}] });
    expect(together('deal.plan', [name, elsewhere])).not.toHaveProperty('account');
  });

  const buyers = fc.uniqueArray(fc.constantFrom('contact:a', 'contact:b', 'contact:c', 'contact:d'));
  const values = fc.record(
    {
      name: fc.string({ minLength: 1 }),
      amount: fc.option(fc.record({ amount: fc.maxSafeInteger(), currency: fc.constantFrom('EUR', 'GBP') })),
      department: fc.option(fc.string({ minLength: 1 })),
      buyers,
      externalIds: fc.dictionary(fc.constantFrom('hubspot', 'jira'), fc.string()),
    },
    { requiredKeys: ['name'] },
  );

  test('gives back exactly what was written, whatever was there before', () => {
    fc.assert(
      fc.property(values, values, (first, second) => {
        const before = setOf('deal', first as never);
        const current = aDeal(before);
        const after = viewAs('deal', {
          id: 'deal:1',
          values: folded(before, { phase: 'discovery' }, setOf('deal', second as never, current)),
        });
        for (const [field, value] of Object.entries(second)) {
          const expected = field === 'buyers' ? [...(value as string[])].sort() : (value ?? undefined);
          expect((after as unknown as Record<string, unknown>)[field]).toEqual(expected);
        }
        if (after) expect(editRecord('deal', after, second as never).changes).toEqual([]);
      }),
    );
  });
});

describe('a set of records', () => {
  const records = recordsFrom([
    { id: 'deal:2', values: { name: 'Second', phase: 'build', account: 'account:1', 'buyers/contact:a': true } },
    { id: 'deal:1', values: { name: 'First', phase: 'build', account: 'account:1' } },
    { id: 'deal:3', values: { name: 'Put away', phase: 'build', account: 'account:1', archived: true } },
    { id: 'account:1', values: { name: 'Client' } },
  ]);

  test('finds by reference, oldest first, archived ones left out', () => {
    expect(records.of('deal', 'account', 'account:1').map(({ name }) => name)).toEqual(['First', 'Second']);
    expect(records.of('deal', 'buyers', 'contact:a').map(({ name }) => name)).toEqual(['Second']);
    expect(records.of('deal', 'pm', 'person:1')).toEqual([]);
  });

  test('still gets an archived record by its id', () => {
    expect(records.get('deal', 'deal:3')?.name).toBe('Put away');
    expect(records.all('deal')).toHaveLength(2);
    expect(records.get('account', 'deal:3')).toBeUndefined();
  });
});
