import { expect, test } from './fixtures';

test('a screen that is reloaded at its deep address comes back', async ({ app }) => {
  await expect(app.getByRole('heading').first()).toBeVisible();
  await app.evaluate(() => location.assign('/deals/01J8ZC/story'));
  await app.waitForLoadState();
  await app.reload();
  await expect(app.getByRole('heading').first()).toBeVisible();
});
