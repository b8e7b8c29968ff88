// Finds a Chromium to test with, or installs one.
import { existsSync } from 'node:fs';
import { at } from './place.mjs';
import { run, runNode } from './run.mjs';

/** The one without a user interface starts faster and is the same engine. */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];
/** Enough for a download on a slow line, not for a network that swallows packets. */
const PATIENCE_MS = 240_000;

/** A Chromium's path: CHROMIUM_PATH, the system's or Playwright's own; undefined where none can be had. `say` prints a line. */
export async function findOrInstallChromium(say = console.log) {
  const found = process.env.CHROMIUM_PATH || INSTALLED.find((file) => existsSync(file)) || (await playwrightsOwn());
  if (found) return found;
  if (canUseApt()) {
    say("Installing Chromium by the system's packages…");
    if (!(await apt(['chromium-headless-shell', 'fonts-liberation']))) await apt(['chromium', 'fonts-liberation']);
    const installed = INSTALLED.find((file) => existsSync(file));
    if (installed) return installed;
  }
  say("Fetching Playwright's Chromium…");
  await runNode(playwrightCli(), ['install', 'chromium'], { stdio: 'ignore', timeout: PATIENCE_MS });
  return playwrightsOwn();
}

/** Installs Debian packages, as root. True when that worked. */
export async function apt(packages) {
  const options = { stdio: 'ignore', env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: PATIENCE_MS };
  await run('apt-get', ['update', '-qq'], options);
  const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  return code === 0;
}

export const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

const playwrightCli = () => at('node_modules', '@playwright', 'test', 'cli.js');
