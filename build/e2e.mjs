// End-to-end tests. `npm run test:e2e` goes through every screen in both shells; after `--`: arguments for Playwright.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { buildIfStale } from './build.mjs';
import { apt, canUseApt, findOrInstallChromium } from './chromium.mjs';
import { electronBinary, hasDisplay } from './electron-binary.mjs';
import { at } from './place.mjs';
import { run, runNode } from './run.mjs';
import { setup } from './setup.mjs';

const XVFB = '/usr/bin/xvfb-run';
const cli = at('node_modules', '@playwright', 'test', 'cli.js');

/** Runs the suite in a browser. Where there is none, says so and counts every test as skipped. */
export async function browserTests(args = []) {
  const chromium = await findOrInstallChromium();
  if (!chromium) return notRun('browser', 'there is no Chromium here and none could be installed');
  return playwright('browser', args, { THROUGHLINE_CHROMIUM: chromium });
}

/** Runs the suite in Electron, under a virtual display where there is no real one. */
export async function electronTests(args = []) {
  const binary = electronBinary();
  if (!binary) return notRun('electron', "no Electron program is here (ELECTRON_OVERRIDE_DIST_PATH, or the installed package's)");
  if (!hasDisplay() && !existsSync(XVFB) && canUseApt()) await apt(['xvfb', 'xauth']);
  if (!hasDisplay() && !existsSync(XVFB)) return notRun('electron', 'there is no display and no xvfb-run');
  const chromium = await findOrInstallChromium();
  return playwright('electron', args, { THROUGHLINE_ELECTRON: binary, ...(chromium && { THROUGHLINE_CHROMIUM: chromium }) });
}

/** Runs the tests of an installed program; build/drive.mjs installs it and says in `env` where. */
export async function packagedTests(env) {
  if (!hasDisplay() && !existsSync(XVFB) && canUseApt()) await apt(['xvfb', 'xauth']);
  if (!hasDisplay() && !existsSync(XVFB)) return notRun('packaged', 'there is no display and no xvfb-run');
  return playwright('packaged', [], env);
}

async function playwright(project, args, env) {
  const report = at('out', 'test', `${project}.json`);
  rmSync(report, { force: true });
  const all = ['test', ...args, `--project=${project}`];
  const settings = { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } };
  const wantsDisplay = project !== 'browser' && !hasDisplay();
  const { code } = wantsDisplay
    ? await run(XVFB, ['-a', '-s', '-screen 0 1600x1000x24', process.execPath, cli, ...all], settings)
    : await runNode(cli, all, settings);
  return { code, counts: countsOf(report, code) };
}

/** Says why the tests of a project did not run, and counts them as skipped. */
export async function notRun(project, why) {
  const { output } = await runNode(cli, ['test', '--list', '--project', project, '--reporter=line'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const skipped = Number(/Total: (\d+) test/.exec(output)?.[1] ?? 0);
  const where = { electron: 'in Electron', browser: 'in a browser', packaged: 'of the installed program' }[project];
  console.log(`  The end-to-end tests ${where} did not run: ${why}.`);
  return { code: 0, counts: { passed: 0, failed: 0, skipped } };
}

function countsOf(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

if (process.argv[1] === at('build', 'e2e.mjs')) {
  await setup();
  await buildIfStale();
  process.env.THROUGHLINE_E2E = 'everything';
  const args = process.argv.slice(2);
  const results = [await browserTests(args), await electronTests(args)];
  process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1;
}
