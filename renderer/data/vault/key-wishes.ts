import { KeyOutOfReach, newKey, nextNumber, rawKey, type KeptKey, type KeyRow, type SystemKeyStore } from './key-ring';
import { heldWrapping, holdWrapping, newSalt, unwrapKey, wrapKey, wrappingOf } from './passphrase';

type ByPassphrase = Extract<KeptKey, { readonly by: 'passphrase' }>;

/** Every key of a row, also the one that waits. */
const allOf = ({ keys, next }: KeyRow): readonly KeptKey[] => (next === undefined ? keys : [...keys, next]);

const byPassphrase = (row: KeyRow): readonly ByPassphrase[] => allOf(row).filter((kept) => kept.by === 'passphrase');

/** How the key is kept that seals, or that will seal from the next start on. */
export const keptBy = (row: KeyRow): KeptKey['by'] | undefined => (row.next ?? row.keys.find(({ number }) => number === row.current))?.by;

/** Tries a passphrase. True: from now on the keys of this row open in this window. */
export async function openWith(row: KeyRow, passphrase: string): Promise<boolean> {
  const kept = byPassphrase(row);
  let isRight = false;
  for (const salt of new Set(kept.map((one) => one.salt))) {
    const wrapping = await wrappingOf(passphrase, salt);
    const one = kept.find((key) => key.salt === salt);
    const raw = one && (await unwrapKey(one.wrapped, one.number, wrapping));
    if (raw === undefined) continue;
    raw.fill(0);
    holdWrapping(salt, wrapping);
    isRight = true;
  }
  return isRight;
}

/**
 * The row with its keys under a new passphrase. A key that WebCrypto gives to nobody cannot be wrapped: then a new one waits
 * for the next start, which seals everything anew. Throws `KeyOutOfReach`.
 */
export async function underPassphrase(row: KeyRow, passphrase: string, system: SystemKeyStore | undefined): Promise<KeyRow> {
  const salt = newSalt();
  const wrapping = await wrappingOf(passphrase, salt);
  holdWrapping(salt, wrapping);
  const rewrapped = async (kept: KeptKey): Promise<KeptKey> => {
    if (kept.by === 'browser') return kept;
    const raw = await rawKey(kept, system);
    const wrapped = await wrapKey(raw, kept.number, wrapping);
    raw.fill(0);
    return { number: kept.number, by: 'passphrase', salt, wrapped };
  };
  const keys = await Promise.all(row.keys.map(rewrapped));
  if (keptBy(row) !== 'browser') return { ...row, keys, ...(row.next && { next: await rewrapped(row.next) }) };
  return { ...row, keys, next: await newUnder(nextNumber(row), salt, wrapping) };
}

/** The row with its keys as they are kept without a passphrase: by the system where it has a key store, else by the browser. */
export async function withoutPassphrase(row: KeyRow, system: SystemKeyStore | undefined): Promise<KeyRow> {
  const freed = async (kept: KeptKey): Promise<KeptKey> => {
    if (kept.by !== 'passphrase') return kept;
    return newKey(kept.number, system, await rawKey(kept, system));
  };
  const keys = await Promise.all(row.keys.map(freed));
  return { ...row, keys, ...(row.next && { next: await freed(row.next) }) };
}

/** The row with a new key that waits for the next start, kept as the present one is. Throws `KeyOutOfReach`. */
export async function withNewKey(row: KeyRow, system: SystemKeyStore | undefined): Promise<KeyRow> {
  const { next: _, ...present } = row;
  const number = nextNumber(row);
  const like = byPassphrase(row).at(-1);
  if (keptBy(row) !== 'passphrase' || like === undefined) return { ...present, next: await newKey(number, system) };
  const wrapping = heldWrapping(like.salt);
  if (wrapping === undefined) throw new KeyOutOfReach();
  return { ...present, next: await newUnder(number, like.salt, wrapping) };
}

async function newUnder(number: number, salt: string, wrapping: CryptoKey): Promise<KeptKey> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const wrapped = await wrapKey(raw, number, wrapping);
  raw.fill(0);
  return { number, by: 'passphrase', salt, wrapped };
}
