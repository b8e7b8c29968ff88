import { expect, type Page } from '@playwright/test';
import { test } from './harness/data-fixtures';
import type {} from './harness/harness';

const everything = (page: Page): Promise<string> => page.evaluate(() => window.harness.everything());
const names = (page: Page) => page.evaluate(() => window.harness.names());
const closeWorkspace = (page: Page): Promise<void> => page.evaluate(() => window.harness.opened().close());
const openWorkspace = (page: Page, id: string): Promise<void> => page.evaluate((given) => window.harness.open(given), id);

/** A firm with a clash: two laptops renamed the same account without seeing each other. */
async function firmWithClash(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const id = await window.harness.create();
    await window.harness.commitPair('Nordwind');
    const first = window.harness.opened();
    const file = await first.exportFile();
    await window.harness.openFromFile(file);
    await window.harness.rename('Nordwind', 'Nordwind GmbH');
    const theirs = await window.harness.opened().exportFile();
    await window.harness.opened().close();
    window.harness.workspace = first;
    await window.harness.rename('Nordwind', 'Nordwind AG');
    await first.mergeFile(theirs);
    return id;
  });
}

test('a workspace without its snapshot comes back the same, clashes included', async ({ page }) => {
  const id = await firmWithClash(page);
  const before = await everything(page);
  expect(JSON.parse(before)[0].clashes).toHaveLength(1);
  await page.evaluate(() => window.harness.opened().upkeep.saveSnapshot());
  await closeWorkspace(page);

  await openWorkspace(page, id);
  expect(await everything(page)).toBe(before);
  await closeWorkspace(page);

  await page.evaluate((given) => window.harness.tamper(given, 'side', (store) => store('chunks').clear() && store('state').clear()), id);
  await openWorkspace(page, id);
  expect(await everything(page)).toBe(before);
});

test('a snapshot that cannot be read is made again from the history, and nobody is troubled with it', async ({ page }) => {
  const id = await firmWithClash(page);
  const before = await everything(page);
  await page.evaluate(() => window.harness.opened().upkeep.saveSnapshot());
  await closeWorkspace(page);
  await page.evaluate(
    (given) =>
      window.harness.tamper(
        given,
        'side',
        (store) => void store('chunks').put({ n: 1, ledger: 'team', chunk: { tag: 'records', text: '{"half' } }),
      ),
    id,
  );
  await openWorkspace(page, id);
  expect(await everything(page)).toBe(before);
  expect(await page.evaluate(() => window.harness.opened().problems.get())).toEqual([]);
  await expect.poll(() => page.evaluate(() => window.harness.opened().upkeep.saveSnapshot())).toBe(true);
  await closeWorkspace(page);
  await openWorkspace(page, id);
  expect(await page.evaluate(() => window.harness.opened().problems.get())).toEqual([]);
});

test('every commit that returned before the process was killed is there, and none is half there', async ({ killable }) => {
  const page = await killable.newPage();
  const id = await page.evaluate(() => window.harness.create());
  const returned: string[] = [];
  let enough = (): void => undefined;
  const manyReturned = new Promise<void>((resolve) => (enough = resolve));
  await page.exposeFunction('returned', (name: string) => {
    returned.push(name);
    if (returned.length === 120) enough();
  });
  const writing = page
    .evaluate(async () => {
      const told = window as unknown as { returned(name: string): Promise<void> };
      // Far more than there is time for: the process is killed in the middle of them.
      for (let n = 0; n < 100_000; n += 1) {
        const done = await window.harness.commitPair(`Commit ${n}`);
        if (done.ok) void told.returned(`Commit ${n}`);
      }
    })
    .catch(() => 'killed');
  await manyReturned;
  await killable.killAndRestart();
  expect(await writing).toBe('killed');

  const after = await killable.newPage();
  await openWorkspace(after, id);
  const { accounts, contacts } = await names(after);
  expect(accounts).toEqual(expect.arrayContaining(returned));
  expect([...contacts].sort()).toEqual([...accounts].sort());
  const report = await after.evaluate(() => window.harness.opened().verify());
  expect(report.broken).toEqual([]);
  expect(report.entries).toBe(accounts.length + 1);
});

test('two windows that write at once make one chain, and each sees what the other wrote', async ({ killable }) => {
  const first = await killable.newPage();
  const id = await first.evaluate(() => window.harness.create());
  const second = await killable.newPage();
  await openWorkspace(second, id);
  const write = (page: Page, who: string) =>
    page.evaluate(async (name) => {
      for (let n = 0; n < 40; n += 1) await window.harness.commitPair(`${name} ${n}`);
    }, who);
  await Promise.all([write(first, 'First'), write(second, 'Second')]);
  for (const page of [first, second]) await expect.poll(async () => (await names(page)).accounts.length).toBe(80);
  expect(await everything(first)).toBe(await everything(second));
  const chains = await first.evaluate(() => Object.values(window.harness.opened().ledgers.team.fold.have()));
  expect(chains).toEqual([{ tips: [{ seq: 81, hash: expect.any(String) }] }]);
  expect((await second.evaluate(() => window.harness.opened().verify())).broken).toEqual([]);
});

test('a full disk refuses the change in words, loses nothing, and the workspace can still be exported', async ({ page, origin }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 6_000_000 });
  await page.evaluate(() => window.harness.create());
  const refused = await page.evaluate(() => window.harness.fillDisk());
  expect(refused.problem).toMatchObject({ kind: 'storage', message: expect.stringContaining('disk is full') });
  const kept = (await names(page)).accounts;
  expect(kept).toHaveLength(refused.committed);
  const problems = () =>
    page.evaluate(() =>
      window.harness
        .opened()
        .problems.get()
        .map(({ kind }) => kind),
    );
  expect(await problems()).toEqual(['storage-full']);
  const file = await page.evaluate(async () => (await window.harness.opened().exportFile()).text());
  for (const name of kept) expect(file).toContain(`"${name}"`);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expect.poll(() => page.evaluate(async () => (await window.harness.commitPair('After')).ok)).toBe(true);
  expect(await problems()).toEqual([]);
});

test('a cancelled import leaves no trace, a finished one is one undo, also after a restart', async ({ page }) => {
  const id = await page.evaluate(() => window.harness.create());
  expect(await page.evaluate(() => window.harness.importAccounts(2_000, 300))).toBe('cancelled');
  expect((await names(page)).accounts).toEqual([]);
  expect(await page.evaluate(() => window.harness.importAccounts(2_000))).toBe('imported 2000');
  await closeWorkspace(page);
  await openWorkspace(page, id);
  expect((await names(page)).accounts).toHaveLength(2_000);
  await page.evaluate(() => window.harness.opened().undoRestored);
  expect(await page.evaluate(() => window.harness.opened().undoState.get().undo)).toMatchObject({
    label: 'Imported 2,000 accounts from HubSpot',
    entries: 2_000,
  });
  await page.evaluate(() => window.harness.opened().undo());
  expect((await names(page)).accounts).toEqual([]);
  expect(await page.evaluate(async () => (await window.harness.opened().groups()).map(({ undone }) => undone))).toEqual([true]);
  await closeWorkspace(page);
  await openWorkspace(page, id);
  await page.evaluate(() => window.harness.opened().redo());
  expect((await names(page)).accounts).toHaveLength(2_000);
});

test('a page that is damaged on the disk is set aside and named, everything else is there, and a backup heals it', async ({ page }) => {
  const id = await page.evaluate(() => window.harness.create());
  await page.evaluate(() => window.harness.commitPair('Kept'));
  await page.evaluate(() => window.harness.commitPair('Damaged'));
  const backup = await page.evaluateHandle(() => window.harness.opened().exportFile());
  await closeWorkspace(page);
  await page.evaluate(
    (given) =>
      window.harness.tamper(given, 'team', (store) => {
        const last = store('docs').openCursor(null, 'prev');
        last.onsuccess = () => last.result?.update({ ...last.result.value, entries: '[{"id":' });
      }),
    id,
  );
  await openWorkspace(page, id);
  expect((await names(page)).accounts).toEqual(['Kept']);
  expect(
    await page.evaluate(() =>
      window.harness
        .opened()
        .problems.get()
        .map(({ kind }) => kind),
    ),
  ).toEqual(['page-unreadable']);
  expect((await page.evaluate(() => window.harness.opened().health())).quarantine).toMatchObject([{ reason: 'not JSON' }]);

  await page.evaluate((file) => window.harness.opened().mergeFile(file), backup);
  expect(await page.evaluate(() => window.harness.opened().problems.get())).toMatchObject([{ kind: 'mended' }]);
  await closeWorkspace(page);
  await openWorkspace(page, id);
  expect((await names(page)).accounts).toEqual(['Kept', 'Damaged']);
  expect(await page.evaluate(() => window.harness.opened().problems.get())).toEqual([]);
});

test('a word that was altered under the seal is found by verifying, and the entry is named', async ({ page }) => {
  const id = await page.evaluate(() => window.harness.create());
  const committed = await page.evaluate(() => window.harness.commitPair('Original'));
  await page.evaluate(async () => {
    const { shelf } = window.harness.opened().ledgers.team;
    const pages = await shelf.readAll();
    await shelf.replace(pages.map((one) => ({ ...one, entries: one.entries.replace('Original', 'Originel') })));
  });
  await closeWorkspace(page);
  await openWorkspace(page, id);
  const report = await page.evaluate(() => window.harness.opened().verify());
  expect(report.broken).toMatchObject([{ entry: committed.ok ? committed.id : '', reason: 'the content does not match the id' }]);
});

test('small pages are folded into a full one, and nothing else changes', async ({ page }) => {
  const id = await page.evaluate(() => window.harness.create());
  for (let n = 0; n < 40; n += 1) await page.evaluate((at) => window.harness.commitPair(`Commit ${at}`), n);
  const before = await everything(page);
  expect(await page.evaluate(() => window.harness.opened().upkeep.foldPages())).toBe(40);
  expect(await page.evaluate(() => window.harness.opened().ledgers.team.shelf.ids())).toHaveLength(1);
  await page.evaluate(() => window.harness.commitPair('After'));
  await page.evaluate(() => window.harness.rename('Commit 7', 'Seven'));
  await closeWorkspace(page);
  await openWorkspace(page, id);
  expect(await everything(page)).not.toBe(before);
  expect((await names(page)).accounts).toEqual([...Array.from({ length: 40 }, (_, n) => (n === 7 ? 'Seven' : `Commit ${n}`)), 'After']);
  expect((await page.evaluate(() => window.harness.opened().verify())).broken).toEqual([]);
});

test('a removed workspace leaves nothing on the device', async ({ page }) => {
  const id = await page.evaluate(() => window.harness.create());
  await page.evaluate(() => window.harness.commitPair('Gone soon'));
  await closeWorkspace(page);
  await page.evaluate((given) => window.harness.remove(given), id);
  const left = await page.evaluate(async (given) => (await indexedDB.databases()).filter(({ name }) => name?.includes(given)), id);
  expect(left).toEqual([]);
});
