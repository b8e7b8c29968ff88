import type { Locator, Page } from '@playwright/test';
import { logCall, openMoment, openNewDeal, openTab } from './deal-screen';
import { dropAndCheck, type TestFile } from './drop-files';
import { expect, test } from './fixtures';

const mail = (name: string, from: string, subject: string, lines: readonly string[]): TestFile => ({
  name,
  content: [
    `From: ${from}`,
    'To: olivia@halden.example',
    `Subject: ${subject}`,
    'Date: Mon, 2 Nov 2026 10:00:00 +0000',
    `Message-ID: <${name}@kestrel.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...lines,
  ].join('\r\n'),
});
const WISHES = mail('wishes.eml', 'Jan Thiel <jan@kestrel.example>', 'Our list for the scope', ["Integrate with client's billing system."]);
const FORBIDDEN = mail('billing.eml', 'Katrin Weber <katrin@kestrel.example>', 'Billing system: please read', [
  'There will be no changes to the billing system.',
]);

/** Brings two mails in and files both under the deal. */
async function importMails(app: Page): Promise<void> {
  await dropAndCheck(app, [WISHES, FORBIDDEN]);
  for (const [person, subject] of [
    ['Jan Thiel', 'Our list for the scope'],
    ['Katrin Weber', 'Billing system: please read'],
  ] as const) {
    await app
      .getByRole('grid')
      .getByRole('row', { name: new RegExp(person) })
      .first()
      .click();
    const detail = app.getByRole('complementary', { name: new RegExp(subject) });
    await detail.getByRole('combobox', { name: 'Deal' }).fill('Customer');
    await app.getByRole('option', { name: 'Customer portal' }).click();
  }
  await app.getByRole('button', { name: 'Import 2 new' }).click();
  await app.getByRole('button', { name: 'Undo this import' }).waitFor();
  await app.getByRole('link', { name: 'Pipeline' }).first().click();
  await app.getByRole('link', { name: 'Customer portal' }).click();
}

/** Selects the first sentence of a moment by the keyboard and makes it a record; the digit is the register's. */
async function note(app: Page, moment: string, digit: string, kind: string): Promise<void> {
  const text = await openMoment(app, moment);
  await text.focus();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press(digit);
  await app
    .getByRole('dialog', { name: `New ${kind}` })
    .getByRole('button', { name: 'Note it' })
    .click();
  await app.keyboard.press('Escape');
}

const grid = (app: Page): Locator => app.getByRole('grid', { name: 'Scope lines' });
const titles = (app: Page): Promise<string[]> => grid(app).locator('[data-row]:not([data-new]) [data-column="0"]').allInnerTexts();

test('the billing line is not ready while the CFO forbids it, until the workaround promised on a call is linked', async ({ app }) => {
  await openNewDeal(app);
  await importMails(app);
  await note(app, 'Our list for the scope', '7', 'scope line');
  await note(app, 'Billing system: please read', '5', 'constraint');
  await logCall(app, 'Hand-over to billing', 'We will drop a file every night at two.');
  await note(app, 'Hand-over to billing', '1', 'commitment');

  await openTab(app, 'Scope');
  await expect(app.getByText('Ready to offer')).toBeVisible();
  await grid(app)
    .getByRole('button', { name: /^Open Integrate with client/ })
    .click();
  const line = app.getByRole('region', { name: 'Scope line' });
  await expect(line.getByRole('blockquote')).toHaveText("Integrate with client's billing system.");
  await line.getByRole('button', { name: 'It meets…' }).click();
  await app.getByRole('menuitem', { name: 'There will be no changes' }).click();

  const check = app.getByRole('region', { name: 'Constraint check' });
  await expect(check).toContainText('Not ready: one line meets what must be kept');
  await expect(check).toContainText("Integrate with client's billing system.");
  await expect(check).toContainText('There will be no changes to the billing system.');
  await expect(check.getByRole('link', { name: /Billing system: please read/ })).toHaveAttribute('href', /story\?moment=/);
  await expect(app.getByText('Not ready', { exact: true })).toBeVisible();

  await check.getByRole('button', { name: 'Link the workaround…' }).click();
  const dialog = app.getByRole('dialog', { name: 'Link the workaround' });
  await dialog.getByRole('combobox', { name: 'Commitment' }).click();
  await app.getByRole('option', { name: /We will drop a file every night/ }).click();
  await dialog.getByRole('button', { name: 'Link it' }).click();
  await expect(check).toBeHidden();
  await expect(app.getByText('Every constraint that must be kept has its way round it.')).toBeVisible();
  await expect(app.getByText('Ready to offer')).toBeVisible();
  await expect(line.getByRole('region', { name: 'Constraints' })).toContainText('We will drop a file every night at two.');

  await openTab(app, 'Promises');
  const promise = app.getByRole('listitem').filter({ hasText: 'We will drop a file' }).first();
  await promise.getByRole('button', { name: /^More for/ }).click();
  await app.getByRole('menuitem', { name: 'Mark as broken…' }).click();
  await app.getByLabel('Why was it not kept?').fill('Their reader was switched off');
  await app.getByRole('button', { name: 'Record it' }).click();
  await openTab(app, 'Scope');
  await expect(check).toContainText('“We will drop a file every night at two.” holds no longer.');
});

/** Puts text on the clipboard by cutting it out of a field, as a person would, and pastes it into the table. */
async function pasteIntoGrid(app: Page, text: string): Promise<void> {
  await app.getByRole('button', { name: 'Paste rows…' }).click();
  await app.getByRole('textbox', { name: 'Rows' }).fill(text);
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.press('ControlOrMeta+x');
  await app.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(app.getByRole('dialog')).toBeHidden();
  await grid(app).focus();
  await app.keyboard.press('ControlOrMeta+v');
}

test('scope is written, pasted, put in order and taken out without a mouse, and one undo takes a paste back', async ({ app }) => {
  await openNewDeal(app);
  await openTab(app, 'Scope');
  await app.getByRole('button', { name: 'Add a line' }).press('Enter');
  for (const title of ['Order capture', 'Handbook']) {
    await app.keyboard.type(title);
    await app.keyboard.press('Enter');
  }
  await app.keyboard.press('Escape');
  await expect.poll(() => titles(app)).toEqual(['Order capture', 'Handbook']);

  await pasteIntoGrid(app, 'Scope line\tHours\tPrice\tExcluded\nTraining\t24\t2.400\tTravel\nMigration\t330\t€ 38.000,00\t');
  await expect(grid(app).getByRole('row', { name: /Migration.*330.*€38,000/ })).toBeVisible();
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('4 lines · 354 h · €40,400');
  await grid(app).focus();
  await app.keyboard.press('ControlOrMeta+z');
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('2 lines');
  await app.keyboard.press('ControlOrMeta+Shift+z');
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('4 lines');

  await pasteIntoGrid(app, 'Title\tHours\nReports\t5 days\nRollout\t40');
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
