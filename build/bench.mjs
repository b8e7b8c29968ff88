// `npm run bench`: builds the bench page, opens it in real Chromium and prints the table. Method: test/bench/README.md
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'out', 'bench');

if (!existsSync(join(root, 'node_modules', 'vite'))) {
  const setup = spawnSync(process.execPath, [join(root, 'build', 'setup.mjs')], { stdio: 'inherit' });
  if (setup.status !== 0) process.exit(setup.status ?? 1);
}
const { build } = await import('vite');
const shared = { root: join(root, 'test', 'bench'), logLevel: 'warn', configFile: join(root, 'test', 'bench', 'vite.config.ts') };
const { buildIfStale } = await import('./build.mjs');
await buildIfStale();
console.log('Building the bench page…');
await build({ ...shared, build: { outDir: join(out, 'page'), emptyOutDir: true, target: 'chrome130' }, worker: { format: 'es' } });
await build({
  ...shared,
  build: { ssr: join(root, 'test', 'bench', 'drive.ts'), outDir: join(out, 'drive'), emptyOutDir: true, target: 'node20' },
});
const { drive } = await import(pathToFileURL(join(out, 'drive', 'drive.js')).href);
const given = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
const only = given('only');
const records = given('records');
await drive({
  page: join(out, 'page'),
  hub: join(root, 'out', 'main', 'hub.cjs'),
  quick: process.argv.includes('--quick'),
  ...(only && { only }),
  ...(records && { records: records.split(',').map(Number) }),
});
