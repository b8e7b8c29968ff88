import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { law } from '../../../test/law';
import { openMemoryWorkspace, type MemoryWorkspaceOptions } from '../memory-workspace';
import type { OpenWorkspace } from '../open-workspace';
import { backUp, restoreInto } from './backups';
import { checkBackup } from './check-backup';
import { RECOVERY_KEY_BYTES, type RecoveryKey } from './recovery-key';
import { backupFile, memorySink } from './testing/memory-sink';

const key: RecoveryKey = new Uint8Array(RECOVERY_KEY_BYTES).fill(9);
const another: RecoveryKey = new Uint8Array(RECOVERY_KEY_BYTES).fill(8);
const minutes = new TextEncoder().encode('Minutes of the meeting with Kestrel');

const firm = (options: MemoryWorkspaceOptions = {}): Promise<OpenWorkspace> =>
  openMemoryWorkspace({ commands: [createRecord('account', 'account:a', { name: 'Kestrel' })], ...options });

async function kept(workspace: OpenWorkspace): Promise<Uint8Array<ArrayBuffer>> {
  const sink = memorySink();
  const made = await backUp(workspace, { key, sink, check: checkBackup });
  if (!made.ok) throw new Error(made.error.message);
  return sink.kept() ?? new Uint8Array();
}

async function rename(workspace: OpenWorkspace, name: string): Promise<void> {
  const account = workspace.records.get('account', 'account:a');
  if (account === undefined) throw new Error('The account is not there');
  const done = await workspace.commit(editRecord('account', account, { name }));
  if (!done.ok) throw new Error(done.error.message);
}

const nameIn = (workspace: OpenWorkspace) => workspace.records.get('account', 'account:a')?.name;
const tipsOf = (workspace: OpenWorkspace) => Object.values(workspace.ledgers.team.fold.have()).map(({ tips }) => tips.length);

describe('a backup', () => {
  test('holds every entry and file, says so after reading itself back, and shows nothing of it to who lacks the key', async () => {
    const workspace = await firm();
    await workspace.files.put(minutes, { name: 'minutes.txt', type: 'text/plain' });
    const sink = memorySink();
    const made = await backUp(workspace, { key, sink, check: checkBackup });
    expect(made).toMatchObject({ ok: true, value: { name: 'Test firm', entries: 2, files: 1, devices: 1, leftOut: 0 } });
    const text = new TextDecoder('latin1').decode(sink.kept());
    for (const word of ['Kestrel', 'Test firm', 'Test Partner', 'minutes.txt', 'account:']) expect(text).not.toContain(word);
    expect(await checkBackup(backupFile(sink.kept() ?? new Uint8Array()).read, another)).toMatchObject({ ok: false, kind: 'wrong-key' });
  });

  test('that the disk spoils while it is written is said to be bad and not kept', async () => {
    const flipped = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at === bytes.length - 40 ? byte ^ 1 : byte));
    const sink = memorySink(flipped);
    const made = await backUp(await firm(), { key, sink, check: checkBackup });
    expect(made).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('did not read back as it should, and was not kept') },
    });
    expect(sink.kept()).toBeUndefined();
  });

  test('that is called off, or breaks off because the disk is full, leaves nothing behind', async () => {
    const workspace = await firm();
    const full = memorySink();
    const failing = { ...full, write: async () => Promise.reject(new Error('ENOSPC')) };
    await expect(backUp(workspace, { key, sink: failing, check: checkBackup })).rejects.toThrow('ENOSPC');
    const calledOff = new AbortController();
    calledOff.abort(new Error('called off'));
    await expect(backUp(workspace, { key, sink: full, check: checkBackup }, { signal: calledOff.signal })).rejects.toThrow('called off');
    expect(full.kept()).toBeUndefined();
  });

  test('made while somebody goes on typing holds what was there when it began, whole', async () => {
    const workspace = await firm();
    const sink = memorySink();
    const slow = {
      ...sink,
      write: async (bytes: Uint8Array<ArrayBuffer>) => {
        await rename(workspace, `Kestrel ${Math.random()}`);
        await sink.write(bytes);
      },
    };
    expect(await backUp(workspace, { key, sink: slow, check: checkBackup })).toMatchObject({ ok: true });
  });
});

const bytesOfOne = firm().then(kept);

law(
  'a backup of which any bit is flipped, or any tail cut off, is found to be bad and never half restored as whole',
  fc.asyncProperty(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.nat({ max: 7 }), fc.boolean(), async (share, bit, isCut) => {
    const bytes = await bytesOfOne;
    const at = Math.floor(share * bytes.length);
    const spoilt = isCut ? bytes.slice(0, at) : bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte));
    const checked = await checkBackup(backupFile(spoilt).read, key);
    expect(checked.ok).toBe(false);
  }),
);

describe('restoring', () => {
  test('brings everything back into an empty workspace, files and names of imports too, under a device id of its own', async () => {
    const workspace = await firm();
    const id = await workspace.files.put(minutes, { name: 'minutes.txt', type: 'text/plain' });
    await workspace.commitAll(['b', 'c'].map((one) => createRecord('account', `account:${one}`, { name: one }, { act: 'import.csv' })));
    const bytes = await kept(workspace);
    const { registered } = workspace;
    const empty = await openMemoryWorkspace({
      seed: 5,
      registered: { ...registered, devices: { team: 'e'.repeat(16), finance: 'f'.repeat(16) } },
    });
    const done = await restoreInto(empty, backupFile(bytes), key);
    expect(done).toMatchObject({ ok: true, value: { entries: 4, files: 1, refused: [] } });
    expect(nameIn(empty)).toBe('Kestrel');
    expect(await empty.files.get(id)).toEqual(minutes);
    expect((await empty.groups()).map(({ act, entries }) => ({ act, entries }))).toEqual([{ act: 'import.csv', entries: 2 }]);
    await rename(empty, 'Kestrel Foods');
    expect(Object.keys(empty.ledgers.team.fold.have())).toHaveLength(2);
  });

  test('an old backup over newer work removes nothing, and the newer value stands', async () => {
    const workspace = await firm();
    const bytes = await kept(workspace);
    await rename(workspace, 'Kestrel Foods');
    const before = workspace.registered.devices;
    const done = await restoreInto(workspace, backupFile(bytes), key);
    expect(done).toMatchObject({ ok: true, value: { entries: 0 } });
    expect(nameIn(workspace)).toBe('Kestrel Foods');
    // Nothing came in under its own id: its own chain goes on.
    expect(workspace.registered.devices).toEqual(before);
    expect(tipsOf(workspace)).toEqual([1]);
  });

  test('a backup of another workspace, or with another key, changes nothing and says why', async () => {
    const bytes = await kept(await firm());
    const other = await firm({ seed: 2 });
    expect(await restoreInto(other, backupFile(bytes), key)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('another workspace') },
    });
    expect(await restoreInto(other, backupFile(bytes), another)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('recovery key') },
    });
    expect(await restoreInto(other, backupFile(minutes), key)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('not a backup') },
    });
  });
});
