import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { entryPlace, type Json } from './entry';
import { withId } from './hash';
import { admit, parseEntry, parseItem } from './parse-entry';
import { aWorld } from './testing/world';

const DEVICE = 'a'.repeat(16);

/** An entry whose id matches its content, whatever the content. */
function sealed(parts: { readonly [key: string]: unknown }, seq = 1): { readonly [key: string]: Json } {
  const draft = {
    v: 1,
    prev: '',
    at: '2026-01-05T09:00:00.000Z-0000',
    by: 'person:P',
    act: 'deal.edit',
    edits: [],
    ...parts,
    id: entryPlace(DEVICE, seq),
  };
  return withId(draft);
}

const edit = (parts: { readonly [key: string]: unknown }) => ({ record: 'deal:A', set: { name: 'x' }, salt: '0'.repeat(32), ...parts });
const reasonOf = (raw: unknown): string => {
  const parsed = parseItem(raw);
  return parsed.ok ? 'fine' : parsed.error.reason;
};

describe('the door', () => {
  law(
    'whatever arrives is either an item or in quarantine with a reason, and nothing throws',
    fc.property(fc.array(fc.oneof(fc.anything(), fc.object(), fc.jsonValue()), { maxLength: 8 }), (raws) => {
      const { items, quarantined } = admit(raws);
      expect(items.length + quarantined.length).toBe(raws.length);
    }),
  );

  law(
    'an honest entry comes in as the object that it is, unknown keys and all',
    fc.property(aWorld(8), (world) => {
      for (const item of world.items) {
        const received: unknown = JSON.parse(JSON.stringify(item));
        const parsed = parseItem(received);
        expect(parsed.ok && parsed.value).toBe(received);
      }
    }),
  );

  law(
    'one changed character of an entry is noticed',
    fc.property(aWorld(6), fc.nat(), fc.nat(), fc.integer({ min: 32, max: 126 }), (world, which, at, code) => {
      const items = world.items;
      const text = JSON.stringify(items[which % items.length]);
      const place = at % text.length;
      const changed = text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
      let raw: unknown;
      try {
        raw = JSON.parse(changed);
      } catch {
        return; // not JSON any more: the reader of the page says so
      }
      const same = JSON.stringify(raw) === JSON.stringify(JSON.parse(text));
      // A stub proves nothing of itself but its hash; whatever else changed in it is found where the chain is followed.
      if (!same && !('hash' in (raw as object))) expect(parseItem(raw).ok).toBe(false);
    }),
  );

  test('an entry that keeps to the form is let in', () => {
    expect(reasonOf(sealed({ edits: [edit({})] }))).toBe('fine');
    expect(
      reasonOf(sealed({ edits: [edit({ set: { constructor: 1, toString: null } })], why: 'a key called like a method is only a key' })),
    ).toBe('fine');
    expect(parseEntry(sealed({ v: 2, edits: 'new' })).ok).toBe(false);
    expect(parseItem(sealed({ v: 2, edits: 'new' })).ok).toBe(true);
  });

  test.each([
    ['integers beyond 2^53', { edits: [edit({ set: { n: 2 ** 53 } })] }, 'an integer beyond 2^53'],
    ['half a character', { why: '\ud800' }, 'a text holds half a character (a lone surrogate)'],
    ['half a character in a key', { edits: [edit({ set: { '\udfff': 1 } })] }, 'a text holds half a character (a lone surrogate)'],
    [
      'a field that is a prototype',
      { edits: [edit({ set: JSON.parse('{"__proto__":{"admin":true}}') as Json })] },
      'set is not a map of fields',
    ],
    ['two edits of one record', { edits: [edit({}), edit({})] }, 'two edits of one record'],
    ['more than 500 edits', { edits: Array.from({ length: 501 }, (_, at) => edit({ record: `deal:${at}` })) }, 'more than 500 edits'],
    ['more than 128 KiB', { why: 'x'.repeat(131_072) }, 'too large'],
    ['a time that does not exist', { at: '2026-02-30T09:00:00.000Z-0000' }, 'at is not a time'],
    ['over that names no entry', { edits: [edit({ over: { name: ['yesterday'] } })] }, 'over is not a list of entries'],
    ['a series without a place', { series: { id: 's', n: 3, of: 2 } }, 'series has no proper place'],
    ['an edit without salt', { edits: [{ record: 'deal:A', set: {} }] }, 'an edit has no salt'],
  ])('refuses %s', (_what, parts, reason) => {
    expect(reasonOf(sealed(parts))).toBe(reason === 'over is not a list of entries' ? 'names what is not an entry' : reason);
  });

  test('refuses nesting that would exhaust a reader', () => {
    let deep: Json = 1;
    for (let level = 0; level < 40; level += 1) deep = [deep];
    expect(reasonOf(sealed({ edits: [edit({ set: { deep } })] }))).toBe('nested too deeply');
  });

  test('refuses an entry under another device, another place or another hash', () => {
    const honest = sealed({ edits: [edit({})] });
    const id = honest['id'] as string;
    for (const other of [id.replace(/^a/u, 'b'), id.replace('00000001', '00000002'), `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`]) {
      expect(parseItem({ ...honest, id: other }).ok).toBe(false);
    }
  });
});
