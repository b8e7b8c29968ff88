// `npm run check`: types, lint, format. Each step prints its time; a failing one prints what it found.
import { at } from './place.mjs';
import { runNode } from './run.mjs';
import { setup } from './setup.mjs';
import { step } from './step.mjs';

const bin = (...parts) => at('node_modules', ...parts);
const PURE_LIB = ['A lib without clock and chance for shared/', at('build', 'pure-lib.mjs'), []];
/** Format needs nothing of the others, and each of them keeps about one core busy. */
const LANES = [
  [
    ['Types', bin('typescript', 'bin', 'tsc'), ['-b']],
    ['Lint', bin('oxlint', 'bin', 'oxlint'), ['--type-aware', '--deny-warnings']],
  ],
  [
    [
      'Format',
      bin('prettier', 'bin', 'prettier.cjs'),
      // By content: a fresh clone has other times, and a file that was touched is not a file that was changed.
      ['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '--cache-location', at('out', 'test', 'prettier'), '.'],
    ],
  ],
];

/** Runs all checks; resolves with how many failed. */
export async function check() {
  const before = await failuresIn([PURE_LIB]);
  return (await Promise.all(LANES.map(failuresIn))).reduce((sum, failed) => sum + failed, before);
}

async function failuresIn(lane) {
  let failed = 0;
  for (const [title, script, args] of lane) {
    const { code } = await step(title, () => runNode(script, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
    if (code !== 0) failed += 1;
  }
  return failed;
}

if (process.argv[1] === at('build', 'check.mjs')) {
  await setup();
  process.exitCode = (await check()) === 0 ? 0 : 1;
}
