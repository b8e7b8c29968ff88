import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { Request, Response } from '#shared/ipc/contract';
import { EXPORT_REFUSED, mayExport, type Policy } from '#shared/policy/policy';
import { writeWhole } from '../write-file';

/** Together, of one choice: more does not fit a page's memory twice. */
const LARGEST_BYTES = 512 * 1024 * 1024;

/** Asks which files, and reads them. */
export async function openFiles({ accept, multiple }: Request<'files.open'>, window: BrowserWindow): Promise<Response<'files.open'>> {
  const picked = await dialog.showOpenDialog(window, {
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: filtersFor(accept),
  });
  if (picked.canceled) return [];
  const sizes = await Promise.all(picked.filePaths.map(async (path) => (await stat(path)).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST_BYTES)
    throw new Error('These files are larger than 512 MB together. Choose fewer at a time.');
  return Promise.all(picked.filePaths.map(async (path) => ({ name: basename(path), bytes: new Uint8Array(await readFile(path)) })));
}

/** Asks where to, and writes, where the organisation allows files to leave the app. */
export async function saveFile(
  { name, bytes }: Request<'files.save'>,
  window: BrowserWindow,
  policy: Policy,
): Promise<Response<'files.save'>> {
  if (!mayExport(policy)) throw new Error(EXPORT_REFUSED);
  const choice = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('downloads'), name) });
  if (choice.canceled || !choice.filePath) return 'cancelled';
  await writeWhole(choice.filePath, bytes);
  return 'saved';
}

function filtersFor(accept: readonly string[]): FileFilter[] {
  const all = { name: 'All files', extensions: ['*'] };
  if (accept.length === 0) return [all];
  const extensions = accept.map((extension) => extension.slice(1));
  return [{ name: extensions.map((extension) => extension.toUpperCase()).join(', '), extensions }, all];
}
