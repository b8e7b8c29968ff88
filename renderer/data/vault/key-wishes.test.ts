import { expect, test } from 'vitest';
import { dropFormerKeys, PassphraseNeeded, readyKeys, vaultOf, type KeyRow, type KeyShelf, type SystemKeyStore } from './key-ring';
import { keptBy, openWith, underPassphrase, withNewKey, withoutPassphrase } from './key-wishes';

const TEXT = new TextEncoder().encode('Kestrel pays 148,000');

const pretendStore: SystemKeyStore = {
  wrap: async (key) => Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  unwrap: async (wrapped) => Uint8Array.from(wrapped.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
};

function aShelf(): KeyShelf & { row: KeyRow | undefined } {
  const kept: KeyShelf & { row: KeyRow | undefined } = {
    row: undefined,
    get: async () => kept.row,
    put: async (row) => {
      kept.row = row;
    },
  };
  return kept;
}

const another = async (row: KeyRow): Promise<KeyRow> => ({
  ...row,
  keys: row.keys.map((kept) => (kept.by === 'passphrase' ? { ...kept, salt: btoa('a window anew.16') } : kept)),
});

test('a key of the system goes under a passphrase and back without anything being sealed anew', async () => {
  const shelf = aShelf();
  const made = await readyKeys({ workspace: 'w', shelf, system: pretendStore });
  const piece = await (await vaultOf(made, pretendStore)).seal(TEXT, 'here');
  const closed = await underPassphrase(made, 'correct horse battery', pretendStore);
  expect(closed.keys.map(({ by }) => by)).toEqual(['passphrase']);
  expect(closed.next).toBeUndefined();
  expect(await (await vaultOf(closed, undefined)).open(piece, 'here')).toEqual(TEXT);
  const freed = await withoutPassphrase(closed, pretendStore);
  expect(keptBy(freed)).toBe('system');
  expect(await (await vaultOf(freed, pretendStore)).open(piece, 'here')).toEqual(TEXT);
});

test('a key that the browser keeps gives way at the next start to one that only the passphrase opens', async () => {
  const shelf = aShelf();
  const parts = { workspace: 'w', shelf, system: undefined };
  const made = await readyKeys(parts);
  const piece = await (await vaultOf(made, undefined)).seal(TEXT, 'here');
  await shelf.put(await underPassphrase(made, 'correct horse battery', undefined));
  const promoted = await readyKeys(parts);
  expect([promoted.current, promoted.allSealed, promoted.next]).toEqual([2, false, undefined]);
  const vault = await vaultOf(promoted, undefined);
  expect(await vault.open(piece, 'here')).toEqual(TEXT);
  expect(vault.isCurrent(piece)).toBe(false);
  await dropFormerKeys(shelf, promoted);
  expect(shelf.row?.keys.map(({ by }) => by)).toEqual(['passphrase']);
});

test('without the passphrase nothing opens, a wrong one opens nothing, and the right one does', async () => {
  const made = await readyKeys({ workspace: 'w', shelf: aShelf(), system: pretendStore });
  const closed = await underPassphrase(made, 'correct horse battery', pretendStore);
  await expect(vaultOf(await another(closed), pretendStore)).rejects.toThrow(PassphraseNeeded);
  expect(await openWith(closed, 'correct horse batterie')).toBe(false);
  expect(await openWith(closed, 'correct horse battery')).toBe(true);
});

test('a new key waits for the next start and is kept as the present one', async () => {
  const shelf = aShelf();
  const parts = { workspace: 'w', shelf, system: pretendStore };
  const made = await underPassphrase(await readyKeys(parts), 'correct horse battery', pretendStore);
  const wished = await withNewKey(made, pretendStore);
  expect([wished.current, wished.next?.number, wished.next?.by]).toEqual([1, 2, 'passphrase']);
  await shelf.put({ ...wished, allSealed: true });
  expect((await readyKeys(parts)).current).toBe(2);
});
