import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { aroundChanges, diffText } from './text-diff';

const words = fc
  .array(fc.constantFrom('scope', ' ', 'is', '. ', 'fixed', ', ', '\n', 'March', 'é'), { maxLength: 24 })
  .map((all) => all.join(''));

describe('the difference of two texts', () => {
  law(
    'what stays and what goes is the old text; what stays and what comes is the new one',
    fc.property(words, words, (from, to) => {
      const parts = diffText(from, to);
      const without = (how: string) =>
        parts
          .filter((part) => part.how !== how)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(from);
      expect(without('removed')).toBe(to);
      expect(
        aroundChanges(parts)
          .map(({ text }) => text)
          .join(''),
      ).toBe(parts.map(({ text }) => text).join(''));
    }),
  );

  test('words that follow each other are one change, not a change for each word', () => {
    expect(diffText('Go-live in two weeks, as agreed.', 'Go-live in ten days, as agreed.')).toEqual([
      { how: 'same', text: 'Go-live in ' },
      { how: 'removed', text: 'two weeks' },
      { how: 'added', text: 'ten days' },
      { how: 'same', text: ', as agreed.' },
    ]);
  });

  test('of a long text only the sentences around a change are shown', () => {
    const before = 'The board met in May and discussed everything that was on the table at length. They wanted it soon. ';
    const after = ' Then they went home, and nobody spoke about it for the rest of the year at all.';
    const shown = aroundChanges(diffText(`${before}Price is 40.${after}`, `${before}Price is 48.${after}`));
    expect(shown.map(({ how }) => how)).toEqual(['gap', 'same', 'removed', 'added', 'same', 'gap']);
    expect(shown[1]?.text).toBe('Price is ');
    expect(shown[4]?.text).toBe('.');
  });

  test('texts too large to compare word by word are compared by lines', () => {
    const lines = Array.from({ length: 3_000 }, (_, at) => `line ${at} of the minutes`);
    const changed = lines.with(1_500, 'another line').with(10, 'a first one');
    const parts = diffText(lines.join('\n'), changed.join('\n'));
    expect(parts.filter(({ how }) => how === 'added').map(({ text }) => text)).toEqual(['a first one\n', 'another line\n']);
  });
});
