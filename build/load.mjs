// `npm run load -- [--clients 20] [--seconds 60] [--rate 1]`: clients with the real sync against one server, the embedded
// hub or COUCHDB_URL. Prints figures; ends with 1 where anything was lost.
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.mjs';
import { at } from './place.mjs';
import { setup } from './setup.mjs';

/** Runs it and prints the figures; resolves with the exit code and what a test run counts. */
export async function loadTest({ clients = 20, seconds = 60, rate = 1 } = {}) {
  const out = at('out', 'load');
  const { build } = await import('vite');
  const entries = { load: at('test', 'load', 'load.ts'), crew: at('test', 'load', 'crew.ts') };
  await build({
    root: at('test', 'load'),
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['leveldown'] },
    build: { ssr: true, outDir: out, emptyOutDir: true, target: 'node20', rollupOptions: { input: entries } },
  });
  const { load, reportText } = await import(pathToFileURL(at('out', 'load', 'load.js')).href);
  const report = await load({ clients, seconds, rate, hub: at('out', 'main', 'hub.cjs'), crew: at('out', 'load', 'crew.js') });
  console.log(reportText(report));
  const isFine = report.lost === 0 && report.committed > 0;
  return { code: isFine ? 0 : 1, counts: { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0 } };
}

if (process.argv[1] === at('build', 'load.mjs')) {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { clients: text, seconds: text, rate: text, url: text } });
  if (values.url) process.env.COUCHDB_URL = values.url;
  await setup();
  await buildIfStale();
  const wish = Object.fromEntries(['clients', 'seconds', 'rate'].flatMap((name) => (values[name] ? [[name, Number(values[name])]] : [])));
  process.exitCode = (await loadTest(wish)).code;
}
