// Builds and packs this tree twice, and holds the two archives against each other: `npm run package -- --twice`.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { buildIfStale } from './build.mjs';
import { packApp } from './packager.mjs';
import { at, root } from './place.mjs';

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Says the hash of the archive, or in what the two differ. True where they are the same and name no path of this machine. */
export async function packTwice(say = console.log) {
  const archives = [];
  for (const turn of ['first', 'second']) {
    say(`▸ The ${turn} build`);
    for (const folder of ['main', 'preload', 'renderer']) rmSync(at('out', folder), { recursive: true, force: true });
    await buildIfStale(say, { force: true });
    const folder = at('dist', 'twice', turn);
    const { unpacked, reason } = await packApp(folder);
    if (reason) return said(say, `  Not packed: ${reason}`);
    archives.push(contentOf(join(unpacked, 'resources', 'app.asar')));
    rmSync(folder, { recursive: true, force: true });
  }
  const [first, second] = archives;
  const names = [...new Set([...first.files.keys(), ...second.files.keys()])];
  const different = names.filter((name) => first.files.get(name) !== second.files.get(name));
  if (first.hash !== second.hash) return said(say, `  The two differ: ${different.join(', ') || 'in the order of their files'}`);
  if (first.telling.length > 0) return said(say, `  A path of this machine stands in ${first.telling.join(', ')}`);
  say(`  Both times the same app.asar, ${first.files.size} files: SHA-256 ${first.hash}`);
  return true;
}

function said(say, line) {
  say(line);
  return false;
}

/** The hash of an archive, of each of its files, and the names of those that tell where they were built. */
function contentOf(archive) {
  const files = new Map();
  const telling = [];
  for (const listed of listPackage(archive, { isPack: true })) {
    const [how, name] = listed.split(/\s*: (.*)/);
    const bytes = how === 'pack' ? fileIn(archive, name.slice(1)) : undefined;
    if (!bytes) continue;
    files.set(name, hashOf(bytes));
    if (bytes.includes(root)) telling.push(name);
  }
  return { hash: hashOf(readFileSync(archive)), files, telling };
}

/** Undefined for a folder. */
function fileIn(archive, name) {
  try {
    return extractFile(archive, name);
  } catch {
    return undefined;
  }
}
