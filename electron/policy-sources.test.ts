import { describe, expect, it } from 'vitest';
import { parsePolicy } from '#shared/policy/policy';
import { ownershipProblem, parseRegistry, policyOfPreferences, policyOfRegistry } from './policy-sources';

const PRINTED = [
  '',
  'HKEY_LOCAL_MACHINE\\Software\\Policies\\Throughline',
  '    (Default)    REG_SZ    (value not set)',
  '    serverUrl    REG_SZ    https://hub.example.com',
  '    ExportAllowed    REG_DWORD    0x0',
  '    backupsKept    REG_DWORD    0xf',
  '    allowedHosts    REG_MULTI_SZ    hub.example.com\\0*.firm.example',
  '    backupFolder    REG_EXPAND_SZ    %USERPROFILE%\\My backups',
  '    updateFeed    REG_SZ',
  '',
  'HKEY_LOCAL_MACHINE\\Software\\Policies\\Throughline\\Old',
  '',
].join('\r\n');

describe('the registry', () => {
  it('holds texts, lists, numbers and switches', () => {
    const policy = policyOfRegistry(parseRegistry(PRINTED.replace('    updateFeed    REG_SZ\r\n', '')));
    expect(parsePolicy(policy)).toEqual({
      ok: true,
      value: {
        serverUrl: 'https://hub.example.com',
        exportAllowed: false,
        backupsKept: 15,
        allowedHosts: ['hub.example.com', '*.firm.example'],
        backupFolder: '%USERPROFILE%\\My backups',
      },
    });
  });

  it('is refused with an empty text, a switch that is neither 0 nor 1, or a name that nobody knows', () => {
    const said = (values: Record<string, string | number>) => {
      const parsed = parsePolicy(policyOfRegistry(values));
      return parsed.ok ? [] : parsed.error.map(({ key }) => key);
    };
    expect(parseRegistry(PRINTED)['updateFeed']).toBe('');
    expect(said({ updateFeed: '' })).not.toEqual([]);
    expect(said({ exportAllowed: 2 })).toEqual(['exportAllowed']);
    expect(said({ Lockminute: 2 })).toEqual(['Lockminute']);
  });

  it('without the key holds nothing', () => expect(policyOfRegistry(parseRegistry(''))).toEqual({}));
});

it('managed preferences are read without what is about the payload itself', () => {
  const json = '{"PayloadUUID":"x","PayloadType":"app.throughline.desktop","updateChannel":"off","allowedHosts":["hub.example.com"]}';
  expect(parsePolicy(policyOfPreferences(json))).toEqual({
    ok: true,
    value: { updateChannel: 'off', allowedHosts: ['hub.example.com'] },
  });
  expect(parsePolicy(policyOfPreferences('[]')).ok).toBe(false);
});

describe('who may change the policy', () => {
  it.each([
    [{ uid: 0, gid: 0, mode: 0o100644 }, undefined],
    [{ uid: 0, gid: 0, mode: 0o100664 }, undefined],
    [{ uid: 1000, gid: 0, mode: 0o100644 }, 'The file must belong to root; it belongs to user 1000.'],
    [{ uid: 0, gid: 0, mode: 0o100646 }, 'The file may be changed by everybody. Take that right away (chmod o-w).'],
    [{ uid: 0, gid: 27, mode: 0o100664 }, 'The file may be changed by group 27. Take that right away (chmod g-w).'],
  ])('%j', (ownership, problem) => expect(ownershipProblem(ownership, 'file')).toBe(problem));
});
