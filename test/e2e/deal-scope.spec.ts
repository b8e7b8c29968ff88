import type { Locator, Page } from '@playwright/test';
import { FORBIDDEN, importMails, linkWorkaround, meetConstraint, noteFirstSentence, PROMISED, WANTED } from './billing-case';
import { logCall, openNewDeal, openTab } from './deal-screen';
import { expect, test } from './fixtures';

const grid = (app: Page): Locator => app.getByRole('grid', { name: 'Scope lines' });
const titles = (app: Page): Promise<string[]> => grid(app).locator('[data-row]:not([data-new]) [data-column="0"]').allInnerTexts();

test('the billing line is not ready while the CFO forbids it, until the workaround promised on a call is linked', async ({ app }) => {
  await openNewDeal(app);
  await importMails(app);
  await noteFirstSentence(app, 'Our list for the scope', '7', 'scope line');
  await noteFirstSentence(app, 'Billing system: please read', '5', 'constraint');
  await logCall(app, 'Hand-over to billing', PROMISED);
  await noteFirstSentence(app, 'Hand-over to billing', '1', 'commitment');

  await openTab(app, 'Scope');
  await expect(app.getByText('Ready to offer')).toBeVisible();
  await meetConstraint(app);
  const line = app.getByRole('region', { name: 'Scope line' });
  await expect(line.getByRole('blockquote')).toHaveText(WANTED);

  const check = app.getByRole('region', { name: 'Constraint check' });
  await expect(check).toContainText('Not ready: one line meets what must be kept');
  for (const words of [WANTED, FORBIDDEN]) await expect(check).toContainText(words);
  await expect(check.getByRole('link', { name: /Billing system: please read/ })).toHaveAttribute('href', /story\?moment=/);
  await expect(app.getByText('Not ready', { exact: true })).toBeVisible();

  await linkWorkaround(app);
  await expect(app.getByText('Every constraint that must be kept has its way round it.')).toBeVisible();
  await expect(app.getByText('Ready to offer')).toBeVisible();
  await expect(line.getByRole('region', { name: 'Constraints' })).toContainText(PROMISED);

  await openTab(app, 'Promises');
  const promise = app.getByRole('listitem').filter({ hasText: 'We will drop a file' }).first();
  await promise.getByRole('button', { name: /^More for/ }).click();
  await app.getByRole('menuitem', { name: 'Mark as broken…' }).click();
  await app.getByLabel('Why was it not kept?').fill('Their reader was switched off');
  await app.getByRole('button', { name: 'Record it' }).click();
  await openTab(app, 'Scope');
  await expect(check).toContainText(`“${PROMISED}” holds no longer.`);
});

/**
 * Puts text on the clipboard by cutting it out of a field, as a person would, and pastes it into the table. Keys that come
 * over the debugger do not reach Electron's clipboard: there the page is told what its menu would tell it.
 */
async function pasteIntoGrid(app: Page, shell: 'browser' | 'electron', text: string): Promise<void> {
  if (shell === 'electron') {
    await grid(app).evaluate((table, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      table.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    return;
  }
  await app.getByRole('button', { name: 'Paste rows…' }).click();
  await app.getByRole('textbox', { name: 'Rows' }).fill(text);
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.press('ControlOrMeta+x');
  await app.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(app.getByRole('dialog')).toBeHidden();
  await grid(app).focus();
  await app.keyboard.press('ControlOrMeta+v');
}

test('scope is written, pasted, put in order and taken out without a mouse, and one undo takes a paste back', async ({ app, shell }) => {
  await openNewDeal(app);
  await openTab(app, 'Scope');
  await app.getByRole('button', { name: 'Add a line' }).press('Enter');
  for (const title of ['Order capture', 'Handbook']) {
    await app.keyboard.type(title);
    await app.keyboard.press('Enter');
  }
  await app.keyboard.press('Escape');
  await expect.poll(() => titles(app)).toEqual(['Order capture', 'Handbook']);

  await pasteIntoGrid(app, shell, 'Scope line\tHours\tPrice\tExcluded\nTraining\t24\t2.400\tTravel\nMigration\t330\t€ 38.000,00\t');
  await expect(grid(app).getByRole('row', { name: /Migration.*330.*€38,000/ })).toBeVisible();
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('4 lines · 354 h · €40,400');
  await grid(app).focus();
  await app.keyboard.press('ControlOrMeta+z');
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('2 lines');
  await expect(app.getByRole('button', { name: /^Redo/ })).toBeEnabled();
  await app.keyboard.press('ControlOrMeta+Shift+z');
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('4 lines');

  await pasteIntoGrid(app, shell, 'Title\tHours\nReports\t5 days\nRollout\t40');
  const dialog = app.getByRole('dialog', { name: 'Paste rows of a spreadsheet' });
  await expect(dialog.getByRole('list', { name: 'Rows with problems' })).toContainText('Hours: “5 days” is not in hours.');
  await dialog.getByRole('button', { name: 'Add 1 line' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Rows' })).toHaveValue('Title\tHours\nReports\t5 days');
  await dialog.getByRole('textbox', { name: 'Rows' }).fill('Title\tHours\nReports\t40');
  await dialog.getByRole('button', { name: 'Add 1 line' }).click();
  await expect(dialog).toBeHidden();
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('6 lines · 434 h');

  await grid(app).focus();
  await app.keyboard.press('ControlOrMeta+Home');
  await app.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => titles(app)).toEqual(['Handbook', 'Order capture', 'Training', 'Migration', 'Rollout', 'Reports']);

  await app.keyboard.press('ArrowRight');
  await app.keyboard.type('16,5');
  await app.keyboard.press('Enter');
  await expect(grid(app).getByRole('row', { name: /Order capture.*16\.5/ })).toBeVisible();
});

test('a line that is negotiated away, or given for nothing, stays in sight with who said so and why', async ({ app }) => {
  await openNewDeal(app);
  await openTab(app, 'Scope');
  await app.getByRole('button', { name: 'Add a line' }).click();
  await app.keyboard.type('Portal redesign');
  await app.keyboard.press('Tab');
  await expect(grid(app).getByRole('row', { name: /Portal redesign/ })).toBeVisible();
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.type('30000');
  await app.keyboard.press('Enter');
  await grid(app).getByRole('button', { name: 'Open Portal redesign' }).click();
  const panel = app.getByRole('region', { name: 'Scope line' });
  await panel.getByRole('button', { name: 'More for Portal redesign' }).click();
  await app.getByRole('menuitem', { name: 'Negotiate away…' }).click();
  await app.getByLabel('Why was it taken out, and who asked for it?').fill('She will not pay for a prettier portal');
  await app.getByRole('button', { name: 'Take it out' }).click();
  await expect(panel).toContainText(/Negotiated away by .* on .*: She will not pay for a prettier portal/);
  await expect(grid(app)).toContainText('Negotiated away');
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('0 lines');

  await panel.getByRole('button', { name: 'More for Portal redesign' }).click();
  await app.getByRole('menuitem', { name: 'Give as a courtesy…' }).click();
  await app.getByLabel('Why is it given for nothing?').fill('For signing this quarter');
  await app.getByRole('button', { name: 'Give it' }).click();
  await expect(grid(app)).toContainText('Courtesies');
  await expect(grid(app).getByRole('row', { name: /Portal redesign.*€0/ })).toBeVisible();
  await panel.getByRole('button', { name: 'History of Status' }).click();
  await expect(app.getByRole('dialog', { name: 'History of Status' })).toContainText('was negotiated away');
});
