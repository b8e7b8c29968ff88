import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import facts from './package.json' with { type: 'json' };

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
      // Pure code keeps nothing between two files, so it is loaded once and not once a file: half the time.
      { extends: true, test: { name: 'pure', isolate: false, include: ['{shared,resources}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'shells',
          include: [
            '{renderer,electron,build}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/simulation/**/*.test.ts',
            'test/hub/**/*.test.ts',
          ],
        },
      },
    ],
  },
});
