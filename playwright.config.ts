import { defineConfig } from '@playwright/test';
import type { ShellOptions } from './test/e2e/fixtures';

// One suite, two shells. What only one of them has stands in `*.browser.spec.ts` and `*.electron.spec.ts`.
// Run by build/e2e.mjs, which finds the programs.
/**
 * Screens that ask nothing of the shell but to show them. `npm test` goes through them in the browser; `npm run test:e2e` in
 * Electron too.
 */
const SCREENS_ALONE = [
  'account',
  'contact',
  'deal-history',
  'deal-promises',
  'deal-proposal',
  'deal-scope',
  'deal-story',
  'handover',
  'pipeline',
  'search',
  'settings',
  'ticket-templates',
  'tickets',
  'trace',
].map((name) => `**/${name}.spec.ts`);
/** What an installer has laid down: build/drive.mjs. */
const PACKAGED = '**/installed-program.spec.ts';
const everything = process.env['THROUGHLINE_E2E'] === 'everything';

export default defineConfig<ShellOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  reporter: [['list'], ['json']],
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure', viewport: { width: 1440, height: 900 } },
  projects: [
    // A second try records what happened; recording every test costs as much time as the tests.
    { name: 'browser', testIgnore: ['**/*.electron.spec.ts', PACKAGED], use: { shell: 'browser' }, retries: 1 },
    // One start of Electron in about twenty never answers the debugger under a virtual display: such a test starts again.
    {
      name: 'electron',
      testIgnore: ['**/*.browser.spec.ts', PACKAGED, ...(everything ? [] : SCREENS_ALONE)],
      use: { shell: 'electron' },
      retries: 3,
    },
    { name: 'packaged', testMatch: PACKAGED, workers: 1 },
  ],
});
