import type { Vault } from './vault';
import { newDataKey, openVault } from './vault';

/** The operating system's own key store, where it truly encrypts. */
export interface SystemKeyStore {
  /** Undefined where the system has none. */
  wrap(key: Uint8Array): Promise<string | undefined>;
  /** Undefined where the system cannot open it: another user, another computer, or a key store that was made anew. */
  unwrap(wrapped: string): Promise<Uint8Array | undefined>;
}

/**
 * A data key as it is kept. `browser`: WebCrypto holds it, and gives it to nobody, but the browser keeps it in the profile.
 * `system`: only the operating system's key store opens it.
 */
export type KeptKey =
  | { readonly number: number; readonly by: 'browser'; readonly key: CryptoKey }
  | { readonly number: number; readonly by: 'system'; readonly wrapped: string };

/** The keys of one workspace. More than one while pieces of a former key may be left. */
export interface KeyRow {
  readonly workspace: string;
  /** Number of the key that seals. */
  readonly current: number;
  readonly keys: readonly KeptKey[];
  /** Whether every piece is sealed under the key in use; else the next start goes on sealing. */
  readonly allSealed: boolean;
}

export interface KeyShelf {
  get(workspace: string): Promise<KeyRow | undefined>;
  put(row: KeyRow): Promise<void>;
}

/** The key is there, but whoever must open it does not. */
export class KeyOutOfReach extends Error {
  constructor() {
    super(
      'The key of this data lies in the key store of the system, which does not give it out. Sign in to the system as the user who made it. Nothing is lost.',
    );
  }
}

export interface KeyRingParts {
  readonly workspace: string;
  readonly shelf: KeyShelf;
  readonly system: SystemKeyStore | undefined;
}

/**
 * Makes the row of keys what it should be: a key where there is none, and one in the system's key store where there is such
 * a store now. Gives the row; where its `allSealed` is false, everything must be sealed anew. Only while no other
 * window works with the keys.
 */
export async function readyKeys({ workspace, shelf, system }: KeyRingParts): Promise<KeyRow> {
  const row = await shelf.get(workspace);
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

/** Throws `KeyOutOfReach` where the system does not open a key. */
export async function vaultOf({ current, keys }: KeyRow, system: SystemKeyStore | undefined): Promise<Vault> {
  const opened = await Promise.all(keys.map(async (kept) => [kept.number, await openKey(kept, system)] as const));
  return openVault({ current, keys: new Map(opened) });
}

async function addKey({ workspace, shelf, system }: KeyRingParts, row: KeyRow | undefined): Promise<KeyRow> {
  const number = 1 + Math.max(0, ...(row?.keys ?? []).map((kept) => kept.number));
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

async function newKey(number: number, system: SystemKeyStore | undefined): Promise<KeptKey> {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const wrapped = await system?.wrap(bytes);
  bytes.fill(0);
  if (wrapped !== undefined) return { number, by: 'system', wrapped };
  return { number, by: 'browser', key: await newDataKey(false) };
}

const KEY_BYTES = 32;

async function openKey(kept: KeptKey, system: SystemKeyStore | undefined): Promise<CryptoKey> {
  if (kept.by === 'browser') return kept.key;
  const bytes = await system?.unwrap(kept.wrapped);
  if (bytes?.length !== KEY_BYTES) throw new KeyOutOfReach();
  const key = await crypto.subtle.importKey('raw', bytes as BufferSource, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return key;
}
