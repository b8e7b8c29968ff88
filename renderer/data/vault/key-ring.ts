import { t } from '#shared/values/texts';
import { heldWrapping, unwrapKey } from './passphrase';
import type { Vault } from './vault';
import { openVault } from './vault';

/** The operating system's own key store, where it truly encrypts. */
export interface SystemKeyStore {
  /** Undefined where the system has none. */
  wrap(key: Uint8Array): Promise<string | undefined>;
  /** Undefined where the system cannot open it: another user, another computer, or a key store that was made anew. */
  unwrap(wrapped: string): Promise<Uint8Array | undefined>;
}

/**
 * A data key as it is kept. `browser`: WebCrypto holds it, and gives it to nobody, but the browser keeps it in the profile.
 * `system`: only the operating system's key store opens it. `passphrase`: only what Argon2id makes of a passphrase and `salt`.
 */
export type KeptKey =
  | { readonly number: number; readonly by: 'browser'; readonly key: CryptoKey }
  | { readonly number: number; readonly by: 'system'; readonly wrapped: string }
  | { readonly number: number; readonly by: 'passphrase'; readonly wrapped: string; readonly salt: string };

/** The keys of one workspace. More than one while pieces of a former key may be left. */
export interface KeyRow {
  readonly workspace: string;
  /** Number of the key that seals. */
  readonly current: number;
  readonly keys: readonly KeptKey[];
  /** Whether every piece is sealed under the key in use; else the next start goes on sealing. */
  readonly allSealed: boolean;
  /** The key that seals from the next start on: asked for while windows were at work under the present one. */
  readonly next?: KeptKey;
}

export interface KeyShelf {
  get(workspace: string): Promise<KeyRow | undefined>;
  put(row: KeyRow): Promise<void>;
}

/** The key is there, but whoever must open it does not. */
export class KeyOutOfReach extends Error {
  constructor() {
    super(
      t(
        'The key of this data lies in the key store of the system, which does not give it out. Sign in to the system as the user who made it, or restore a backup with its recovery key.',
      ),
    );
  }
}

/** The key is there, and opens with a passphrase that was not typed into this window yet. */
export class PassphraseNeeded extends Error {
  constructor() {
    super(t('This workspace opens with its passphrase.'));
  }
}

export interface KeyRingParts {
  readonly workspace: string;
  readonly shelf: KeyShelf;
  readonly system: SystemKeyStore | undefined;
}

/**
 * Makes the row of keys what it should be: a key where there is none, and one in the system's key store where there is such
 * a store now; a key that waits begins to seal. Gives the row; where its `allSealed` is false, everything must be sealed anew. Only while no other
 * window works with the keys.
 */
export async function readyKeys({ workspace, shelf, system }: KeyRingParts): Promise<KeyRow> {
  const row = await shelf.get(workspace);
  if (row?.next !== undefined) return promoted(shelf, row, row.next);
  if (row !== undefined && !(await isBetterKept(row, system))) return row;
  return addKey({ workspace, shelf, system }, row);
}

/** Seals with a new key from now on. The former stays until `dropFormerKeys`. Only while no other window works with the keys. */
export async function rotateKeys(parts: KeyRingParts): Promise<KeyRow> {
  return addKey(parts, await parts.shelf.get(parts.workspace));
}

/** Says that every piece is sealed under the key in use: the others are forgotten. */
export async function dropFormerKeys(shelf: KeyShelf, row: KeyRow): Promise<void> {
  await shelf.put({ ...row, keys: row.keys.filter(({ number }) => number === row.current), allSealed: true });
}

/** Throws `KeyOutOfReach` where the system does not open a key, `PassphraseNeeded` where only a passphrase does. */
export async function vaultOf({ current, keys }: KeyRow, system: SystemKeyStore | undefined): Promise<Vault> {
  const opened = await Promise.all(keys.map(async (kept) => [kept.number, await openKey(kept, system)] as const));
  return openVault({ current, keys: new Map(opened) });
}

async function promoted(shelf: KeyShelf, row: KeyRow, next: KeptKey): Promise<KeyRow> {
  const { next: _, ...present } = row;
  const made: KeyRow = { ...present, current: next.number, keys: [...row.keys, next], allSealed: false };
  await shelf.put(made);
  return made;
}

/** A number that no key of the row has. */
export const nextNumber = (row: KeyRow | undefined): number =>
  1 + Math.max(row?.next?.number ?? 0, ...(row?.keys ?? []).map((kept) => kept.number));

async function addKey({ workspace, shelf, system }: KeyRingParts, row: KeyRow | undefined): Promise<KeyRow> {
  const number = nextNumber(row);
  const keys = [...(row?.keys ?? []), await newKey(number, system)];
  const made: KeyRow = { workspace, current: number, keys, allSealed: false };
  await shelf.put(made);
  return made;
}

/** Whether the system would keep the key better than it is kept. */
async function isBetterKept({ current, keys }: KeyRow, system: SystemKeyStore | undefined): Promise<boolean> {
  const kept = keys.find(({ number }) => number === current);
  return kept?.by === 'browser' && (await system?.wrap(new Uint8Array(1))) !== undefined;
}

/** A key as it is kept without a passphrase: by the system where it has a key store, else by the browser. `bytes` are wiped. */
export async function newKey(
  number: number,
  system: SystemKeyStore | undefined,
  bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(KEY_BYTES)),
): Promise<KeptKey> {
  const wrapped = await system?.wrap(bytes);
  const kept: KeptKey = wrapped === undefined ? { number, by: 'browser', key: await held(bytes) } : { number, by: 'system', wrapped };
  bytes.fill(0);
  return kept;
}

const KEY_BYTES = 32;

async function openKey(kept: KeptKey, system: SystemKeyStore | undefined): Promise<CryptoKey> {
  if (kept.by === 'browser') return kept.key;
  const bytes = await rawKey(kept, system);
  const key = await held(bytes);
  bytes.fill(0);
  return key;
}

/** The bytes of a key, to be wiped as soon as may be. Throws `KeyOutOfReach` and `PassphraseNeeded`. */
export async function rawKey(kept: Exclude<KeptKey, { by: 'browser' }>, system: SystemKeyStore | undefined): Promise<Uint8Array> {
  const bytes = kept.by === 'system' ? await system?.unwrap(kept.wrapped) : await rawByPassphrase(kept);
  if (bytes?.length !== KEY_BYTES) throw new KeyOutOfReach();
  return bytes;
}

async function rawByPassphrase({ salt, wrapped, number }: Extract<KeptKey, { by: 'passphrase' }>): Promise<Uint8Array | undefined> {
  const wrapping = heldWrapping(salt);
  if (wrapping === undefined) throw new PassphraseNeeded();
  return unwrapKey(wrapped, number, wrapping);
}

/** WebCrypto seals and opens with it, and gives it to nobody. */
const held = (bytes: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes as BufferSource, 'AES-GCM', false, ['encrypt', 'decrypt']);
