// `npm run laws -- --minutes N`: tries the properties on cases that nobody has seen yet, seed after seed, until one fails.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { at } from './place.mjs';
import { runNode } from './run.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('Usage: npm run laws -- --minutes 10');
  process.exit(2);
}
const files = execFileSync('git', ['grep', '-lE', 'fc\\.assert|law\\(', '--', '*.test.ts', '*.test.tsx'], { cwd: at(), encoding: 'utf8' })
  .trim()
  .split('\n');
const until = Date.now() + minutes * 60_000;
let rounds = 0;
while (Date.now() < until) {
  const seed = String(Math.floor(Math.random() * 2 ** 31));
  console.log(`Seed ${seed}`);
  const { code } = await runNode(at('node_modules', 'vitest', 'vitest.mjs'), ['run', ...files, '--reporter=dot'], {
    env: { LAW_SEED: seed },
  });
  if (code !== 0) {
    console.error(`Seed ${seed} found something. LAW_SEED=${seed} npx vitest run FILE shows it again; make the case a test by name.`);
    process.exit(1);
  }
  rounds += 1;
}
console.log(`${rounds} seeds, nothing found.`);
