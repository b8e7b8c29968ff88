import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import readSheets from 'read-excel-file/node';
import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';

const DEAL = 'Procurement and stock for four hospitals';

async function openMoneyOf(app: Page, deal: string): Promise<void> {
  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
  await app.getByText('Table', { exact: true }).click();
  await app.getByPlaceholder('Deal, account or person').fill(deal);
  await app.getByRole('grid', { name: 'Deals' }).getByRole('link', { name: deal }).click();
  await app.getByRole('tab', { name: 'Money' }).click();
}

async function exported(app: Page, table: string, as: 'CSV' | 'Excel'): Promise<Download> {
  await app.getByRole('button', { name: `Export ${table}` }).click();
  const download = app.waitForEvent('download');
  await app.getByRole('menuitem', { name: as }).click();
  return download;
}

/** Rows of the margin's table as the workbook says them: what they are called, what they come to. */
async function marginRows(app: Page): Promise<readonly (readonly [string, number])[]> {
  const file = await exported(app, 'Where the margin went', 'Excel');
  const [sheet] = await readSheets(await readFile(await file.path()));
  return (sheet?.data ?? []).slice(1).map((row) => [String(row[0]), Number(row[1])] as const);
}

test('finance sees where the margin went: the bars sum to the difference, each opens its records, and the table is exported', async ({
  app,
}) => {
  await openSampleFirm(app);
  await openMoneyOf(app, DEAL);
  const waterfall = app.getByRole('figure', { name: 'Where the margin went' });
  await expect(waterfall.getByText('Unexplained', { exact: true })).toBeVisible();

  const rows = await marginRows(app);
  const valueOf = (name: string): number => rows.find(([own]) => own === name)?.[1] ?? Number.NaN;
  const at = (name: string): number => rows.findIndex(([own]) => own === name);
  const between = (from: string, to: string): number =>
    Math.round(rows.slice(at(from) + 1, at(to)).reduce((sum, [, value]) => sum + value * 100, 0)) / 100;
  expect(valueOf('Margin sold') + between('Margin sold', 'Re-based margin')).toBeCloseTo(valueOf('Re-based margin'), 6);
  expect(valueOf('Re-based margin') + between('Re-based margin', 'Margin at completion')).toBeCloseTo(valueOf('Margin at completion'), 6);
  expect(valueOf('Margin at completion')).toBeLessThan(valueOf('Margin sold'));

  await waterfall.getByRole('button', { name: /^Rework and incidents/ }).focus();
  await app.keyboard.press('Enter');
  const drawer = app.getByRole('dialog', { name: 'Rework and incidents' });
  await drawer.getByText('All records').click();
  await expect(drawer.getByRole('grid').getByText('Time entry').first()).toBeVisible();
  await drawer.getByRole('button', { name: 'Close' }).click();

  await waterfall.getByText('Table', { exact: true }).click();
  const csv = await readFile(await (await exported(app, `${DEAL} margin`, 'CSV')).path(), 'utf8');
  expect(csv.split('\r\n')[0]).toBe('\uFEFFCause,Amount,Amount currency,Margin,Points,Date of cause,Causes');
  expect(csv).toContain(`Margin sold,${valueOf('Margin sold')},EUR,0.34`);
});

test('an account executive sees the fees, and one line says why cost is not shown', async ({ app }) => {
  await openSampleFirm(app, 'Ada Brandt');
  await openMoneyOf(app, DEAL);
  await expect(app.getByRole('button', { name: /Contracted|€/ }).first()).toBeVisible();
  await expect(app.getByText('Cost and margin are not shown')).toBeVisible();
  await expect(app.getByText('Margin at completion')).toHaveCount(0);
  await expect(app.getByRole('figure', { name: 'Where the margin went' })).toHaveCount(0);
});
