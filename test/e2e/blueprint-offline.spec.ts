import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { startEmpty } from './start-empty';
import { handOver, joinedBy, openDeal, openReview } from './two-devices';

const DEAL = 'Customer portal';
const TITLE = 'How it works';

const line = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });

async function openBlueprint(page: Page): Promise<void> {
  await openDeal(page, DEAL);
  await page.getByRole('tab', { name: /^Blueprint/u }).click();
}

async function draw(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: /^System/u }).click();
  await page.getByRole('textbox', { name: 'Name of the new system' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(line(page, name)).toBeFocused();
}

/** Replaces the text of the one section. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByText(/^Text \(/u).click();
  await page.getByRole('button', { name: /^Write in/u }).click();
  await page.getByRole('textbox', { name: /^Text of/u }).press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('paragraph').filter({ hasText: text })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Text of/u })).toHaveCount(0);
}

async function move(page: Page, name: string, key: string): Promise<void> {
  await page.getByText('Drawing', { exact: true }).click();
  await line(page, name).click();
  await page.keyboard.press(key);
}

test('two people draw and write in one blueprint offline: all of it is kept, and only the words that overlap are asked about', async ({
  app,
  running,
  shell,
  folder,
}) => {
  test.setTimeout(180_000);
  await startEmpty(app);
  await newDeal(app, { name: DEAL, account: 'Kestrel Foods' });
  await app.getByRole('tab', { name: /^Blueprint/u }).click();
  await app.getByRole('button', { name: 'Begin a blueprint' }).click();
  await draw(app, 'Portal');
  await app.getByText(/^Text \(/u).click();
  await app.getByRole('button', { name: 'Add a section' }).click();
  await app.getByRole('textbox', { name: 'Text of Section 1' }).fill('Orders go out at night.');
  await app.keyboard.press('ControlOrMeta+Enter');
  await app.getByRole('button', { name: 'Edit Title' }).last().click();
  await app.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  await app.keyboard.press('Enter');
  const other = await joinedBy({ running, shell, folder }, 'Ana Ruiz');
  await openBlueprint(other.page);

  await move(app, 'Portal', 'Alt+ArrowRight');
  await move(other.page, 'Portal', 'Alt+ArrowDown');
  await draw(app, 'Archive');
  await draw(other.page, 'Dunning');
  await write(app, 'Orders go out at four.');
  await write(other.page, 'Orders go out at noon, twice.');
  await handOver(other, running);
  await handOver(running, other);

  const list = await openReview(app);
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(app.getByRole('region', { name: `Text of ${TITLE}` })).toBeVisible();
  const choice = app.getByRole('radiogroup').getByRole('radio');
  await expect(choice.filter({ hasText: 'Olivia Park' }).locator('ins')).toContainText('four');
  await expect(choice.filter({ hasText: 'Ana Ruiz' }).locator('ins').first()).toContainText('noon');
  await openBlueprint(other.page);
  await other.page.getByText(/^Text \(/u).click();
  await expect(other.page.getByRole('region', { name: TITLE }).getByRole('link', { name: 'Text to settle' })).toBeVisible();
  await other.page.getByRole('button', { name: 'Mark as reviewed' }).click();
  await expect(other.page.getByText(/People changed this without seeing each other: Text of “How it works”/u)).toBeVisible();

  await choice.filter({ hasText: 'Ana Ruiz' }).click();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: 'All is in agreement' })).toBeVisible();
  await handOver(running, other);
  for (const page of [app, other.page]) {
    await openBlueprint(page);
    for (const name of ['Archive', 'Dunning', 'Portal']) await expect(line(page, name)).toBeVisible();
    await page.getByText(/^Text \(/u).click();
    await expect(page.getByText('Orders go out at noon, twice.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Text to settle' })).toHaveCount(0);
  }
  await other.close();
});
