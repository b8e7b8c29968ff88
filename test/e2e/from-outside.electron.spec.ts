import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { electronArguments, electronProgram, launchElectron } from './electron-shell';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { startEmpty } from './start-empty';

/** What the system does with a link or a file while the app runs: it starts the program a second time. */
async function openAgain(userData: string, what: string): Promise<void> {
  const second = spawn(electronProgram(), [...electronArguments(userData), what], { stdio: 'ignore' });
  await once(second, 'exit');
}

test('a link leads to its record and does nothing else; a file that was handed over waits for a click', async ({ folder }) => {
  const userData = join(folder, 'user-data');
  const first = await launchElectron(userData);
  const page = await first.firstWindow();
  await startEmpty(page);
  await newDeal(page, { name: 'Customer portal', account: 'Kestrel Foods' });

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  const link = await first.evaluate(({ clipboard }) => clipboard.readText());
  expect(link).toMatch(/^throughline:\/\/deal\/[0-9A-Z]{26}$/);
  const file = join(folder, 'For Ben.throughline');
  await save(first, page, file);
  await first.close();

  const desktop = await launchElectron(userData, [link]);
  const app = await desktop.firstWindow();
  await test.step('the app starts at the record', async () => {
    await expect(app.getByRole('heading', { name: 'Customer portal' })).toBeVisible();
  });

  await test.step('the running app goes there, by a second start and as macOS says it', async () => {
    await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
    await expect(app.getByRole('heading', { name: 'Pipeline', level: 1 })).toBeVisible();
    await openAgain(userData, link);
    await expect(app.getByRole('heading', { name: 'Customer portal' })).toBeVisible();
    await desktop.evaluate(({ app: shell }) =>
      shell.emit('open-url', { preventDefault: () => undefined }, 'throughline://deal/01J8ZC5V3N7Q4R2S6T8W0X1Y3Z'),
    );
    await expect(app.getByText('This deal is not in the workspace')).toBeVisible();
    expect(desktop.windows()).toHaveLength(1);
  });

  await test.step('a link of another form leads nowhere', async () => {
    await openAgain(userData, `${link}/split?now=1`);
    await expect(app.getByText('The link leads nowhere')).toBeVisible();
    await expect(app.getByText('This deal is not in the workspace')).toBeVisible();
  });

  await test.step('a file is asked about; nothing comes in without a click', async () => {
    await openAgain(userData, file);
    const dialog = app.getByRole('dialog', { name: 'For Ben.throughline is a workspace file' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await desktop.evaluate(({ app: shell }, path) => shell.emit('open-file', { preventDefault: () => undefined }, path), file);
    await dialog.getByRole('button', { name: /^Read into/ }).click();
    await expect(app.getByText('Everything in that file was here already.')).toBeVisible();
  });

  await test.step('a file that Throughline did not write is refused', async () => {
    const other = join(folder, 'other.throughline');
    await writeFile(other, '#!/bin/sh\n');
    await app.keyboard.press('Escape');
    await openAgain(userData, other);
    await expect(app.getByText('other.throughline was not opened')).toBeVisible();
  });
  await desktop.close();

  await test.step('where no workspace is open, the file is offered and waits', async () => {
    const fresh = await launchElectron(join(folder, 'fresh'), [file]);
    const welcome = await fresh.firstWindow();
    await expect(welcome.getByText('For Ben.throughline is a workspace file')).toBeVisible();
    await welcome.getByRole('button', { name: 'Open on its own' }).click();
    await welcome.getByRole('button', { name: 'Olivia Park' }).click();
    await expect(welcome.getByRole('link', { name: 'Customer portal' })).toBeVisible();
    await fresh.close();
  });
});

/** Saves everything to `file`, as the person would by the menu. */
async function save(desktop: ElectronApplication, page: Page, file: string): Promise<void> {
  await desktop.evaluate(({ dialog, Menu }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    Menu.getApplicationMenu()?.getMenuItemById('workspace.export')?.click();
  }, file);
  await expect(page.getByText('The workspace was saved as one file.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('{"format":"throughline');
}
