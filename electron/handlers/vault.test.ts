import { expect, test } from 'vitest';
import type { BrowserWindow } from 'electron';
import { vaultHandlers } from './vault';

const window = {} as BrowserWindow;
const KEY = Uint8Array.from({ length: 32 }, (_, n) => 255 - n);
/** Turns every byte over, and opens only what it made. */
const store = {
  seal: (text: string) => Buffer.from(`sealed ${text}`).map((byte) => byte ^ 0xff) as Buffer,
  open: (sealed: Buffer) => {
    const text = Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString();
    if (!text.startsWith('sealed ')) throw new Error('of another user');
    return text.slice('sealed '.length);
  },
};

test('a key of 32 bytes comes back from the key store of the system as it was, and its wrapping does not hold it', async () => {
  const handlers = vaultHandlers(store);
  const answer = await handlers['vault.wrap']({ key: KEY }, window);
  if (answer === 'none') throw new Error('there is a store');
  expect(Buffer.from(answer.wrapped, 'base64').includes(Buffer.from(KEY))).toBe(false);
  expect(await handlers['vault.unwrap'](answer, window)).toEqual({ key: KEY });
});

test('a wrapping that another user made is not opened, and where there is no key store nothing is wrapped', async () => {
  expect(await vaultHandlers(store)['vault.unwrap']({ wrapped: 'AAAA' }, window)).toBe('none');
  expect(await vaultHandlers(undefined)['vault.wrap']({ key: KEY }, window)).toBe('none');
  expect(await vaultHandlers(undefined)['vault.unwrap']({ wrapped: 'AAAA' }, window)).toBe('none');
});
