import { dropAndCheck } from './drop-files';
import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';
import { startEmpty } from './start-empty';

test('an account that seems to be there already is shown before a second one is made', async ({ app }) => {
  await startEmpty(app);
  await app.getByRole('link', { name: 'Accounts' }).first().click();
  for (const name of ['Northwind Foods', 'northwind foods ']) {
    await app.getByRole('button', { name: 'New account' }).first().click();
    const dialog = app.getByRole('dialog', { name: 'New account' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Create account' }).click();
    if (name === 'Northwind Foods') {
      await expect(app.getByRole('heading', { name: 'Northwind Foods', level: 1 })).toBeVisible();
      await app.getByRole('link', { name: 'Accounts' }).first().click();
    } else await expect(dialog.getByRole('alert')).toContainText('There is already Northwind Foods');
  }
  await app.getByRole('dialog').getByRole('link', { name: 'Northwind Foods' }).click();
  await expect(app.getByRole('heading', { name: 'Northwind Foods', level: 1 })).toBeVisible();
});

test('a fact is corrected where it stands, and archiving an account can be taken back beside the message', async ({ app }) => {
  await startEmpty(app);
  await dropAndCheck(app, [{ name: 'companies.csv', content: 'Record ID,Company name,Industry\n1,Tailspin Toys,Toys\n' }]);
  await app.getByRole('button', { name: 'Import 1 new' }).click();
  await app.getByRole('grid').getByRole('link', { name: 'Tailspin Toys' }).click();
  await app.getByRole('button', { name: 'Edit Domain' }).click();
  await app.getByRole('textbox', { name: 'Domain' }).fill('tailspin.example');
  await app.getByRole('textbox', { name: 'Domain' }).press('Enter');
  await expect(app.getByText('Toys · tailspin.example')).toBeVisible();

  await app.getByRole('button', { name: 'More', exact: true }).click();
  await app.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(app.getByText('This account is archived')).toBeVisible();
  await app.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(app.getByText('This account is archived')).toHaveCount(0);
});

test('deals in two currencies stand beside each other and are never added', async ({ app }) => {
  await startEmpty(app);
  const header = 'Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Associated Company IDs';
  await dropAndCheck(app, [
    { name: 'companies.csv', content: 'Record ID,Company name\n1,Tailspin Toys\n' },
    { name: 'deals.csv', content: `${header}\n1,Shop,Closed Won,1000,EUR,2026-06-12,1\n2,Stock,Closed Won,2000,SEK,2026-06-12,1\n` },
  ]);
  await app.getByRole('button', { name: 'Import 3 new' }).click();
  await app.getByRole('grid').getByRole('link', { name: 'Tailspin Toys' }).click();
  const signed = app.locator('dl > div').filter({ hasText: 'Signed value' });
  await expect(signed).toContainText('€1,000');
  await expect(signed).toContainText('SEK');
  await expect(signed).not.toContainText('3,000');
});

test('the deals of an account stand in a lane for each department, and the keyboard opens one', async ({ app }) => {
  await openSampleFirm(app);
  await app.getByRole('link', { name: 'Accounts' }).first().click();
  await app.getByRole('link', { name: 'Belmont Insurance plc' }).click();
  const claims = app.getByRole('region', { name: 'Claims' });
  const deal = claims.getByRole('link', { name: /Claims intake portal.* signed/ });
  await expect(deal).toBeVisible();
  await app.getByText('List', { exact: true }).click();
  await expect(app.getByRole('grid', { name: 'Deals of this account' }).getByRole('row', { name: /Claims intake portal/ })).toBeVisible();
  await app.getByText('Lanes', { exact: true }).click();
  await deal.focus();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: 'Claims intake portal' })).toBeVisible();
});

test('accounts are found by any of their words, and Back finds the filter again', async ({ app }) => {
  await openSampleFirm(app);
  await app.getByRole('link', { name: 'Accounts' }).first().click();
  await app.getByRole('textbox', { name: 'Find an account' }).fill('insurance owen');
  await expect(app.getByText('1 of 12 accounts')).toBeVisible();
  await app.getByRole('link', { name: 'Belmont Insurance plc' }).click();
  await app.goBack();
  await expect(app.getByRole('textbox', { name: 'Find an account' })).toHaveValue('insurance owen');
  await expect(app.getByText('1 of 12 accounts')).toBeVisible();
});
