import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordIndex } from './word-index';
import { isNear } from '#shared/values/words';

const word = fc.constantFrom('bill', 'billing', 'bills', 'scope', 'scopes', 'margin', 'invoice');
const texts = fc.array(word, { minLength: 1, maxLength: 5 });
const happenings = fc.array(
  fc.oneof(fc.record({ put: fc.integer({ min: 0, max: 9 }), words: texts }), fc.record({ drop: fc.integer({ min: 0, max: 9 }) })),
  { maxLength: 60 },
);

test('whatever was put and dropped before, exactly the documents with all words are found', () => {
  fc.assert(
    fc.property(happenings, texts, (all, asked) => {
      const index = new WordIndex(8);
      const held = new Map<string, readonly string[]>();
      for (const one of all) {
        if ('put' in one) {
          index.put({ id: `d${one.put}`, type: 'deal', title: '', text: one.words.join(' ') });
          held.set(`d${one.put}`, one.words);
        } else {
          index.drop(`d${one.drop}`);
          held.delete(`d${one.drop}`);
        }
      }
      // The last word may still be growing.
      const distinct = [...new Set(asked)];
      const answers = (words: readonly string[], at: number) =>
        words.some((other) => other === distinct[at] || (at === distinct.length - 1 && other.startsWith(distinct[at] ?? '')));
      const expected = [...held].filter(([, words]) => distinct.every((_, at) => answers(words, at))).map(([id]) => id);
      const found = index.search({ query: asked.join(' '), limit: 100 }).map(({ id }) => id);
      if (expected.length > 0) expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 1_000 },
  );
});

test('a rare word weighs more than a common one, and a short text more than a long one', () => {
  const index = new WordIndex();
  for (let n = 0; n < 20; n += 1) index.put({ id: `common ${n}`, type: 'deal', title: '', text: 'billing and more' });
  index.put({ id: 'both, short', type: 'deal', title: '', text: 'billing audit' });
  index.put({ id: 'both, long', type: 'deal', title: '', text: `billing audit ${'word '.repeat(80)}` });
  expect(index.search({ query: 'billing audit', limit: 3 }).map(({ id }) => id)).toEqual(['both, short', 'both, long']);
  expect(index.search({ query: 'audit nowhere', limit: 3 }).map(({ id }) => id)).toEqual(['both, short', 'both, long']);
});

test('two letters in the wrong order are one slip', () => {
  expect(isNear('nigthly', 'nightly', 1)).toBe(true);
  expect(isNear('suplier', 'supplier', 1)).toBe(true);
  expect(isNear('margin', 'martini', 1)).toBe(false);
});
