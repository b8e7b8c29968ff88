import { expect, test } from './fixtures';

test('the app opens at the deep address of a screen, as after a reload there', async ({ app }) => {
  await expect(app.getByRole('heading').first()).toBeVisible();
  await app.goto(new URL('/deals/01J8ZC/story', app.url()).href);
  await expect(app.getByRole('heading').first()).toBeVisible();
});
