import { describe, expect, expectTypeOf, test } from 'vitest';
import { choice, defineRecord, flag, members, money, text, type Id, type RecordOfDefinition } from './define-record';
import type { Deal, Moment, Objection, Person } from './registry';

const example = defineRecord({
  type: 'example',
  label: 'Example',
  plural: 'Examples',
  ledger: 'team',
  writers: ['AE'],
  fields: {
    name: text({ label: 'Name', merge: 'plain', required: true }),
    size: choice(['small', 'large'], { label: 'Size', merge: 'plain' }),
    friends: members('contact', { label: 'Friends', merge: 'plain' }),
    done: flag({ label: 'Done', merge: 'plain' }),
  },
});
type Example = RecordOfDefinition<typeof example>;

describe('a declaration', () => {
  test('does not compile for a field that leaves its merge kind out', () => {
    // @ts-expect-error a field that does not say how two offline edits meet is not a field
    expect(text({ label: 'Name' })).toMatchObject({ kind: 'text' });
    // @ts-expect-error nor is one with a kind of merge that the fold does not know
    expect(money({ label: 'Amount', merge: 'last one wins' })).toMatchObject({ kind: 'money' });
  });

  test('does not compile for a property that no field has', () => {
    // @ts-expect-error a misspelt `required` would silently make a field optional
    expect(text({ label: 'Name', merge: 'plain', requird: true })).toMatchObject({ kind: 'text' });
  });

  test('gives readers required fields, sets and flags always, everything else perhaps', () => {
    expectTypeOf<Example['name']>().toEqualTypeOf<string>();
    expectTypeOf<Example['size']>().toEqualTypeOf<'small' | 'large' | undefined>();
    expectTypeOf<Example['friends']>().toEqualTypeOf<readonly Id<'contact'>[]>();
    expectTypeOf<Example['done']>().toEqualTypeOf<boolean>();
  });

  test('types the nouns of the product', () => {
    expectTypeOf<Deal['amount']>().toEqualTypeOf<{ readonly amount: number; readonly currency: string } | undefined>();
    expectTypeOf<Deal['externalIds']>().toEqualTypeOf<Readonly<Record<string, string>>>();
    expectTypeOf<Moment['kind']>().toEqualTypeOf<'e-mail' | 'call' | 'meeting' | 'chat' | 'note' | 'file'>();
    expectTypeOf<Objection['ledTo']>().toEqualTypeOf<Id<'scopeLine' | 'concession' | 'commitment'> | undefined>();
    expectTypeOf<Person['roles']>().toEqualTypeOf<readonly ('AE' | 'PM' | 'consultant' | 'finance' | 'partner' | 'admin')[]>();
  });
});
