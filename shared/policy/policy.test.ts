import { describe, expect, it } from 'vitest';
import { hostOf, mayExport, mayReach, parsePolicy, POLICY_KEYS, serverRefusal } from './policy';

const WHOLE = {
  serverUrl: 'https://hub.example.com:6984/team',
  allowedHosts: ['hub.example.com', '*.firm.example'],
  updateFeed: 'https://it.firm.example/throughline',
  updateChannel: 'beta',
  exportAllowed: false,
  backupFolder: '~/Throughline backups',
  backupsKept: 14,
  language: 'de',
  lockMinutes: 10,
  lockWithSystem: true,
  passphraseRequired: true,
};

describe('a policy', () => {
  it('may decide everything, or nothing', () => {
    expect(parsePolicy(WHOLE)).toEqual({ ok: true, value: WHOLE });
    expect(parsePolicy({})).toEqual({ ok: true, value: {} });
    expect(Object.keys(WHOLE).sort()).toEqual([...POLICY_KEYS].sort());
  });

  it.each([
    [{ exportAlowed: false }, 'exportAlowed', 'is not a key that Throughline knows'],
    [{ lockMinutes: 0 }, 'lockMinutes', 'must be at least 1'],
    [{ passphraseRequired: 'yes' }, 'passphraseRequired', 'must be true or false'],
    [{ exportAllowed: 'no' }, 'exportAllowed', 'must be true or false'],
    [{ backupsKept: 0 }, 'backupsKept', 'must be at least 1'],
    [{ backupsKept: 366 }, 'backupsKept', 'must be at most 365'],
    [{ backupsKept: 2.5 }, 'backupsKept', 'must be a whole number'],
    [{ backupsKept: '10' }, 'backupsKept', 'must be a number'],
    [{ updateChannel: 'nightly' }, 'updateChannel', 'must be one of off, stable, beta'],
    [{ updateFeed: 'http://it.firm.example/updates' }, 'updateFeed', 'must begin with https://'],
    [{ serverUrl: 'hub.example.com' }, 'serverUrl', 'must be an address like https://hub.example.com'],
    [{ serverUrl: 'https://ada:secret@hub.example.com' }, 'serverUrl', 'must be an address like https://hub.example.com'],
    [
      { allowedHosts: ['hub.example.com', 'https://x.example'] },
      'allowedHosts.1',
      'must be a host in small letters, like hub.example.com or *.example.com',
    ],
    [{ allowedHosts: 'hub.example.com' }, 'allowedHosts', 'must be a list of texts'],
    [{ backupFolder: 'backups' }, 'backupFolder', 'must be a whole path, or begin with ~/ or %USERPROFILE%\\'],
    [{ language: null }, 'language', 'must be one of en, de'],
  ])('%j is refused by its key and what is wrong', (raw, key, message) => {
    expect(parsePolicy(raw)).toEqual({ ok: false, error: [{ key, message }] });
  });

  it('names everything that is wrong at once', () => {
    const parsed = parsePolicy({ lockMinute: 5, backupsKept: 0, language: 'en' });
    expect(parsed.ok ? [] : parsed.error.map(({ key }) => key)).toEqual(['lockMinute', 'backupsKept']);
  });

  it.each([[[]], [null], ['text'], [4]])('%j is no policy', (raw) => {
    expect(parsePolicy(raw)).toEqual({ ok: false, error: [{ message: 'is not a list of keys and values' }] });
  });
});

describe('the hosts that are allowed', () => {
  const policy = { serverUrl: 'https://hub.example.com', allowedHosts: ['*.firm.example', '10.0.0.5'] };

  it.each(['hub.example.com', 'a.firm.example', 'a.b.Firm.Example', '10.0.0.5', 'a.firm.example.'])('hold %s', (host) =>
    expect(mayReach(policy, host)).toBe(true),
  );
  it.each(['firm.example', 'evilfirm.example', 'a.firm.example.evil.example', '10.0.0.50', 'example.com', ''])('do not hold %j', (host) =>
    expect(mayReach(policy, host)).toBe(false),
  );
  it('are all where nobody says', () => expect(mayReach({}, 'anywhere.example')).toBe(true));
  it('are none where the list is empty', () => expect(mayReach({ allowedHosts: [] }, 'anywhere.example')).toBe(false));
});

describe('the server that is set', () => {
  it('is the only one, however its address is written', () => {
    const policy = { serverUrl: 'https://hub.example.com/team/' };
    expect(serverRefusal(policy, 'https://HUB.example.com/team')).toBeUndefined();
    expect(serverRefusal(policy, 'https://hub.example.com')).toContain('has set the server');
    expect(serverRefusal({}, 'http://127.0.0.1:4610')).toBeUndefined();
  });

  it('is not needed for a list of hosts to hold', () => {
    expect(serverRefusal({ allowedHosts: ['hub.example.com'] }, 'https://hub.example.com:6984')).toBeUndefined();
    expect(serverRefusal({ allowedHosts: ['hub.example.com'] }, 'https://hub.example.org')).toContain('hub.example.org');
  });

  it('is found in an address with a port, a path or numbers', () => {
    expect([hostOf('https://Hub.example.com:6984/x'), hostOf('http://[::1]:4610'), hostOf('ftp://x')]).toEqual([
      'hub.example.com',
      '[::1]',
      undefined,
    ]);
  });
});

it('exporting is allowed unless it is switched off', () => {
  expect([mayExport({}), mayExport({ exportAllowed: true }), mayExport({ exportAllowed: false })]).toEqual([true, true, false]);
});
