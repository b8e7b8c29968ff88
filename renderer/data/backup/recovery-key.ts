import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '#shared/values/result';

/** 20 bytes of chance: what opens backups on another computer. Never guessed, so it needs no slow derivation. */
export type RecoveryKey = Uint8Array<ArrayBuffer>;

export const RECOVERY_KEY_BYTES = 20;

// Crockford's base 32: no I, L, O, U, so that what is read aloud or typed from paper is not mistaken.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_LETTERS = (RECOVERY_KEY_BYTES * 8) / 5;
const CHECK_LETTERS = 4;
const GROUP = 4;

/** The key as a person keeps it: nine groups of four, of which the last proves the others. */
export function recoveryKeyText(key: RecoveryKey): string {
  const letters = lettersOf(key) + checkOf(key);
  return (letters.match(new RegExp(`.{${GROUP}}`, 'gu')) ?? []).join('-');
}

/** The key that somebody typed: small letters, spaces, and O for 0 are understood. The message is fit to show. */
export function parseRecoveryKey(text: string): Result<RecoveryKey, { readonly message: string }> {
  const letters = text.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
  const wrong = [...letters].find((letter) => !LETTERS.includes(letter));
  if (wrong !== undefined) return err({ message: `A recovery key has no “${wrong}” in it. Check what you typed.` });
  const expected = KEY_LETTERS + CHECK_LETTERS;
  if (letters.length !== expected)
    return err({ message: `A recovery key has ${expected} letters and digits; these are ${letters.length}. Check what you typed.` });
  const key = bytesOf(letters.slice(0, KEY_LETTERS));
  if (checkOf(key) !== letters.slice(KEY_LETTERS))
    return err({ message: 'One or more letters of the recovery key are wrong. Check what you typed.' });
  return ok(key);
}

function lettersOf(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += LETTERS[(bits >> held) & 31];
    }
    bits &= 0xff;
  }
  return text;
}

function bytesOf(letters: string): RecoveryKey {
  const bytes = new Uint8Array(RECOVERY_KEY_BYTES);
  let [bits, held, at] = [0, 0, 0];
  for (const letter of letters) {
    bits = (bits << 5) | LETTERS.indexOf(letter);
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    bits &= 0xff;
    at += 1;
  }
  return bytes;
}

/** Twenty bits of a digest: one wrong letter is found in all but one of a million cases. */
function checkOf(key: RecoveryKey): string {
  const digest = sha256(new Uint8Array([...utf8ToBytes('throughline recovery key'), ...key]));
  return lettersOf(digest.subarray(0, 5)).slice(0, CHECK_LETTERS);
}
