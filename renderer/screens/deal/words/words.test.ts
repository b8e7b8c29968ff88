import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { piecesOf } from './highlights';
import { stepSelection } from './keyboard-selection';
import { sentencesOf, trimSpan, wordsOf } from './sentences';

const MAIL = `Hi Anna,

we agree to go live before 1 March. The CFO will not allow
changes to billing, under any circumstances.

- training for 12 people is included
- no travel costs

Best, Jonas`;

const sentences = (text: string) => sentencesOf(text, 'en').map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('a mail that was wrapped at 72 columns keeps its sentences whole', () => {
    expect(sentences(MAIL)).toContain('The CFO will not allow\nchanges to billing, under any circumstances.');
  });

  it('an empty line or a list item starts a new sentence', () => {
    expect(sentences(MAIL)).toEqual([
      'Hi Anna,',
      'we agree to go live before 1 March.',
      'The CFO will not allow\nchanges to billing, under any circumstances.',
      '- training for 12 people is included',
      '- no travel costs',
      'Best, Jonas',
    ]);
  });

  it('a selection loses the white space that the mouse caught around it', () => {
    expect(trimSpan('  two words \n', { start: 0, end: 13 })).toEqual({ start: 2, end: 11 });
    expect(trimSpan('   ', { start: 0, end: 3 })).toBeUndefined();
  });
});

describe('selecting without a mouse', () => {
  const text = 'One day. Two days. Three days.';
  const at = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);

  it('goes from sentence to sentence and stops at the ends', () => {
    const first = stepSelection(text, undefined, { unit: 'sentence', direction: 'forward', extend: false });
    const second = stepSelection(text, first, { unit: 'sentence', direction: 'forward', extend: false });
    const third = stepSelection(text, second, { unit: 'sentence', direction: 'forward', extend: false });
    expect([first, second, third].map(at)).toEqual(['One day.', 'Two days.', 'Three days.']);
    expect(stepSelection(text, third, { unit: 'sentence', direction: 'forward', extend: false })).toEqual(third);
    expect(stepSelection(text, first, { unit: 'sentence', direction: 'back', extend: false })).toEqual(first);
  });

  it('grows by a word and shrinks by a word, never to nothing', () => {
    const one = wordsOf(text)[0];
    const two = stepSelection(text, one, { unit: 'word', direction: 'forward', extend: true });
    expect(at(two)).toBe('One day');
    expect(at(stepSelection(text, two, { unit: 'word', direction: 'back', extend: true }))).toBe('One');
    expect(at(stepSelection(text, one, { unit: 'word', direction: 'back', extend: true }))).toBe('One');
  });
});

describe('highlights', () => {
  it('overlapping quotes are cut so that each stretch knows all the records made from it', () => {
    const pieces = piecesOf('we agree to go live', [
      { quote: 'agree to go', mark: 'commitment' },
      { quote: 'go live', mark: 'decision' },
    ]);
    expect(pieces.map(({ text, marks }) => [text, marks.join('+')])).toEqual([
      ['we ', ''],
      ['agree to ', 'commitment'],
      ['go', 'commitment+decision'],
      [' live', 'decision'],
    ]);
  });

  it('joined again the pieces are the text to the letter, whatever was quoted', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(), fc.nat())), (text, cuts) => {
        const marked = cuts.map(([a, b], mark) => ({ quote: text.slice(a % (text.length + 1), b % (text.length + 1)), mark }));
        expect(
          piecesOf(text, marked)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('words that stand twice are marked where they were taken', () => {
    const [first, second] = piecesOf('yes and yes', [{ quote: 'yes', start: 8, mark: 'here' }]);
    expect([first?.text, second?.text, second?.marks]).toEqual(['yes and ', 'yes', ['here']]);
  });

  it('words that the text does not hold mark nothing', () => {
    expect(piecesOf('short', [{ quote: 'absent', mark: 1 }])).toEqual([{ start: 0, end: 5, text: 'short', marks: [] }]);
  });
});
