import { argon2idAsync } from '@noble/hashes/argon2.js';

/** Memory in KiB, passes, lanes: the first choice of OWASP's Password Storage Cheat Sheet for Argon2id. */
const COST = { m: 19_456, t: 2, p: 1, dkLen: 32 } as const;
const IV_BYTES = 12;
const SALT_BYTES = 16;

/** The shortest passphrase that is taken. */
export const PASSPHRASE_LENGTH = 10;

/** What came of passphrases that were typed into this window, by their salt. It goes with the window. */
const held = new Map<string, CryptoKey>();

/** The wrapping key of a salt, where its passphrase was typed into this window. */
export const heldWrapping = (salt: string): CryptoKey | undefined => held.get(salt);

/** From now on what was wrapped under this salt opens in this window. */
export const holdWrapping = (salt: string, key: CryptoKey): void => void held.set(salt, key);

/** A salt that was never used before, as Base64. */
export const newSalt = (): string => toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));

/** The key that a passphrase gives with a salt: it wraps data keys, and no script can read it. Takes about half a second. */
export async function wrappingOf(passphrase: string, salt: string): Promise<CryptoKey> {
  const bytes = await argon2idAsync(new TextEncoder().encode(passphrase.normalize('NFKC')), fromBase64(salt), COST);
  const key = await crypto.subtle.importKey('raw', bytes as BufferSource, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return key;
}

/** A data key under a wrapping key, as Base64: IV (12 bytes), then what AES-256-GCM makes of it, bound to its number. */
export async function wrapKey(key: Uint8Array, number: number, wrapping: CryptoKey): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const body = new Uint8Array(await crypto.subtle.encrypt(bound(iv, number), wrapping, key as BufferSource));
  const whole = new Uint8Array(IV_BYTES + body.length);
  whole.set(iv);
  whole.set(body, IV_BYTES);
  return toBase64(whole);
}

/** The data key again; undefined where the passphrase was another. */
export async function unwrapKey(wrapped: string, number: number, wrapping: CryptoKey): Promise<Uint8Array | undefined> {
  const whole = fromBase64(wrapped);
  const how = bound(whole.slice(0, IV_BYTES), number);
  const body = whole.slice(IV_BYTES);
  return crypto.subtle.decrypt(how, wrapping, body as BufferSource).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}

const bound = (iv: Uint8Array, number: number): AesGcmParams => ({
  name: 'AES-GCM',
  iv: iv as BufferSource,
  additionalData: new TextEncoder().encode(`data key ${number}`),
});

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
