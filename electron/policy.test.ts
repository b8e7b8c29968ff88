import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PolicyMachine, policyRefusal, readMachinePolicy, readTestPolicy, thisMachine } from './policy';

const ROOTS = { uid: 0, gid: 0, mode: 0o100644 };
const FOLDER = { uid: 0, gid: 0, mode: 0o040755 };

/** A computer with these files and registry keys. */
function aMachine(platform: NodeJS.Platform, files: Record<string, string>, ownership = ROOTS, folder = FOLDER): PolicyMachine {
  return {
    platform,
    user: 'ada',
    file: (path) => (files[path] === undefined ? undefined : { ownership, folder, text: () => files[path] ?? '' }),
    registry: (key) => files[key] ?? '',
  };
}
const LINUX = '/etc/throughline/policy.json';
const said = (machine: PolicyMachine): string | object => {
  const read = readMachinePolicy(machine);
  return read.ok ? read.policy : policyRefusal(read);
};

describe('the policy of a computer', () => {
  it('that nobody manages is empty and has no source', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(readMachinePolicy(aMachine(platform, {}))).toEqual({ ok: true, policy: {} });
  });

  it('is the same from a file, from preferences and from the registry', () => {
    const policy = { exportAllowed: false, backupsKept: 5, allowedHosts: ['hub.example.com', 'b.example'] };
    const json = JSON.stringify(policy);
    const printed =
      '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Throughline\r\n    exportAllowed    REG_DWORD    0x0\r\n    backupsKept    REG_DWORD    0x5\r\n    allowedHosts    REG_MULTI_SZ    hub.example.com\\0b.example\r\n\r\n';
    expect(said(aMachine('linux', { [LINUX]: json }))).toEqual(policy);
    expect(said(aMachine('darwin', { '/Library/Managed Preferences/app.throughline.desktop.plist': json }))).toEqual(policy);
    expect(said(aMachine('win32', { 'HKLM\\Software\\Policies\\Throughline': printed }))).toEqual(policy);
  });

  it('goes by the computer before the person', () => {
    const line = (name: string, value: string): string => `    ${name}    REG_DWORD    ${value}\r\n`;
    const machine = aMachine('win32', {
      'HKLM\\Software\\Policies\\Throughline': line('exportAllowed', '0x0'),
      'HKCU\\Software\\Policies\\Throughline': line('exportAllowed', '0x1') + line('backupsKept', '0x3'),
    });
    expect(readMachinePolicy(machine)).toEqual({
      ok: true,
      policy: { exportAllowed: false, backupsKept: 3 },
      source: 'HKLM\\Software\\Policies\\Throughline and HKCU\\Software\\Policies\\Throughline',
    });
  });

  it('is refused with its path, the key and what is wrong', () => {
    expect(said(aMachine('linux', { [LINUX]: '{"exportAllowed":"no","lockMinuts":3}' }))).toBe(
      `${LINUX}\n  lockMinuts is not a key that Throughline knows\n  exportAllowed must be true or false`,
    );
    expect(said(aMachine('linux', { [LINUX]: '{"exportAllowed":false' }))).toContain(`${LINUX}\n  It is not JSON: `);
    expect(
      said(aMachine('win32', { 'HKCU\\Software\\Policies\\Throughline': '    serverUrl    REG_SZ    https://h\uFFFDb.example' })),
    ).toContain('letters other than a–z');
  });

  it('is refused where others than root could have written it', () => {
    const own = { uid: 1000, gid: 1000, mode: 0o100644 };
    expect(said(aMachine('linux', { [LINUX]: '{}' }, own))).toContain('The file must belong to root');
    expect(said(aMachine('linux', { [LINUX]: '{}' }, ROOTS, { ...FOLDER, mode: 0o040777 }))).toContain(
      'The folder may be changed by everybody',
    );
  });

  it('is refused where it cannot be read', () => {
    const machine: PolicyMachine = {
      ...aMachine('linux', {}),
      file: () => {
        throw new Error('EACCES: permission denied');
      },
    };
    expect(said(machine)).toBe(`${LINUX}\n  It cannot be read: EACCES: permission denied`);
  });
});

describe('real files', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'throughline-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are read with who may change them', () => {
    const path = join(folder, 'policy.json');
    writeFileSync(path, '{"backupsKept":3}', { mode: 0o600 });
    const file = thisMachine().file(path);
    expect([file?.ownership.uid, (file?.ownership.mode ?? 0) & 0o777, file?.text()]).toEqual([
      process.getuid?.(),
      0o600,
      '{"backupsKept":3}',
    ]);
    expect(thisMachine().file(join(folder, 'none', 'policy.json'))).toBeUndefined();
    expect(readTestPolicy(path)).toEqual({ ok: true, policy: { backupsKept: 3 }, source: path });
    expect(readTestPolicy(join(folder, 'none.json')).ok).toBe(false);
  });
});
