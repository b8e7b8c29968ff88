import { expect, type Locator, type Page } from '@playwright/test';
import { newDeal } from './new-deal';
import { searchFor } from './search-for';
import { startEmpty } from './start-empty';

/** A new firm with one deal, opened. */
export async function openNewDeal(app: Page, name = 'Customer portal'): Promise<void> {
  await startEmpty(app);
  await newDeal(app, { name, account: 'Kestrel Foods', amount: '48000' });
  await expect(app.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** The sample firm as one of its partners, and in it the deal that is told in most detail. */
export async function openSampleDeal(app: Page, name = 'Order-to-cash on the new ERP'): Promise<void> {
  await app.getByText('Open the sample firm').click();
  await app.getByRole('button', { name: /Ruth Halden/ }).click();
  await app.getByRole('navigation', { name: 'Main' }).waitFor();
  await searchFor(app, name);
  await app.getByRole('listbox', { name: 'Results' }).getByRole('option').filter({ hasText: name }).first().click();
  await expect(app.getByRole('heading', { level: 1, name })).toBeVisible();
}

export async function openTab(
  app: Page,
  tab: 'Story' | 'Brief' | 'Scope' | 'Tickets' | 'Blueprint' | 'Proposal' | 'Promises' | 'Changes' | 'Delivery' | 'History',
): Promise<void> {
  await app.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
}

export const story = (app: Page): Locator => app.getByRole('feed', { name: 'What was said, sent and done' });

/** Writes a call into the story. */
export async function logCall(app: Page, subject: string, text: string): Promise<void> {
  await app.getByRole('button', { name: 'Add', exact: true }).click();
  await app.getByRole('menuitem', { name: 'Log a call' }).click();
  const dialog = app.getByRole('dialog', { name: 'Log a call' });
  await dialog.getByRole('textbox', { name: 'Subject' }).fill(subject);
  await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
  await dialog.getByRole('button', { name: 'Add to the story' }).click();
  await expect(story(app).getByRole('button', { name: subject, exact: true })).toBeVisible();
}

/** Opens a moment beside the story and gives its text. */
export async function openMoment(app: Page, subject: string): Promise<Locator> {
  await story(app).getByRole('button', { name: subject, exact: true }).click();
  return app.getByRole('region', { name: subject }).getByRole('document', { name: 'Text' });
}
