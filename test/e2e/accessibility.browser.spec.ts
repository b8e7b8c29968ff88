import { openSampleDeal } from './deal-screen';
import { axeFindings } from './axe-findings';
import { expect, test } from './fixtures';
import { goTo, screenAddresses, type Examples } from './screen-addresses';
import type { Page } from '@playwright/test';

/** Records of the sample firm, found where a person finds them. */
async function examplesIn(app: Page): Promise<Examples> {
  const dealId = /\/deals\/([^/]+)/.exec(app.url())?.[1] ?? '';
  const firstOf = async (list: string): Promise<string> => {
    await goTo(app, list);
    await app.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').first().click();
    await app.waitForURL(`**${list}/*`);
    return app.url().split('/').at(-1) ?? '';
  };
  return {
    dealId,
    accountId: await firstOf('/accounts'),
    contactId: await firstOf('/contacts'),
    invoiceId: await firstOf('/invoices'),
    personId: '',
  };
}

/** What stands over a screen: where it is opened, and by what. */
const DIALOGS: readonly (readonly [address: string, open: (app: Page) => Promise<unknown>])[] = [
  ['/pipeline', (app) => app.getByRole('banner').getByRole('button', { name: 'New deal' }).click()],
  ['/pipeline', (app) => app.keyboard.press('ControlOrMeta+k')],
  ['/pipeline', (app) => app.keyboard.press('?')],
  ['/accounts', (app) => app.getByRole('button', { name: 'New account' }).click()],
  ['/contacts', (app) => app.getByRole('button', { name: 'New contact' }).click()],
  [
    '/settings/people',
    (app) =>
      app
        .getByRole('button', { name: /^(Add|New) / })
        .first()
        .click(),
  ],
  ['/settings/tickets', (app) => app.getByRole('button', { name: /^New/ }).first().click()],
];

/** The same for the deal that is walked, by its tab. */
const DEAL_DIALOGS: readonly (readonly [tab: string, item: string | RegExp, choice?: string | RegExp])[] = [
  ['story', 'Add', 'Log a call'],
  ['promises', /^(Note|New|Add)/],
  ['changes', 'Request a change'],
  ['tickets', /^New/],
  ['delivery', 'Answer card'],
];

const open = async (app: Page, button: string | RegExp, choice?: string | RegExp): Promise<void> => {
  await app.locator('#main').getByRole('button', { name: button, exact: true }).first().click();
  if (choice) await app.getByRole('menuitem', { name: choice }).click();
};

test('every screen and dialog can be used by everybody: WCAG 2.2 AA, in light and in dark', async ({ app }) => {
  test.setTimeout(240_000);
  app.setDefaultTimeout(15_000);
  const found: string[] = [];
  const look = async (place: string): Promise<void> => {
    await app.emulateMedia({ colorScheme: 'light' });
    found.push(...(await axeFindings(app)).map((line) => `${place} light ${line}`));
    await app.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeFindings(app, 'contrast')).map((line) => `${place} dark ${line}`));
  };
  await app.getByText('Open the sample firm').waitFor();
  await look('the welcome');
  await openSampleDeal(app);
  const examples = await examplesIn(app);
  for (const address of screenAddresses(examples)) {
    await goTo(app, address);
    await look(address);
  }
  const dialogs = [
    ...DIALOGS,
    ...DEAL_DIALOGS.map(
      ([tab, button, choice]) => [`/deals/${examples['dealId'] ?? ''}/${tab}`, (): Promise<void> => open(app, button, choice)] as const,
    ),
  ];
  for (const [at, [address, press]] of dialogs.entries()) {
    await goTo(app, address);
    const dialog = app.getByRole('dialog').first();
    try {
      await press(app);
      await dialog.waitFor({ timeout: 5000 });
    } catch (error) {
      found.push(`cannot open dialog ${at} of ${address} ${String(error).slice(0, 300)}`);
      continue;
    }
    await look(`dialog ${at} of ${address}`);
    await app.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden', timeout: 5000 }).catch(() => found.push(`dialog ${at} does not close`));
  }
  expect(found).toEqual([]);
});
