import { readFileSync } from 'node:fs';
import { dropAndCheck, dropFiles } from './drop-files';
import { expect, test } from './fixtures';
import { searchFor } from './search-for';
import { startEmpty } from './start-empty';

test('a workspace file dropped on the window is read into the open workspace once, and a second time brings nothing', async ({ app }) => {
  await startEmpty(app);
  await dropAndCheck(app, [{ name: 'companies.csv', content: 'Record ID,Company name\n1,Tailspin Toys\n' }]);
  await app.getByRole('button', { name: 'Import 1 new' }).click();
  await app.getByRole('button', { name: 'Undo this import' }).waitFor();

  const saved = app.waitForEvent('download');
  await searchFor(app, 'Save everything');
  await app
    .getByRole('option', { name: /^Save everything/ })
    .first()
    .click();
  const file = await saved;
  const content = readFileSync(await file.path());

  await dropFiles(app, [{ name: 'backup.throughline', content }]);
  const dialog = app.getByRole('dialog', { name: 'backup.throughline is a workspace file' });
  await expect(dialog.getByRole('button', { name: 'Open on its own' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Read into Halden Consulting' }).click();
  await expect(app.getByText('Everything in that file was here already.')).toBeVisible();
});
