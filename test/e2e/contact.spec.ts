import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';
import { startEmpty } from './start-empty';

test('a second contact with the same e-mail address is warned of, and can be made all the same', async ({ app }) => {
  await startEmpty(app);
  const create = async (name: string, email: string): Promise<void> => {
    await app.getByRole('link', { name: 'Contacts' }).first().click();
    await app.getByRole('button', { name: 'New contact' }).first().click();
    const dialog = app.getByRole('dialog', { name: 'New contact' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByRole('button', { name: 'Create contact' }).click();
  };
  await create('Priya Nair', 'priya@northwind.example');
  await expect(app.getByRole('heading', { name: 'Priya Nair', level: 1 })).toBeVisible();

  await create('P. Nair', ' PRIYA@northwind.example');
  const dialog = app.getByRole('dialog', { name: 'New contact' });
  await expect(dialog.getByRole('alert')).toContainText('This address belongs to Priya Nair');
  await dialog.getByRole('button', { name: 'Create all the same' }).click();
  await expect(app.getByRole('heading', { name: 'P. Nair', level: 1 })).toBeVisible();
});

test('a contact shows what they were promised, all that was said, and the deals they buy in', async ({ app }) => {
  await openSampleFirm(app);
  await app.getByRole('link', { name: 'Contacts' }).first().click();
  await app.getByRole('button', { name: 'Promises' }).click();
  await app.getByRole('button', { name: 'Promises' }).click();
  await app.getByRole('grid', { name: 'Contacts' }).getByRole('link').first().click();

  const promises = app.locator('section').filter({ has: app.getByRole('heading', { name: 'Promised to them' }) });
  await expect(promises.getByRole('listitem').first()).toBeVisible();
  const said = app.locator('section').filter({ has: app.getByRole('heading', { name: 'Everything said and sent' }) });
  await said.getByRole('button').first().click();
  await expect(said.getByRole('link', { name: 'Open in the story' })).toBeVisible();
  const deals = app.locator('section').filter({ has: app.getByRole('heading', { name: 'Buyer in' }) });
  await deals.getByRole('link').first().click();
  await expect(app).toHaveURL(/\/deals\//);
});

test('somebody who is away says so, in the list as well', async ({ app }) => {
  await openSampleFirm(app);
  await app.getByRole('link', { name: 'Contacts' }).first().click();
  await app.getByRole('link', { name: 'Alison Hargreaves' }).click();
  await app.getByRole('button', { name: 'Edit Away until' }).click();
  await app.getByRole('textbox', { name: 'Away until' }).fill('2099-12-31');
  await app.getByRole('textbox', { name: 'Away until' }).press('Enter');
  await expect(app.getByText(/Away until .*2099/).first()).toBeVisible();
  await app.getByRole('link', { name: 'Contacts' }).first().click();
  await expect(app.getByRole('row', { name: /Alison Hargreaves/ })).toContainText('Away until');
});
