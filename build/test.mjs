// `npm test`: everything, on a machine with Node and npm and nothing else. The last line counts.
import { browserTests, electronTests } from './e2e.mjs';
import { buildIfStale } from './build.mjs';
import { check } from './check.mjs';
import { installedTests } from './drive.mjs';
import { loadTest } from './load.mjs';
import { setup } from './setup.mjs';
import { step } from './step.mjs';
import { unitTests } from './unit.mjs';

const started = Date.now();
await setup();

const failedChecks = await check();
const unit = await step('Unit and property tests', unitTests);
await step('Build', async () => {
  await buildIfStale((line) => console.log(`  ${line}`));
  return { code: 0 };
});
const load = await step('Load: 20 clients on one hub for 15 seconds', () => loadTest({ seconds: 15 }));
const browser = await step('End-to-end in a browser', browserTests);
const electron = await step('End-to-end in Electron', electronTests);
const installed = await step('The installed package, driven', installedTests);

const runs = [unit, load, browser, electron, installed];
const total = (what) => runs.reduce((sum, { counts }) => sum + counts[what], 0);
// A check counts only where it fails: it is not a test, but it must not be overlooked in the closing line.
const silent = runs.filter(({ code, counts }) => code !== 0 && counts.failed === 0).length;
const failed = total('failed') + failedChecks + silent;
console.log(`\nAll steps took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
