import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openInBrowser } from './app-in-browser';
import { expect, test } from './fixtures';
import { goToPipeline, newDeal } from './new-deal';
import { openSettings } from './open-settings';
import { startEmpty } from './start-empty';

const PASSWORD = 'a few plain words';

const expectSynced = (app: Page): Promise<void> =>
  expect(app.locator('[data-sync]')).toHaveAttribute('data-sync', 'synced', { timeout: 30_000 });

/** Brings the open workspace to a server on this computer. */
async function shareHere(app: Page): Promise<void> {
  await openSettings(app, 'Server');
  await app.getByRole('button', { name: 'Share…' }).click();
  const dialog = app.getByRole('dialog', { name: 'Share Halden Consulting' });
  await expect(dialog.getByLabel('Name of the workspace there')).toHaveValue('halden_consulting');
  await expect(dialog.getByLabel('Your user name')).toHaveValue('olivia.park');
  await dialog.getByLabel(/^Password( \*)?$/u).fill(PASSWORD);
  await dialog.getByLabel('Password again').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expectSynced(app);
}

interface Invitation {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** Adds a colleague and lets them in; gives what the invitation says. */
async function invite(app: Page, name: string, role: string): Promise<Invitation> {
  await openSettings(app, 'People');
  await app.getByRole('button', { name: 'Add a person' }).click();
  const person = app.getByRole('dialog', { name: 'Add a person' });
  await person.getByLabel('Name').fill(name);
  await person.getByRole('button', { name: 'Add' }).click();
  await expect(person).toBeHidden();
  await app.getByRole('button', { name: `What to do with ${name}` }).click();
  await app.getByRole('menuitem', { name: 'Give access…' }).click();
  const access = app.getByRole('dialog', { name: `Give ${name} access` });
  await access.getByText(role, { exact: true }).click();
  await access.getByRole('button', { name: 'Give access' }).click();
  const given = app.getByRole('dialog', { name: `${name} has access` });
  await expect(given.getByRole('definition')).toHaveCount(4);
  const told = await given.getByRole('definition').allTextContents();
  await given.getByRole('button', { name: 'Done' }).click();
  const [address = '', , user = '', password = ''] = told;
  return { address, user, password };
}

async function signIn(app: Page, { address, user, password }: Invitation): Promise<void> {
  await app.getByLabel('Address of the server').fill(address);
  await app.getByLabel('User name').fill(user);
  await app.getByLabel(/^Password( \*)?$/u).fill(password);
  await app.getByRole('button', { name: 'Sign in' }).click();
}

const deal = (app: Page, name: string) => app.getByRole('main').getByRole('link', { name, exact: true });

test('a firm begun alone is shared, a colleague joins with the invitation, and each sees what the other does', async ({ app, folder }) => {
  test.setTimeout(180_000);
  await startEmpty(app);
  await newDeal(app, { name: 'Begun alone', account: 'Kestrel Foods' });
  await expect(app.locator('[data-sync]')).toHaveText('On this device');
  await shareHere(app);
  const invitation = await invite(app, 'Ana Ruiz', 'AE');

  const second = await openInBrowser(join(folder, 'ana'));
  const ana = second.page;
  await ana.getByRole('button', { name: 'Join a workspace on a server' }).click();
  await signIn(ana, { ...invitation, password: 'not the password' });
  await expect(ana.getByRole('alert')).toBeVisible();
  await signIn(ana, invitation);
  await ana.getByRole('heading', { name: 'Pipeline', level: 1 }).waitFor();
  await expect(deal(ana, 'Begun alone')).toBeVisible();
  await expect(ana.getByRole('navigation', { name: 'Main' }).getByText('Ana Ruiz')).toBeVisible();
  await expectSynced(ana);

  await goToPipeline(app);
  await newDeal(ana, { name: 'Made by Ana', account: 'Kestrel Foods' });
  await expect(deal(app, 'Made by Ana')).toBeVisible();
  await newDeal(app, { name: 'Made by Olivia', account: 'Belmont Insurance' });
  await goToPipeline(ana);
  await expect(deal(ana, 'Made by Olivia')).toBeVisible();
  await expectSynced(app);
  await expectSynced(ana);

  await openSettings(ana, 'Server');
  await ana.getByRole('button', { name: 'Sign out…' }).click();
  await ana.getByRole('button', { name: 'Sign out and remove from this device' }).click();
  await expect(ana.getByText('Start empty')).toBeVisible();
  await expect(ana.getByText('On this computer', { exact: true })).toHaveCount(0);
  await second.close();
});
