import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openInBrowser } from './app-in-browser';
import { openInElectron } from './app-in-electron';
import { dropFiles } from './drop-files';
import { expect, test } from './fixtures';
import { goToPipeline, newDeal } from './new-deal';
import type { RunningApp } from './running-app';
import { startEmpty } from './start-empty';

/** Saves what the dialog offers, and gives the file's text. */
async function saveOffered({ page, saving }: RunningApp): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Hand over by file' });
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ changes?.*, about .+\.$/u);
  const saved = await saving(() => dialog.getByRole('button', { name: 'Save file…' }).click());
  await expect(dialog).toBeHidden();
  return saved.toString();
}

/** Drops a file of a colleague and reads it in; gives the dialog with what it brought. */
async function readIn(app: Page, name: string, content: string) {
  await dropFiles(app, [{ name, content }]);
  await app
    .getByRole('dialog', { name: `${name} is a workspace file` })
    .getByRole('button', { name: /^Read into/u })
    .click();
  const read = app.getByRole('dialog', { name: `${name} was read` });
  await expect(read).toBeVisible();
  return read;
}

test('one deal goes to a colleague by file, the rest follows later, and nothing is made twice', async ({ running, shell, folder }) => {
  const app = running.page;
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods', amount: '48000' });
  await goToPipeline(app);
  await newDeal(app, { name: 'Claims intake', account: 'Belmont Insurance' });
  await goToPipeline(app);

  await app.getByRole('link', { name: 'Customer portal' }).click();
  await app.getByRole('button', { name: 'More actions' }).click();
  await app.getByRole('menuitem', { name: 'Hand over by file' }).click();
  const deal = await saveOffered(running);
  expect(deal).not.toContain('Claims intake');

  const own = join(folder, 'colleague');
  const colleague = await (shell === 'browser' ? openInBrowser(own) : openInElectron(own));
  const there = colleague.page;
  await startEmpty(there, 'Halden Consulting', 'Ana Ruiz');
  const first = await readIn(there, 'portal.throughline', deal);
  await expect(first.getByText('The file is a part')).toBeVisible();
  await first.getByRole('link', { name: 'Customer portal' }).click();
  await expect(there.getByRole('heading', { name: 'Customer portal' })).toBeVisible();
  await expect(there.getByText('€48,000').first()).toBeVisible();
  await goToPipeline(there);
  await expect(there.getByRole('link', { name: 'Claims intake' })).toHaveCount(0);

  await app.keyboard.press('Escape');
  await app.getByRole('button', { name: /^Halden Consulting/u }).click();
  await app.getByRole('menuitem', { name: 'Hand over by file' }).click();
  const everything = await saveOffered(running);
  const second = await readIn(there, 'everything.throughline', everything);
  await expect(second.getByRole('link', { name: 'Claims intake' })).toBeVisible();
  await second.getByRole('button', { name: 'Done' }).click();
  await expect(there.getByRole('link', { name: 'Claims intake' })).toHaveCount(1);
  await expect(there.getByRole('link', { name: 'Customer portal' })).toHaveCount(1);

  const third = await readIn(there, 'portal.throughline', deal);
  await expect(third.getByText('Everything in that file was here already.')).toBeVisible();
  await third.getByRole('button', { name: 'Done' }).click();
  await expect(there.getByRole('link', { name: 'Customer portal' })).toHaveCount(1);
  await colleague.close();
});
