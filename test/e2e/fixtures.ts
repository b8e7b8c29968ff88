import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { openInBrowser } from './app-in-browser';
import { openInElectron } from './app-in-electron';
import { launchElectron } from './electron-shell';
import type { RunningApp } from './running-app';
import { startWebShell, type WebShell } from './web-shell';

export { expect } from '@playwright/test';

/** Set by the project: which shell the suite runs in. */
export interface ShellOptions {
  shell: 'browser' | 'electron';
}

export interface Fixtures {
  /** A folder of this test's own, removed afterwards. */
  folder: string;
  /** The app, started empty, with what can be done to it from outside. */
  running: RunningApp;
  /** Its first window: what most tests need. */
  app: Page;
  /** The server of the browser shell alone. For `*.browser.spec.ts`. */
  web: WebShell;
  /** The desktop app's main process. For `*.electron.spec.ts`. */
  desktop: ElectronApplication;
}

/** The test function of every end-to-end test. Every test has data of its own. */
export const test = base.extend<Fixtures & ShellOptions>({
  shell: ['browser', { option: true }],
  folder: async ({ shell }, give) => {
    const folder = await mkdtemp(join(tmpdir(), `throughline-${shell}-`));
    await give(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  running: async ({ shell, folder }, give) => {
    const running = await (shell === 'browser' ? openInBrowser(folder) : openInElectron(folder));
    await give(running);
    await running.close();
  },
  app: async ({ running }, give) => give(running.page),
  web: async ({ folder }, give) => {
    const web = await startWebShell(join(folder, 'state'));
    await give(web);
    await web.stop();
  },
  desktop: async ({ folder }, give) => {
    const desktop = await launchElectron(join(folder, 'user-data'));
    await give(desktop);
    await desktop.close();
  },
});
