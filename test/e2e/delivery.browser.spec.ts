import type { Locator, Page } from '@playwright/test';
import { openSampleDeal, openTab } from './deal-screen';
import { expect, test } from './fixtures';

const tile = (app: Page, name: string): Locator => app.locator(`[data-tile="${name}"]`);
const milestone = (app: Page, title: string): Locator =>
  app.getByRole('list', { name: 'Milestones' }).getByRole('listitem').filter({ hasText: title }).first();

test('whoever sold a deal sees its delivery change in four tiles and tells the client in German', async ({ app }) => {
  await app.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSampleDeal(app);
  await openTab(app, 'Delivery');

  await expect(tile(app, 'Incidents')).toContainText('0 open');
  await app.getByRole('button', { name: 'Report an incident' }).click();
  const report = app.getByRole('dialog', { name: 'Report an incident' });
  await report.getByRole('textbox', { name: 'Title' }).fill('Tolls are counted twice');
  await report.getByRole('combobox', { name: 'Severity' }).click();
  await app.getByRole('option', { name: 'High' }).click();
  await report.getByRole('button', { name: 'Report it' }).click();
  await expect(tile(app, 'Incidents')).toContainText('1 high (today)');

  const row = app.getByRole('row').filter({ hasText: 'Open items and dunning' });
  const before = await tile(app, 'Status').textContent();
  await row.getByRole('button', { name: /^Hours left on Open items and dunning/ }).click();
  await row.getByRole('textbox', { name: 'Hours left on Open items and dunning' }).fill('1200');
  await app.keyboard.press('Enter');
  await expect(row.getByRole('button', { name: /^Hours left/ })).toHaveText('1,200 h');
  await expect(tile(app, 'Status')).not.toHaveText(before ?? '');

  await app.getByRole('button', { name: 'Reached… Billing hand-over in pilot' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'It is reached' }).click();
  await expect(tile(app, 'Pending')).toContainText('Ready €62,400');
  await expect(tile(app, 'Status')).toContainText('Go-live');
  await app.getByRole('button', { name: 'Accept… Billing hand-over in pilot' }).click();
  const accepting = app.getByRole('dialog');
  await accepting.getByRole('button', { name: 'It is accepted' }).click();
  await expect(accepting.getByRole('alert')).toContainText('who accepted it');
  await accepting.getByRole('combobox', { name: 'Accepted by' }).fill('Jan');
  await app.getByRole('option', { name: 'Jan Thiel' }).click();
  await accepting.getByRole('button', { name: 'It is accepted' }).click();
  await expect(milestone(app, 'Billing hand-over in pilot')).toContainText('Accepted by Jan Thiel');

  await app.getByRole('button', { name: 'More for Go-live' }).click();
  await app.getByRole('menuitem', { name: 'Move…' }).click();
  const moving = app.getByRole('dialog');
  await moving.getByRole('textbox', { name: 'New date' }).fill('1 Feb 2027');
  await moving.getByRole('textbox', { name: 'Cause' }).fill('The host is migrated first');
  await moving.getByRole('combobox', { name: 'Caused by' }).click();
  await app.getByRole('option', { name: 'The client' }).click();
  await moving.getByRole('button', { name: 'Move it' }).click();
  await expect(milestone(app, 'Go-live')).toContainText('+14 days · The client · The host is migrated first');
  await expect(app.getByText('Slipped the client +23 days')).toBeVisible();

  await app.getByRole('button', { name: 'Answer card' }).click();
  const card = app.getByRole('dialog', { name: 'Answer card' });
  await card.getByRole('combobox', { name: 'Language of the client' }).click();
  await app.getByRole('option', { name: 'German' }).click();
  await expect(card.getByRole('article', { name: 'Preview' })).toContainText('Go-live, am 1. Februar 2027');
  await card.getByRole('button', { name: 'Copy as plain text' }).click();
  await expect.poll(() => app.evaluate(() => navigator.clipboard.readText())).toContain('Tolls are counted twice (hoch, offen seit');
  await app.keyboard.press('Escape');

  await app.getByRole('button', { name: 'Close “Tolls are counted twice”' }).click();
  const closing = app.getByRole('dialog', { name: 'Close the incident' });
  await closing.getByRole('textbox', { name: 'Cause', exact: true }).fill('Two jobs read one queue');
  await closing.getByRole('combobox', { name: 'Caused by' }).click();
  await app.getByRole('option', { name: 'Us' }).click();
  await closing.getByRole('button', { name: 'Close it' }).click();
  await expect(tile(app, 'Incidents')).toContainText('Nothing is broken');
});
