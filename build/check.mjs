// `npm run check`: types, lint, format. Each step prints its time; a failing one prints what it found.
import { at } from './place.mjs';
import { runNode } from './run.mjs';
import { setup } from './setup.mjs';
import { step } from './step.mjs';

const bin = (...parts) => at('node_modules', ...parts);
const CHECKS = [
  ['A lib without clock and chance for shared/', at('build', 'pure-lib.mjs'), []],
  ['Types', bin('typescript', 'bin', 'tsc'), ['-b']],
  ['Lint', bin('oxlint', 'bin', 'oxlint'), ['--type-aware', '--deny-warnings']],
  ['Format', bin('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
];

/** Runs all checks; resolves with how many failed. */
export async function check() {
  let failed = 0;
  for (const [title, script, args] of CHECKS) {
    const { code } = await step(title, () => runNode(script, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
    if (code !== 0) failed += 1;
  }
  return failed;
}

if (process.argv[1] === at('build', 'check.mjs')) {
  await setup();
  process.exitCode = (await check()) === 0 ? 0 : 1;
}
