import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The name of a file's content: its sha-256 in hex. */
export const digestOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** A running sha-256 over text, for what is too large to be held at once. */
export function textDigest(): { add(text: string): void; hex(): string } {
  const hash = sha256.create();
  return { add: (text) => void hash.update(utf8ToBytes(text)), hex: () => bytesToHex(hash.digest()) };
}
