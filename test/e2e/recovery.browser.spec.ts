import { join } from 'node:path';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { openSettings } from './open-settings';
import { startEmpty } from './start-empty';

// In a browser a backup is a download and a chosen file; the folder of the desktop is tested in electron/backup.test.ts.
test('a damaged profile opens with the rest, says what is missing, and is whole again from a backup; which opens elsewhere with its key', async ({
  app,
  folder,
}) => {
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods' });
  await openSettings(app, 'Backups');
  await app.getByRole('button', { name: 'Show', exact: true }).click();
  const key = await app.getByLabel('Recovery key').innerText();
  const saving = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Back up now' }).click();
  const file = join(folder, 'today.throughline-backup');
  await (await saving).saveAs(file);
  await expect(app.getByText(/Backed up and read back: \d+ changes/)).toBeVisible();

  await app.evaluate(spoilLastPage);
  await app.reload();
  await expect(app.getByText(/of this workspace cannot be read on this computer/)).toBeVisible();
  await app.getByRole('link', { name: 'Recovery' }).click();
  await expect(app.getByText(/this computer: entr(y|ies) \d+.* of \d+/)).toBeVisible();
  const choosing = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Restore a backup…' }).click();
  await (await choosing).setFiles(file);
  await expect(app.getByText('The workspace is whole again')).toBeVisible();
  await expect(app.getByText(/cannot be read on this computer/)).toBeHidden();
  await app.getByRole('link', { name: 'Pipeline' }).click();
  await expect(app.getByRole('link', { name: 'Customer portal' })).toBeVisible();

  // As on a new computer: nothing is here but the file and the key that was written down.
  await app.evaluate(forgetEverything);
  await app.goto(new URL('/', app.url()).href);
  const restoring = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Restore a backup' }).click();
  await (await restoring).setFiles(file);
  await app.getByRole('textbox', { name: 'Recovery key' }).fill(key.toLowerCase());
  await app.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(app.getByRole('link', { name: 'Customer portal' })).toBeVisible();
});

/** Beneath everything: the last page of the ledger ends in the middle. */
async function spoilLastPage(): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const { name = '' } = (await indexedDB.databases()).find((one) => one.name?.endsWith('--team')) ?? {};
  const database = await done(indexedDB.open(name));
  const store = database.transaction('docs', 'readwrite').objectStore('docs');
  const keys = await done(store.getAllKeys());
  const row = (await done(store.get(keys.at(-1) ?? ''))) as { readonly entries: string };
  await done(store.put({ ...row, entries: row.entries.slice(0, 20) }));
  database.close();
}

async function forgetEverything(): Promise<void> {
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
}
