import { expect, test } from 'vitest';
import { markedParts } from './marked-parts';

test('whole words that were found are marked, whatever their case, and the text stays the text', () => {
  const text = 'The Portal goes live; a portals page does not. PORTAL!';
  const parts = markedParts(text, ['portal']);
  expect(parts.map(({ words }) => words).join('')).toBe(text);
  expect(parts.filter(({ marked }) => marked).map(({ words }) => words)).toEqual(['Portal', 'PORTAL']);
});

test('without a word to mark the text is one part, and an empty text none', () => {
  expect(markedParts('Nothing here', [])).toEqual([{ words: 'Nothing here', marked: false, at: 0 }]);
  expect(markedParts('', ['portal'])).toEqual([]);
});
