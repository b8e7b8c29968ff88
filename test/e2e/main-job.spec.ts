import type { Page } from '@playwright/test';
import { openTab } from './deal-screen';
import { dropAndCheck, type TestFile } from './drop-files';
import { expect, test } from './fixtures';
import { startEmpty } from './start-empty';

const COMPANIES: TestFile = {
  name: 'companies.csv',
  content: 'Record ID,Company name,Company Domain Name\n9001,Northwind Foods,northwind.example\n',
};
const CONTACTS: TestFile = {
  name: 'contacts.csv',
  content: 'Record ID,First Name,Last Name,Email,Associated Company IDs\n8001,Priya,Nair,priya@northwind.example,9001\n',
};
const DEALS: TestFile = {
  name: 'deals.csv',
  content:
    'Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Associated Company IDs,Associated Contact IDs\n' +
    '7001,Billing integration,appointmentscheduled,40000,EUR,2026-12-31,9001,8001\n',
};
const NOTES: TestFile = {
  name: 'notes.csv',
  content:
    'Record ID,Activity type,Body,Activity date,Associated Company IDs,Associated Deal IDs\n' +
    '401,NOTE,"CFO: no change to the billing system. We agreed on a nightly file drop instead.",2026-11-03 15:10,9001,7001\n',
};
const MAIL: TestFile = {
  name: 'terms.eml',
  content: [
    'From: Priya Nair <priya@northwind.example>',
    'To: olivia@halden.example',
    'Subject: Billing integration: terms',
    'Date: Wed, 4 Nov 2026 10:00:00 +0000',
    'Message-ID: <terms@northwind.example>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'We can sign at 45,500 if the nightly file drop is part of it.',
  ].join('\r\n'),
};

/** The tables first, then the mail, which is filed under the deal by hand. */
async function bringIn(app: Page): Promise<void> {
  await dropAndCheck(app, [DEALS, COMPANIES, CONTACTS, NOTES]);
  await app.getByRole('button', { name: 'Import 4 new' }).click();
  await app.getByRole('button', { name: 'Import more' }).click();
  await dropAndCheck(app, [MAIL]);
  const detail = app.getByRole('complementary', { name: /Billing integration: terms/ });
  await detail.getByRole('combobox', { name: 'Deal' }).fill('Billing');
  await app.getByRole('option', { name: 'Billing integration', exact: true }).click();
  await app.getByRole('button', { name: 'Import 1 new' }).click();
  await app.getByRole('button', { name: 'Undo this import' }).waitFor();
}

async function openDeal(app: Page): Promise<void> {
  await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click();
  await app.getByRole('link', { name: 'Billing integration' }).click();
  await app.getByRole('heading', { name: /Billing integration/, level: 1 }).waitFor();
}

async function workItToSignature(app: Page): Promise<void> {
  for (const phase of ['Scoping', 'Proposal', 'Negotiation']) await app.getByRole('button', { name: `Move to ${phase}` }).click();
  await app.getByRole('button', { name: 'Sign', exact: true }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Signed value' }).fill('45500');
  await dialog.getByRole('button', { name: 'Sign the deal' }).click();
  await app.getByRole('button', { name: 'Move to Requirements' }).waitFor();
}

const acts = (app: Page): Promise<string[]> => app.getByRole('list', { name: 'Acts, newest first' }).getByRole('listitem').allInnerTexts();

/** All that the history of the deal says, and how it stood at its signature. */
async function historyOf(app: Page): Promise<{ readonly acts: string[]; readonly signed: string }> {
  await openDeal(app);
  await openTab(app, 'History');
  await app.getByRole('slider', { name: 'Moment in the life of the deal' }).waitFor();
  const told = await acts(app);
  await app.getByRole('radiogroup', { name: 'Moment to show' }).getByText('As signed').click();
  await expect(app.getByRole('heading', { name: /^As signed on/ })).toBeVisible();
  const then = app.getByRole('region', { name: 'The deal at that moment' });
  // What is held against today comes with the read model, which may be there later than the moment itself.
  await expect(then).toContainText(/differences? to now/);
  const signed = await then.innerText();
  return { acts: told, signed };
}

/** Takes the snapshot away, as a clean-up of the browser's caches might: only the entries are left. */
async function loseSnapshot(app: Page): Promise<number> {
  return app.evaluate(async () => {
    const open = (name: string): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error(`cannot open ${name}`));
      });
    let cleared = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await open(name);
      const caches = ['chunks', 'state'].filter((store) => database.objectStoreNames.contains(store));
      if (caches.length > 0) {
        const transaction = database.transaction(caches, 'readwrite');
        for (const store of caches) transaction.objectStore(store).clear();
        await new Promise((resolve) => (transaction.oncomplete = resolve));
        cleared += caches.length;
      }
      database.close();
    }
    return cleared;
  });
}

test('a deal comes in from the old tools, is worked to its signature, and keeps every step through reload, restart and loss of the snapshot', async ({
  app,
  running,
}) => {
  await startEmpty(app);
  await bringIn(app);
  await openDeal(app);
  await expect(app.getByText('We can sign at 45,500')).toBeVisible();
  await workItToSignature(app);

  const before = await historyOf(app);
  const newestFirst = before.acts.join('\n');
  const steps = [/Scoping/i, /Proposal/i, /Negotiation/i, /45,500/, /HubSpot/];
  for (const step of steps) expect(newestFirst).toMatch(step);
  expect(before.signed).toContain('45,500');

  await app.reload();
  expect(await historyOf(app)).toEqual(before);
  const restarted = await running.restart();
  expect(await historyOf(restarted)).toEqual(before);
  expect(await loseSnapshot(restarted)).toBeGreaterThan(0);
  const rebuilt = await running.restart();
  expect(await historyOf(rebuilt)).toEqual(before);
});

test('two windows show the same firm, and what one writes the other sees', async ({ app, running }) => {
  await startEmpty(app);
  const second = await running.another();
  await second.getByRole('link', { name: 'Accounts' }).first().waitFor();
  await bringIn(app);
  await second.getByRole('link', { name: 'Accounts' }).first().click();
  await expect(second.getByRole('link', { name: 'Northwind Foods' })).toBeVisible();
});
