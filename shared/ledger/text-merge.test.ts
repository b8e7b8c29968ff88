import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { mergeText, textTokens } from './text-merge';

const aText = fc
  .array(fc.constantFrom('billing', 'is', 'fixed', ' ', '  ', '\n', '.', 'März', '👍', '__proto__', 'constructor'), { maxLength: 14 })
  .map((words) => words.join(''));

describe('merging texts by words', () => {
  law(
    'the tokens of a text join to the text',
    fc.property(fc.oneof(aText, fc.string({ unit: 'binary' })), (text) => {
      expect(textTokens(text).join('')).toBe(text);
    }),
  );

  law(
    'who is merged into whom does not matter',
    fc.property(aText, aText, aText, (base, a, b) => {
      expect(mergeText(base, a, b)).toEqual(mergeText(base, b, a));
    }),
  );

  law(
    'a change on one side only, or the same on both, is the result',
    fc.property(aText, aText, (base, a) => {
      expect(mergeText(base, a, base)).toEqual({ clean: true, text: a });
      expect(mergeText(base, a, a)).toEqual({ clean: true, text: a });
    }),
  );

  law(
    'a clean merge holds every word that either side added',
    fc.property(aText, fc.nat(), fc.nat(), (base, left, right) => {
      const insert = (word: string, at: number) => {
        const tokens = textTokens(base);
        const place = at % (tokens.length + 1);
        return [...tokens.slice(0, place), word, ...tokens.slice(place)].join('');
      };
      const merged = mergeText(base, insert(' ADA ', left), insert(' BEN ', right));
      if (merged.clean) {
        expect(merged.text).toContain('ADA');
        expect(merged.text).toContain('BEN');
      }
    }),
  );

  test('different words of one sentence merge; one word does not', () => {
    expect(mergeText('pay in 30 days', 'pay within 30 days', 'pay in 60 days')).toEqual({ clean: true, text: 'pay within 60 days' });
    expect(mergeText('pay in 30 days', 'pay in 45 days', 'pay in 60 days')).toEqual({ clean: false });
  });

  test('a mail of 30,000 words changed at both ends by two people still merges, by lines', () => {
    const lines = Array.from({ length: 3_000 }, (_, at) => `line ${at} of a very long mail about billing\n`);
    const changed = (at: number, words: string) => lines.with(at, words).join('');
    const merged = mergeText(lines.join(''), changed(2, 'first\n'), changed(2_990, 'last\n'));
    expect(merged).toEqual({ clean: true, text: lines.with(2, 'first\n').with(2_990, 'last\n').join('') });
  });
});
