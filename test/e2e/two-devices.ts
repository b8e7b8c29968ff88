import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openInBrowser } from './app-in-browser';
import { openInElectron } from './app-in-electron';
import { dropFiles } from './drop-files';
import type { RunningApp } from './running-app';
import { searchFor } from './search-for';
import { startEmpty } from './start-empty';

interface Meeting {
  readonly running: RunningApp;
  readonly shell: 'browser' | 'electron';
  readonly folder: string;
}

/** One more person on a device of their own, with a copy of what the first one has. To be closed by the test. */
export async function joinedBy({ running, shell, folder }: Meeting, name: string): Promise<RunningApp> {
  const own = join(folder, name);
  const colleague = await (shell === 'browser' ? openInBrowser(own) : openInElectron(own));
  await startEmpty(colleague.page, 'Halden Consulting', name);
  await handOver(running, colleague);
  return colleague;
}

/** Everything of one device as a file, read on another: there is no server and no network. */
export async function handOver(from: RunningApp, to: RunningApp): Promise<void> {
  const content = await from.saving(async () => {
    await searchFor(from.page, 'Save everything');
    await from.page
      .getByRole('option', { name: /^Save everything/u })
      .first()
      .click();
  });
  await dropFiles(to.page, [{ name: 'colleague.throughline', content }]);
  await to.page
    .getByRole('dialog', { name: 'colleague.throughline is a workspace file' })
    .getByRole('button', { name: /^Read into/u })
    .click();
  const read = to.page.getByRole('dialog', { name: 'colleague.throughline was read' });
  await read.getByRole('button', { name: 'Done' }).click();
  await expect(read).toBeHidden();
}

export async function openDeal(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** By its name, where the board does not show it: deals that are lost. */
export async function findDeal(page: Page, name: string): Promise<void> {
  await searchFor(page, name);
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').filter({ hasText: name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Types another value into a fact of the deal that is open, and waits until it stands there. */
export async function setAmount(page: Page, euros: string, shown: string): Promise<void> {
  const facts = page.getByRole('complementary', { name: 'Facts' });
  await facts.getByRole('button', { name: 'Edit Amount' }).click();
  await facts.getByRole('textbox', { name: 'Amount' }).fill(euros);
  await facts.getByRole('textbox', { name: 'Amount' }).press('Enter');
  await expect(facts.getByText(shown)).toBeVisible();
}

export async function setText(page: Page, field: string, text: string): Promise<void> {
  const facts = page.getByRole('complementary', { name: 'Facts' });
  await facts.getByRole('button', { name: `Edit ${field}` }).click();
  await facts.getByRole('textbox', { name: field }).fill(text);
  await facts.getByRole('textbox', { name: field }).press('ControlOrMeta+Enter');
  await expect(facts.getByText(text)).toBeVisible();
}

export async function setChoice(page: Page, field: string, option: string, shown = option): Promise<void> {
  const facts = page.getByRole('complementary', { name: 'Facts' });
  await facts.getByRole('button', { name: `Edit ${field}` }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(facts.getByText(shown)).toBeVisible();
}

/** Opens the review by its keys and gives the list of what waits. */
export async function openReview(page: Page) {
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
  return page.getByRole('listbox', { name: 'To settle' });
}
