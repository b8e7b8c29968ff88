import { describe, expect, it } from 'vitest';
import { parsePolicy, type Policy } from '#shared/policy/policy';
import { type Installation, updatesUnavailable } from './update-availability';
import { type Found, type UpdateChoice, Updates } from './updates';

const FEED = 'https://it.firm.example/throughline';
const NEWER: Found = { version: '0.2.0', notes: 'Faster search.' };

/** Updates over a feed that holds `found`; the download ends when `finish` is called. */
function theUpdates({ found = NEWER, policy = {}, choice = { channel: 'stable', feed: FEED }, unavailable }: Partial<Given> = {}) {
  let kept: UpdateChoice = choice;
  const asked: string[] = [];
  let finish: (error?: Error) => void = () => undefined;
  const updates = new Updates({
    version: '0.1.0',
    policy,
    unavailable,
    choice: { read: async () => kept, change: async (change) => void (kept = change(kept)) },
    updater: async () => ({
      check: async (feed, channel) => {
        asked.push(`${channel} ${feed}`);
        if (found === 'broken') throw new Error('net::ERR_CERT_AUTHORITY_INVALID');
        return found === 'none' ? undefined : found;
      },
      download: (onPercent) => {
        onPercent(40);
        return new Promise((resolve, reject) => (finish = (error) => (error ? reject(error) : resolve())));
      },
      install: () => void asked.push('install'),
    }),
    now: () => 7,
    log: { write: (level, what) => void asked.push(`${level} ${what}`) },
  });
  const end = async (error?: Error): Promise<void> => {
    finish(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { updates, asked, end };
}
interface Given {
  readonly found: Found | 'none' | 'broken';
  readonly policy: Policy;
  readonly choice: UpdateChoice;
  readonly unavailable: string | undefined;
}

describe('an update', () => {
  it('is found, fetched when the person says so, and installed when the person says so', async () => {
    const { updates, asked, end } = theUpdates();
    expect((await updates.check()).state).toEqual({ kind: 'found', ...NEWER });
    expect((await updates.install()).state.kind).toBe('found');
    await updates.download({ metered: false });
    await new Promise((resolve) => setImmediate(resolve));
    expect((await updates.facts()).state).toEqual({ kind: 'downloading', ...NEWER, percent: 40 });
    await end();
    expect((await updates.facts()).state).toEqual({ kind: 'ready', ...NEWER });
    await updates.check();
    await updates.install();
    expect(asked).toEqual([`stable ${FEED}`, 'info installing 0.2.0', 'install']);
  });

  it('is never fetched while the connection is paid by volume', async () => {
    const { updates } = theUpdates();
    await updates.check();
    await expect(updates.download({ metered: true })).rejects.toThrow('paid by volume');
    expect((await updates.facts()).state.kind).toBe('found');
  });

  it('that is not what was published is not installed', async () => {
    const { updates, asked, end } = theUpdates();
    await updates.check();
    await updates.download({ metered: false });
    await new Promise((resolve) => setImmediate(resolve));
    await end(new Error('sha512 checksum mismatch'));
    expect((await updates.install()).state).toMatchObject({ kind: 'failed', message: expect.stringContaining('Nothing was installed') });
    expect(asked).not.toContain('install');
  });

  it('that is not there is said, and a feed that cannot be reached as well', async () => {
    expect((await theUpdates({ found: 'none' }).updates.check()).state).toEqual({ kind: 'newest', at: 7 });
    expect((await theUpdates({ found: 'broken' }).updates.check()).state).toMatchObject({ kind: 'failed' });
    expect((await theUpdates({ choice: { channel: 'stable' } }).updates.check()).state).toMatchObject({
      message: 'No address is set from which updates come.',
    });
  });

  it('comes from where the organisation says, whatever the person chose', async () => {
    const { updates, asked } = theUpdates({ policy: { updateFeed: 'https://managed.example', updateChannel: 'beta' } });
    await updates.choose({ channel: 'off', feed: FEED });
    await updates.check();
    expect(asked).toEqual(['beta https://managed.example']);
  });

  it('comes by https only, and not at all where updates are off', async () => {
    const { updates, asked } = theUpdates();
    await expect(updates.choose({ channel: 'stable', feed: 'http://it.firm.example' })).rejects.toThrow('https only');
    expect(parsePolicy({ updateFeed: 'http://it.firm.example' }).ok).toBe(false);
    await updates.choose({ channel: 'off', feed: FEED });
    await updates.check();
    await theUpdates({ unavailable: 'MSI' }).updates.check();
    expect(asked).toEqual([]);
  });
});

describe('an installation that does not update itself', () => {
  const nsis: Installation = { isPackaged: true, platform: 'win32', isAppImage: false, hasUninstaller: true, namesPublisher: true };
  const linux: Installation = { ...nsis, platform: 'linux' };

  it.each<[Installation, Policy, string | undefined]>([
    [{ ...nsis, isPackaged: false }, {}, 'development build'],
    [nsis, { updateChannel: 'off' }, 'switched updates off'],
    [{ ...nsis, hasUninstaller: false }, {}, 'MSI'],
    [{ ...nsis, namesPublisher: false }, {}, 'not signed'],
    [linux, {}, 'as a package'],
    [nsis, { updateChannel: 'beta' }, undefined],
    [{ ...linux, isAppImage: true }, {}, undefined],
    [{ ...nsis, platform: 'darwin' }, {}, undefined],
  ])('%j with %j says why', (installation, policy, words) => {
    const said = updatesUnavailable(installation, policy);
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });
});
