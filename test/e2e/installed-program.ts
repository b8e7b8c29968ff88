import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { environmentWith } from './electron-shell';

const isRoot = process.getuid?.() === 0;
const ARGUMENTS = ['--lang=en-GB', '--disable-gpu', ...(isRoot ? ['--no-sandbox'] : [])];

/** A start under a virtual display takes three seconds on a busy machine, and sometimes the program never shows a window. */
const PATIENCE_MS = 30_000;

/** What build/drive.mjs says of the installation under test. */
export function told(name: 'INSTALLED_ROOT' | 'DPKG' | 'SHIPPED'): string {
  const value = process.env[`THROUGHLINE_${name}`];
  if (!value) throw new Error('Run the tests of the installed program with: npm run package -- --drive');
  return value;
}

/** The environment of a person whose folders lie in `home`. */
export const environmentOf = (home: string): Record<string, string> =>
  environmentWith({ HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') });

/** Starts `program` and waits for its end. */
export async function runToEnd(program: string, args: readonly string[], home: string): Promise<{ code: unknown; output: string }> {
  mkdirSync(home, { recursive: true });
  const child = spawn(program, [...ARGUMENTS, ...args], { env: environmentOf(home), timeout: PATIENCE_MS });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, output };
}

/** The installed program with its window, driven over the port that a build for tests opens. */
export async function startInstalled(program: string, home: string): Promise<{ page: Page; quit: () => Promise<void> }> {
  mkdirSync(home, { recursive: true });
  const child = spawn(program, [...ARGUMENTS, '--remote-debugging-port=0'], { env: environmentOf(home) });
  const ended = once(child, 'close');
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The program opened no port. It said: ${output}`)), PATIENCE_MS);
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(output)?.[1];
      if (found) {
        clearTimeout(timer);
        resolve(found);
      }
    });
  });
  const browser = await chromium.connectOverCDP(address, { timeout: PATIENCE_MS });
  const context = browser.contexts()[0];
  if (!context) throw new Error('The program has no window to drive.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const quit = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { page, quit };
}
