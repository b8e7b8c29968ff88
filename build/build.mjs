// Builds out/ when a source changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './place.mjs';
import { runNode } from './run.mjs';

const SOURCES = ['electron', 'renderer', 'resources', 'shared'];
const SETTINGS = ['electron.vite.config.ts', 'postcss.config.js', 'package-lock.json', 'package.json'];
const OUTPUTS = ['main/main.cjs', 'main/web.cjs', 'preload/preload.cjs', 'renderer/index.html'];

/** Builds unless out/ was made from exactly these files. Ends the process when the build fails. `say` prints a line. */
export async function buildIfStale(say = console.log, { force = false } = {}) {
  const stamp = at('out', '.sources');
  const sources = fingerprint();
  const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === sources && OUTPUTS.every((file) => existsSync(at('out', file)));
  if (isFresh && !force) return;
  const started = Date.now();
  say('Building…');
  const cli = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await runNode(cli, ['build', '--logLevel', 'warn'], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (output.trim()) process.stderr.write(output);
  if (code !== 0) {
    console.error('The build failed; the reason stands above.');
    process.exit(1);
  }
  writeFileSync(stamp, sources);
  say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Changes when a file is added, removed, renamed or written. */
function fingerprint() {
  const files = [...SOURCES.flatMap((folder) => listFiles(at(folder))), ...SETTINGS.map((file) => at(file))];
  const facts = files.map((file) => [file, statSync(file).mtimeMs, statSync(file).size].join(' '));
  return createHash('sha256').update(facts.sort().join('\n')).digest('hex');
}

const listFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && !/\.test\.tsx?$/.test(item.name))
    .map((item) => join(item.parentPath, item.name));

if (process.argv[1] === at('build', 'build.mjs')) {
  const { setup } = await import('./setup.mjs');
  await setup();
  await buildIfStale(console.log, { force: true });
}
