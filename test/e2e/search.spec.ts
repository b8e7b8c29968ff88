import { expect, test } from './fixtures';
import { goToPipeline, newDeal } from './new-deal';
import { searchFor } from './search-for';
import { startEmpty } from './start-empty';

test('the palette finds a word wherever it stands and opens the record that has it', async ({ app }) => {
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods' });
  await goToPipeline(app);
  await searchFor(app, 'kestrel');
  const results = app.getByRole('listbox', { name: 'Results' });
  await expect(results.getByRole('option', { name: /Kestrel Foods/ }).first()).toBeVisible();
  await expect(results.locator('mark').first()).toHaveText('Kestrel');
  await results
    .getByRole('option')
    .filter({ hasText: /^Kestrel Foods/ })
    .first()
    .click();
  await expect(app).toHaveURL(/\/(accounts|deals)\//);
});

test('the palette does what the app can do, by the keyboard alone', async ({ app }) => {
  await startEmpty(app);
  await searchFor(app, 'new deal');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('dialog', { name: 'New deal' })).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('dialog')).toBeHidden();
  await searchFor(app, 'dark');
  await app.keyboard.press('Enter');
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('words that nobody wrote are said not to be there', async ({ app }) => {
  await startEmpty(app);
  await searchFor(app, 'xylophone');
  await expect(app.getByText(/Nothing has the words “xylophone”/)).toBeVisible();
});

test('logging a call from anywhere asks which deal it was about', async ({ app }) => {
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods' });
  await goToPipeline(app);
  await searchFor(app, 'log a call');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('combobox', { name: 'Log a call on which deal?' })).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app).toHaveURL(/\/deals\/[^/]+\/story/);
});

test('two keys go to a place, and the question mark shows them all', async ({ app }) => {
  await startEmpty(app);
  await app.keyboard.press('g');
  await app.keyboard.press('a');
  await expect(app).toHaveURL(/\/accounts$/);
  await app.keyboard.press('Shift+?');
  await expect(app.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('New deal');
});
