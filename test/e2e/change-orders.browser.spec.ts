import type { Page } from '@playwright/test';
import { logCall, openMoment, openTab, story } from './deal-screen';
import { expect, test } from './fixtures';
import { newDeal } from './new-deal';
import type { RunningApp } from './running-app';
import { startEmpty } from './start-empty';
import { handOver, joinedBy, openDeal, openReview } from './two-devices';

const DEAL = 'Customer portal';
const panel = (app: Page) => app.getByRole('region', { name: 'Change order', exact: true });
const sums = (app: Page) => app.getByLabel('Sums of the change orders');

/** A signed deal of €48,000, and a call in which the client asks for more. */
async function signedWithCall(app: Page): Promise<void> {
  await startEmpty(app);
  await newDeal(app, { name: DEAL, account: 'Kestrel Foods', amount: '48000' });
  for (const phase of ['Scoping', 'Proposal', 'Negotiation']) await app.getByRole('button', { name: `Move to ${phase}` }).click();
  await app.getByRole('button', { name: 'Sign', exact: true }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Sign the deal' }).click();
  await app.getByRole('button', { name: 'Move to Requirements' }).waitFor();
  await logCall(app, 'Weekly call', 'We also want returns on the scanner. Thank you.');
}

/** From the words of the call to a change of €6,000 that lies with the client. */
async function submitted(app: Page): Promise<void> {
  await (await openMoment(app, 'Weekly call')).focus();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('8');
  const dialog = app.getByRole('dialog', { name: 'Request a change' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Returns on the scanner');
  await dialog.getByRole('textbox', { name: 'Price' }).fill('6000');
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('40');
  await dialog.getByRole('button', { name: 'Note the request' }).click();
  await expect(dialog).toBeHidden();
  await openTab(app, 'Changes');
  await app.getByRole('row', { name: /Returns on the scanner/ }).click();
  await panel(app).getByRole('button', { name: 'Submit to the client' }).click();
  await expect(panel(app).getByText('Submitted', { exact: true }).first()).toBeVisible();
}

test('a request from the words of a call is submitted, revised and billed, and only then is it contracted', async ({ app }) => {
  await signedWithCall(app);
  await submitted(app);
  await expect(panel(app).getByRole('blockquote')).toHaveText('We also want returns on the scanner.');
  await expect(sums(app)).toContainText('Contracted€48,000.00');

  await panel(app).getByRole('button', { name: 'Revise…' }).click();
  const revising = app.getByRole('dialog', { name: /^Revision 2/ });
  await revising.getByRole('textbox', { name: 'Price' }).fill('5400');
  await revising.getByRole('button', { name: 'Submit the revision' }).click();
  const revisions = panel(app).getByRole('region', { name: 'Revisions' });
  await expect(revisions.getByRole('row')).toHaveCount(3);
  await expect(revisions.getByRole('row').nth(1)).toContainText('€5,400.00');
  await expect(revisions.getByRole('row').nth(2)).toContainText('€6,000.00');
  await expect(panel(app).getByRole('region', { name: 'Money' })).toContainText('Contracted if billed€53,400.00');

  await panel(app).getByRole('button', { name: 'Bill…' }).click();
  const billing = app.getByRole('dialog', { name: 'Bill the change at €5,400.00' });
  await expect(billing.getByRole('combobox', { name: 'Who decides' })).toHaveValue('Olivia Park (you)');
  await expect(billing.getByRole('textbox', { name: 'Title of work package 1' })).toHaveValue('Returns on the scanner');
  await billing.getByRole('button', { name: 'Bill it' }).click();
  await expect(sums(app)).toContainText('Contracted€53,400.00');
  await expect(panel(app).getByRole('region', { name: 'Work packages that it added' })).toContainText('Returns on the scanner');

  await panel(app).getByRole('figure').getByRole('link', { name: 'Weekly call' }).click();
  await expect(app.getByRole('region', { name: 'Weekly call' }).getByRole('link', { name: 'We also want returns' })).toBeVisible();
  await expect(story(app)).toContainText('approved the change order “Returns on the scanner” for billing at €5,400, 1 work package');
  await app.keyboard.press('ControlOrMeta+z');
  await openTab(app, 'Changes');
  await expect(sums(app)).toContainText('Contracted€48,000.00');
});

test.describe('two people who met without a server', () => {
  test.describe.configure({ timeout: 300_000 });
  let colleague: RunningApp | undefined;
  test.afterEach(async () => colleague?.close());

  test('billed by one and absorbed by the other: nothing goes on until somebody chose in the review', async ({
    app,
    running,
    shell,
    folder,
  }) => {
    await signedWithCall(app);
    await submitted(app);
    colleague = await joinedBy({ running, shell, folder }, 'Ana Ruiz');
    const other = colleague;
    await openDeal(other.page, DEAL);
    await openTab(other.page, 'Changes');
    await other.page.getByRole('row', { name: /Returns on the scanner/ }).click();

    await panel(app).getByRole('button', { name: 'Bill…' }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Bill it' }).click();
    await panel(other.page).getByRole('button', { name: 'Absorb…' }).click();
    const absorbing = other.page.getByRole('dialog', { name: 'Absorb the change' });
    await absorbing.getByRole('textbox', { name: 'Why' }).fill('Goodwill before go-live');
    await absorbing.getByRole('button', { name: 'Absorb it' }).click();
    await expect(absorbing).toBeHidden();
    await handOver(other, running);
    await handOver(running, other);

    await openDeal(app, DEAL);
    await openTab(app, 'Changes');
    await app.getByRole('row', { name: /Returns on the scanner/ }).click();
    await expect(panel(app).getByRole('link', { name: 'Undecided' }).first()).toBeVisible();
    await expect(panel(app).getByRole('button', { name: 'Save for signature' })).toBeDisabled();

    await openReview(app);
    await app.getByRole('option', { name: /Status/ }).click();
    const choice = (person: string) => app.getByRole('radiogroup').getByRole('radio').filter({ hasText: person });
    await expect(choice('Olivia Park')).toContainText('approved the change order');
    await expect(choice('Ana Ruiz')).toContainText('Goodwill before go-live');
    await choice('Ana Ruiz').click();
    await app.keyboard.press('Enter');
    await expect(app.getByRole('heading', { level: 2, name: /^Decided by/ })).toBeVisible();
    await choice('Ana Ruiz').click();
    await app.keyboard.press('Enter');
    await expect(app.getByRole('heading', { name: 'All is in agreement' })).toBeVisible();

    await openDeal(app, DEAL);
    await openTab(app, 'Changes');
    await expect(sums(app)).toContainText('Absorbed€6,000.00');
    await expect(sums(app)).toContainText('Contracted€48,000.00');
  });
});
