import type { Page } from '@playwright/test';
import { openSampleDeal, openTab } from './deal-screen';
import { expect, test } from './fixtures';

const MEGA = 'Meter-to-cash and asset platform';
const ASSETS = 'Network assets';
const partOf = (app: Page, title: string) => app.getByRole('combobox', { name: `Part of ${title}`, exact: true });
const row = (app: Page, label: string) => app.getByRole('row').filter({ has: app.getByRole('rowheader', { name: label, exact: true }) });
const cells = (app: Page, label: string) => row(app, label).getByRole('cell');

test('a deal of €1,240,000 becomes two, with every sum the same to the cent, and one undo makes it one again', async ({ app }) => {
  await openSampleDeal(app, MEGA);
  await app.getByRole('button', { name: 'More actions' }).click();
  await app.getByRole('menuitem', { name: 'Split…' }).click();
  await app.getByRole('textbox', { name: 'Name of part 2' }).fill(ASSETS);
  await app.getByRole('button', { name: 'Next' }).click();

  for (const line of ['Asset register', 'Inspection and maintenance', 'Outages']) await partOf(app, line).selectOption(ASSETS);
  await partOf(app, 'Assets and maintenance live').selectOption(ASSETS);
  await app.getByRole('button', { name: 'Next' }).click();

  await expect(app.getByRole('img', { name: 'Differs' })).toHaveCount(0);
  await expect(cells(app, 'Signed value')).toContainText(['€1,240,000.00', '€925,000.00', '€315,000.00', '€1,240,000.00', '']);
  await expect(cells(app, 'Scope lines')).toContainText(['11', '8', '3', '11', '']);
  await expect(cells(app, 'Milestone fees')).toContainText(['€1,240,000.00', '€930,000.00', '€310,000.00', '€1,240,000.00', '']);

  const value = app.getByRole('textbox', { name: `Value of ${ASSETS}` });
  await value.fill('315000.01');
  await expect(app.getByRole('alert')).toContainText('The parts have €0.01 more value than the deal.');
  await expect(app.getByRole('button', { name: 'Split the deal' })).toBeDisabled();
  await value.fill('315000');
  await app.getByRole('button', { name: 'Split the deal' }).click();

  await expect(app.getByRole('heading', { level: 1, name: MEGA })).toBeVisible();
  await expect(app.getByText('€925,000').first()).toBeVisible();
  await app.getByRole('link', { name: ASSETS, exact: true }).click();
  await expect(app.getByRole('heading', { level: 1, name: ASSETS })).toBeVisible();
  await expect(app.getByText('was part of')).toBeVisible();
  await openTab(app, 'Scope');
  await expect(app.getByText('Inspection and maintenance').first()).toBeVisible();
  await app.getByRole('link', { name: MEGA, exact: true }).click();

  await app.getByRole('button', { name: /^Undo/ }).click();
  await expect(app.getByText('€1,240,000').first()).toBeVisible();
  await expect(app.getByRole('link', { name: ASSETS, exact: true })).toHaveCount(0);
  await openTab(app, 'Scope');
  await expect(app.getByText('Inspection and maintenance').first()).toBeVisible();
});
