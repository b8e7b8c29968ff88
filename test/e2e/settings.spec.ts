import { expect, test } from './fixtures';
import { goToPipeline, newDeal } from './new-deal';
import { openSettings } from './open-settings';
import { startEmpty } from './start-empty';

test('people are added, edited and deactivated, and whoever left is not offered any more', async ({ app }) => {
  await startEmpty(app);
  await openSettings(app, 'People');
  await app.getByRole('button', { name: 'Add a person' }).click();
  await app.getByRole('dialog').getByLabel('Name').fill('Tom Reed');
  await app.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(app.getByText('Tom Reed')).toBeVisible();
  await app.getByRole('button', { name: 'What to do with Tom Reed' }).click();
  await app.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(app.getByText('Left')).toBeVisible();

  await app.getByRole('banner').getByRole('button', { name: 'New deal' }).click();
  await app.getByRole('dialog').getByRole('combobox', { name: 'Account executive' }).click();
  await expect(app.getByRole('option', { name: 'Olivia Park' })).toBeVisible();
  await expect(app.getByRole('option', { name: 'Tom Reed' })).toHaveCount(0);
});

test('a phase takes the firm’s own name everywhere; the signature stays where it is', async ({ app }) => {
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods' });
  await openSettings(app, 'Phases');
  await app.getByRole('textbox', { name: 'Discovery' }).fill('First talks');
  await app.getByRole('textbox', { name: 'Discovery' }).press('Enter');
  await goToPipeline(app);
  await expect(app.locator('[data-column="discovery"]').getByRole('heading')).toHaveText('First talks');
  await expect(app.getByRole('separator', { name: 'Signature' })).toBeVisible();
});

test('light, dark and dense are kept for the next start', async ({ app, running }) => {
  await startEmpty(app);
  await openSettings(app, 'Appearance');
  await app.getByText('Dark', { exact: true }).click();
  await app.getByText('Compact', { exact: true }).click();
  const next = await running.restart();
  await expect(next.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(next.locator('html')).toHaveAttribute('data-density', 'compact');
});

test('a workspace takes another name, on screen at once and in the list from then on', async ({ app, running }) => {
  await startEmpty(app);
  await openSettings(app, 'Data');
  await app.getByRole('textbox', { name: 'Name of the workspace' }).fill('Halden & Partners');
  await app.getByRole('textbox', { name: 'Name of the workspace' }).press('Enter');
  await expect(app.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Halden & Partners' })).toBeVisible();
  const next = await running.restart();
  await expect(next.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Halden & Partners' })).toBeVisible();
});

test('the history verifies, and says how much there was to verify', async ({ app }) => {
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods' });
  await openSettings(app, 'Data');
  await app.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(app.getByText(/^All \d+ changes from one device hold\.$/)).toBeVisible();
});
