import type { Page } from '@playwright/test';

/** One section of the settings, by the navigation. */
export async function openSettings(app: Page, section: string): Promise<void> {
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click();
}
