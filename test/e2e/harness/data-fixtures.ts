import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, chromium, type Page } from '@playwright/test';
import { serveHarness } from './serve-harness';

/** A browser on a profile of its own that can be killed as a power cut would. */
export interface KillableBrowser {
  newPage(): Promise<Page>;
  /** SIGKILL to every process of it, then a new one on the same profile. */
  killAndRestart(): Promise<void>;
}

const CHROMIUM_ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

interface WorkerFixtures {
  readonly origin: string;
}

interface Fixtures {
  readonly killable: KillableBrowser;
  /** The harness in a browser of this test's own. */
  readonly page: Page;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  origin: [
    // Playwright reads what a fixture needs from its first argument, which must be written out.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, give) => {
      const folder = await mkdtemp(join(tmpdir(), 'throughline-harness-'));
      const served = await serveHarness(folder);
      await give(served.origin);
      await served.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  killable: async ({ origin }, give) => {
    const profile = await mkdtemp(join(tmpdir(), 'throughline-data-'));
    let running = await launch(profile);
    await give({
      newPage: async () => {
        const context = running.browser.contexts()[0] ?? (await running.browser.newContext());
        const page = await context.newPage();
        await page.goto(origin);
        return page;
      },
      killAndRestart: async () => {
        await kill(running.process);
        running = await launch(profile);
      },
    });
    await kill(running.process);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
  page: async ({ killable }, give) => give(await killable.newPage()),
});

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
}

/** The program itself, not through Playwright: its process group is ours to kill. */
async function launch(profile: string): Promise<Running> {
  const program = process.env['THROUGHLINE_CHROMIUM'] ?? chromium.executablePath();
  const child = spawn(program, [...CHROMIUM_ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await debuggingAddress(child);
  return { process: child, browser: await chromium.connectOverCDP(address) };
}

async function debuggingAddress(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const piece of child.stderr ?? []) {
    said += String(piece);
    const found = /DevTools listening on (ws:\S+)/u.exec(said);
    if (found?.[1]) {
      child.stderr?.resume();
      return found[1];
    }
  }
  throw new Error(`Chromium did not start: ${said}`);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
