import { expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { openMemoryWorkspace } from './memory-workspace';

const [here, there] = ['deal:01J0000000000000000000000H', 'deal:01J0000000000000000000000T'] as const;
const line = 'scopeLine:01J000000000000000000000L1' as const;

async function firm() {
  const workspace = await openMemoryWorkspace({
    commands: [
      createRecord('deal', here, { name: 'Here', phase: 'scoping' }),
      createRecord('deal', there, { name: 'There', phase: 'scoping' }),
      createRecord('scopeLine', line, { deal: here, title: 'Migration', status: 'proposed', origin: 'SOW' }),
    ],
  });
  const acts = async (deal: string) => (await workspace.history({ deal })).map(({ act }) => act);
  return { workspace, acts };
}

test('a record that moved to another deal is in the history of both, with all that ever happened to it', async () => {
  const { workspace, acts } = await firm();
  const held = workspace.records.get('scopeLine', line);
  if (!held) throw new Error('no line');
  await workspace.commit(editRecord('scopeLine', held, { title: 'Data migration' }));
  const renamed = workspace.records.get('scopeLine', line);
  if (renamed) await workspace.commit(editRecord('scopeLine', renamed, { deal: there }, { act: 'scope.move' }));
  expect(await acts(here)).toEqual(['deal.create', 'scopeLine.create', 'scopeLine.edit', 'scope.move']);
  expect(await acts(there)).toEqual(['deal.create', 'scopeLine.create', 'scopeLine.edit', 'scope.move']);
});

test('the history of a deal holds the lines of its invoices, and nothing of other deals', async () => {
  const { workspace, acts } = await firm();
  const invoice = 'invoice:01J00000000000000000000000' as const;
  const net = { amount: 100_00, currency: 'EUR' };
  await workspace.commit(createRecord('invoice', invoice, { deal: here, number: '2026-1', issuedAt: '2026-03-01', kind: 'invoice' }));
  const done = await workspace.commit(
    createRecord('invoiceLine', 'invoiceLine:01J0000000000000000000001', { invoice, net, text: 'Phase 1' }),
  );
  expect(done).toMatchObject({ ok: true });
  expect(await acts(here)).toContain('invoiceLine.create');
  expect(await acts(there)).toEqual(['deal.create']);
});

test('the history of one record is its own entries only', async () => {
  const { workspace } = await firm();
  expect((await workspace.history({ record: line })).map(({ act }) => act)).toEqual(['scopeLine.create']);
});

test('a second laptop that reads the file of the first has the same records, clashes and history', async () => {
  const { workspace } = await firm();
  const other = await openMemoryWorkspace({ seed: 99 });
  const merged = await other.mergeFile(await workspace.exportFile());
  expect(merged).toMatchObject({ ok: true, value: { entries: 4, refused: [] } });
  expect(other.records.all('deal')).toEqual(workspace.records.all('deal'));
  expect((await other.history({ deal: here })).map(({ id }) => id)).toEqual((await workspace.history({ deal: here })).map(({ id }) => id));
  expect(await other.mergeFile(await workspace.exportFile())).toMatchObject({ ok: true, value: { entries: 0 } });
});

test('a file that was altered gives what holds of it, and names the line that does not', async () => {
  const { workspace } = await firm();
  const text = (await (await workspace.exportFile()).text()).replace('"Migration"', '"Migratiom"');
  const other = await openMemoryWorkspace({ seed: 99 });
  const merged = await other.mergeFile(new Blob([text]));
  expect(merged).toMatchObject({
    ok: true,
    value: {
      entries: 3,
      refused: [{ line: 5, reason: 'the content does not match the id' }, { reason: 'the file was altered after it was written' }],
    },
  });
  expect(other.records.all('deal')).toHaveLength(2);
  expect(other.records.all('scopeLine')).toEqual([]);
});
