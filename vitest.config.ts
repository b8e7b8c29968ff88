import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import facts from './package.json' with { type: 'json' };

/** Files that change what modules find when they are loaded: a database where Node has none, a clock that stands still. */
const ALONE = ['renderer/data/ledger-store.test.ts', 'renderer/data/recovery/every-table.test.ts', 'test/simulation/**/*.test.ts'];

export default defineConfig({
  plugins: [react()],
  define: { APP_VERSION: JSON.stringify(facts.version) },
  test: {
    environment: 'node',
    css: false,
    restoreMocks: true,
    setupFiles: ['test/seed.ts'],
    // Vitest leaves one core idle; on a machine with two that doubles the time.
    maxWorkers: '100%',
    // A law runs a thousand times; on a slow machine that is a minute.
    testTimeout: 180_000,
    projects: [
      // What keeps nothing between two files is loaded once and not once a file: a third of the time less.
      { extends: true, test: { name: 'pure', isolate: false, include: ['{shared,resources}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'shells',
          isolate: false,
          include: ['{renderer,electron,build}/**/*.test.{ts,tsx}', 'test/*.test.ts', 'test/hub/**/*.test.ts'],
          exclude: ALONE,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
