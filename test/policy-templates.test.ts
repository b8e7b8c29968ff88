import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POLICY_KEYS, parsePolicy, policySchema } from '#shared/policy/policy';
import { policyTemplates } from '../build/policy-templates.mjs';
import { policyOfRegistry } from '../electron/policy-sources';

const text = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

interface KeyFacts {
  readonly kind: 'text' | 'list' | 'choice' | 'number' | 'switch';
  readonly example: unknown;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly least?: number;
  readonly most?: number;
}
const KEYS = JSON.parse(text('build/policy/keys.json')) as Readonly<Record<string, KeyFacts>>;
const isGood = (key: string, value: unknown): boolean => parsePolicy({ [key]: value }).ok;

describe('the templates of a policy', () => {
  it('lie there as the keys say', () => {
    for (const [path, written] of Object.entries(policyTemplates())) expect(text(path), path).toBe(written);
  });

  it('name every key of the schema and no other', () => {
    expect(Object.keys(KEYS).toSorted()).toEqual([...POLICY_KEYS].toSorted());
    const [admx = ''] = Object.values(policyTemplates());
    expect([...admx.matchAll(/<policy name="(\w+)"/g)].map(([, key]) => key).toSorted()).toEqual([...POLICY_KEYS].toSorted());
  });

  it.each(Object.entries(KEYS))(
    'offer of %s what the schema takes, and nothing that it refuses',
    (key, { kind, example, values, least, most }) => {
      expect(isGood(key, example)).toBe(true);
      const ofKind = { text: 'string', list: 'object', choice: 'string', number: 'number', switch: 'boolean' }[kind];
      expect(typeof example).toBe(ofKind);
      if (kind === 'choice') {
        const { options } = (policySchema.shape as unknown as Record<string, { unwrap(): { options: readonly string[] } }>)[
          key
        ]?.unwrap() ?? {
          options: [],
        };
        expect(Object.keys(values ?? {})).toEqual(options);
      }
      if (kind === 'number') {
        expect([least, most].map((value) => isGood(key, value))).toEqual([true, true]);
        expect([(least ?? 0) - 1, (most ?? 0) + 1].map((value) => isGood(key, value))).toEqual([false, false]);
      }
      // A policy editor writes a switch as 1 or 0.
      if (kind === 'switch') expect(parsePolicy(policyOfRegistry({ [key]: 0 })).ok).toBe(true);
    },
  );

  it('say every text in every language', () => {
    const { 'build/policy/throughline.admx': admx = '', ...others } = policyTemplates();
    const asked = [...admx.matchAll(/\$\((string|presentation)\.(\w+)\)/g)].map(([, table, id]) => `<${table} id="${id}">`);
    const languages = Object.entries(others).filter(([path]) => path.endsWith('.adml'));
    expect(languages).toHaveLength(2);
    for (const [path, adml] of languages) for (const tag of asked) expect(adml, path).toContain(tag);
  });

  it('stand in the table for administrators, each key once', () => {
    const rows = [...text('shared/policy/README.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
    expect(rows.toSorted()).toEqual([...POLICY_KEYS].toSorted());
  });
});
