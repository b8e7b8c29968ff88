import type { Page } from '@playwright/test';

/** The firm that ships with the app, as one of its people. */
export async function openSampleFirm(app: Page, person = 'Ruth Halden'): Promise<void> {
  await app.getByText('Open the sample firm').click();
  await app.getByRole('button', { name: person }).click();
  await app.getByRole('link', { name: 'Accounts' }).first().waitFor();
}
