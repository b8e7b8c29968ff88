import type { Page } from '@playwright/test';
import { dropAndCheck, type TestFile } from './drop-files';
import { expect, test } from './fixtures';
import { startEmpty } from './start-empty';

const COMPANIES: TestFile = { name: 'companies.csv', content: 'Record ID,Company name\n9001,Northwind Foods\n' };
const DEALS: TestFile = {
  name: 'deals-2026-09-01.csv',
  content:
    'Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Associated Company IDs\n7001,Website relaunch,Closed Won,48000,EUR,2026-06-12,9001\n',
};
const INVOICES: TestFile = {
  name: 'xero-2026-09-02.csv',
  content: [
    'ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,Description,LineAmount,TaxAmount,TrackingName1,TrackingOption1,Currency,Type,Status',
    'Northwind Foods,INV-0101,30/06/2026,30/07/2026,14720.00,1920.00,14720.00,Milestone 1,9600.00,1440.00,Project,Website relaunch,EUR,Sales invoice,Paid',
    'Northwind Foods,INV-0101,30/06/2026,30/07/2026,14720.00,1920.00,14720.00,Workshop,3200.00,480.00,Project,Website relaunch,EUR,Sales invoice,Paid',
    'Northwind Foods,CN-0007,12/07/2026,,-1150.00,-150.00,0.00,Credit,-1000.00,-150.00,Project,Website relaunch,EUR,Sales credit note,Awaiting Payment',
  ].join('\n'),
};
const HOURS: TestFile = {
  name: 'harvest-2026-09-03.csv',
  content:
    'Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name\n2026-07-03,Northwind Foods,Website relaunch,Build,Wireframes,120:00,Yes,Ana,Ruiz\n2026-07-04,Northwind Foods,Website relaunch,Build,Wireframes,7:30,Yes,Ana,Ruiz\n',
};

async function importAll(app: Page, files: readonly TestFile[]): Promise<void> {
  await dropAndCheck(app, files);
  await app.getByRole('button', { name: /^Import \d/ }).click();
  await expect(app.getByRole('button', { name: 'Undo this import' })).toBeVisible();
  await app.getByRole('button', { name: 'Import more' }).click();
}

const figures = (app: Page) => app.getByRole('grid', { name: 'Figures of other systems' });
const row = (app: Page, name: RegExp) => figures(app).getByRole('row', { name });

test.beforeEach(async ({ app }) => {
  await startEmpty(app);
  await importAll(app, [COMPANIES, DEALS]);
  await importAll(app, [INVOICES, HOURS]);
});

test('invoices and hours come in with what finance and the project tool say, and the second time nothing changes', async ({ app }) => {
  await dropAndCheck(app, [INVOICES, HOURS]);
  await expect(app.getByText('Everything is already here')).toBeVisible();
  await app.getByRole('link', { name: 'Reconciliation' }).click();
  await expect(row(app, /Billed/)).toContainText('€11,800.00');
  await expect(row(app, /Paid/)).toContainText('€14,720.00');
  await expect(row(app, /Hours/)).toContainText('7.5 h');
  await expect(app.getByText('Differences (0)')).toBeVisible();
});

test('a figure that differs is listed with both sources and their days, forgiven by a wider tolerance, and nothing is overwritten', async ({
  app,
}) => {
  await app.getByRole('link', { name: 'Reconciliation' }).click();
  await row(app, /Signed value/).click();
  const panel = app.getByRole('complementary', { name: 'Signed value in full' });
  await expect(panel).toContainText('deals-2026-09-01.csv');
  await panel.getByRole('button', { name: 'Enter what a system says' }).click();
  const dialog = app.getByRole('dialog', { name: 'Enter a figure' });
  await dialog.getByRole('combobox', { name: 'System' }).click();
  await app.getByRole('option', { name: 'Finance' }).click();
  await dialog.getByRole('textbox', { name: 'Signed value' }).fill('50000');
  await dialog.getByRole('button', { name: 'Keep it' }).click();

  await expect(app.getByText('Differences (1)')).toBeVisible();
  await expect(row(app, /Signed value/)).toContainText('€2,000.00 (4 %)');
  await expect(panel).toContainText('entered by hand');
  await expect(panel).toContainText('CRM and Finance: €2,000.00 (4 %)');

  await app.getByRole('button', { name: 'Tolerances' }).click();
  await app.getByRole('textbox', { name: 'Signed value' }).fill('5');
  await app.getByRole('textbox', { name: 'Signed value' }).press('Enter');
  await expect(app.getByText('Differences (0)')).toBeVisible();
});
