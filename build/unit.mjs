// Runs the unit and property tests and counts them.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallOffice } from './office.mjs';
import { at } from './place.mjs';
import { runNode } from './run.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** Resolves with the exit code and the counts. */
export async function unitTests() {
  await findOrInstallOffice((line) => console.log(`  ${line}`));
  const report = at('out', 'test', 'unit.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode(at('node_modules', 'vitest', 'vitest.mjs'), ['run', ...reporters]);
  return { code, counts: existsSync(report) ? countsOf(JSON.parse(readFileSync(report, 'utf8'))) : NOTHING };
}

/** A file that could not even be loaded fails without a failed test: it counts as one. */
function countsOf(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped };
}
