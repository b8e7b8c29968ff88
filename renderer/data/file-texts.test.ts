import { expect, test } from 'vitest';
import { createRecord } from '#shared/records/write';
import { paperAsDocx, paperAsPdf } from '../../resources/sample-firm/papers';
import { digest } from './files';
import { memoryStore, memoryTexts } from './memory-store';
import { openFileTexts } from './file-texts';
import { openMemoryWorkspace } from './memory-workspace';

const terms = { title: 'Terms', pages: [['You may stop after any milestone.'], ['Training for twelve is free.']] };
const moment = 'moment:01J0000000000000000000000M' as const;
const kept = (file: string) =>
  createRecord('moment', moment, {
    kind: 'file',
    at: '2026-11-01T09:00:00.000Z',
    subject: 'Terms as agreed',
    people: [],
    contacts: [],
    file,
  });

test('the words of a PDF are found with the moment that keeps it, and quoted with the place', async () => {
  const workspace = await openMemoryWorkspace();
  const file = await workspace.files.put(paperAsPdf(terms), { name: 'Terms.pdf', type: 'application/pdf' });
  await workspace.commit(kept(file));
  await workspace.searchSettled();
  expect(await workspace.search('training twelve')).toMatchObject([
    { id: moment, title: 'Terms as agreed', file: '', snippet: expect.stringContaining('Training for twelve is free.') as string },
  ]);
  expect((await workspace.fileTexts.ofMoments([moment])).get(moment)).toMatchObject({ file, parts: [{ name: '', state: 'text' }] });
});

test('a file that arrives after its moment, from a colleague, is read when it arrives', async () => {
  const bytes = paperAsDocx(terms);
  const workspace = await openMemoryWorkspace();
  const file = `file:${await digest(bytes)}`;
  await workspace.commit(kept(file));
  await workspace.searchSettled();
  expect(await workspace.search('milestone')).toEqual([]);
  expect((await workspace.fileTexts.ofMoments([moment])).get(moment)).toEqual({ file });
  await workspace.files.put(bytes, { name: 'Terms.docx', type: '' });
  await workspace.searchSettled();
  expect(await workspace.search('milestone')).toMatchObject([{ id: moment }]);
});

test('a file is read once, again after its text was lost or read in an older way, and not after its bytes are gone', async () => {
  const workspace = await openMemoryWorkspace({ store: memoryStore() });
  const file = await workspace.files.put(new TextEncoder().encode('Free of charge.'), { name: 'a.txt', type: 'text/plain' });
  const shelf = memoryTexts();
  let reads = 0;
  const reader = { read: async () => [{ name: '', state: 'text' as const, text: `reading ${(reads += 1)}` }], close: () => undefined };
  const texts = openFileTexts({ files: workspace.files, shelf, reader, records: () => workspace.records });
  const [both] = await Promise.all([texts.of(file), texts.of(file)]);
  expect([both?.[0]?.text, (await texts.of(file))?.[0]?.text, reads]).toEqual(['reading 1', 'reading 1', 1]);
  await shelf.put({ file, reading: 0, parts: [] });
  expect((await texts.of(file))?.[0]?.text).toBe('reading 2');
  await texts.forget();
  expect((await texts.of(file))?.[0]?.text).toBe('reading 3');
  const emptied = openFileTexts({
    files: { ...workspace.files, facts: async () => undefined, get: async () => undefined },
    shelf,
    reader,
    records: () => workspace.records,
  });
  expect(await emptied.of(file)).toBeUndefined();
  expect(await shelf.get(file)).toBeUndefined();
});
