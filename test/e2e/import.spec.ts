import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropAndCheck, dropFiles, type TestFile } from './drop-files';
import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';
import { startEmpty } from './start-empty';

const COMPANIES: TestFile = {
  name: 'companies.csv',
  content: 'Record ID,Company name,Company Domain Name,Industry\n9001,Northwind Foods,northwind.example,Food\n9002,Tailspin Toys,,Toys\n',
};
const CONTACTS: TestFile = {
  name: 'contacts.csv',
  content: 'Record ID,First Name,Last Name,Email,Associated Company IDs\n8001,Priya,Nair,priya@northwind.example,9001\n',
};
const DEALS: TestFile = {
  name: 'deals.csv',
  content: [
    'Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Associated Company IDs,Associated Contact IDs',
    '7001,Website relaunch,Closed Won,48000,EUR,2026-06-12,9001,8001',
    '7002,"Data platform, phase 2",contractsent,125000.50,EUR,not a date,9001,8001',
    ',Without an id,contractsent,1,EUR,2026-06-12,9001,',
  ].join('\r\n'),
};
const EVERYTHING = [DEALS, COMPANIES, CONTACTS];

async function importAll(app: Page, files: readonly TestFile[]): Promise<void> {
  await dropAndCheck(app, files);
  await app.getByRole('button', { name: /^Import \d/ }).click();
  await expect(app.getByRole('button', { name: 'Undo this import' })).toBeVisible();
}

const rowsOf = (app: Page, name: RegExp | string) => app.getByRole('grid').getByRole('row', { name });
const accountNames = async (app: Page): Promise<string[]> => {
  await app.getByRole('link', { name: 'Accounts' }).first().click();
  await app.getByRole('heading', { name: 'Accounts', level: 1 }).waitFor();
  const cells = app.getByRole('grid', { name: 'Accounts' }).locator('[role=row] [role=gridcell]:first-child');
  return cells.allInnerTexts();
};

test.describe('bringing a firm in', () => {
  test.beforeEach(async ({ app }) => startEmpty(app));

  test('one export of four tables comes in whatever the order, and a bad row stays out with its line and reason', async ({ app }) => {
    await dropAndCheck(app, EVERYTHING);
    await app.getByRole('button', { name: /^Problems/ }).click();
    await expect(rowsOf(app, /Without an id/)).toContainText('4');
    await rowsOf(app, /Data platform/).click();
    await expect(app.getByRole('complementary', { name: /Data platform/ })).toContainText('not a date');

    await app.getByRole('button', { name: 'Import 5 new' }).click();
    await expect(app.getByRole('status').filter({ hasText: '5 new' })).toBeVisible();
    await rowsOf(app, /Website relaunch/)
      .getByRole('link')
      .click();
    await expect(app.getByRole('heading', { name: 'Website relaunch' })).toBeVisible();
    expect(await accountNames(app)).toEqual(['Northwind Foods', 'Tailspin Toys']);
  });

  test('the same files again change nothing, and the screen says so plainly', async ({ app }) => {
    await importAll(app, EVERYTHING);
    await app.getByRole('button', { name: 'Import more' }).click();
    await dropAndCheck(app, EVERYTHING);
    await expect(app.getByText('Everything is already here')).toBeVisible();
    await expect(app.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  });

  test('a value corrected by hand stays; changed in the file as well, a person decides', async ({ app }) => {
    await importAll(app, [COMPANIES]);
    await rowsOf(app, /Tailspin Toys/)
      .getByRole('link')
      .click();
    await app.getByRole('button', { name: 'Edit Industry' }).click();
    await app.getByRole('textbox', { name: 'Industry' }).fill('Games');
    await app.getByRole('textbox', { name: 'Industry' }).press('Enter');
    await expect(app.getByText('Games').first()).toBeVisible();

    await dropAndCheck(app, [COMPANIES]);
    await expect(app.getByText('Everything is already here')).toBeVisible();

    const changed = { ...COMPANIES, content: COMPANIES.content.toString().replace(',Toys', ',Leisure') };
    await app.getByRole('button', { name: 'Back' }).click();
    await app.getByRole('button', { name: /Files/ }).click();
    await app.getByRole('button', { name: 'Take companies.csv away' }).click();
    await dropAndCheck(app, [changed]);
    await app.getByRole('button', { name: /^To decide/ }).click();
    const detail = app.getByRole('complementary', { name: /Tailspin Toys/ });
    await expect(detail.getByLabel('Keep ours: Games')).toBeVisible();
    await detail.getByLabel('Take the file’s: Leisure').check();
    await app.getByRole('button', { name: /^Import 1 changed/ }).click();
    await expect(app.getByRole('button', { name: 'Undo this import' })).toBeVisible();
    await rowsOf(app, /Tailspin Toys/)
      .getByRole('link')
      .click();
    await expect(app.getByText('Leisure').first()).toBeVisible();
  });

  test('one press takes a whole import back, and the same files bring it in again', async ({ app }) => {
    await importAll(app, EVERYTHING);
    await app.getByRole('button', { name: 'Undo this import' }).click();
    await expect(app.getByText('Taken back', { exact: true })).toBeVisible();
    await app.getByRole('link', { name: 'Accounts' }).first().click();
    await expect(app.getByText('No accounts yet')).toBeVisible();

    await app.getByRole('link', { name: 'Import' }).first().click();
    await importAll(app, EVERYTHING);
    expect(await accountNames(app)).toEqual(['Northwind Foods', 'Tailspin Toys']);
  });

  test('an answer is remembered for the next file', async ({ app }) => {
    const stage = (id: number): TestFile => ({
      name: `deals-${id}.csv`,
      content: `Record ID,Deal Name,Deal Stage,Close Date\n${id},Deal ${id},Handshake,2026-12-31\n`,
    });
    await dropFiles(app, [stage(1)]);
    await app.getByRole('button', { name: 'Continue' }).click();
    await app.getByRole('combobox', { name: 'Which phase is the stage “Handshake”?' }).click();
    await app.getByRole('option', { name: 'Scoping' }).click();
    await expect(app.getByText('Your answer')).toBeVisible();
    await app.getByRole('button', { name: 'Continue' }).click();
    await app.getByRole('button', { name: 'Import 1 new' }).click();
    await app.getByRole('button', { name: 'Import more' }).click();

    await dropFiles(app, [stage(2)]);
    await app.getByRole('button', { name: 'Continue' }).click();
    await expect(app.getByRole('combobox', { name: 'Which phase is the stage “Handshake”?' })).toHaveValue('Scoping');
    await expect(app.getByText('As last time')).toBeVisible();
  });

  test('a column that is left out brings nothing', async ({ app }) => {
    await dropFiles(app, [COMPANIES]);
    await app.getByRole('button', { name: 'Continue' }).click();
    await app.getByRole('button', { name: /Columns of companies.csv/ }).click();
    await app.getByRole('combobox', { name: 'Column Industry' }).click();
    await app.getByRole('option', { name: 'Leave out' }).click();
    await app.getByRole('button', { name: 'Continue' }).click();
    await expect(rowsOf(app, /Tailspin Toys/)).not.toContainText('Toys ·');
    await expect(app.getByRole('complementary')).not.toContainText('Industry');
  });

  test('ten thousand rows are written with progress, and calling it off leaves nothing', async ({ app }) => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `${n + 1},Company ${n + 1},company${n + 1}.example`);
    await dropAndCheck(app, [{ name: 'many.csv', content: `Record ID,Company name,Company Domain Name\n${rows.join('\n')}\n` }]);
    await app.getByRole('button', { name: 'Import 10,000 new' }).click();
    // At once: waiting until the button stands still would give the import time to end.
    await app.getByRole('button', { name: 'Cancel' }).dispatchEvent('click');
    await expect(app.getByText('Cancelled: nothing came in.')).toBeVisible();
    await app.getByRole('link', { name: 'Accounts' }).first().click();
    await expect(app.getByText('No accounts yet')).toBeVisible();
  });
});

const mail = (name: string, lines: readonly string[], body: string): TestFile => ({
  name,
  content: [...lines, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', body].join('\r\n'),
});
const QUESTION = mail(
  'question.eml',
  [
    'From: Priya Nair <priya@northwind.example>',
    'To: olivia@halden.example, Tom Ash <tom@northwind.example>',
    'Subject: Relaunch: single sign-on',
    'Date: Mon, 2 Nov 2026 10:00:00 +0000',
    'Message-ID: <q1@northwind.example>',
  ],
  'Will single sign-on be part of the relaunch?',
);
const ANSWER = mail(
  'answer.eml',
  [
    'From: olivia@halden.example',
    'To: Priya Nair <priya@northwind.example>',
    'Subject: Re: Relaunch: single sign-on',
    'Date: Mon, 2 Nov 2026 11:00:00 +0000',
    'Message-ID: <a1@halden.example>',
    'In-Reply-To: <q1@northwind.example>',
    'References: <q1@northwind.example>',
  ],
  'Yes, we will deliver single sign-on before Easter.',
);

test.describe('bringing mail in', () => {
  test.beforeEach(async ({ app }) => {
    await startEmpty(app);
    await importAll(app, EVERYTHING);
    await app.getByRole('button', { name: 'Import more' }).click();
  });

  test('is filed under a deal only when a person says so, and then the whole conversation on request', async ({ app }) => {
    await dropAndCheck(app, [ANSWER, QUESTION]);
    await rowsOf(app, /priya|Priya/)
      .first()
      .click();
    const detail = app.getByRole('complementary', { name: /single sign-on/ });
    await detail.getByRole('combobox', { name: 'Deal' }).fill('Website');
    await app.getByRole('option', { name: 'Website relaunch' }).click();
    await detail.getByRole('button', { name: 'File the other message of this conversation too' }).click();
    await expect(rowsOf(app, /Website relaunch/)).toHaveCount(2);
    await detail.getByLabel('Make Tom Ash (tom@northwind.example) a contact').check();
    await app.getByRole('button', { name: 'Import 2 new' }).click();
    await app.getByRole('button', { name: 'Undo this import' }).waitFor();

    await app.getByRole('link', { name: 'Contacts' }).first().click();
    await app.getByRole('link', { name: 'Priya Nair' }).click();
    await expect(app.getByRole('button', { name: /Relaunch: single sign-on/ })).toHaveCount(2);
    await app.getByRole('link', { name: 'Contacts' }).first().click();
    await expect(app.getByRole('link', { name: 'Tom Ash' })).toBeVisible();
  });

  test('waits unfiled where nobody said so, and can be filed later', async ({ app }) => {
    await dropAndCheck(app, [QUESTION]);
    await app.getByRole('button', { name: 'Import 1 new' }).click();
    await app.getByRole('button', { name: 'Import more' }).click();
    await expect(app.getByText('Not filed under a deal: 1')).toBeVisible();
    await app.getByRole('button', { name: /Relaunch: single sign-on/ }).click();
    await expect(app.getByText('Will single sign-on be part of the relaunch?')).toBeVisible();
    await app.getByRole('button', { name: 'Edit Deal' }).click();
    await app.getByRole('combobox', { name: 'Deal' }).fill('Website');
    await app.getByRole('option', { name: 'Website relaunch' }).click();
    await expect(app.getByText('Not filed under a deal')).toHaveCount(0);
  });

  test('is shown without running or loading anything of it', async ({ app }) => {
    const hostile: TestFile = {
      name: 'offer.eml',
      content: [
        'From: Mallory <m@elsewhere.example>',
        'To: olivia@halden.example',
        'Subject: Offer',
        'Date: Mon, 2 Nov 2026 10:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<b>Agreed</b><script>top.document.title = "owned"</script><img src="https://elsewhere.example/p.gif" onerror="top.document.title=1">',
      ].join('\r\n'),
    };
    const asked: string[] = [];
    app.on('request', (request) => asked.push(request.url()));
    await dropAndCheck(app, [hostile]);
    await app.getByText('Formatted', { exact: true }).click();
    await expect(app.frameLocator('iframe').getByText('Agreed')).toBeVisible();
    await expect(app.getByText('One picture was left out')).toBeVisible();
    expect(asked.filter((url) => url.includes('elsewhere.example'))).toEqual([]);
    expect(await app.title()).not.toBe('owned');
  });
});

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples');
const samples = (folder: string, wanted: (name: string) => boolean): TestFile[] =>
  readdirSync(join(SAMPLES, folder))
    .filter(wanted)
    .map((name) => ({ name, content: readFileSync(join(SAMPLES, folder, name)) }));

// They lie beside the project where it is developed, and do not ship with it.
if (existsSync(SAMPLES)) {
  test.describe('real exports and real mail', () => {
    test.beforeEach(async ({ app }) => startEmpty(app));

    test('four HubSpot tables go in once, and a second time not at all', async ({ app }) => {
      const files = samples('import', (name) => name.startsWith('hubspot'));
      await dropAndCheck(app, files);
      await app.getByRole('button', { name: 'Import 10 new' }).click();
      await app.getByRole('button', { name: 'Import more' }).click();
      await dropAndCheck(app, files);
      await expect(app.getByText(/10 rows are unchanged/)).toBeVisible();
      expect(await accountNames(app)).toEqual(['Contoso Ltd', 'contoso ltd', 'Northwind Foods']);
    });

    test('twenty-one messages of both formats go in once, and a second time not at all', async ({ app }) => {
      const files = samples('mail', (name) => /\.(?:eml|msg)$/.test(name));
      await dropAndCheck(app, files);
      await app.getByRole('button', { name: `Import ${files.length} new` }).click();
      await app.getByRole('button', { name: 'Import more' }).click();
      await expect(app.getByText(`Not filed under a deal: ${files.length}`)).toBeVisible();
      await dropAndCheck(app, files);
      await expect(app.getByText(`${files.length} rows are unchanged`)).toBeVisible();
    });
  });
}

test('somebody who may not add people imports all the same, and the rows of unknown owners come in without one', async ({ app }) => {
  await openSampleFirm(app, 'David Okafor');
  const content = 'Record ID,Company name,Company owner\n1,Tailspin Toys,Nobody Knows\n';
  await dropAndCheck(app, [{ name: 'companies.csv', content }]);
  await expect(app.getByRole('complementary', { name: /Tailspin Toys/ })).not.toContainText('Owner');
  await app.getByRole('button', { name: 'Import 1 new' }).click();
  await expect(app.getByRole('button', { name: 'Undo this import' })).toBeVisible();
});
