import { expect, test } from 'vitest';
import { readStoredPage } from './read-page';

const id = `${'a'.repeat(16)}.00000001.${'0'.repeat(12)}`;
const page = (item: unknown) => ({ id: `${'a'.repeat(16)}.00000001-00000001.${'0'.repeat(12)}`, entries: JSON.stringify([item]) });

test('an entry of a newer app is read, whatever it holds; one of this app that lost its edits is set aside', () => {
  expect(readStoredPage(page({ id, v: 2, prev: '', hologram: true })).ok).toBe(true);
  expect(readStoredPage(page({ id, v: 1, prev: '', at: '2026', edits: [] })).ok).toBe(true);
  expect(readStoredPage(page({ id, v: 1, prev: '', at: '2026' }))).toEqual({ ok: false, error: 'entry 1: not in its place' });
  expect(readStoredPage(page(null))).toMatchObject({ ok: false });
});
