import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { FORBIDDEN, importMails, linkWorkaround, meetConstraint, noteFirstSentence, PROMISED, WANTED } from './billing-case';
import { logCall, openNewDeal, openTab } from './deal-screen';
import { expect, test } from './fixtures';

const grid = (app: Page): Locator => app.getByRole('grid', { name: 'Scope lines' });

/** Everything up to a scope that is ready: two mails, a call, and the line that gets round what the CFO forbids. */
async function sellIt(app: Page): Promise<void> {
  await openNewDeal(app);
  await importMails(app);
  await noteFirstSentence(app, 'Our list for the scope', '7', 'scope line');
  await noteFirstSentence(app, 'Billing system: please read', '5', 'constraint');
  await logCall(app, 'Hand-over to billing', PROMISED);
  await noteFirstSentence(app, 'Hand-over to billing', '1', 'commitment');
  await openTab(app, 'Scope');
  await meetConstraint(app);
  const check = app.getByRole('region', { name: 'Constraint check' });
  for (const words of [WANTED, FORBIDDEN]) await expect(check).toContainText(words);
  await linkWorkaround(app);
  await grid(app).focus();
  await app.keyboard.press('ControlOrMeta+Home');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.type('120');
  await app.keyboard.press('Enter');
  await app.keyboard.press('ControlOrMeta+Home');
  for (let column = 0; column < 3; column += 1) await app.keyboard.press('ArrowRight');
  await app.keyboard.type('18000');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('status', { name: 'Totals' })).toContainText('120 h · €18,000');
}

async function signIt(app: Page): Promise<void> {
  await openTab(app, 'Proposal');
  await app.getByRole('button', { name: 'Draft it from the scope' }).click();
  const terms = app.getByRole('region', { name: 'Terms of the offer' });
  await terms.getByRole('button', { name: 'Edit Billing model' }).click();
  await app.getByRole('option', { name: 'Fixed' }).click();
  await app.getByRole('button', { name: 'Send', exact: true }).click();
  await app.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = app.getByRole('dialog', { name: 'Version 1 is accepted' });
  await expect(dialog).toContainText('€18,000');
  await dialog.getByRole('button', { name: 'Sign the deal' }).click();
  await expect(app.getByRole('button', { name: 'Move to Requirements' })).toBeVisible();
}

async function ask(app: Page, claim: string): Promise<Locator> {
  await app.getByRole('textbox', { name: 'The claim' }).fill(claim);
  await app.keyboard.press('Enter');
  await app.waitForURL((url) => url.searchParams.get('claim') === claim);
  return app.getByRole('region', { name: 'Verdict' });
}

const verify = (file: string): { readonly code: number | null; readonly told: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['out/main/verify.cjs', file], { encoding: 'utf8' });
  return { code: status, told: stdout + stderr };
};

test('the billing case: from the first mail over a promise on a call to the signature, and later to the dispute, without any server', async ({
  app,
  running,
  folder,
}) => {
  test.setTimeout(240_000);
  await sellIt(app);
  await signIt(app);

  await openTab(app, 'Brief');
  const brief = app.getByRole('article', { name: 'Brief' });
  await expect(brief).toContainText(FORBIDDEN);
  await expect(brief).toContainText(PROMISED);

  await app.keyboard.press('Escape');
  await app.keyboard.press('g');
  await app.keyboard.press('e');
  await expect(await ask(app, 'You would integrate our warehouse scanners')).toContainText('No record');
  await expect(app.getByText('This workspace meets no server')).toBeVisible();
  const verdict = await ask(app, 'You promised a nightly file to billing');
  await expect(verdict).toContainText(/Olivia Park promised it|Promised/);

  const [pdf, file] = await running.savingTwo(() => app.getByRole('button', { name: 'Evidence report' }).click());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(file.toString()).toContain(PROMISED);
  const saved = join(folder, 'dispute.evidence.throughline');
  await writeFile(saved, new Uint8Array(file));
  const { code, told } = verify(saved);
  expect(told).toContain(PROMISED);
  expect(code).toBe(0);
  await writeFile(saved, file.toString().replace('every night at two', 'every night at six'));
  expect(verify(saved).code).not.toBe(0);
});
