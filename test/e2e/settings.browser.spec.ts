import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { openSettings } from './open-settings';
import { startEmpty } from './start-empty';

// Files go through the browser's own chooser and download here; the desktop's dialogs are driven in shell.electron.spec.ts.
test('everything saved as one file opens again as a workspace, and reading it back changes nothing', async ({ app, folder }) => {
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods' });
  await openSettings(app, 'Data');
  const saving = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Save…' }).click();
  const file = join(folder, 'whole.throughline');
  await (await saving).saveAs(file);
  expect((await readFile(file, 'utf8')).split('\n').length).toBeGreaterThan(3);

  const reading = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Read…' }).click();
  await (await reading).setFiles(file);
  await expect(app.getByText('Everything in that file was here already.')).toBeVisible();

  await app.getByRole('button', { name: 'Halden Consulting' }).click();
  await app.getByRole('menuitem', { name: 'Switch workspace' }).click();
  const opening = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Open a file that Throughline saved' }).click();
  await (await opening).setFiles(file);
  await app
    .getByRole('main')
    .getByRole('button', { name: /Olivia Park/ })
    .click();
  await expect(app.getByRole('link', { name: 'Customer portal' })).toBeVisible();
});
