/** Why a vault was locked: the person asked, nobody typed for a while, or the system locked or slept. */
export type LockReason = 'person' | 'idle' | 'system';

/** Seals bytes under the data key and opens them again. */
export interface Vault {
  readonly state: 'open' | 'locked';
  /** `context` names the place where the piece lies: put anywhere else, it does not open. Throws `VaultLocked`. */
  seal(bytes: Uint8Array, context: string): Promise<Uint8Array>;
  /** Throws `PieceRefused` where a bit, the key or the place differs, `VaultLocked` where the keys are gone. */
  open(sealed: Uint8Array, context: string): Promise<Uint8Array>;
  /** Whether a piece is sealed under the key that is in use now. */
  isCurrent(sealed: Uint8Array): boolean;
  /** Lets go of the keys. For good: unlocking makes another vault. */
  lock(reason: LockReason): void;
}

/** The keys of a vault: the one to seal with, and all that may still be needed to open. */
export interface VaultKeys {
  /** Number of the key that seals: an unsigned whole number of 32 bits. */
  readonly current: number;
  readonly keys: ReadonlyMap<number, CryptoKey>;
}

export class VaultLocked extends Error {
  readonly reason: LockReason;

  constructor(reason: LockReason) {
    super('The data on this device is locked.');
    this.reason = reason;
  }
}

/** It is not what was put there. */
export class PieceRefused extends Error {
  constructor(context: string, options?: ErrorOptions) {
    super(`What lies at ${context} was changed, or was sealed under another key`, options);
  }
}

/**
 * A piece: format (1 byte), number of its key (4), IV (12), then AES-256-GCM's ciphertext and tag (16). Format and number are
 * part of the additional data too. IVs are random, so a key must seal fewer than 2^32 pieces (NIST SP 800-38D, 8.3): at ten
 * thousand pieces a day that is a thousand years.
 */
const FORMAT = 1;
const HEADER_BYTES = 5;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** By how much a piece is longer than what it holds. */
export const PIECE_OVERHEAD = HEADER_BYTES + IV_BYTES + TAG_BYTES;

/** True for what begins as a piece does. No JSON text, base64 text or ZIP file begins so. */
export const isPiece = (bytes: Uint8Array): boolean => bytes[0] === FORMAT && bytes.length >= PIECE_OVERHEAD;

/** A new data key. It never leaves WebCrypto unless `extractable`, which wrapping it needs. */
export async function newDataKey(extractable: boolean): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, extractable, ['encrypt', 'decrypt']);
}

/** A vault that is open until it is locked. */
export function openVault({ current, keys }: VaultKeys): Vault {
  let held: ReadonlyMap<number, CryptoKey> | undefined = keys;
  let locked: LockReason = 'person';
  const heldKeys = (): ReadonlyMap<number, CryptoKey> => {
    if (held === undefined) throw new VaultLocked(locked);
    return held;
  };
  return {
    get state() {
      return held === undefined ? 'locked' : 'open';
    },
    seal: async (bytes, context) => {
      const key = heldKeys().get(current);
      if (key === undefined) throw new Error(`There is no key ${current} to seal with`);
      return sealUnder(key, current, bytes, context);
    },
    open: async (piece, context) => {
      const key = heldKeys().get(keyNumberOf(piece));
      if (key === undefined || !isPiece(piece)) throw new PieceRefused(context);
      return openUnder(key, piece, context);
    },
    isCurrent: (piece) => isPiece(piece) && keyNumberOf(piece) === current,
    lock: (reason) => {
      locked = reason;
      held = undefined;
    },
  };
}

async function sealUnder(key: CryptoKey, number: number, bytes: Uint8Array, context: string): Promise<Uint8Array> {
  const header = headerOf(number);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const body = await crypto.subtle.encrypt(parameters(iv, header, context), key, bytes as BufferSource);
  const piece = new Uint8Array(HEADER_BYTES + IV_BYTES + body.byteLength);
  piece.set(header);
  piece.set(iv, HEADER_BYTES);
  piece.set(new Uint8Array(body), HEADER_BYTES + IV_BYTES);
  return piece;
}

async function openUnder(key: CryptoKey, piece: Uint8Array, context: string): Promise<Uint8Array> {
  const iv = piece.subarray(HEADER_BYTES, HEADER_BYTES + IV_BYTES);
  const body = piece.subarray(HEADER_BYTES + IV_BYTES);
  const how = parameters(iv, piece.subarray(0, HEADER_BYTES), context);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, body as BufferSource));
  } catch (cause) {
    throw new PieceRefused(context, { cause });
  }
}

function parameters(iv: Uint8Array, header: Uint8Array, context: string): AesGcmParams {
  const place = new TextEncoder().encode(context);
  const additionalData = new Uint8Array(header.length + place.length);
  additionalData.set(header);
  additionalData.set(place, header.length);
  return { name: 'AES-GCM', iv: iv as BufferSource, additionalData, tagLength: TAG_BYTES * 8 };
}

function headerOf(number: number): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header[0] = FORMAT;
  new DataView(header.buffer).setUint32(1, number);
  return header;
}

function keyNumberOf(piece: Uint8Array): number {
  return piece.length < HEADER_BYTES ? -1 : new DataView(piece.buffer, piece.byteOffset).getUint32(1);
}
