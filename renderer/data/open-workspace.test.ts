import { expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { openMemoryWorkspace } from './memory-workspace';

const anAccount = 'account:01J000000000000000000000A1' as const;
const aDeal = 'deal:01J000000000000000000000D1' as const;

test('a command shows in the records when its promise resolves, and in the history of its deal', async () => {
  const workspace = await openMemoryWorkspace();
  await workspace.commit(createRecord('account', anAccount, { name: 'Nordwind' }));
  const done = await workspace.commit(createRecord('deal', aDeal, { name: 'Billing', phase: 'discovery', account: anAccount }));
  expect(done.ok).toBe(true);
  expect(workspace.records.all('deal').map(({ name }) => name)).toEqual(['Billing']);
  expect(workspace.records.of('deal', 'account', anAccount).map(({ id }) => id)).toEqual([aDeal]);
  const deal = workspace.records.get('deal', aDeal);
  if (!deal) throw new Error('no deal');
  await workspace.commit(editRecord('deal', deal, { name: 'Billing 2' }));
  const history = await workspace.history({ deal: aDeal });
  expect(history.map(({ act }) => act)).toEqual(['deal.create', 'deal.edit']);
});

test('undo goes back step by step over the same field, and redo forward again', async () => {
  const workspace = await openMemoryWorkspace();
  await workspace.commit(createRecord('account', anAccount, { name: 'One' }));
  const rename = async (name: string) => {
    const account = workspace.records.get('account', anAccount);
    if (account) await workspace.commit(editRecord('account', account, { name }));
  };
  const name = () => workspace.records.get('account', anAccount)?.name;
  await rename('Two');
  await rename('Three');
  await workspace.undo();
  expect(name()).toBe('Two');
  await workspace.undo();
  expect(name()).toBe('One');
  await workspace.redo();
  expect(name()).toBe('Two');
  await workspace.redo();
  expect(name()).toBe('Three');
  await workspace.undo();
  await workspace.undo();
  await workspace.undo();
  expect(workspace.records.all('account')).toEqual([]);
  expect(workspace.undoState.get().undo).toBeUndefined();
  await workspace.redo();
  await workspace.redo();
  await workspace.redo();
  expect(name()).toBe('Three');
});

test('a word can be found as soon as it was written', async () => {
  const workspace = await openMemoryWorkspace({
    commands: [createRecord('account', anAccount, { name: 'Nordwind Logistik', notes: 'They fear the nightly billing run.' })],
  });
  await workspace.searchSettled();
  const [hit] = await workspace.search('nightl');
  expect(hit?.title).toBe('Nordwind Logistik');
  expect(hit?.snippet).toContain('nightly');
  expect(hit?.terms).toEqual(['nightly']);
});
