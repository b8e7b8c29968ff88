import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { arrowTo, chooseOption, press, reach, typeInto } from './by-keyboard';
import { expect, test } from './fixtures';
import type { Locator, Page } from '@playwright/test';

const CALL = 'She needs the portal before Easter.\n\nWe will train twelve people at no extra cost.';
const ROWS = 'Title\tHours\tPrice\nSign-in\t80\t12000\nOrders\t240\t36000';

const button = (app: Page | Locator, name: string | RegExp): Locator => app.getByRole('button', { name, exact: true }).first();

async function goToTab(app: Page, name: string): Promise<void> {
  await reach(app, app.getByRole('tab', { selected: true }));
  await arrowTo(app, app.getByRole('tab', { name: new RegExp(`^${name}`) }), 'ArrowRight');
  await app.keyboard.press('Enter');
}

test('from an empty firm to a signed deal, and an import, without a mouse', async ({ app, folder }) => {
  test.setTimeout(150_000);
  app.setDefaultTimeout(15_000);
  await press(app, app.getByRole('button', { name: /^Start empty/ }));
  await typeInto(app, app.getByLabel('Firm'), 'Halden Consulting');
  await typeInto(app, app.getByLabel('Your name'), 'Olivia Park');
  await app.keyboard.press('Enter');
  await app.getByRole('link', { name: 'Accounts' }).waitFor();

  await app.keyboard.press('n');
  const deal = app.getByRole('dialog', { name: 'New deal' });
  await typeInto(app, deal.getByLabel('Name'), 'Customer portal');
  await typeInto(app, deal.getByRole('combobox', { name: 'Account', exact: true }), 'Kestrel Foods');
  await chooseOption(app, app.getByRole('option', { name: 'Create “Kestrel Foods”' }));
  await typeInto(app, deal.getByRole('textbox', { name: 'Amount' }), '48000');
  await press(app, button(deal, 'Create the deal'));
  await expect(app.getByRole('heading', { level: 1, name: 'Customer portal' })).toBeVisible();
  await expect(app).toHaveTitle(/Customer portal/);

  // Past the navigation in one step.
  await press(app, app.getByRole('link', { name: 'Skip to content' }));
  await expect(app.locator('#main')).toBeFocused();

  await press(app, button(app.locator('#main'), 'Add'));
  await arrowTo(app, app.getByRole('menuitem', { name: 'Log a call' }));
  await app.keyboard.press('Enter');
  const call = app.getByRole('dialog', { name: 'Log a call' });
  await typeInto(app, call.getByRole('textbox', { name: 'Subject' }), 'First call');
  await typeInto(app, call.getByRole('textbox', { name: 'Text' }), CALL);
  await press(app, button(call, 'Add to the story'));
  await expect(call).toBeHidden();
  await expect(button(app.locator('#main'), 'Add')).toBeFocused();

  await press(app, button(app.getByRole('feed'), 'First call'));
  await reach(app, app.getByRole('region', { name: 'First call' }).getByRole('document', { name: 'Text' }));
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('1');
  const promise = app.getByRole('dialog', { name: 'New commitment' });
  await expect(promise.getByRole('blockquote')).toHaveText('We will train twelve people at no extra cost.');
  await press(app, button(promise, 'Note it'));
  await expect(promise).toBeHidden();

  await goToTab(app, 'Scope');
  await press(app, button(app, /^Paste/));
  const rows = app.getByRole('dialog', { name: 'Paste rows of a spreadsheet' });
  await typeInto(app, rows.getByLabel('Rows'), ROWS);
  await press(app, button(rows, 'Add 2 lines'));
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('2 lines');

  await goToTab(app, 'Proposal');
  await press(app, button(app, 'Draft it from the scope'));
  const terms = app.getByRole('region', { name: 'Terms of the offer' });
  await press(app, button(terms, 'Edit Billing model'));
  await chooseOption(app, app.getByRole('option', { name: 'Fixed' }));
  await press(app, button(terms, 'Edit Terms'));
  await typeInto(app, terms.getByRole('textbox', { name: 'Terms' }), 'Net 30 days.');
  await app.keyboard.press('ControlOrMeta+Enter');
  await press(app, button(app, 'Send'));
  await expect(app.getByText('With the client, and frozen.')).toBeVisible();
  await press(app, button(app, 'Accept'));
  await press(app, button(app.getByRole('dialog'), 'Sign the deal'));
  await expect(app.getByText('Accepted and signed: these lines are the work packages.')).toBeVisible();

  await reach(app, app.getByRole('link', { name: 'Skip to content' }));
  await app.keyboard.press('g');
  await app.keyboard.press('i');
  await app.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  const file = join(folder, 'companies.csv');
  await writeFile(file, 'Record ID,Company name\n9001,Northwind Foods\n');
  const choosing = app.waitForEvent('filechooser');
  await press(app, button(app.locator('#main'), /^Choose files/));
  await (await choosing).setFiles(file);
  await press(app, button(app, 'Continue'));
  await app.getByText('Nothing has been written yet').or(app.getByText('Answered once, remembered')).first().waitFor();
  if (await app.getByText('Answered once, remembered').isVisible()) await press(app, button(app, 'Continue'));
  await press(app, button(app, 'Import 1 new'));
  await expect(button(app, 'Undo this import')).toBeVisible();
});
