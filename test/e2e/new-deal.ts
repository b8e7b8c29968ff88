import type { Page } from '@playwright/test';

interface NewDeal {
  readonly name: string;
  readonly account: string;
  /** As typed: `48000`. */
  readonly amount?: string;
}

/** Makes a deal through its dialog, its account too, and waits for the deal's own screen. */
export async function newDeal(app: Page, { name, account, amount }: NewDeal): Promise<void> {
  await app.getByRole('banner').getByRole('button', { name: 'New deal' }).click();
  const dialog = app.getByRole('dialog', { name: 'New deal' });
  await dialog.getByLabel('Name').fill(name);
  await pickOrCreate(app, account);
  if (amount) await dialog.getByRole('textbox', { name: 'Amount' }).fill(amount);
  await dialog.getByRole('button', { name: 'Create the deal' }).click();
  await app.waitForURL(/\/deals\//);
}

async function pickOrCreate(app: Page, account: string): Promise<void> {
  await app.getByRole('dialog').getByRole('combobox', { name: 'Account', exact: true }).fill(account);
  const create = app.getByRole('option', { name: `Create “${account}”` });
  const known = app.getByRole('option', { name: account, exact: true });
  await create.or(known).click();
}

/** Back to the board by the navigation, as a person would. */
export async function goToPipeline(app: Page): Promise<void> {
  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
  await app.getByRole('heading', { name: 'Pipeline', level: 1 }).waitFor();
}
