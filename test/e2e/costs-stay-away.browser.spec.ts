import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Page } from '@playwright/test';
import { databaseOf } from '#shared/hub/protocol';
import { createRecord } from '#shared/records/write';
import { chainOf, storeDocuments, storePages } from '../servers/fill';
import { expect } from './fixtures';
import { expectDeals } from './offline-work';
import { openSettings } from './open-settings';
import { pagesOnDisk } from './pages-on-disk';
import { joinAndSync, syncNow, test } from './sync-team';

const DEAL = 'deal:01J00000000000000000000000' as const;
const LINE = 'scopeLine:01J00000000000000000000001' as const;
/** Sums that nothing else in the test has. */
const SUMS = { rate: 918_273_641, expense: 918_273_642, plan: 918_273_643, freeze: 918_273_644 } as const;
const euros = (amount: number) => ({ amount, currency: 'EUR' });

test('an account executive holds nothing of what finance keeps: not in memory, not on the disk, not on the wire', async ({
  server,
  team,
  computer,
  folder,
}) => {
  test.setTimeout(240_000);
  const { workspace, members } = await team({ ada: ['AE'], martin: ['finance'] });
  const word = server.named('quicksilver').replaceAll('.', '');
  const bytes = Buffer.from(`hourly cost of everybody;${word}`);
  const body = bytes.toString('base64');
  const secrets = [`Role ${word}`, `Subcontractor ${word}`, `${word}.csv`, body, ...Object.values(SUMS).map(String)];

  await storePages(server, databaseOf(workspace, 'team'), chainOf(sold()), 'full');
  await storePages(server, databaseOf(workspace, 'finance'), chainOf(kept(word), 'cccccccccccccccc'), 'full');
  const file = `file:${createHash('sha256').update(`hourly cost of everybody;${word}`).digest('hex')}`;
  const head = { _id: file, from: server.admin.name, name: `${word}.csv`, type: 'text/csv', size: bytes.length };
  await storeDocuments(server, databaseOf(workspace, 'finance-files'), [head, { _id: `${file}/0`, from: server.admin.name, body }], 10);

  const [toAda, toMartin] = [members.ada.relay.record(), members.martin.relay.record()];
  const ada = await computer('ada');
  await joinAndSync(ada.page, members.ada);
  const martin = await computer('martin');
  await joinAndSync(martin.page, members.martin);

  // Finance reads all of it, so that what is not found at the other one could have been.
  await openSettings(martin.page, 'Cost rates');
  await expect(martin.page.getByRole('table', { name: 'Cost rates' })).toContainText(`Role ${word}`);
  await expect(martin.page.getByRole('table', { name: 'Cost rates' })).toContainText('€9,182,736.41');
  await openCosts(martin.page);
  await expect(martin.page.getByRole('table', { name: 'External cost' })).toContainText(`Subcontractor ${word}`);
  await expect.poll(() => unfound(toMartin, secrets), { message: 'finance is sent all of it', timeout: 60_000 }).toEqual([]);
  // What is on a disk is sealed for everybody; how much there is of it can be counted.
  await expect.poll(() => pagesOnDisk(martin.page, 'finance'), { timeout: 60_000 }).toBeGreaterThan(0);
  expect(await inMemory(martin.page, folder, word)).toBe(true);

  // The account executive works with the same deal.
  await openSettings(ada.page, 'Cost rates');
  await expect(ada.page.getByText('Cost rates are not on this device')).toBeVisible();
  await openCosts(ada.page);
  await expect(ada.page.getByText('Costs are not on this device')).toBeVisible();
  await syncNow(ada.page);
  expect(await inMemory(ada.page, folder, word)).toBe(false);
  expect(await pagesOnDisk(ada.page, 'team')).toBeGreaterThan(0);
  expect(await pagesOnDisk(ada.page, 'finance')).toBe(0);
  expect(foundIn(toAda.text(), secrets)).toEqual([]);
  expect(foundIn(toAda.text(), ['Customer portal'])).toEqual(['Customer portal']);
  await ada.close();
  expect(await foundOnDisk(join(folder, 'ada'), secrets)).toEqual([]);
});

async function openCosts(app: Page): Promise<void> {
  await expectDeals(app, ['Customer portal']);
  await app.getByRole('link', { name: 'Customer portal', exact: true }).first().click();
  await app.getByRole('tab', { name: /^Billing/ }).click();
  await app.getByRole('radiogroup', { name: 'What is shown' }).getByText('Costs').click();
}

/** What both may know. */
const sold = () => [
  createRecord('deal', DEAL, { name: 'Customer portal', phase: 'build', signedAt: '2026-03-02', amount: euros(10_000_000) }),
  createRecord('scopeLine', LINE, { deal: DEAL, title: 'Portal', status: 'in', plannedHours: 100 }),
];

/** What finance keeps: one of each kind. */
const kept = (word: string) => [
  createRecord('costRate', 'costRate:01J00000000000000000000002', {
    role: `Role ${word}`,
    from: '2026-01-01',
    hourlyCost: euros(SUMS.rate),
  }),
  createRecord('expense', 'expense:01J00000000000000000000003', {
    deal: DEAL,
    date: '2026-05-04',
    text: `Subcontractor ${word}`,
    cost: euros(SUMS.expense),
  }),
  createRecord('costPlan', 'costPlan:01J00000000000000000000004', { deal: DEAL, scopeLine: LINE, planned: euros(SUMS.plan) }),
  createRecord('marginFreeze', 'marginFreeze:01J00000000000000000000005', {
    deal: DEAL,
    acceptedAt: '2026-03-02',
    signedValue: euros(10_000_000),
    plannedCost: euros(SUMS.freeze),
  }),
];

const foundIn = (text: string, words: readonly string[]): readonly string[] => words.filter((word) => text.includes(word));
const unfound = ({ text }: { readonly text: () => string }, words: readonly string[]): readonly string[] => {
  const heard = text();
  return words.filter((word) => !heard.includes(word));
};

/** The words that stand in some file below a folder, as one byte or two a letter. */
async function foundOnDisk(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const files = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((item) => item.isFile());
  const found = new Set<string>();
  for (const item of files) {
    // What a browser removes meanwhile holds nothing any more.
    const bytes = await readFile(join(item.parentPath, item.name)).catch(() => Buffer.alloc(0));
    for (const word of words) if (bytes.includes(word, 0, 'latin1') || bytes.includes(word, 0, 'utf16le')) found.add(word);
  }
  return [...found];
}

/** Whether the word stands in any text that the page holds, by a snapshot of its heap. */
async function inMemory(page: Page, folder: string, word: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const path = join(folder, 'heap.json');
  const file = createWriteStream(path);
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => file.write(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  file.end();
  await finished(file);
  let rest = '';
  for await (const part of createReadStream(path, 'utf8')) {
    const text = rest + String(part);
    if (text.includes(word)) return true;
    rest = text.slice(-word.length);
  }
  return false;
}
