import { expect, test } from 'vitest';
import { createRecord, editRecord, archiveRecord } from '#shared/records/write';
import { openMemoryWorkspace } from './memory-workspace';
import { snippetOf } from './search-text';

const account = 'account:01J0000000000000000000000A' as const;

async function firm() {
  const workspace = await openMemoryWorkspace({
    commands: [
      createRecord('account', account, { name: 'Müller Söhne', notes: 'Their nightly billing run must not be touched.' }),
      createRecord('deal', 'deal:01J0000000000000000000000D', { name: 'Billing move', phase: 'discovery', account }),
    ],
  });
  const find = async (query: string, options = {}) => {
    await workspace.searchSettled();
    return (await workspace.search(query, options)).map(({ title }) => title);
  };
  return { workspace, find };
}

test('words are found by their beginning, with a slip of the finger, and without their accents', async () => {
  const { find } = await firm();
  expect(await find('muller')).toEqual(['Müller Söhne']);
  expect(await find('nightl')).toEqual(['Müller Söhne']);
  expect(await find('nigthly')).toEqual(['Müller Söhne']);
});

test('a title counts for more than a text, and a kind of record can be asked for', async () => {
  const { find } = await firm();
  expect(await find('billing')).toEqual(['Billing move', 'Müller Söhne']);
  expect(await find('billing', { types: ['account'] })).toEqual(['Müller Söhne']);
});

test('what was changed is found by its new words only, and what was archived not at all', async () => {
  const { workspace, find } = await firm();
  const held = workspace.records.get('account', account);
  if (!held) throw new Error('no account');
  await workspace.commit(editRecord('account', held, { notes: 'Weekly invoices now.' }));
  expect(await find('nightly')).toEqual([]);
  expect(await find('weekly')).toEqual(['Müller Söhne']);
  await workspace.commit(archiveRecord(held));
  expect(await find('weekly')).toEqual([]);
});

test('who asks while the index fills is told when to ask again, and then finds the last of 450 deals', async () => {
  const commands = Array.from({ length: 450 }, (_, n) =>
    createRecord('deal', `deal:01J00000000000000000000${String(n).padStart(3, '0')}`, {
      name: `Portal number${n}`,
      phase: 'discovery',
      account,
    }),
  );
  const workspace = await openMemoryWorkspace({ commands: [createRecord('account', account, { name: 'Kestrel' }), ...commands] });
  const filling = workspace.searchFilling();
  expect(await workspace.search('number449')).toEqual([]);
  await filling;
  expect((await workspace.search('number449')).map(({ title }) => title)).toContain('Portal number449');
  await workspace.searchSettled();
  expect(workspace.searchFilling()).toBeUndefined();
});

test('a snippet is cut between words around the first match', () => {
  const text = `${'before '.repeat(40)}the nightly run ${'after '.repeat(60)}`;
  const { snippet, words } = snippetOf(text, new Set(['nightly']));
  expect(snippet).toMatch(/^… before .* the nightly run after .* …$/u);
  expect(snippet.length).toBeLessThan(300);
  expect(words).toEqual(['nightly']);
});
