import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openSampleFirm } from './open-sample-firm';

/** Names of deals, accounts and people of the sample firm. */
const MIN_WORDS = 50;

test('nothing that the sample firm says can be read in the profile, neither in its files nor in its databases', async ({
  running,
  folder,
}) => {
  test.setTimeout(180_000);
  const { page } = running;
  await openSampleFirm(page);
  const words = new Set<string>();
  for (const list of ['Pipeline', 'Accounts']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: list }).click();
    await expect(page.getByRole('heading', { name: list, level: 1 })).toBeVisible();
    const main = page.getByRole('main');
    await expect.poll(() => main.getByRole('link').count(), { message: list }).toBeGreaterThan(10);
    for (const line of (await main.innerText()).split('\n')) if (/^\D{8,}$/.test(line.trim())) words.add(line.trim());
  }
  expect(words.size).toBeGreaterThanOrEqual(MIN_WORDS);
  expect(await readableInStores(page, [...words])).toEqual([]);
  // The second start reads and writes what the first one left behind.
  const again = await running.restart();
  await again.getByRole('navigation', { name: 'Main' }).waitFor();
  expect(await readableInStores(again, [...words])).toEqual([]);
  await running.close();
  expect(await readableInFiles(folder, [...words])).toEqual([]);
});

/** Which of the words any text, or any bytes, of the page's storages hold. */
const readableInStores = (page: Page, words: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(async (wanted) => {
    const told = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const texts: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        for (const encoding of ['utf-8', 'utf-16le']) texts.push(new TextDecoder(encoding).decode(bytes));
      } else if (typeof value === 'object' && value !== null) Object.entries(value).flat().forEach(collect);
    };
    collect([{ ...localStorage }, { ...sessionStorage }]);
    for (const { name } of await indexedDB.databases()) {
      const database = await told(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) collect(await told(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return wanted.filter((word) => texts.some((text) => text.includes(word)));
  }, words);

/** Where browsers keep the scripts of the program; the sample firm ships in one of them. */
const PROGRAM = /[/\\](Cache|Code Cache|CacheStorage)([/\\]|$)/;

/** Which of the words the files of a folder hold, and where. */
async function readableInFiles(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = items.filter((item) => item.isFile() && !PROGRAM.test(item.parentPath));
  const found: string[] = [];
  for (const item of files) {
    const bytes = await readFile(join(item.parentPath, item.name)).catch(() => Buffer.alloc(0));
    for (const word of words)
      if (bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le'))) found.push(`${item.name}: ${word}`);
  }
  return found;
}
