import { join } from 'node:path';
import { _electron, errors, type ElectronApplication } from '@playwright/test';

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

/** A start takes one to three seconds on a busy machine. The last may take long: there a slow machine is more likely. */
const STARTS_MS = [8_000, 8_000, 30_000] as const;

/**
 * Starts the built app in Electron, with `more` arguments and, beside this process's own, variables of the environment.
 * One start in about ten never answers the debugger under a virtual display, whatever the flags: it is given up, and the
 * program starts again.
 */
export async function launchElectron(
  userData: string,
  more: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  const start = (timeout: number) =>
    _electron.launch({
      executablePath: electronProgram(),
      args: [...electronArguments(userData), ...more],
      timeout,
      env: environmentWith(variables),
    });
  const [last, ...before] = STARTS_MS.toReversed() as [number, ...number[]];
  for (const timeout of before) {
    try {
      return await start(timeout);
    } catch (cause) {
      // Whatever else goes wrong at the start is the app's own failing.
      if (!(cause instanceof errors.TimeoutError)) throw cause;
    }
  }
  return start(last);
}

/** The environment of this process, and `variables`. */
export const environmentWith = (variables: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  ...variables,
});
