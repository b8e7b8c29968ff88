import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusesDebugger } from './refuse-debugger';

let appPath = '';
beforeEach(() => {
  appPath = mkdtempSync(join(tmpdir(), 'throughline-'));
});
afterEach(() => rmSync(appPath, { recursive: true }));

const started = (manifest: object, switches: readonly string[], isPackaged = true): boolean => {
  writeFileSync(join(appPath, 'package.json'), JSON.stringify(manifest));
  return refusesDebugger({ isPackaged, appPath, hasSwitch: (name) => switches.includes(name) });
};

describe('an installed app', () => {
  it.each(['remote-debugging-port', 'remote-debugging-pipe'])('does not run with --%s', (door) => {
    expect(started({ name: 'throughline' }, [door])).toBe(true);
    expect(started({ name: 'throughline', forTests: 'true' }, [door])).toBe(true);
  });

  it('runs without, and with whatever else the system says', () => {
    expect(started({ name: 'throughline' }, [])).toBe(false);
    expect(started({ name: 'throughline' }, ['no-sandbox', 'lang'])).toBe(false);
  });
});

it('a build for tests, and one from a source tree, may be driven', () => {
  expect(started({ name: 'throughline', forTests: true }, ['remote-debugging-port'])).toBe(false);
  expect(started({ name: 'throughline' }, ['remote-debugging-port'], false)).toBe(false);
});
