import type { safeStorage as ElectronSafeStorage } from 'electron';
import type { SystemSeal } from './secrets';

/** Back ends of Linux that only pretend: anybody who can read the file could open it. */
const PLAIN_TEXT = ['basic_text', 'unknown'];

/** The operating system's key chain through Electron; undefined where there is none that truly encrypts. */
export function systemSeal(safeStorage: typeof ElectronSafeStorage, platform: NodeJS.Platform): SystemSeal | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  if (platform === 'linux' && PLAIN_TEXT.includes(safeStorage.getSelectedStorageBackend())) return undefined;
  return {
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(sealed),
  };
}
