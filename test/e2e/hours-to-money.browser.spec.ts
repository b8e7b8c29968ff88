import type { Page } from '@playwright/test';
import { databaseOf } from '#shared/hub/protocol';
import { recordsOf } from '#shared/records/records-from';
import { createRecord } from '#shared/records/write';
import { setBillRate } from '#shared/time/rate-card';
import { chainOf, storePages } from '../servers/fill';
import { expect } from './fixtures';
import { expectSynced, joinAndSync, syncNow, test } from './sync-team';

const DEAL = 'deal:01J00000000000000000000000' as const;
const LINE = 'scopeLine:01J00000000000000000000001' as const;
const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });

/** A deal by the hour at €120, with one line and a ticket on it. */
const sold = () => [
  createRecord('deal', DEAL, {
    name: 'Customer portal',
    phase: 'build',
    signedAt: '2026-03-02',
    billingModel: 'capped T&M',
    amount: euros(50_000),
    cap: euros(50_000),
  }),
  createRecord('scopeLine', LINE, { deal: DEAL, title: 'Interface to billing', status: 'in', role: 'Consultant', plannedHours: 100 }),
  createRecord('ticket', 'ticket:01J00000000000000000000002', {
    deal: DEAL,
    title: 'Map the fields',
    kind: 'work package',
    status: 'open',
    scopeLine: LINE,
  }),
  setBillRate(recordsOf([]), { role: 'consultant' }, 'EUR', 12_000),
];

const go = (app: Page, place: string) => app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();

async function addRow(app: Page, part: RegExp): Promise<void> {
  await app.getByRole('button', { name: 'Add a row' }).click();
  const row = app.getByRole('group', { name: 'New row' });
  await row.getByRole('combobox', { name: 'Deal' }).fill('Customer');
  await app.getByRole('option', { name: 'Customer portal' }).click();
  await row.getByRole('combobox', { name: 'Scope line or ticket' }).click();
  await app.getByRole('option', { name: part }).click();
  await row.getByRole('button', { name: 'Add' }).click();
}

/** A week by keys, a run of the timer and a typed line: 20 h, 0.02 h and 1.5 h of rework. */
async function logHours(app: Page): Promise<void> {
  await go(app, 'Time');
  await addRow(app, /Map the fields/);
  await app.getByRole('button', { name: 'Start the timer' }).click();
  await app.getByRole('button', { name: 'Stop the timer' }).click();
  await expect(app.getByRole('row', { name: /Map the fields/ })).toContainText('0.02');

  await app.getByRole('textbox', { name: 'Log hours in one line' }).fill('1.5h customer interface rework fixed mapping yesterday');
  const understood = app.getByRole('status', { name: 'Understood as' });
  for (const part of ['1.5 h', 'Customer portal', 'Interface to billing', 'Rework, not billable', '“fixed mapping”'])
    await expect(understood).toContainText(part);
  await app.keyboard.press('Enter');
  await expect(app.getByText(/1.5 h logged/)).toBeVisible();

  await app.getByRole('button', { name: 'Week before' }).click();
  await addRow(app, /^Interface to billing/);
  const row = app.getByRole('row', { name: /Interface to billing.*Delivery/ });
  await row.getByRole('textbox').first().click();
  await app.keyboard.type('7.5');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.type('8');
  await app.keyboard.press('Tab');
  await app.keyboard.type('4:30');
  await app.keyboard.press('Enter');
  await expect(row.getByRole('cell').last()).toHaveText('20');
}

test('hours by keys, by timer and by a typed line are approved by the project manager, billed by finance, partly paid and partly credited', async ({
  server,
  team,
  computer,
}) => {
  test.setTimeout(90_000);
  const { workspace, members } = await team({ jonas: ['consultant'], pia: ['PM'], martin: ['finance'] });
  await storePages(server, databaseOf(workspace, 'team'), chainOf(sold()), 'full');

  const jonas = (await computer('jonas')).page;
  await joinAndSync(jonas, members.jonas);
  await logHours(jonas);
  await syncNow(jonas);
  await expectSynced(jonas);

  const pia = (await computer('pia')).page;
  await joinAndSync(pia, members.pia);
  await go(pia, 'Time');
  await pia.getByText('To approve').click();
  await expect(pia.getByText('21.52 h wait for approval')).toBeVisible();
  const approve = pia.getByRole('button', { name: 'Approve the week' });
  await expect(async () => {
    if ((await approve.count()) > 0) await approve.first().click();
    await expect(pia.getByText('No hours wait for approval')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await syncNow(pia);
  await expectSynced(pia);

  const martin = (await computer('martin')).page;
  await joinAndSync(martin, members.martin);
  await billAndSettle(martin);
});

/** 20.02 h at €120 are €2,402.40, and €2,858.86 with 19 % tax. */
async function billAndSettle(app: Page): Promise<void> {
  await go(app, 'Invoices');
  const ready = app.getByRole('region', { name: 'Ready to bill' });
  await expect(ready.getByRole('listitem')).toContainText('20.02 h');
  await ready.getByRole('button', { name: 'Bill it…' }).click();
  const dialog = app.getByRole('dialog', { name: 'New invoice for Customer portal' });
  await dialog.getByRole('textbox', { name: 'Tax in percent' }).fill('19');
  await expect(dialog).toContainText('With tax €2,858.86');
  await dialog.getByRole('button', { name: 'Issue the invoice' }).click();
  const facts = app.getByRole('region', { name: 'Facts' });
  await expect(facts).toContainText('Open€2,858.86');

  await app.getByRole('button', { name: 'Book a payment…' }).click();
  const payment = app.getByRole('dialog', { name: /^Payment on/ });
  await payment.getByRole('textbox', { name: 'What arrived' }).fill('1000');
  await payment.getByRole('button', { name: 'Book it' }).click();
  await expect(facts).toContainText('Open€1,858.86');
  await expect(app.getByText('Partly paid')).toBeVisible();

  const number = (await app.getByRole('heading', { level: 1 }).innerText()).replace('Invoice ', '');
  await app.getByRole('button', { name: 'Credit…' }).click();
  const credit = app.getByRole('dialog', { name: `Credit note for ${number}` });
  await credit.getByRole('textbox', { name: /Interface to billing/ }).fill('402.40');
  await credit.getByRole('button', { name: 'Issue the credit note' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Credit note');
  await expect(facts).toContainText('With tax€478.86');
  await facts.getByRole('link', { name: number }).click();
  await expect(facts).toContainText('Open€1,380.00');

  await app.getByRole('link', { name: /^Trace Interface to billing/ }).click();
  await expect(app.getByText('Traced from here')).toBeVisible();
  await expect(app.getByRole('list', { name: /From the words to the money/ })).toContainText('Map the fields');
}
