import { isJsonObject } from '#shared/ledger/json-check';
import type { LedgerStore } from '../ledger-store';
import { SideDatabase } from '../side-database';
import { packedBundle } from '../sync/disk-shelf';
import type { SealedRow } from '../sync/ports';
import { observed, type Observable } from '../observable';
import { heldTogether, ifLockIsFree } from '../window-lock';
import type { Progress } from '../workspace';
import { keyShelf } from '../workspace-registry';
import { REGISTRATION } from '../recovery/registration';
import {
  dropFormerKeys,
  KeyOutOfReach,
  readyKeys,
  vaultOf,
  type KeptKey,
  type KeyRow,
  type KeyShelf,
  type SystemKeyStore,
} from './key-ring';
import { keptBy, openWith, underPassphrase, withNewKey, withoutPassphrase } from './key-wishes';
import { resealStore } from './sealed-store';
import { resealTable } from './sealed-table';
import type { Vault } from './vault';

let system: SystemKeyStore | undefined;

/** From now on data keys are kept in the operating system's key store, where it has one. Called once, before anything is opened. */
export function keepKeysIn(store: SystemKeyStore): void {
  system = store;
}

const sealing = observed<Progress | undefined>(undefined);

/** How far this window is with sealing everything under a new key; undefined while it is not. */
export const sealingProgress: Observable<Progress | undefined> = sealing;

/** How a workspace is protected on this device. */
export interface Protection {
  readonly by: KeptKey['by'];
  /** Whether a new key waits for the next start. */
  readonly isWaiting: boolean;
  /** Whether this system has a key store that truly encrypts. */
  readonly hasSystemStore: boolean;
}

export async function protectionOf(workspace: string): Promise<Protection> {
  const [row, wrapped] = await Promise.all([withKeys(workspace, async (shelf) => shelf.get(workspace)), system?.wrap(new Uint8Array(1))]);
  return { by: (row && keptBy(row)) ?? 'browser', isWaiting: row?.next !== undefined, hasSystemStore: wrapped !== undefined };
}

/** Tries a passphrase. True: the workspace opens in this window from now on. */
export const unlockWorkspace = (workspace: string, passphrase: string): Promise<boolean> =>
  withKeys(workspace, async (shelf) => {
    const row = await shelf.get(workspace);
    return row !== undefined && openWith(row, passphrase);
  });

/** From now on the workspace opens with this passphrase alone. */
export const protectByPassphrase = (workspace: string, passphrase: string): Promise<void> =>
  change(workspace, (row) => underPassphrase(row, passphrase, system));

/** From now on the workspace opens without a passphrase. Throws `PassphraseNeeded` where none was typed in. */
export const protectWithoutPassphrase = (workspace: string): Promise<void> => change(workspace, (row) => withoutPassphrase(row, system));

/** Seals everything under a new key at the next start at which no other window has the workspace open. */
export const renewKey = (workspace: string): Promise<void> => change(workspace, (row) => withNewKey(row, system));

const change = (workspace: string, wish: (row: KeyRow) => Promise<KeyRow>): Promise<void> =>
  withKeys(workspace, async (shelf) => {
    const row = await shelf.get(workspace);
    if (row === undefined) throw new KeyOutOfReach();
    await shelf.put(await wish(row));
  });

async function withKeys<T>(workspace: string, work: (shelf: KeyShelf) => Promise<T>): Promise<T> {
  const side = new SideDatabase(workspace);
  try {
    return await work(keptTwice(side));
  } finally {
    side.close();
  }
}

/** The vault of a workspace that is about to be open in this window. */
export interface HeldVault {
  readonly vault: Vault;
  /** Lets go of the keys, and lets another window change them. */
  release(): void;
}

const lockOf = (workspace: string): string => `throughline/${workspace}/keys`;

/**
 * The vault of a workspace: its key is made the first time, and what is not sealed under the key in use is sealed, with
 * progress. That waits for a start where no other window has the workspace open. Throws `KeyOutOfReach`.
 */
export async function openWorkspaceVault(
  workspace: string,
  open: { readonly store: Promise<LedgerStore>; readonly side: SideDatabase },
  onProgress: (progress: Progress) => void = sealing.set,
): Promise<HeldVault> {
  const shelf = keptTwice(open.side);
  const parts = { workspace, shelf, system };
  await ifLockIsFree(lockOf(workspace), async () => {
    const row = await readyKeys(parts);
    if (!row.allSealed)
      await reseal(row, shelf, { store: await open.store, side: open.side }, onProgress).finally(() => sealing.set(undefined));
  });
  const letGo = await heldTogether(lockOf(workspace));
  try {
    const row = await shelf.get(workspace);
    if (row === undefined) throw new KeyOutOfReach();
    const vault = await vaultOf(row, system);
    return {
      vault,
      release: () => {
        vault.lock('person');
        letGo();
      },
    };
  } catch (cause) {
    letGo();
    throw cause;
  }
}

/** The vault of a workspace for a look at what is kept of its first screen; nothing where there is none yet, or it does not open. */
export async function vaultToPeek(workspace: string): Promise<Vault | undefined> {
  const row = await keyShelf.get(workspace);
  if (row === undefined) return undefined;
  return vaultOf(row, system).catch(() => undefined);
}

/** Caches are dropped, as they are made again; everything else is sealed piece by piece. */
async function reseal(
  row: KeyRow,
  keys: KeyShelf,
  { store, side }: { readonly store: LedgerStore; readonly side: SideDatabase },
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const { workspace } = row;
  const vault = await vaultOf(row, system);
  const shelves = [...Object.values(store.pages), ...Object.values(store.files)];
  const total = (await Promise.all(shelves.map(async (shelf) => (await shelf.ids()).length))).reduce((sum, count) => sum + count, 0);
  let done = 0;
  await side.chunks.clear();
  await side.texts.clear();
  await side.state.where('key').equals('snapshot').delete();
  await resealStore(store, workspace, vault, (documents) => onProgress({ done: (done += documents), total }));
  await resealTable(side.state, vault, side.name, undefined, (key) => key === REGISTRATION || key === KEYS);
  await resealTable(side.groups, vault, side.name);
  await resealTable(side.refused, vault, side.name);
  await resealTable(side.sealed, vault, side.name, (bundle) => packedBundle(bundle as unknown as SealedRow));
  await dropFormerKeys(keys, row);
}

const KEYS = 'keys';

/** Keys are kept beside what they seal too: a list of workspaces that is damaged must not cost the data. */
const keptTwice = ({ state }: SideDatabase): KeyShelf => ({
  get: async (workspace) => {
    const [listed, copy] = [await keyShelf.get(workspace), (await state.get(KEYS))?.['value']];
    if (isKeyRow(listed)) return listed;
    return isKeyRow(copy) ? copy : undefined;
  },
  put: async (row) => {
    await state.put({ key: KEYS, value: row });
    await keyShelf.put(row);
  },
});

/** The keys of a row that was damaged are as good as none. */
function isKeyRow(row: unknown): row is KeyRow {
  if (!isJsonObject(row)) return false;
  const { current, keys, allSealed } = row as Partial<KeyRow>;
  if (!Array.isArray(keys) || typeof allSealed !== 'boolean') return false;
  const isKept = (kept: KeptKey): boolean => (kept.by === 'browser' ? kept.key instanceof CryptoKey : typeof kept.wrapped === 'string');
  return keys.every((kept: KeptKey | null) => kept !== null && isKept(kept)) && keys.some((kept: KeptKey) => kept.number === current);
}
