import { expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { openMemoryWorkspace } from './memory-workspace';

test('every device whose changes are here is told with who wrote there last, this one too', async () => {
  const here = await openMemoryWorkspace({ seed: 1, commands: [createRecord('account', 'account:a', { name: 'Kestrel' })] });
  const there = await openMemoryWorkspace({
    seed: 2,
    me: 'person:ana',
    now: Date.UTC(2026, 10, 24),
    commands: [createRecord('account', 'account:b', { name: 'Belmont' })],
  });
  const merged = await here.mergeFile(await there.exportFile());
  expect(merged.ok).toBe(true);
  const devices = await here.devices();
  expect(devices.map(({ by, isThis, changes }) => ({ by, isThis, changes }))).toEqual([
    { by: 'person:ana', isThis: false, changes: 2 },
    { by: 'person:me', isThis: true, changes: 2 },
  ]);
  const account = here.records.get('account', 'account:a');
  if (account) await here.commit(editRecord('account', account, { name: 'Kestrel Foods' }));
  expect((await here.devices()).find(({ isThis }) => isThis)?.changes).toBe(3);
});
