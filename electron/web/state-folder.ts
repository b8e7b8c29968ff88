import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** Where the browser shell keeps its own few bytes. Never the firm's data: that is in the browser. */
export function defaultStateFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Throughline', 'web');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Throughline', 'web');
  return join(env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'throughline');
}

/** The secret of `Passes`, made on first use. Deleting the file signs every browser out. */
export async function sessionKey(folder: string): Promise<Buffer> {
  const file = join(folder, 'session-key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = await readFile(file);
  if (key.length !== KEY_BYTES)
    throw new Error(`${file} is damaged. Delete it and start again; browsers will have to use the new address.`);
  return key;
}
