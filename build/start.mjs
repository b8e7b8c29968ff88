// `npm start`: installs and builds what is missing, then opens the app: in Electron where that can be, else in the browser.
// The shell that opens also runs the hub, a server for the team on this computer, unless one runs already.
// After `--`: --browser (never Electron), --port N, --no-open, --no-hub, --hub-port N.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { electronBinary, fetchElectron, hasDisplay, sandboxArguments } from './electron-binary.mjs';
import { networkEnvironment } from './network-environment.mjs';
import { at, root } from './place.mjs';
import { setup } from './setup.mjs';

/** An Electron that ends this soon with an error did not start at all. */
const START_MS = 8000;

const { values: options } = parseArgs({
  options: {
    browser: { type: 'boolean' },
    port: { type: 'string' },
    'no-open': { type: 'boolean' },
    'no-hub': { type: 'boolean' },
    'hub-port': { type: 'string' },
  },
});
let running;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
stopWithParent();

await setup();
await buildIfStale();
const reason = await whyNotElectron();
if (!stopping) await (reason ? startBrowser(reason) : startElectron());

/** Undefined where Electron can open; else why it cannot, in words. */
async function whyNotElectron() {
  if (options.browser) return 'asked for with --browser';
  if (options.port) return 'a port was asked for';
  if (!hasDisplay()) return 'there is no display for a desktop window';
  if (electronBinary()) return undefined;
  console.log('Fetching Electron (about 110 MB, a minute at most)…');
  return (await fetchElectron()) ? undefined : "Electron's program could not be fetched from here";
}

async function startElectron() {
  console.log('Opening Throughline as a desktop app (Electron is here and there is a display).');
  if (sandboxArguments().length > 0) console.log("You are root: Chromium's sandbox is off. An ordinary user is safer.");
  const started = Date.now();
  const code = await start(electronBinary(), [...sandboxArguments(), root, ...hubArguments()]);
  const neverStarted = code !== 0 && !stopping && Date.now() - started < START_MS;
  if (neverStarted) await startBrowser(`Electron did not start here (exit ${code})`);
  else process.exitCode = stopping ? 0 : code;
}

async function startBrowser(why) {
  console.log(`Opening Throughline in the browser: ${why}.`);
  const args = [at('out', 'main', 'web.cjs'), ...hubArguments()];
  if (options.port) args.push('--port', options.port);
  if (!options['no-open']) args.push('--open');
  const code = await start(process.execPath, args, networkEnvironment());
  process.exitCode = stopping ? 0 : code;
}

function hubArguments() {
  if (options['no-hub']) return [];
  return options['hub-port'] ? ['--hub', `--hub-port=${options['hub-port']}`] : ['--hub'];
}

function start(program, args, env = process.env) {
  return new Promise((resolve) => {
    running = spawn(program, args, { cwd: root, stdio: 'inherit', env });
    running.once('error', () => resolve(127));
    running.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Ctrl+C reaches the whole group; a signal to this process alone is handed on. Both are a wish, not a failure. */
function stop(signal) {
  stopping = true;
  if (running) running.kill(signal);
  else process.exit(0);
}

/** npm that is told to end does not tell the scripts it runs: whoever started us and is gone wants us gone too. */
function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 1000).unref();
}
