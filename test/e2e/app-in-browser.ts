import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Download, type Page } from '@playwright/test';
import type { RunningApp } from './running-app';
import { startWebShell } from './web-shell';

/** Less what would reach for the network or for a graphics card. */
const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The app in a browser with a profile of its own in `folder`, served by the built browser shell. */
export async function openInBrowser(folder: string): Promise<RunningApp> {
  let web = await startWebShell(join(folder, 'state'));
  // Data belongs to an origin, so a restart must come back to the same port.
  const port = Number(new URL(web.origin).port);
  let browser = await openProfile(folder);
  const page = await firstPage(browser, web.address);

  const close = async (): Promise<void> => {
    await browser.close();
    await web.stop();
  };
  const restart = async (): Promise<Page> => {
    await close();
    web = await startWebShell(join(folder, 'state'), port);
    browser = await openProfile(folder);
    return firstPage(browser, web.address);
  };
  const crash = async (): Promise<Page> => {
    const session = await browser.newCDPSession(browser.pages()[0] ?? (await browser.newPage()));
    const closed = browser.waitForEvent('close');
    await Promise.all([closed, session.send('Browser.crash').catch(() => undefined)]);
    browser = await openProfile(folder);
    return firstPage(browser, `${web.origin}/`);
  };
  const another = async (): Promise<Page> => {
    const next = await browser.newPage();
    await next.goto(web.origin);
    return next;
  };
  const saving = async (act: () => Promise<unknown>): Promise<Buffer> => {
    const saved = page.waitForEvent('download');
    await act();
    return readFile(await (await saved).path());
  };
  const savingTwo = async (act: () => Promise<unknown>): Promise<readonly [Buffer, Buffer]> => {
    const saved: Download[] = [];
    const both = new Promise<void>((resolve) => {
      page.on('download', (download) => saved.push(download) === 2 && resolve());
    });
    await act();
    await both;
    const [first, second] = await Promise.all(saved.map(async (download) => readFile(await download.path())));
    return [first ?? Buffer.alloc(0), second ?? Buffer.alloc(0)];
  };
  return { page, another, restart, crash, saving, savingTwo, close };
}

function openProfile(folder: string): Promise<BrowserContext> {
  const executablePath = process.env['THROUGHLINE_CHROMIUM'];
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_ARGUMENTS,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    acceptDownloads: true,
    // What glides makes a test wait; that nothing needs the gliding is part of the test.
    reducedMotion: 'reduce',
  });
}

async function firstPage(browser: BrowserContext, address: string): Promise<Page> {
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(address);
  return page;
}
