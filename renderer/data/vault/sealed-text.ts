import type { Vault } from './vault';
import { isPiece } from './vault';

/**
 * Pieces as text, for what can hold text only: one character a byte. Engines keep such text at one byte a character, in memory
 * and on disk, where base64 would take a third more.
 */
export const textOfBytes = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return text;
};

/** Arguments of one call: far below what engines take. */
const AT_ONCE = 8_192;

export function bytesOfText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** True for text that `sealText` made. */
export const isSealedText = (text: string): boolean => isPiece(bytesOfText(text.slice(0, 64)));

export async function sealText(vault: Vault, text: string, context: string): Promise<string> {
  return textOfBytes(await vault.seal(new TextEncoder().encode(text), context));
}

/** Throws `PieceRefused` where it is not what was sealed there. */
export async function openText(vault: Vault, sealed: string, context: string): Promise<string> {
  return new TextDecoder().decode(await vault.open(bytesOfText(sealed), context));
}
