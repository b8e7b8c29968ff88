import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Backups, profileMark, type AskPlace, type BackupSetting } from './backup';

const workspace = '0123456789abcdef';
let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'throughline-backup-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const setting = (more: Partial<BackupSetting> = {}): BackupSetting => ({
  stateFile: join(root, 'backups.json'),
  usualFolder: join(root, 'Backups'),
  mayExport: true,
  ...more,
});
const nobody: AskPlace = { forNew: async () => undefined, forExisting: async () => undefined, forFolder: async () => undefined };
const day = (n: number): string => new Date(Date.UTC(2026, 10, n, 9, 30)).toISOString();

async function written(backups: Backups, madeAt: string, text = 'sealed'): Promise<string> {
  const begun = await backups.begin({ workspace, madeAt, to: 'folder' }, nobody);
  if (begun === 'cancelled') throw new Error('cancelled');
  await backups.append({ ...begun, bytes: new TextEncoder().encode(text) });
  expect(new TextDecoder().decode(await backups.readBack({ ...begun, offset: 0 }))).toBe(text);
  expect(await backups.readBack({ ...begun, offset: text.length })).toHaveLength(0);
  return (await backups.keep(begun)).name;
}

test('a backup has no name before it is kept, and is listed with its date and size from then on', async () => {
  const backups = new Backups(setting());
  const begun = await backups.begin({ workspace, madeAt: day(23), to: 'folder' }, nobody);
  if (begun === 'cancelled') throw new Error('cancelled');
  await backups.append({ ...begun, bytes: new Uint8Array(5) });
  expect((await backups.list({ workspace })).backups).toEqual([]);
  const { name } = await backups.keep(begun);
  expect(name).toBe('throughline-0123456789abcdef-20261123-093000.throughline-backup');
  expect((await backups.list({ workspace })).backups).toEqual([{ name, madeAt: day(23), size: 5 }]);
  expect((await backups.list({ workspace: 'f'.repeat(16) })).backups).toEqual([]);
});

test('what was killed in the middle of writing is never listed, and goes with the next backup; one that is dropped goes at once', async () => {
  const killed = new Backups(setting());
  const begun = await killed.begin({ workspace, madeAt: day(22), to: 'folder' }, nobody);
  if (begun === 'cancelled') throw new Error('cancelled');
  await killed.append({ ...begun, bytes: new Uint8Array(5) });

  const backups = new Backups(setting());
  expect(readdirSync(join(root, 'Backups'))).toHaveLength(1);
  const dropped = await backups.begin({ workspace, madeAt: day(23), to: 'folder' }, nobody);
  if (dropped !== 'cancelled') await backups.drop(dropped);
  const name = await written(backups, day(24));
  expect(readdirSync(join(root, 'Backups'))).toEqual([name]);
});

test('of a backup a day for 40 days the rotation leaves no more than 23, the newest among them; a policy may keep 3', async () => {
  const backups = new Backups(setting());
  let last = '';
  for (let n = 1; n <= 40; n += 1) last = await written(backups, day(n));
  const { backups: kept } = await backups.list({ workspace });
  expect(kept.length).toBeLessThanOrEqual(23);
  expect(kept[0]?.name).toBe(last);
  const managed = new Backups(setting({ kept: 3 }));
  await written(managed, day(41));
  expect((await managed.list({ workspace })).backups).toHaveLength(3);
});

test('a folder that the person chose is remembered; one that the organisation decided is not theirs to change', async () => {
  const elsewhere = join(root, 'Elsewhere');
  mkdirSync(elsewhere);
  const ask = { ...nobody, forFolder: async () => elsewhere };
  expect(await new Backups(setting()).chooseFolder(ask)).toBe('chosen');
  expect(new Backups(setting()).folder).toBe(elsewhere);
  const managed = new Backups(setting({ managedFolder: join(root, 'Managed') }));
  expect(managed.folder).toBe(join(root, 'Managed'));
  await expect(managed.chooseFolder(ask)).rejects.toThrow('Your organisation decided');
});

test('where files may not be saved a backup goes into the backup folder and nowhere else', async () => {
  const backups = new Backups(setting({ mayExport: false }));
  const ask = { ...nobody, forNew: async () => join(root, 'out') };
  await expect(backups.begin({ workspace, madeAt: day(1), to: 'ask' }, ask)).rejects.toThrow('does not let Throughline save files');
  await written(backups, day(1));
  expect(existsSync(join(root, 'out'))).toBe(false);
});

test('a backup is read from the folder by its name, or from where the person says, piece by piece', async () => {
  const backups = new Backups(setting());
  const name = await written(backups, day(1), 'one');
  writeFileSync(join(root, 'other'), 'two');
  for (const [from, text] of [
    [name, 'one'],
    ['ask', 'two'],
  ] as const) {
    const begun = await backups.open({ from }, { ...nobody, forExisting: async () => join(root, 'other') });
    if (begun === 'cancelled') throw new Error('cancelled');
    expect(new TextDecoder().decode(await backups.read({ ...begun, offset: 0 }))).toBe(text);
    await backups.close(begun);
    expect(() => backups.read({ ...begun, offset: 0 })).toThrow('not open any more');
  }
  expect(await backups.open({ from: 'ask' }, nobody)).toBe('cancelled');
});

test('a profile folder keeps its mark, and a copy of it has another', () => {
  const profile = join(root, 'profile');
  mkdirSync(profile);
  writeFileSync(join(profile, 'data'), 'x');
  const mark = profileMark(profile);
  expect(profileMark(profile)).toBe(mark);
  cpSync(profile, join(root, 'copy'), { recursive: true, preserveTimestamps: true });
  expect(readFileSync(join(root, 'copy', 'data'), 'utf8')).toBe('x');
  expect(profileMark(join(root, 'copy'))).not.toBe(mark);
});
