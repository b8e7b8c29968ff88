import type { Page } from '@playwright/test';

/** The first minute of a new firm: nothing in it but the person who sits here. */
export async function startEmpty(app: Page, firm = 'Halden Consulting', name = 'Olivia Park'): Promise<void> {
  await app.getByText('Start empty').click();
  await app.getByLabel('Firm').fill(firm);
  await app.getByLabel('Your name').fill(name);
  await app.getByLabel('Your name').press('Enter');
  await app.getByRole('link', { name: 'Accounts' }).waitFor();
}
