import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';

const APP = join(import.meta.dirname, '..', '..');
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * What every Electron of these tests is started with: its own folder, the words and dates that the browser's tests have,
 * no graphics card to wait for, and no sandbox where root may not have one.
 */
export const electronArguments = (userData: string): string[] => [
  APP,
  `--user-data-dir=${userData}`,
  '--lang=en-GB',
  '--disable-gpu',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** The Electron program that build/e2e.mjs found. */
export function electronProgram(): string {
  const program = process.env['THROUGHLINE_ELECTRON'];
  if (!program) throw new Error('Run the end-to-end tests with: npm run test:e2e');
  return program;
}

/** Starts the built app in Electron, with `more` arguments and, beside this process's own, variables of the environment. */
export function launchElectron(
  userData: string,
  more: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  // A start that never answers is given up early, so that the test can start again.
  return _electron.launch({
    executablePath: electronProgram(),
    args: [...electronArguments(userData), ...more],
    timeout: 30_000,
    env: environmentWith(variables),
  });
}

/** The environment of this process, and `variables`. */
export const environmentWith = (variables: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  ...variables,
});
