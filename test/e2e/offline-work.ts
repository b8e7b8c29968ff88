import { expect, type Page } from '@playwright/test';
import { dropAndCheck } from './drop-files';

/** Imports so many companies, named after whoever brings them: hundreds of entries' worth in a few pages. */
export async function importCompanies(app: Page, whose: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => `${whose}-${at},${whose} ${String(at).padStart(4, '0')} ${'long name '.repeat(8)}`);
  // A drop opens the import: whatever else is on its way to another screen has to have arrived.
  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Accounts' }).click();
  await app.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
  await dropAndCheck(app, [{ name: `companies-of-${whose}.csv`, content: ['Record ID,Company name', ...rows].join('\n') }]);
  await app.getByRole('button', { name: `Import ${count.toLocaleString('en-GB')} new` }).click();
  await app.getByRole('button', { name: 'Undo this import' }).waitFor();
}

/** Goes to the accounts by the navigation and waits until their list says how many there are. */
export async function expectAccounts(app: Page, count: number): Promise<void> {
  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Accounts' }).click();
  await expect(app.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1), { timeout: 60_000 });
}

/** The deals that the pipeline shows, by name. */
export async function expectDeals(app: Page, names: readonly string[]): Promise<void> {
  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
  for (const name of names) await expect(app.getByRole('link', { name, exact: true }).first()).toBeVisible({ timeout: 60_000 });
}
