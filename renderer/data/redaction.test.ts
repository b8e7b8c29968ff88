import { expect, test } from 'vitest';
import { appendEntries } from '#shared/ledger/chain';
import { packPages } from '#shared/ledger/page';
import { redaction } from '#shared/ledger/redact';
import { createRecord } from '#shared/records/write';
import { openMemoryWorkspace } from './memory-workspace';

const contact = 'contact:01J0000000000000000000000C' as const;

test('what an administrator erased is gone from the records, the history, the disk and the export, and chains still verify', async () => {
  const workspace = await openMemoryWorkspace();
  const created = await workspace.commit(createRecord('contact', contact, { name: 'Ines', phone: '+41 79 000 00 00' }));
  if (!created.ok) throw new Error(created.error.message);
  const { team } = workspace.ledgers;
  const random = (bytes: number) => new Uint8Array(bytes).fill(7);
  const erase = redaction([{ entry: created.value.id, record: contact }], 'asked for by Ines');
  const made = appendEntries(undefined, erase, {
    device: 'b'.repeat(16),
    by: 'person:admin',
    now: workspace.now(),
    random,
    fold: team.fold,
  });
  if (!made.ok) throw new Error(made.error.message);
  const pages = packPages(made.value.entries);
  await team.shelf.add(pages.map(({ id, text }) => ({ id, entries: text })));
  await team.catchUp();

  expect(workspace.records.get('contact', contact)?.phone).toBeUndefined();
  expect(JSON.stringify(await workspace.history({ record: contact }))).not.toContain('+41 79');
  expect(JSON.stringify(await team.shelf.readAll())).not.toContain('+41 79');
  expect(await (await workspace.exportFile()).text()).not.toContain('+41 79');
  expect((await workspace.verify()).broken).toEqual([]);
});
