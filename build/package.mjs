// `npm run package`: the installers that this machine can make, in dist/. Says plainly what it cannot make, and why.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { electronBinary } from './electron-binary.mjs';
import { at } from './place.mjs';
import { runNode } from './run.mjs';
import { setup } from './setup.mjs';

/** The installers of each system. What they hold stands in electron-builder.yml. */
const INSTALLERS = { linux: ['deb', 'AppImage', 'rpm'], darwin: ['dmg', 'zip'], win32: ['nsis', 'msi'] };
const FLAG = { linux: '--linux', darwin: '--mac', win32: '--win' };
const SYSTEM = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
const UNPACKED = { linux: 'linux-unpacked', darwin: 'mac', win32: 'win-unpacked' };
const dist = at('dist');

await setup();
await buildIfStale();
rmSync(dist, { recursive: true, force: true });
const runtime = runtimeOptions();
console.log('▸ The app itself');
const app = await electronBuilder(['--dir', ...runtime]);
if (app.code === 0) await packInstallers();
else console.log(`  Not made: ${reasonIn(app.output)}`);
sayWhatOthersNeed();
process.exitCode = app.code === 0 ? 0 : 1;

async function packInstallers() {
  const unpacked = unpackedFolder();
  console.log(`  ${unpacked} (${megabytes(sizeOf(unpacked))})`);
  for (const target of INSTALLERS[process.platform] ?? []) {
    console.log(`▸ ${target}`);
    const before = new Set(readdirSync(dist));
    const { code, output } = await electronBuilder([target, '--prepackaged', unpacked, ...runtime]);
    const made = readdirSync(dist).filter((name) => !before.has(name) && /\.(deb|AppImage|rpm|dmg|zip|exe|msi)$/.test(name));
    for (const name of made) console.log(`  dist/${name} (${megabytes(statSync(join(dist, name)).size)})`);
    if (code !== 0 || made.length === 0) console.log(`  Not made: ${reasonIn(output)}`);
  }
}

/** Where a folder with a runtime is named, that one is packed: on a machine that cannot fetch the official one. */
function runtimeOptions() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder || !electronBinary()) return [];
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  const shipped = JSON.parse(readFileSync(at('package.json'), 'utf8')).devDependencies.electron;
  if (version !== shipped)
    console.log(`  Packs the Electron ${version} of ELECTRON_OVERRIDE_DIST_PATH, to try. What is shipped is ${shipped}.`);
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
}

function electronBuilder(args) {
  const all = [FLAG[process.platform] ?? '--linux', ...args, '--publish', 'never'];
  return runNode(at('node_modules', 'electron-builder', 'cli.js'), all, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 });
}

function unpackedFolder() {
  const names = [UNPACKED[process.platform], `${UNPACKED[process.platform]}-${process.arch}`];
  return names.map((name) => join(dist, name)).find((folder) => existsSync(folder)) ?? dist;
}

/** Of all that the builder printed, what went wrong; where that was the network, in words of our own. */
function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.trim());
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|getaddrinfo|cannot resolve/i.test(output)) {
    return 'its tools have to be downloaded once, and could not be from here.';
  }
  const told = lines.find((line) => line.startsWith('⨯')) ?? lines.findLast((line) => line !== '') ?? 'the builder said nothing';
  return told
    .replace(/^⨯\s*/, '')
    .replace(/\s+(failedTask|stackTrace)=.*$/, '')
    .slice(0, 300);
}

function sayWhatOthersNeed() {
  for (const [platform, installers] of Object.entries(INSTALLERS)) {
    if (platform !== process.platform) console.log(`  ${installers.join(', ')}: made on ${SYSTEM[platform]} only.`);
  }
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
