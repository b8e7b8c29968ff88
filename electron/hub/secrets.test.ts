import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secrets, type SystemSeal } from './secrets';

const PASSWORD = 'analytical engine';
const log = { write: () => undefined };
/** Stands for a key chain: another one cannot open what this one sealed. */
const keyChain = (key: number): SystemSeal => ({
  seal: (text) => Buffer.from([1, ...Buffer.from(text)].map((byte) => byte ^ key)),
  open: (sealed) => {
    const [mark, ...bytes] = [...sealed].map((byte) => byte ^ key);
    if (mark !== 1) throw new Error('wrong key chain');
    return Buffer.from(bytes).toString('utf8');
  },
});

describe('secrets', () => {
  let folder = '';
  const opened = (system?: SystemSeal) => new Secrets(folder, system, log);
  const onDisk = () => readFile(join(folder, 'secrets.json'), 'utf8');
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'throughline-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('are known after a restart where the system keeps them, and no file holds them', async () => {
    await opened(keyChain(7)).keep('c1', PASSWORD, undefined);
    expect(await opened(keyChain(7)).held('c1')).toEqual({ tag: 'open', text: PASSWORD });
    expect(await onDisk()).not.toContain(PASSWORD);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('count as gone where the key chain is another one', async () => {
    await opened(keyChain(7)).keep('c1', PASSWORD, undefined);
    expect(await opened(keyChain(9)).held('c1')).toEqual({ tag: 'none' });
    expect(await opened().held('c1')).toEqual({ tag: 'none' });
  });

  it('open after a restart with their passphrase and with no other', async () => {
    const first = opened();
    await first.keep('c1', PASSWORD, 'correct horse');
    expect(await first.held('c1')).toEqual({ tag: 'open', text: PASSWORD });
    const later = opened();
    expect(await later.held('c1')).toEqual({ tag: 'locked' });
    expect(await later.unlock('c1', 'correct house')).toBe('wrong');
    expect(await later.held('c1')).toEqual({ tag: 'locked' });
    expect(await later.unlock('c1', 'correct horse')).toBe('open');
    expect(await later.held('c1')).toEqual({ tag: 'open', text: PASSWORD });
    expect(await onDisk()).not.toContain(PASSWORD);
    expect(await onDisk()).not.toContain('horse');
  });

  it('do not open when the file was tampered with', async () => {
    await opened().keep('c1', PASSWORD, 'correct horse');
    const file = JSON.parse(await onDisk()) as Record<string, Record<string, string>>;
    const flipped = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    for (const part of ['salt', 'nonce', 'sealed', 'tag']) {
      const altered = { c1: { ...file['c1'], [part]: flipped(file['c1']?.[part] ?? '') } };
      await writeFile(join(folder, 'secrets.json'), JSON.stringify(altered));
      expect(await opened().unlock('c1', 'correct horse'), part).toBe('wrong');
    }
    // Nor under the name of another connection, which could be another's server.
    await writeFile(join(folder, 'secrets.json'), JSON.stringify({ c2: file['c1'] }));
    expect(await opened().unlock('c2', 'correct horse')).toBe('wrong');
    await writeFile(join(folder, 'secrets.json'), '{"c1":{"by":"passphrase","v":1,"salt":"","nonce":"","sealed":"","tag":""}}');
    expect(await opened().unlock('c1', 'correct horse')).toBe('wrong');
    await writeFile(join(folder, 'secrets.json'), '{"c1":{"by":"passph');
    expect(await opened().held('c1')).toEqual({ tag: 'none' });
  });

  it('end with the program where nothing can keep them, and replace what was kept before', async () => {
    const first = opened();
    await first.keep('c1', 'the former one', 'correct horse');
    await first.keep('c1', PASSWORD, undefined);
    expect(await first.held('c1')).toEqual({ tag: 'open', text: PASSWORD });
    expect(await opened().held('c1')).toEqual({ tag: 'none' });
  });

  it('are gone from memory and disk when forgotten, and only that one', async () => {
    const secrets = opened(keyChain(7));
    await secrets.keep('c1', PASSWORD, undefined);
    await secrets.keep('c2', 'another', undefined);
    await secrets.forget('c1');
    expect(await secrets.held('c1')).toEqual({ tag: 'none' });
    expect(Object.keys(JSON.parse(await onDisk()) as object)).toEqual(['c2']);
  });

  it('are not lost when several are kept at the same time', async () => {
    const secrets = opened(keyChain(7));
    await Promise.all(Array.from({ length: 20 }, (_none, index) => secrets.keep(`c${index}`, PASSWORD, undefined)));
    expect(Object.keys(JSON.parse(await onDisk()) as object)).toHaveLength(20);
  });
});
