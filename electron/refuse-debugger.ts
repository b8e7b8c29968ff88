import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Switches of Chromium by which another program reads and drives the windows: all that a person sees and types. */
const DOORS = ['remote-debugging-port', 'remote-debugging-pipe'] as const;

export const DEBUGGER_REFUSED = 'This build of Throughline opens no door to a debugger.';

/** What of the running program decides. */
export interface Started {
  readonly isPackaged: boolean;
  /** Where the app's own files are: the archive of an installed one. */
  readonly appPath: string;
  readonly hasSwitch: (name: string) => boolean;
}

/**
 * Whether the app was started with such a door and must end. The door would be open to whatever runs as this person, past
 * policy and lock. What may have one is a build that nobody installs: from a source tree, or one that `npm run package -- --for-tests`
 * has marked inside its archive. Neither environment nor command line can set that mark.
 */
export function refusesDebugger({ isPackaged, appPath, hasSwitch }: Started): boolean {
  return isPackaged && DOORS.some(hasSwitch) && !isForTests(appPath);
}

function isForTests(appPath: string): boolean {
  const manifest: unknown = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'forTests' in manifest && manifest.forTests === true;
}
