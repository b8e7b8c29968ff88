// Finds a runnable Electron.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './place.mjs';
import { runNode } from './run.mjs';

const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** The path of an Electron program: from ELECTRON_OVERRIDE_DIST_PATH, else the installed package's; undefined where there is none. */
export function electronBinary() {
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, at('node_modules', 'electron', 'dist')].filter(Boolean);
  return folders.map((folder) => join(folder, PROGRAM[process.platform] ?? 'electron')).find((file) => existsSync(file));
}

/** True where a window can be shown. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Tries, for a minute at most, to fetch the official program. True when it is there afterwards. */
export async function fetchElectron() {
  const { code } = await runNode(at('node_modules', 'electron', 'install.js'), [], { stdio: 'ignore', timeout: 60_000 });
  return code === 0 && electronBinary() !== undefined;
}

/** Chromium's own sandbox does not work for root on Linux. */
export const sandboxArguments = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);
