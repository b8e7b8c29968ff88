import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { isEntry, type Json, type RecordId } from './entry';
import { canonicalText, hashEntry, sealedEdit, sha256Hex } from './hash';
import { redactEntry } from './redact';
import { aWorld } from './testing/world';

const reversed = (value: Json): Json => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
};

describe('canonical text and hash', () => {
  law(
    'a value has one text, that of RFC 8785, whatever the order of its keys',
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalText(value as Json)).toBe(canonicalize(value));
      expect(canonicalText(reversed(value as Json))).toBe(canonicalText(value as Json));
    }),
  );

  law(
    'the hash is SHA-256 of the UTF-8, as everybody else computes it',
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );

  law(
    'an entry has the same hash after its journey through JSON, with its keys in any order, and after any redaction',
    fc.property(aWorld(8), fc.nat(), (world, which) => {
      for (const entry of world.entries) {
        const { hash } = hashEntry(entry);
        expect(hash.startsWith(entry.id.slice(26))).toBe(true);
        expect(hashEntry(reversed(JSON.parse(JSON.stringify(entry)) as Json) as object).hash).toBe(hash);
        const record = entry.edits[which % Math.max(1, entry.edits.length)]?.record;
        if (record) expect(hashEntry(redactEntry(entry, new Set([record]))).hash).toBe(hash);
      }
    }),
  );

  test('redaction keeps record, field names, what was seen, and a digest; values, salt and unknown keys go', () => {
    const record: RecordId = 'contact:1';
    const edit = { record, set: { phone: '555-0100', name: 'Ada' }, over: { name: [] }, salt: '0'.repeat(32), hologram: 'Ada’s face' };
    const sealed = sealedEdit(edit);
    expect(sealed).toEqual({ record, fields: ['name', 'phone'], over: { name: [] }, digest: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(sealedEdit({ ...edit, salt: '1'.repeat(32) }).digest).not.toBe(sealed.digest);
    expect(isEntry({ id: 'x', prev: '', hash: '' })).toBe(false);
  });
});
