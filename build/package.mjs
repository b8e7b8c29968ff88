// `npm run package`: the installers that this machine can make, in dist/. Says plainly what it cannot make, and why.
//   -- --drive      installs the deb in a scratch root and drives what is installed there
//   -- --twice      builds and packs twice and compares the two archives of the app
//   -- --for-tests  the unpacked app as a build that a debugger may drive; nobody is to be given it
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { cannotDrive, drivePackage } from './drive.mjs';
import { packApp, packInstaller, runtimeHere, sizeOf } from './packager.mjs';
import { at } from './place.mjs';
import { setup } from './setup.mjs';
import { packTwice } from './twice.mjs';

/** The installers of each system. */
const INSTALLERS = { linux: ['deb', 'AppImage', 'rpm'], darwin: ['dmg', 'zip'], win32: ['nsis', 'msi'] };
const SYSTEM = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
const ASKED = { '--drive': drive, '--twice': packTwice, '--for-tests': packForTests };
const dist = at('dist');

const [word, ...more] = process.argv.slice(2);
if (more.length > 0 || (word && !ASKED[word])) {
  console.error(`npm run package takes one of ${Object.keys(ASKED).join(', ')}, or nothing.`);
  process.exit(2);
}
await setup();
await buildIfStale();
sayRuntime();
process.exitCode = (await (word ? ASKED[word]() : packEverything())) ? 0 : 1;

async function packEverything() {
  console.log('▸ The app itself');
  const app = await packApp(dist);
  if (app.unpacked) {
    console.log(`  ${app.unpacked} (${megabytes(app.unpacked)})`);
    for (const target of INSTALLERS[process.platform] ?? []) await sayInstaller(app.unpacked, target);
  } else console.log(`  Not made: ${app.reason}`);
  for (const [platform, installers] of Object.entries(INSTALLERS)) {
    if (platform !== process.platform) console.log(`▸ ${installers.join(', ')}\n  Not made: it is made on ${SYSTEM[platform]} only.`);
  }
  return app.unpacked !== undefined;
}

async function sayInstaller(unpacked, target) {
  console.log(`▸ ${target}`);
  const { made, reason } = await packInstaller(dist, unpacked, target);
  for (const name of made) console.log(`  dist/${name} (${megabytes(join(dist, name))})`);
  if (reason) console.log(`  Not made: ${inWords(target, reason)}`);
}

/** A stand-in for fpm that knows one kind of package fails for the others with no more than a number. */
function inWords(target, reason) {
  const fpm = process.env.CUSTOM_FPM_PATH;
  return fpm && reason.includes(fpm) ? `the fpm that CUSTOM_FPM_PATH names makes no ${target}.` : reason;
}

async function packForTests() {
  const { unpacked, reason } = await packApp(join(dist, 'for-tests'), { forTests: true });
  console.log(unpacked ? `  ${unpacked}: a debugger may drive it. Give it to nobody.` : `  Not made: ${reason}`);
  return unpacked !== undefined;
}

async function drive() {
  const reason = cannotDrive();
  if (reason) console.log(`  Not driven: ${reason}.`);
  return reason === undefined && (await drivePackage()).code === 0;
}

function sayRuntime() {
  const runtime = runtimeHere();
  const shipped = JSON.parse(readFileSync(at('package.json'), 'utf8')).devDependencies.electron;
  if (runtime && runtime.version !== shipped)
    console.log(`  Packs the Electron ${runtime.version} of ELECTRON_OVERRIDE_DIST_PATH, to try. What is shipped is ${shipped}.`);
}

function megabytes(path) {
  return `${Math.round(sizeOf(path) / 1e6)} MB`;
}
