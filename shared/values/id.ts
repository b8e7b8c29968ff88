import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Crockford's base 32, as ULIDs use it: sorts as text as it sorts as number. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BODY_LENGTH = 26;
const TIME_LENGTH = 10;

/** Where time and chance come from when an id is minted. */
export interface Minting {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** At least 10 bytes of chance. */
  readonly random: Uint8Array;
}

/** A new id `type:ULID`: 48 bits of time, 80 bits of chance. Ids of one type sort by the time they were minted. */
export function mintId<const Type extends string>(type: Type, { now, random }: Minting): `${Type}:${string}` {
  if (random.length < 10) throw new RangeError('An id needs 10 bytes of chance');
  let time = '';
  for (let rest = Math.max(0, Math.floor(now)); time.length < TIME_LENGTH; rest = Math.floor(rest / 32)) {
    time = ALPHABET.charAt(rest % 32) + time;
  }
  return `${type}:${time}${base32(random.subarray(0, 10), BODY_LENGTH - TIME_LENGTH)}`;
}

/**
 * The id of a record that came from elsewhere: the same (source, external id) gives the same id on every machine, so
 * two laptops that import one file offline make one set of records.
 */
export function derivedId<const Type extends string>(type: Type, source: string, externalId: string): `${Type}:${string}` {
  const digest = sha256(utf8ToBytes(JSON.stringify([type, source, externalId])));
  return `${type}:${base32(digest.subarray(0, 16), BODY_LENGTH)}`;
}

/** The type of an id: `deal` of `deal:01J8…`. Empty where there is no colon. */
export const typeOfId = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')));

/** The id without its type, as it stands in addresses. */
export const bodyOfId = (id: string): string => id.slice(id.indexOf(':') + 1);

/** Big-endian base 32 of `bytes`, left-padded to `length` digits. */
function base32(bytes: Uint8Array, length: number): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (; text.length < length; value >>= 5n) text = ALPHABET.charAt(Number(value & 31n)) + text;
  return text;
}
