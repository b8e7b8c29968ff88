// Installs the deb in a scratch root and drives what is installed there, as a person would: `npm run package -- --drive`.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notRun, packagedTests } from './e2e.mjs';
import { packApp, packInstaller, runtimeHere } from './packager.mjs';
import { at } from './place.mjs';
import { run } from './run.mjs';

/** Why this machine cannot, fit to show; undefined where it can. */
export function cannotDrive() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg')) return 'a deb is installed on Debian and its relatives only';
  if (process.getuid?.() !== 0) return 'dpkg installs as root only';
  if (!runtimeHere()) return 'ELECTRON_OVERRIDE_DIST_PATH names no Electron to pack';
  if (!process.env.CUSTOM_FPM_PATH && !existsSync('/usr/bin/fpm')) return 'there is no fpm here, and CUSTOM_FPM_PATH names none';
  return undefined;
}

/** The tests of what the deb lays down, where this machine can make and install one; otherwise it says why not and counts them as skipped. */
export async function installedTests() {
  const reason = cannotDrive();
  return reason ? notRun('packaged', reason) : drivePackage((line) => console.log(`  ${line}`));
}

/** Packs twice (what people get, and a build that a debugger may drive), installs, and runs the tests of the installed program. */
export async function drivePackage(say = console.log) {
  const shipped = await packApp(at('dist', 'driven', 'shipped'));
  if (shipped.reason) return failed(`The app was not packed: ${shipped.reason}`);
  const folder = at('dist', 'driven', 'for-tests');
  const { unpacked, reason } = await packApp(folder, { forTests: true });
  if (reason) return failed(`The build for tests was not packed: ${reason}`);
  const deb = await packInstaller(folder, unpacked, 'deb');
  if (deb.reason) return failed(`No deb was made: ${deb.reason}`);
  const root = scratchRoot();
  try {
    const installed = await run('dpkg', [...dpkgOptions(root), '-i', join(folder, deb.made[0])], { stdio: ['ignore', 'pipe', 'pipe'] });
    if (installed.code !== 0) return failed(`The deb was not installed: ${installed.output}`);
    say(`Installed ${deb.made[0]} in a scratch root.`);
    return await packagedTests({
      THROUGHLINE_INSTALLED_ROOT: root,
      THROUGHLINE_DPKG: JSON.stringify(['dpkg', ...dpkgOptions(root)]),
      THROUGHLINE_SHIPPED: join(shipped.unpacked, 'throughline'),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(at('dist', 'driven'), { recursive: true, force: true });
  }
}

function failed(output) {
  console.log(output);
  return { code: 1, counts: { passed: 0, failed: 1, skipped: 0 } };
}

/** The maintainer scripts run here and touch that root only: they honour DPKG_ROOT. What the program needs is not checked: it is the machine's. */
const dpkgOptions = (root) => [`--root=${root}`, '--force-script-chrootless', '--force-depends'];

/** A root as empty as dpkg takes it. */
function scratchRoot() {
  const root = mkdtempSync(join(tmpdir(), 'throughline-root-'));
  for (const folder of ['info', 'updates', 'triggers', 'parts']) mkdirSync(join(root, 'var/lib/dpkg', folder), { recursive: true });
  for (const file of ['status', 'available']) writeFileSync(join(root, 'var/lib/dpkg', file), '');
  return root;
}
