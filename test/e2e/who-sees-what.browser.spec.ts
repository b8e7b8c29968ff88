import type { Page } from '@playwright/test';
import { databaseOf } from '#shared/hub/protocol';
import { createRecord } from '#shared/records/write';
import { chainOf, storePages } from '../servers/fill';
import { expect } from './fixtures';
import { openSettings } from './open-settings';
import { pagesOnDisk } from './pages-on-disk';
import { expectSynced, joinAndSync, syncNow, test } from './sync-team';

const DEAL = 'Warehouse on the new ERP';
const deal = 'deal:01J00000000000000000000000' as const;
const line = 'scopeLine:01J00000000000000000000001' as const;
const milestone = 'milestone:01J00000000000000000000002' as const;
const order = 'changeOrder:01J00000000000000000000003' as const;
const eur = (units: number) => ({ amount: units * 100, currency: 'EUR' });

/** A signed deal of € 80,000 with a reached milestone, and a request of € 6,000 that nobody has decided. */
const SOLD = [
  createRecord('deal', deal, {
    name: DEAL,
    phase: 'build',
    billingModel: 'milestone',
    amount: eur(80_000),
    signedAt: '2026-03-02',
    kickoffAt: '2026-03-11',
  }),
  createRecord('scopeLine', line, {
    deal,
    title: 'Goods receipt',
    status: 'in',
    plannedHours: 600,
    price: eur(80_000),
    role: 'consultant',
  }),
  createRecord('milestone', milestone, { deal, title: 'Design accepted', due: '2026-06-01', reachedAt: '2026-06-01', fee: eur(20_000) }),
  createRecord('changeOrder', order, {
    deal,
    title: 'Labels in Polish',
    status: 'requested',
    price: eur(6_000),
    hours: 40,
    requestedAt: '2026-06-10',
  }),
];
/** What only the finance ledger knows: the plan has a sum that stands nowhere else. */
const PLANNED = createRecord('costPlan', 'costPlan:01J00000000000000000000004', {
  deal,
  scopeLine: line,
  planned: eur(51_317),
  plannedRate: eur(85),
});

async function openDeal(app: Page, tab: string): Promise<void> {
  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
  await app.getByRole('link', { name: DEAL, exact: true }).first().click();
  await expect(app.getByRole('heading', { level: 1, name: DEAL })).toBeVisible();
  await app.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
}

const change = (app: Page) => app.getByRole('region', { name: 'Change order', exact: true });

async function openChange(app: Page): Promise<void> {
  await openDeal(app, 'Changes');
  await app.getByRole('row', { name: /Labels in Polish/ }).click();
  await expect(change(app)).toBeVisible();
}

async function openCosts(app: Page): Promise<void> {
  await openDeal(app, 'Billing');
  await app.getByText('Costs', { exact: true }).click();
}

test('on one hub a consultant logs hours, a PM decides, finance sets a rate and bills, and the AE sees fees and no cost anywhere', async ({
  server,
  team,
  computer,
}) => {
  test.setTimeout(300_000);
  const { workspace, members } = await team({ ada: ['AE'], pia: ['PM'], luca: ['consultant'], fin: ['finance'] });
  await storePages(server, databaseOf(workspace, 'team'), chainOf(SOLD), 'full');
  await storePages(server, databaseOf(workspace, 'finance'), chainOf([PLANNED], 'cccccccccccccccc'), 'full');
  const open = async (name: keyof typeof members): Promise<Page> => {
    const { page } = await computer(name);
    await joinAndSync(page, members[name]);
    return page;
  };
  const luca = await open('luca');
  const pia = await open('pia');
  const fin = await open('fin');
  const ada = await open('ada');

  await test.step('the consultant logs six hours, and reads no costs', async () => {
    await luca.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Time' }).click();
    await luca.getByRole('textbox', { name: 'Log hours in one line' }).fill('6h warehouse goods receipt scanner workshop');
    await expect(luca.getByRole('status', { name: 'Understood as' })).toContainText('Goods receipt');
    await luca.getByRole('button', { name: 'Log it' }).click();
    await openCosts(luca);
    await expect(luca.getByText('Costs are not on this device')).toBeVisible();
    await expectSynced(luca);
  });

  await test.step('the project manager sees what it costs and absorbs the request', async () => {
    await openChange(pia);
    await expect(change(pia).getByText('What it costs us is for those who read the finance ledger.')).toHaveCount(0);
    await change(pia).getByRole('button', { name: 'Absorb…' }).click();
    const dialog = pia.getByRole('dialog', { name: 'Absorb the change' });
    await dialog.getByRole('textbox', { name: 'Why' }).fill('The label was in the first offer');
    await dialog.getByRole('button', { name: 'Absorb it' }).click();
    await expect(change(pia).getByText('The label was in the first offer').first()).toBeVisible();
    await openCosts(pia);
    await expect(pia.getByRole('table', { name: 'Planned cost' })).toContainText('51,317');
    await expectSynced(pia);
  });

  await test.step('finance sets the rate of a consultant and bills the milestone', async () => {
    await syncNow(fin);
    await openSettings(fin, 'Cost rates');
    await fin.getByRole('button', { name: 'Add a rate' }).click();
    const dialog = fin.getByRole('dialog', { name: 'Cost rate' });
    await dialog.getByText('A role').click();
    await dialog.getByRole('textbox', { name: 'Role' }).fill('consultant');
    await dialog.getByRole('textbox', { name: 'Cost an hour' }).fill('71.50');
    await dialog.getByRole('button', { name: 'Set the rate' }).click();
    await expect(fin.getByRole('table', { name: 'Cost rates' })).toContainText('71.50');
    await openDeal(fin, 'Billing');
    await fin.getByRole('button', { name: 'New invoice…' }).click();
    const bill = fin.getByRole('dialog', { name: `New invoice for ${DEAL}` });
    await expect(bill.getByRole('checkbox', { name: 'Bill Design accepted' })).toBeChecked();
    await bill.getByRole('button', { name: 'Issue the invoice' }).click();
    // The bill itself is shown; it stands among those of the deal.
    await fin.waitForURL(/\/invoices\//);
    await openDeal(fin, 'Billing');
    await expect(fin.getByRole('grid', { name: `Invoices of ${DEAL}` })).toContainText('20,000');
    await expectSynced(fin);
  });

  await test.step('the account executive sees the bill, the hours and the decision, and nothing of cost or margin', async () => {
    await syncNow(ada);
    await openDeal(ada, 'Billing');
    await expect(ada.getByRole('grid', { name: `Invoices of ${DEAL}` })).toContainText('20,000', { timeout: 60_000 });
    await expect(ada.getByRole('button', { name: 'New invoice…' })).toHaveCount(0);
    await ada.getByText('Hours', { exact: true }).click();
    await expect(ada.getByRole('grid', { name: `Hours of ${DEAL}` })).toContainText('scanner workshop');
    await ada.getByText('Costs', { exact: true }).click();
    await expect(ada.getByText('Costs are not on this device')).toBeVisible();
    await openChange(ada);
    await expect(change(ada).getByText('The label was in the first offer').first()).toBeVisible();
    await expect(change(ada).getByText('What it costs us is for those who read the finance ledger.')).toBeVisible();
    await openSettings(ada, 'Cost rates');
    await expect(ada.getByText('Cost rates are not on this device.')).toBeVisible();
    await expect(ada.getByText('71.50')).toHaveCount(0);
  });

  await test.step('the project manager sees the rate; the plan lies on the disks of PM and finance and on no other', async () => {
    await syncNow(pia);
    await openSettings(pia, 'Cost rates');
    await expect(pia.getByRole('table', { name: 'Cost rates' })).toContainText('71.50', { timeout: 60_000 });
    await expect(pia.getByRole('button', { name: 'Add a rate' })).toHaveCount(0);
    await expect.poll(() => pagesOnDisk(pia, 'finance'), { timeout: 60_000 }).toBeGreaterThan(0);
    expect([await pagesOnDisk(ada, 'finance'), await pagesOnDisk(luca, 'finance')]).toEqual([0, 0]);
  });
});
