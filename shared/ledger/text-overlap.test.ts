import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { mergeText } from './text-merge';
import { keepEveryone, overlapsIn } from './text-overlap';

const said = (by: string, text: string) => ({ by, text });
const words = fc.array(fc.constantFrom('scope', ' ', 'is', '. ', 'fixed', 'March', 'not'), { maxLength: 14 }).map((all) => all.join(''));

describe('a draft that keeps what everybody wrote', () => {
  law(
    'is the merge where two edits merge cleanly, and has a marked place where they do not',
    fc.property(words, words, words, (base, a, b) => {
      const merged = mergeText(base, a, b);
      const kept = keepEveryone(base, [said('Ana', a), said('Ben', b)]);
      if (merged.clean) expect(kept).toEqual({ text: merged.text, overlaps: 0 });
      else expect(kept.overlaps).toBeGreaterThan(0);
    }),
  );

  test('edits are compared as the merge compares them, a shared start and end first', () => {
    expect(mergeText('. scope ', ' ', '. ').clean).toBe(false);
    expect(keepEveryone('. scope ', [said('Ana', ' '), said('Ben', '. ')]).overlaps).toBe(1);
  });

  test('both stand with their names where they wrote over the same words', () => {
    const base = 'Go-live in two weeks. Terms as agreed.';
    const kept = keepEveryone(base, [
      said('Ana', 'Go-live in ten days. Terms as agreed.'),
      said('Ben', 'Go-live in four months. Terms as agreed with the board.'),
    ]);
    expect(kept).toEqual({ text: 'Go-live in [[Ana: ten days || Ben: four months]]. Terms as agreed with the board.', overlaps: 1 });
  });

  test('a third person joins the place, and one who took the words away says so', () => {
    const kept = keepEveryone('Price: 40.', [said('Ana', 'Price: 48.'), said('Ben', 'Price: .'), said('Cem', 'Price: 45.')]);
    expect(kept).toEqual({ text: 'Price: [[Ana: 48 || Ben: (deleted) || Cem: 45]].', overlaps: 1 });
  });

  test('without a common start, what the texts share is kept once', () => {
    expect(keepEveryone(undefined, [said('Ana', 'Call her in May.'), said('Ben', 'Call her in June.')]).text).toBe(
      'Call her in [[Ana: May || Ben: June]].',
    );
  });

  test('brackets of the text itself are no overlap', () => {
    expect(overlapsIn('See [[Annex A]] and a || b')).toBe(0);
  });
});
