import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { startEmpty } from './start-empty';

test('the first run offers the sample firm, an import and an empty start, and asks who is there', async ({ app }) => {
  for (const choice of ['Open the sample firm', 'Import', 'Start empty']) {
    await expect(app.getByRole('button', { name: new RegExp(`^${choice}`) })).toBeVisible();
  }
  await app.getByText('Start empty').click();
  await app.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(app.getByText('Give the firm a name')).toBeVisible();
  await expect(app.getByText('Say who you are')).toBeVisible();
});

test('an empty firm opens on a pipeline that says what to do next, and is still there after a night', async ({ app, running }) => {
  await startEmpty(app, 'Halden Consulting', 'Olivia Park');
  await expect(app.getByRole('heading', { name: 'No deals yet' })).toBeVisible();
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods', amount: '48000' });
  const next = await running.restart();
  await expect(next.getByRole('link', { name: 'Olivia Park' })).toBeVisible();
  await next.getByRole('link', { name: 'Pipeline' }).click();
  await expect(next.getByRole('link', { name: 'Customer portal' })).toBeVisible();
});

test('whoever begins with an import is led to it', async ({ app }) => {
  await app.getByRole('button', { name: /^Import/ }).click();
  await app.getByLabel('Firm').fill('Halden Consulting');
  await app.getByLabel('Your name').fill('Olivia Park');
  await app.getByRole('button', { name: 'Continue to the import' }).click();
  await expect(app).toHaveURL(/\/import/);
});

test('the sample firm opens with one of its people, and is gone again when it is removed', async ({ app }) => {
  await app.getByText('Open the sample firm').click();
  // Two years are played and hashed first.
  await expect(app.getByRole('heading', { name: /^Who are you at/ })).toBeVisible({ timeout: 60_000 });
  await app
    .getByRole('main')
    .getByRole('button', { name: /partner/ })
    .first()
    .click();
  await expect(app.getByRole('heading', { name: 'Pipeline', level: 1 })).toBeVisible();
  await expect(app.locator('[data-card]').first()).toBeVisible();

  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Data' }).click();
  await app.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(app.getByText(/was removed from this computer/)).toBeVisible();
  await expect(app.getByRole('region', { name: 'Workspaces on this computer' })).toBeHidden();
});

test('the sample firm called off while it is made leaves nothing behind', async ({ app }) => {
  await app.getByText('Open the sample firm').click();
  await app.getByRole('button', { name: 'Cancel' }).click();
  await app.reload();
  await expect(app.getByRole('button', { name: /^Open the sample firm/ })).toBeVisible();
  await expect(app.getByRole('region', { name: 'Workspaces on this computer' })).toBeHidden();
});

test('a removed workspace can be taken back while the message stands', async ({ app }) => {
  await startEmpty(app, 'Halden Consulting', 'Olivia Park');
  await app.getByRole('button', { name: 'Halden Consulting' }).click();
  await app.getByRole('menuitem', { name: 'Switch workspace' }).click();
  await app.getByRole('button', { name: 'Remove Halden Consulting' }).click();
  await expect(app.getByRole('button', { name: 'Remove Halden Consulting' })).toBeHidden();
  await app.getByRole('button', { name: 'Undo' }).click();
  await app.getByRole('button', { name: /^Halden Consulting/ }).click();
  await expect(app.getByRole('heading', { name: 'Pipeline', level: 1 })).toBeVisible();
});
