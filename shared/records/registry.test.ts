import { describe, expect, test } from 'vitest';
import { declarationOf, definitionOf, isOfType, kindOf, memberName, RECORD_TYPES, refFields, REGISTRY, typeOf } from './registry';

describe('the registry', () => {
  test('declares every noun under its own name', () => {
    for (const type of RECORD_TYPES) expect(definitionOf(type).type).toBe(type);
    expect(RECORD_TYPES).toHaveLength(38);
  });

  test('lets no reference point at a noun that does not exist', () => {
    for (const type of RECORD_TYPES) for (const { to } of refFields(type)) for (const target of to) expect(RECORD_TYPES).toContain(target);
  });

  test('keeps costs in the finance ledger and nothing else there', () => {
    const secret = RECORD_TYPES.filter((type) => REGISTRY[type].ledger === 'finance');
    expect(secret).toEqual(['costRate', 'expense', 'costPlan', 'marginFreeze']);
  });

  test('lets no consultant and no account executive write into the finance ledger', () => {
    for (const type of RECORD_TYPES) {
      const { ledger, writers } = definitionOf(type);
      if (ledger === 'finance') expect(writers.some((role) => role === 'AE' || role === 'consultant' || role === 'admin')).toBe(false);
    }
  });

  test('gives every field a label of its own within its noun', () => {
    for (const type of RECORD_TYPES) {
      const labels = Object.values(definitionOf(type).fields).map(({ label }) => label);
      expect(new Set(labels).size, type).toBe(labels.length);
    }
  });

  test('guards every sum of money', () => {
    for (const type of RECORD_TYPES) {
      for (const [field, { kind, merge }] of Object.entries(definitionOf(type).fields)) {
        if (kind === 'money') expect(merge, `${type}.${field}`).toBe('guarded');
        if (kind === 'rank') expect(merge, `${type}.${field}`).toBe('cosmetic');
      }
    }
  });

  test('guards phase, status, decision and the words of the scope', () => {
    expect(kindOf('deal', 'phase')).toBe('guarded');
    expect(kindOf('commitment', 'decision')).toBe('guarded');
    expect(kindOf('scopeLine', 'excluded')).toBe('guarded');
    expect(kindOf('scopeLine', 'why')).toBe('longText');
    expect(kindOf('blueprintNode', 'x')).toBe('cosmetic');
  });

  test('merges each member of a set on its own, and archiving in its own way', () => {
    expect(kindOf('deal', 'buyers/contact:a')).toBe('plain');
    expect(kindOf('deal', 'archived')).toBe('archived');
  });

  test('answers for nouns and fields of a newer version, even for names that every object has', () => {
    expect(kindOf('holiday', 'from')).toBe('plain');
    expect(kindOf('deal', 'constructor')).toBe('plain');
    expect(kindOf('toString', 'x')).toBe('plain');
  });
});

describe('an id', () => {
  test('says what it identifies', () => {
    expect(typeOf('deal:01J')).toBe('deal');
    expect(typeOf('holiday:01J')).toBeUndefined();
    expect(isOfType('deal', 'deal:01J')).toBe(true);
    expect(isOfType('deal', 'dealer:01J')).toBe(false);
  });

  test('of a set member stands behind the name of its field', () => {
    expect(declarationOf('deal', 'buyers/contact:a')).toMatchObject({ kind: 'members', to: 'contact' });
    expect(memberName('externalIds/hubspot/eu')).toBe('hubspot/eu');
  });
});
