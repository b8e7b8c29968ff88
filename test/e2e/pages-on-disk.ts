import type { Page } from '@playwright/test';

/** How many pages of a ledger this window's profile holds, over all workspaces. What they say is sealed. */
export const pagesOnDisk = (page: Page, ledger: 'team' | 'finance'): Promise<number> =>
  page.evaluate(async (wanted) => {
    const told = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    let held = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.endsWith(`--${wanted}`)) continue;
      const database = await told(indexedDB.open(name));
      held += await told(database.transaction('docs').objectStore('docs').count());
      database.close();
    }
    return held;
  }, ledger);
