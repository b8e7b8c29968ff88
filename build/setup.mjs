// Installs what is missing: the Node version is checked, then the packages of the lock file. Run by every other script.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { at } from './place.mjs';
import { run, runNode } from './run.mjs';

const NEEDED = [20, 19];

/** Ends the process with a clear message where Node is too old; installs packages unless they are there. `say` prints a line. */
export async function setup(say = console.log) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    console.error(`Throughline needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`);
    process.exit(1);
  }
  if (!isInstalled()) await install(say);
}

/** npm writes `.package-lock.json` last, so a broken-off installation does not count as one. */
function isInstalled() {
  const done = at('node_modules', '.package-lock.json');
  return existsSync(done) && statSync(done).mtimeMs >= statSync(at('package-lock.json')).mtimeMs - 1;
}

async function install(say) {
  const started = Date.now();
  const total = packagesOfThisPlatform();
  say(`Installing about ${total} packages from the npm registry (once; a minute or two)…`);
  let fetched = 0;
  const beat = setInterval(() => say(`  ${seconds(started)}: ${fetched} of about ${total} fetched`), 5000);
  const { code, output } = await npm(
    ['ci', '--loglevel=http', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
    (text) => {
      fetched += text.split('.tgz').length - 1;
    },
  );
  clearInterval(beat);
  if (code !== 0) {
    console.error(
      output
        .split('\n')
        .filter((line) => line.startsWith('npm error'))
        .join('\n'),
    );
    console.error(
      'npm could not install the packages. Check the network and the registry that npm is set to (npm config get registry), then run this again.',
    );
    process.exit(1);
  }
  await runNode(at('build', 'pure-lib.mjs'));
  rmSync(at('out', '.sources'), { force: true });
  say(`Installed in ${seconds(started)}.`);
}

/** The lock file names the packages of every platform; this one needs fewer. */
function packagesOfThisPlatform() {
  const packages = Object.entries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages);
  const fits = (wanted, own) => !wanted || wanted.includes(own);
  return packages.filter(([path, facts]) => path && fits(facts.os, process.platform) && fits(facts.cpu, process.arch)).length;
}

/** npm started us as a script of its own, or `npm` is a command; on Windows it is one only for a shell. */
function npm(args, onOutput) {
  const options = { stdio: ['ignore', 'pipe', 'pipe'], env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }, onOutput };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return runNode(cli, args, options);
  return process.platform === 'win32' ? run('cmd.exe', ['/c', 'npm', ...args], options) : run('npm', args, options);
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

if (process.argv[1] === at('build', 'setup.mjs')) await setup();
