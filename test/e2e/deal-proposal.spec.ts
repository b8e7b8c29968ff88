import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openNewDeal } from './deal-screen';

const ROWS = [
  'Title\tIncluded\tHours\tRole\tPrice\tAcceptance test',
  'Sign-in\tSingle sign-on with their directory\t80\tconsultant\t12000\tTwenty users sign in',
  'Orders\tOrders of two years, with search\t240\tsenior consultant\t36000\tAny order is found in a second',
].join('\n');

const tab = (app: Page, name: string): Locator => app.getByRole('tab', { name: new RegExp(`^${name}`) });
const side = (app: Page): Locator => app.getByRole('complementary', { name: 'About this version' });
const held = (app: Page): Locator => app.getByRole('region', { name: 'What holds it back' });

/** Everything that anybody types for this deal is typed here. */
async function writeScope(app: Page): Promise<void> {
  await tab(app, 'Scope').click();
  await app.getByRole('button', { name: /^Paste/ }).click();
  const dialog = app.getByRole('dialog', { name: 'Paste rows of a spreadsheet' });
  await dialog.getByLabel('Rows').fill(ROWS);
  await dialog.getByRole('button', { name: 'Add 2 lines' }).click();
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('2 lines');
}

/** Opens a line of scope and gives its id, which the address says. */
async function idOfLine(app: Page, title: string): Promise<string | null> {
  await tab(app, 'Scope').click();
  await app.getByRole('button', { name: `Open ${title}` }).click();
  await expect(app).toHaveURL(/line=/);
  return new URL(app.url()).searchParams.get('line');
}

async function sayTerms(app: Page): Promise<void> {
  const terms = app.getByRole('region', { name: 'Terms of the offer' });
  await terms.getByRole('button', { name: 'Edit Billing model' }).click();
  await app.getByRole('option', { name: 'Fixed' }).click();
  await terms.getByRole('button', { name: 'Edit Terms' }).click();
  await terms.getByRole('textbox', { name: 'Terms' }).fill('Net 30 days.');
  await app.keyboard.press('Control+Enter');
}

test('a proposal goes from the scope to the signature, and after it nobody types anything again', async ({ app }) => {
  await openNewDeal(app);
  await writeScope(app);
  const lineBefore = await idOfLine(app, 'Orders');

  await tab(app, 'Proposal').click();
  await app.getByRole('button', { name: 'Draft it from the scope' }).click();
  await expect(held(app)).toContainText('Say how it is billed');
  await sayTerms(app);
  await expect(held(app)).toContainText('Nothing. It can be sent.');

  await app.getByRole('button', { name: 'Give a discount' }).click();
  const discount = app.getByRole('dialog', { name: 'Give a discount' });
  await discount.getByLabel('What for').fill('Reference client');
  await discount.getByRole('textbox', { name: 'Comes off the price' }).fill('3000');
  await discount.getByRole('button', { name: 'Give it' }).click();
  await expect(side(app)).toContainText('€45,000.00');
  await app.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(app.getByRole('alert').filter({ hasText: 'is not approved. Olivia Park may approve it.' })).toBeVisible();
  await held(app).getByRole('button', { name: 'Approve it' }).click();
  await expect(held(app)).toContainText('Nothing. It can be sent.');
  await app.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(app.getByText('With the client, and frozen.')).toBeVisible();
  await expect(app.getByRole('button', { name: /^Edit Price/ })).toHaveCount(0);

  await app.getByRole('button', { name: 'New version' }).click();
  await app.getByRole('button', { name: 'Edit Price of Orders' }).click();
  await app.getByRole('textbox', { name: 'Price of Orders' }).fill('34000');
  await app.keyboard.press('Enter');
  await expect(side(app)).toContainText('€43,000.00');
  await app.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(app.getByRole('navigation', { name: 'Versions' })).toContainText('superseded');

  await app.getByRole('combobox', { name: 'Compare with' }).click();
  await app.getByRole('option', { name: /^Version 1/ }).click();
  const compared = app.getByRole('region', { name: 'Version 1 against version 2' });
  await expect(compared.getByRole('status')).toHaveText('1 difference');
  await expect(compared.getByRole('row', { name: /^Price/ })).toContainText('€36,000.00');
  await expect(compared.getByRole('row', { name: /^Price/ })).toContainText('€34,000.00');
  await app.getByRole('button', { name: /^Version 2/ }).click();

  await app.getByRole('button', { name: 'Accept', exact: true }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Sign the deal' }).click();
  await expect(app.getByRole('button', { name: 'Move to Requirements' })).toBeVisible();
  await expect(app.getByText('Accepted and signed: these lines are the work packages.')).toBeVisible();

  // The lines of scope are the work packages: same record, hours to go, the price that was sold.
  expect(await idOfLine(app, 'Orders')).toBe(lineBefore);
  const line = app.getByRole('region', { name: 'Scope line' });
  await expect(line).toContainText('240 h');
  await expect(line).toContainText('€34,000.00');

  // Nothing was written after the signature: it is the last act, and all that was signed stands in it.
  await tab(app, 'History').click();
  const acts = app.getByRole('region', { name: 'Acts' }).getByRole('listitem');
  await expect(acts.first()).toContainText('recorded that the client accepted proposal 2: signed for €43,000');
  await app.getByRole('region', { name: 'The deal at that moment' }).getByText('As signed', { exact: true }).click();
  const state = app.getByRole('region', { name: 'The deal at that moment' });
  await expect(state.getByRole('heading', { name: /^As signed on/ })).toBeVisible();
  await expect(state.getByRole('row', { name: /^Amount/ }).first()).toContainText('€43,000');
  await expect(state.getByRole('status')).toContainText('0 differences to now');
});
