// `npm run sim -- --seeds N --from S`: plays more stories than `npm test` does, and tells how far it is.
import { parseArgs } from 'node:util';
import { at } from './place.mjs';
import { runNode } from './run.mjs';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '501' } } });
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isInteger(seeds) || !Number.isInteger(from) || seeds < 1 || from < 0) {
  console.error('Usage: npm run sim -- --seeds 1000 --from 501');
  process.exit(2);
}
console.log(`Playing the stories ${from} to ${from + seeds - 1}.`);
// Few stories are not worth several files.
const shares = seeds < 100 ? 1 : 4;
const files = shares === 1 ? 'test/simulation/seeds-1.test.ts' : 'test/simulation/seeds-';
const { code } = await runNode(at('node_modules', 'vitest', 'vitest.mjs'), ['run', files, '--reporter=verbose'], {
  env: { SIM_SEEDS: String(seeds), SIM_FROM: String(from), SIM_SHARES: String(shares) },
});
process.exitCode = code;
