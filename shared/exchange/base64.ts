import { err, ok, type Result } from '../values/result';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < 64; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Base 64 of RFC 4648, with padding. `btoa` would need a text of one byte per character, and a browser. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 3 * 4096) parts.push(chunkToBase64(bytes.subarray(from, from + 3 * 4096)));
  return parts.join('');
}

function chunkToBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | (b << 8) | c;
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    text += at + 1 < bytes.length ? ALPHABET.charAt((group >> 6) & 63) : '=';
    text += at + 2 < bytes.length ? ALPHABET.charAt(group & 63) : '=';
  }
  return text;
}

/** The bytes of a base 64 text. Strict: every text has one reading and every content one text. */
export function fromBase64(text: string): Result<Uint8Array, 'not base 64'> {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) return err('not base 64');
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let filled = 0;
  for (let at = 0; at < text.length; at += 4) {
    const group = groupAt(text, at, at + 4 === text.length ? padding : 0);
    if (group === undefined) return err('not base 64');
    for (let shift = 16; shift >= 0 && filled < bytes.length; shift -= 8) bytes[filled++] = (group >> shift) & 255;
  }
  return ok(bytes);
}

function groupAt(text: string, at: number, padding: number): number | undefined {
  let group = 0;
  for (let index = 0; index < 4; index += 1) {
    const value = index >= 4 - padding ? 0 : (VALUES[text.charCodeAt(at + index)] ?? 255);
    if (value === 255) return undefined;
    group = (group << 6) | value;
  }
  // Bits that padding leaves over must be zero, or two texts would mean the same bytes.
  return (padding === 1 && (group & 255) !== 0) || (padding === 2 && (group & 65535) !== 0) ? undefined : group;
}
