import { describe, expect, test } from 'vitest';
import { parseChange, parseField, parseRecord } from './parse';

const message = (result: { readonly ok: boolean; readonly error?: { readonly message: string } }) => result.error?.message;

describe('a value at the door', () => {
  test('is refused with a sentence that names the field as the screen does', () => {
    expect(message(parseField('deal', 'amount', 40000) as never)).toBe('Amount must be a sum of money with a currency');
    expect(message(parseField('deal', 'amount', { amount: 1.5, currency: 'EUR' }) as never)).toBe(
      'Amount must be a whole number of minor units (cents)',
    );
    expect(message(parseField('deal', 'amount', { amount: 100, currency: 'euro' }) as never)).toBe(
      'Amount must have a currency of three letters, such as EUR',
    );
    expect(message(parseField('deal', 'expectedClose', '31.12.2026') as never)).toBe('Expected close must be a date like 2026-11-22');
    expect(message(parseField('deal', 'expectedClose', '2026-02-30') as never)).toBe('Expected close must be a date like 2026-11-22');
    expect(message(parseField('deal', 'health', 'pink') as never)).toBe('Health must be one of: green, amber, red');
    expect(message(parseField('deal', 'ae', 'contact:1') as never)).toBe('Account executive must refer to a person');
    expect(message(parseField('objection', 'ledTo', 'deal:1') as never)).toBe(
      'Led to must refer to a scope line or a concession or a commitment',
    );
    expect(message(parseField('timeEntry', 'hours', 25) as never)).toBe('Hours must not be more than 24');
    expect(message(parseField('deal', 'name', '') as never)).toBe('Name must not be empty');
    expect(message(parseField('deal', 'mood' as never, 'x') as never)).toBe('Deal has no field “mood”');
  });

  test('is cleared by nothing, where the field allows it', () => {
    expect(parseField('deal', 'department', '')).toEqual({ ok: true, value: null });
    expect(parseField('deal', 'amount', null)).toEqual({ ok: true, value: null });
  });

  test('takes the leap day of a leap year only', () => {
    expect(parseField('deal', 'signedAt', '2024-02-29').ok).toBe(true);
    expect(parseField('deal', 'signedAt', '2026-02-29').ok).toBe(false);
  });
});

describe('a new record at the door', () => {
  test('names everything that is wrong with it at once', () => {
    const parsed = parseRecord('commitment', { text: 'Nightly file drop', decision: 'perhaps', colour: 'red' });
    expect(parsed.ok ? [] : parsed.error.map(({ field }) => field)).toEqual(['colour', 'deal', 'decision', 'fulfilment']);
  });

  test('keeps what is right and drops what is empty', () => {
    const parsed = parseRecord('contact', { name: 'Ines Moreau', title: '', email: 'i.moreau@example.com' });
    expect(parsed).toEqual({ ok: true, value: { name: 'Ines Moreau', email: 'i.moreau@example.com' } });
  });

  test('is nothing but an object', () => {
    expect(parseRecord('deal', 'Deal').ok).toBe(false);
    expect(parseRecord('deal', null).ok).toBe(false);
  });
});

describe('a change at the door', () => {
  const deal = (set: Record<string, never | string | boolean | null>) => ({ record: 'deal:1', set }) as const;

  test('may add and remove members of a set', () => {
    expect(parseChange(deal({ 'buyers/contact:a': true, 'buyers/contact:b': null }), 'edit').ok).toBe(true);
  });

  test('may not hold a member of the wrong noun, nor the set as a whole', () => {
    expect(parseChange(deal({ 'buyers/person:a': true }), 'edit').ok).toBe(false);
    expect(parseChange(deal({ 'buyers/contact:a': 'yes' }), 'edit').ok).toBe(false);
    expect(parseChange(deal({ buyers: true }), 'edit').ok).toBe(false);
  });

  test('may not clear what every deal must have', () => {
    expect(parseChange(deal({ name: null }), 'edit').ok).toBe(false);
    expect(parseChange(deal({ name: 'New ERP' }), 'create').ok).toBe(false);
    expect(parseChange(deal({ name: 'New ERP', phase: 'discovery' }), 'create').ok).toBe(true);
  });

  test('may never touch the words of a moment once it is there', () => {
    const words = { record: 'moment:1', set: { kind: 'note', at: '2026-11-22T10:00:00Z', body: 'Agreed.' } } as const;
    expect(parseChange(words, 'create').ok).toBe(true);
    expect(parseChange(words, 'edit')).toMatchObject({ ok: false });
    expect(parseChange({ record: 'moment:1', set: { deal: 'deal:2' } }, 'edit').ok).toBe(true);
  });

  test('of a noun that this version does not know is refused', () => {
    expect(parseChange({ record: 'holiday:1', set: {} }, 'create').ok).toBe(false);
  });

  test('archives with true, restores with nothing, and settles a clash about it with false', () => {
    expect(parseChange(deal({ archived: false }), 'edit').ok).toBe(true);
    expect(parseChange(deal({ archived: true }), 'edit').ok).toBe(true);
    expect(parseChange(deal({ archived: null }), 'edit').ok).toBe(true);
    expect(parseChange(deal({ archived: 'yes' }), 'edit').ok).toBe(false);
  });
});
