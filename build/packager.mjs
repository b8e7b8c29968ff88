// electron-builder: the unpacked app, and installers made of it. What they hold stands in electron-builder.yml.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { electronBinary } from './electron-binary.mjs';
import { at } from './place.mjs';
import { runNode } from './run.mjs';

const FLAG = { linux: '--linux', darwin: '--mac', win32: '--win' };
const UNPACKED = { linux: 'linux-unpacked', darwin: 'mac', win32: 'win-unpacked' };
const INSTALLER = /\.(deb|AppImage|rpm|dmg|zip|exe|msi)$/;

/**
 * Packs what is in out/ into `folder`, which is emptied before. `forTests` marks it as a build that a debugger may drive
 * (electron/refuse-debugger.ts): nobody is given it. Resolves with the `unpacked` app, or with the `reason` why there is none.
 */
export async function packApp(folder, { forTests = false } = {}) {
  rmSync(folder, { recursive: true, force: true });
  const mark = forTests ? ['-c.extraMetadata.forTests=true'] : [];
  const { code, output } = await electronBuilder(folder, ['--dir', ...mark]);
  return code === 0 ? { unpacked: unpackedIn(folder) } : { reason: reasonIn(output) };
}

/** Makes one installer of the unpacked app. Resolves with the names of what was `made` in `folder`, or with the `reason` why nothing was. */
export async function packInstaller(folder, unpacked, target) {
  const before = new Set(readdirSync(folder));
  const { code, output } = await electronBuilder(folder, [target, '--prepackaged', unpacked]);
  const made = readdirSync(folder).filter((name) => !before.has(name) && INSTALLER.test(name));
  return code === 0 && made.length > 0 ? { made } : { made, reason: reasonIn(output) };
}

/** Where a folder with a runtime is named, that one is packed: on a machine that cannot fetch the official one. Gives its version. */
export function runtimeHere() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder || !electronBinary()) return undefined;
  return { folder, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') };
}

function electronBuilder(folder, args) {
  const runtime = runtimeHere();
  const options = runtime ? [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`] : [];
  const all = [FLAG[process.platform] ?? '--linux', ...args, ...options, `-c.directories.output=${folder}`, '--publish', 'never'];
  return runNode(at('node_modules', 'electron-builder', 'cli.js'), all, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 });
}

function unpackedIn(folder) {
  const names = [UNPACKED[process.platform], `${UNPACKED[process.platform]}-${process.arch}`];
  return names.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? folder;
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

/** Bytes of a file, or of all files under a folder. */
export function sizeOf(path) {
  if (statSync(path).isFile()) return statSync(path).size;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
