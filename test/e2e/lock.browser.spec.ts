import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';

const PASSPHRASE = 'lantern orchard meadow';

test('under a lock nothing of the firm is in the window, a wrong passphrase opens nothing, and the right one brings it back', async ({
  running,
}) => {
  test.setTimeout(120_000);
  const { page } = running;
  await openSampleFirm(page);
  await page.evaluate(() => history.pushState(null, '', '/settings/protection'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Protection on this device' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose…' }).click();
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Keep this passphrase' }).click();
  await expect(page.getByText('A new key is ready')).toBeVisible();

  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', { name: 'Throughline is locked' })).toBeVisible();
  expect(await page.title()).toBe('Throughline');
  expect(await page.getByRole('navigation').count()).toBe(0);

  await page.getByLabel('Passphrase').fill('lantern orchard meadows');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('This is not the passphrase.')).toBeVisible();

  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { name: 'Protection on this device' })).toBeVisible();
  await expect(page.getByText('The key opens with your passphrase alone')).toBeVisible();
  await expect(page.getByText('A new key is ready')).toHaveCount(0);

  // A start asks for it too, and there is no key left that opens without it.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Throughline is locked' })).toBeVisible();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Make a new key' })).toBeVisible();
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByRole('button', { name: 'Start again now' }).click();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Make a new key' })).toBeVisible();
});
