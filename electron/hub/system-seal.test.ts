import type { safeStorage } from 'electron';
import { expect, it } from 'vitest';
import { systemSeal } from './system-seal';

const storage = (isAvailable: boolean, backEnd: string) =>
  ({
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backEnd,
    encryptString: (text: string) => Buffer.from(text),
    decryptString: (sealed: Buffer) => sealed.toString(),
  }) as unknown as typeof safeStorage;

it('passwords are left to the system only where it truly encrypts them', () => {
  expect(systemSeal(storage(true, 'gnome_libsecret'), 'linux')).toBeDefined();
  expect(systemSeal(storage(true, 'basic_text'), 'linux')).toBeUndefined();
  expect(systemSeal(storage(true, 'unknown'), 'linux')).toBeUndefined();
  expect(systemSeal(storage(true, 'irrelevant'), 'darwin')).toBeDefined();
  expect(systemSeal(storage(false, 'irrelevant'), 'win32')).toBeUndefined();
});
