import type { Page } from '@playwright/test';
import { CONTRACT, type HubChannel, type Request, type Response, reply } from '#shared/ipc/contract';

/** Asks the shell about servers as the page would: over the desktop's bridge, or over HTTP. */
export async function askShell<C extends HubChannel>(page: Page, channel: C, request: Request<C>): Promise<Response<C>> {
  const answer = await page.evaluate(
    async (ask) => {
      const bridge: { call(channel: string, request: unknown): Promise<unknown> } | undefined = Reflect.get(window, 'throughline');
      if (bridge) return bridge.call(ask.channel, ask.request);
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`/call/${ask.channel}`, { method: 'POST', headers, body: JSON.stringify(ask.request) });
      return response.json() as Promise<unknown>;
    },
    { channel, request },
  );
  const parsed = reply.parse(answer);
  if (!parsed.ok) throw new Error(parsed.message);
  return CONTRACT[channel].response.parse(parsed.value) as Response<C>;
}

/** What a page got for an address: status, headers and text. */
export const fetchInPage = (
  page: Page,
  path: string,
  body?: string,
): Promise<{ status: number; headers: Record<string, string>; text: string }> =>
  page.evaluate(
    async (ask) => {
      const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: ask.body ?? null };
      const response = await fetch(ask.path, ask.body === undefined ? {} : post);
      return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
    },
    { path, body },
  );

/** Everything that a page keeps: its storages, databases and cookies, as one text. */
export const keptByPage = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const told = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await told(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        rows.push(name, store, await told(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, rows]);
  });
