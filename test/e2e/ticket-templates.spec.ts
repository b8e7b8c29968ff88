import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import { openTab } from './deal-screen';
import { openSettings } from './open-settings';
import { startEmpty } from './start-empty';

test('the firm changes a template, and the next deal is laid out with its words', async ({ app }) => {
  await startEmpty(app);
  await openSettings(app, 'Ticket templates');
  await app.getByRole('button', { name: 'Edit Advisory and architecture' }).click();
  const dialog = app.getByRole('dialog', { name: 'Edit the template' });
  const first = dialog.getByRole('listitem', { name: 'Line 1', exact: true });
  await first.getByRole('textbox', { name: 'What is to be done' }).fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Line 1 does not say what is to be done.');
  await first.getByRole('textbox', { name: 'What is to be done' }).fill('Meet the board');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByText('Changed', { exact: true })).toBeVisible();
  await app.getByRole('button', { name: 'Edit ERP implementation' }).click();
  await app.getByRole('button', { name: 'Put away' }).click();
  await expect(app.getByRole('button', { name: 'Offer it again' })).toBeVisible();

  await newDeal(app, { name: 'Architecture review', account: 'Kestrel Foods' });
  await openTab(app, 'Tickets');
  await app.getByRole('button', { name: 'Lay out from a template' }).click();
  const plan = app.getByRole('dialog', { name: 'Lay out the pre-sale work' });
  await expect(plan.getByRole('checkbox', { name: 'Meet the board' })).toBeChecked();
  await plan.getByRole('combobox', { name: 'Template' }).click();
  await expect(app.getByRole('option', { name: 'Custom software' })).toBeVisible();
  await expect(app.getByRole('option', { name: 'ERP implementation' })).toBeHidden();
});
