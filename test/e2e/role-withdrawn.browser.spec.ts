import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseOf } from '#shared/hub/protocol';
import { createRecord } from '#shared/records/write';
import { chainOf, storePages } from '../servers/fill';
import { expect } from './fixtures';
import { expectDeals } from './offline-work';
import { openSettings } from './open-settings';
import { pagesOnDisk } from './pages-on-disk';
import { joinAndSync, syncNow, test, unlock } from './sync-team';

const deal = 'deal:01J00000000000000000000000' as const;
const EXPENSES = 40;

test('whoever loses the role that sees costs has none of them on the disk any more, and goes on working with the rest', async ({
  server,
  team,
  computer,
  folder,
}) => {
  test.setTimeout(240_000);
  const { workspace, members } = await team({ pia: ['PM'] });
  const secret = `Subcontractor ${server.named('secret')}`;
  const expenses = Array.from({ length: EXPENSES }, (_, n) =>
    createRecord('expense', `expense:01J000000000000000000000${String(n).padStart(2, '0')}`, {
      deal,
      date: '2026-05-04',
      text: `${secret} ${n}`,
      cost: { amount: 9_876_500 + n, currency: 'EUR' },
    }),
  );
  await storePages(server, databaseOf(workspace, 'finance'), chainOf(expenses, 'cccccccccccccccc'), 'full');
  const opened = createRecord('deal', deal, { name: 'Customer portal', phase: 'build' });
  await storePages(server, databaseOf(workspace, 'team'), chainOf([opened]), 'full');

  const app = await computer('pia');
  await joinAndSync(app.page, members.pia);
  const disk = join(folder, 'pia', 'profile');
  await expect.poll(() => pagesOnDisk(app.page, 'finance'), { message: 'the costs lie on the disk before' }).toBeGreaterThan(0);
  expect(await filesWith(disk, secret)).toEqual([]);

  await server.giveRoles(workspace, members.pia.user, ['AE']);
  await syncNow(app.page);
  await openSettings(app.page, 'Server');
  await expect(app.page.getByText('Everything but costs and margins')).toBeVisible();
  await expectDeals(app.page, ['Customer portal']);

  await expect.poll(() => pagesOnDisk(app.page, 'finance'), { message: 'no cost is left on the disk' }).toBe(0);
  await unlock(await app.restart());
  expect(await filesWith(disk, secret)).toEqual([]);
});

/** Files below a folder that hold the text, as one byte or two a letter. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const wanted = [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')];
  const files = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((item) => item.isFile());
  const found: string[] = [];
  for (const item of files) {
    // What a browser removes meanwhile holds nothing any more.
    const bytes = await readFile(join(item.parentPath, item.name)).catch(() => Buffer.alloc(0));
    if (wanted.some((one) => bytes.includes(one))) found.push(item.name);
  }
  return found;
}
