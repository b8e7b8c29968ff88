import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { goToPipeline, newDeal } from './new-deal';
import { startEmpty } from './start-empty';

const column = (app: Page, phase: string): Locator => app.locator(`[data-column="${phase}"]`);
const cardIn = (app: Page, phase: string, name: string): Locator => column(app, phase).getByRole('link', { name });
const phaseMenu = async (app: Page, deal: string): Promise<void> => {
  await app.locator('[data-card]').filter({ hasText: deal }).hover();
  await app.getByRole('button', { name: `Move ${deal}` }).click();
};

async function firmWithDeal(app: Page): Promise<void> {
  await startEmpty(app);
  await newDeal(app, { name: 'Customer portal', account: 'Kestrel Foods', amount: '48000' });
  await goToPipeline(app);
}

test('a card dragged across the signature asks for the signed value and the day, and stays one and the same deal', async ({ app }) => {
  await firmWithDeal(app);
  const address = await cardIn(app, 'discovery', 'Customer portal').getAttribute('href');
  await app.locator('[data-card]').dragTo(column(app, 'kickoff'), { targetPosition: { x: 60, y: 200 } });
  const dialog = app.getByRole('dialog', { name: 'Sign Customer portal' });
  await expect(dialog.getByRole('textbox', { name: 'Signed value' })).toHaveValue('48,000');
  await dialog.getByRole('textbox', { name: 'Signed value' }).fill('45500');
  await dialog.getByRole('button', { name: 'Sign the deal' }).click();
  await expect(cardIn(app, 'kickoff', 'Customer portal')).toHaveAttribute('href', address ?? '');
  await expect(column(app, 'kickoff')).toContainText('€45,500');
  await expect(app.getByRole('group', { name: 'Signed' })).toContainText('€45,500');
});

test('going back across the signature, and losing a deal, ask for the reason', async ({ app }) => {
  await firmWithDeal(app);
  await phaseMenu(app, 'Customer portal');
  await app.getByRole('menuitem', { name: 'Kickoff' }).click();
  await app.getByRole('button', { name: 'Sign the deal' }).click();

  await phaseMenu(app, 'Customer portal');
  await app.getByRole('menuitem', { name: 'Negotiation' }).click();
  await app.getByRole('button', { name: 'Take it back' }).click();
  await expect(app.getByText(/A few words are needed/)).toBeVisible();
  await app.getByLabel('Why does it go back?').fill('Signed by somebody without authority');
  await app.getByRole('button', { name: 'Take it back' }).click();
  await expect(cardIn(app, 'negotiation', 'Customer portal')).toBeVisible();

  await phaseMenu(app, 'Customer portal');
  await app.getByRole('menuitem', { name: 'Lost' }).click();
  await app.getByLabel('Why was it lost?').fill('Budget frozen until next year');
  await app.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(column(app, 'lost')).toContainText('1');
});

test('the keyboard alone moves a card, and undo and redo take it back and forth', async ({ app }) => {
  await firmWithDeal(app);
  await cardIn(app, 'discovery', 'Customer portal').focus();
  await app.keyboard.press('m');
  await expect(app.getByRole('menu', { name: 'Move Customer portal' })).toBeVisible();
  await app.getByRole('menuitem', { name: 'Scoping' }).press('Enter');
  await expect(cardIn(app, 'scoping', 'Customer portal')).toBeVisible();
  await app.locator('body').press('Control+z');
  await expect(cardIn(app, 'discovery', 'Customer portal')).toBeVisible();
  await app.locator('body').press('Control+Shift+z');
  await expect(cardIn(app, 'scoping', 'Customer portal')).toBeVisible();
});

test('filters stand in the address, narrow board and totals, and survive a reload', async ({ app }) => {
  await firmWithDeal(app);
  await newDeal(app, { name: 'Data platform', account: 'Orchard Health', amount: '20000' });
  await goToPipeline(app);
  await app.getByLabel('Filter by words').fill('orchard');
  await expect(app.locator('[data-card]')).toHaveCount(1);
  await expect(app.getByRole('group', { name: 'Before signature' })).toContainText('€20,000');
  await expect(app).toHaveURL(/q=orchard/);
  await app.reload();
  await expect(app.locator('[data-card]')).toHaveCount(1);
  await app.getByLabel('Filter by words').fill('nothing like it');
  await expect(app.getByRole('heading', { name: 'No deal passes these filters' })).toBeVisible();
  await app.getByRole('button', { name: 'Show every deal' }).click();
  await expect(app.locator('[data-card]')).toHaveCount(2);
});

test('the table shows the same deals, sorts by a column, and opens one by the keyboard', async ({ app }) => {
  await firmWithDeal(app);
  await newDeal(app, { name: 'Data platform', account: 'Orchard Health', amount: '20000' });
  await goToPipeline(app);
  await app.getByText('Table', { exact: true }).click();
  const grid = app.getByRole('grid', { name: 'Deals' });
  const names = grid.locator('[role=row] [role=gridcell]:first-child');
  await grid.getByRole('button', { name: 'Amount' }).click();
  await expect(names).toHaveText(['Data platform', 'Customer portal']);
  await grid.getByRole('button', { name: 'Amount' }).click();
  await expect(names).toHaveText(['Customer portal', 'Data platform']);
  await grid.focus();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(app).toHaveURL(/\/deals\//);
});

test('a value tells its history where it stands: on a card by the other button, in the table by the menu key', async ({ app }) => {
  await firmWithDeal(app);
  await app.locator('[data-card] [data-value$="#amount"]').click({ button: 'right', force: true });
  const onCard = app.getByRole('dialog', { name: 'History of Amount' });
  await expect(onCard).toContainText('Olivia Park');
  await app.keyboard.press('Escape');
  await expect(onCard).toBeHidden();

  await app.getByText('Table', { exact: true }).click();
  const table = app.getByRole('grid');
  await table.focus();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Shift+F10');
  await app.getByRole('menuitem', { name: 'Phase' }).click();
  await expect(app.getByRole('dialog', { name: 'History of Phase' })).toContainText('Discovery');
});
