import { expect, test } from 'vitest';
import { chordOf, readPress } from './shortcut';

const SHORTCUTS = ['mod+K', 'mod+Z', 'mod+shift+Z', 'g p', 'g a', 'n', '?'];
const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('Ctrl and Cmd mean the same; Shift counts for letters and not for the signs it makes', () => {
  expect(press('z', { ctrlKey: true })).toBe('mod+z');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('mod+shift+z');
  expect(press('?', { shiftKey: true })).toBe('?');
});

test('g and then p goes to the pipeline, if the second key comes within a second', () => {
  const begun = readPress(SHORTCUTS, 'g', 0, undefined).begun;
  expect(readPress(SHORTCUTS, 'p', 900, begun).done).toBe('g p');
  expect(readPress(SHORTCUTS, 'p', 1_100, begun).done).toBeUndefined();
});

test('a key that finishes nothing is forgotten, and a single key still works after it', () => {
  const begun = readPress(SHORTCUTS, 'g', 0, undefined).begun;
  const lost = readPress(SHORTCUTS, 'x', 100, begun);
  expect(lost).toEqual({ done: undefined, begun: undefined });
  expect(readPress(SHORTCUTS, 'n', 200, lost.begun).done).toBe('n');
});
