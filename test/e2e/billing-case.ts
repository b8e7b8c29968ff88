import { expect, type Page } from '@playwright/test';
import { openMoment } from './deal-screen';
import { dropAndCheck, type TestFile } from './drop-files';

const mail = (name: string, from: string, subject: string, text: string): TestFile => ({
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
    text,
  ].join('\r\n'),
});

/** What the client wants, what the client forbids, and what gets round it. */
export const WANTED = "Integrate with client's billing system.";
export const FORBIDDEN = 'There will be no changes to the billing system.';
export const PROMISED = 'We will drop a file every night at two.';

const WISHES = mail('wishes.eml', 'Jan Thiel <jan@kestrel.example>', 'Our list for the scope', WANTED);
const FROM_THE_CFO = mail('billing.eml', 'Katrin Weber <katrin@kestrel.example>', 'Billing system: please read', FORBIDDEN);

/** Brings two mails in, files both under the deal “Customer portal”, and opens it. */
export async function importMails(app: Page): Promise<void> {
  await dropAndCheck(app, [WISHES, FROM_THE_CFO]);
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
export async function noteFirstSentence(app: Page, moment: string, digit: string, kind: string): Promise<void> {
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

/** Opens the one line of scope and says which constraint it meets: it is not ready any more. */
export async function meetConstraint(app: Page): Promise<void> {
  await app
    .getByRole('grid', { name: 'Scope lines' })
    .getByRole('button', { name: /^Open Integrate with client/ })
    .click();
  await app.getByRole('region', { name: 'Scope line' }).getByRole('button', { name: 'It meets…' }).click();
  await app.getByRole('menuitem', { name: 'There will be no changes' }).click();
}

/** Links the promise of the call as the way round: it is ready again. */
export async function linkWorkaround(app: Page): Promise<void> {
  const check = app.getByRole('region', { name: 'Constraint check' });
  await check.getByRole('button', { name: 'Link the workaround…' }).click();
  const dialog = app.getByRole('dialog', { name: 'Link the workaround' });
  await dialog.getByRole('combobox', { name: 'Commitment' }).click();
  await app.getByRole('option', { name: /We will drop a file every night/ }).click();
  await dialog.getByRole('button', { name: 'Link it' }).click();
  await expect(check).toBeHidden();
}
