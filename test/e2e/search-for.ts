import type { Page } from '@playwright/test';

/** Opens the search by its keys and asks for these words. What it finds is the list of results. */
export async function searchFor(app: Page, words: string): Promise<void> {
  await app.keyboard.press('ControlOrMeta+k');
  await app.getByRole('dialog', { name: 'Search or do anything' }).getByRole('combobox').fill(words);
}
