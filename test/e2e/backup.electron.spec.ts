import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronArguments, electronProgram } from './electron-shell';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { openSettings } from './open-settings';
import { startEmpty } from './start-empty';

test('a backup lies in the folder and is listed as verified; the command line makes one, and brings it back into a new profile by its key', async ({
  desktop,
  folder,
}) => {
  const app = await desktop.firstWindow();
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods' });
  await openSettings(app, 'Backups');
  await app.getByRole('button', { name: 'Back up now' }).click();
  await expect(app.getByText('Verified')).toHaveCount(1);
  const names = await readdir(join(folder, 'user-data', 'Backups'));
  expect(names).toEqual([expect.stringMatching(/^throughline-[0-9a-f]{16}-\d{8}-\d{6}\.throughline-backup$/)]);
  await app.getByRole('button', { name: 'Show', exact: true }).click();
  await writeFile(join(folder, 'key.txt'), await app.getByLabel('Recovery key').innerText());
  await desktop.close();

  const file = join(folder, 'by-script.throughline-backup');
  const made = await run(join(folder, 'user-data'), ['--backup', file]);
  expect(made.out).toMatch(/“Halden Consulting” is backed up and verified: \d+ changes of 1 devices, 0 files\./);
  expect(made.code).toBe(0);

  const elsewhere = join(folder, 'elsewhere');
  const refused = await run(elsewhere, ['--restore', file]);
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('--recovery-key-file FILE') });
  const restored = await run(elsewhere, ['--restore', file, `--recovery-key-file=${join(folder, 'key.txt')}`]);
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('“Halden Consulting” is restored') });

  // All of it is there: a backup of the new profile counts the same.
  const counts = /\d+ changes of 1 devices, 0 files/.exec(made.out)?.[0] ?? 'no counts';
  expect((await run(elsewhere, ['--backup', join(folder, 'again.throughline-backup')])).out).toContain(counts);
});

/** The app as a script starts it: what it says, and its exit code. */
async function run(userData: string, args: readonly string[]): Promise<{ readonly out: string; readonly code: number }> {
  const child = spawn(electronProgram(), [...electronArguments(userData), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (out += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { out, code };
}
