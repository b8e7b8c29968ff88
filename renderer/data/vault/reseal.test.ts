import { expect, test } from 'vitest';
import type { Shelf, StoredPage } from '../ledger-store';
import { memoryStore } from '../memory-store';
import { resealStore, sealedStore } from './sealed-store';
import { dropFormerKeys, KeyOutOfReach, readyKeys, rotateKeys, vaultOf, type KeyRow, type KeyShelf, type SystemKeyStore } from './key-ring';

const PAGES = Array.from({ length: 40 }, (_, n): StoredPage => ({ id: `page-${String(n).padStart(2, '0')}`, entries: `["Kestrel ${n}"]` }));
const FILE = { id: 'file:1', body: '{"name":"Offer.pdf"}' };

class PowerCut extends Error {}

/** A shelf on which the power goes just before, or just after, a number of writes. */
function failing<Doc extends { readonly id: string }>(shelf: Shelf<Doc>, step: () => void): Shelf<Doc> {
  return {
    ...shelf,
    replace: async (docs) => {
      step();
      await shelf.replace(docs);
      step();
    },
  };
}

function memoryKeys(step: () => void = () => undefined): KeyShelf & { row: KeyRow | undefined } {
  const kept = {
    row: undefined as KeyRow | undefined,
    get: async () => kept.row,
    put: async (row: KeyRow) => {
      step();
      kept.row = row;
      step();
    },
  };
  return kept;
}

const pretendStore: SystemKeyStore = {
  wrap: async (key) => Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  unwrap: async (wrapped) => Uint8Array.from(wrapped.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
};

/** Seals anew what `begin` asks for, with the power going after each step in turn, until one run comes to its end. */
async function withPowerCuts(
  store: ReturnType<typeof memoryStore>,
  keys: ReturnType<typeof memoryKeys>,
  begin: 'ready' | 'rotate',
): Promise<number> {
  let cuts = 0;
  for (let run = 0; ; run += 1) {
    // Just after the first write of this run, and just before or after its second.
    const mayDo = 1 + (run % 3);
    let done = 0;
    const step = (): void => {
      done += 1;
      if (done > mayDo) throw new PowerCut();
    };
    const shelf: KeyShelf = {
      get: keys.get,
      put: async (row) => {
        step();
        await keys.put(row);
        step();
      },
    };
    const parts = { workspace: 'w', shelf, system: undefined };
    const { pages, files, close } = store;
    const weak = {
      pages: { team: failing(pages.team, step), finance: failing(pages.finance, step) },
      files: { team: failing(files.team, step), finance: failing(files.finance, step) },
      close,
    };
    try {
      // A rotation is asked for once; after that the start sees from the row that it is not at its end.
      const row = begin === 'rotate' && cuts === 0 ? await rotateKeys(parts) : await readyKeys(parts);
      if (row.allSealed) return cuts;
      await resealStore(weak, 'w', await vaultOf(row, undefined), () => undefined);
      await dropFormerKeys(shelf, row);
      return cuts;
    } catch (cause) {
      if (!(cause instanceof PowerCut)) throw cause;
      cuts += 1;
      if (keys.row !== undefined) await expectOpensOrLiesOpen(store, keys.row);
    }
  }
}

/** Whatever the state of the work: each page is as it was, sealed under a key that is kept, or not sealed yet. */
async function expectOpensOrLiesOpen(store: ReturnType<typeof memoryStore>, row: KeyRow): Promise<void> {
  const opened = await sealedStore(store, 'w', await vaultOf(row, undefined)).pages.team.readAll();
  const raw = await store.pages.team.readAll();
  for (const [at, page] of PAGES.entries()) expect([opened[at]?.entries, raw[at]?.entries]).toContain(page.entries);
}

test('what lay open is sealed, whenever the power goes in between, and nothing is lost', async () => {
  const [store, keys] = [memoryStore(), memoryKeys()];
  await store.pages.team.add(PAGES);
  await store.files.finance.add([FILE]);
  expect(await withPowerCuts(store, keys, 'ready')).toBeGreaterThan(3);
  expect(JSON.stringify([await store.pages.team.readAll(), await store.files.finance.readAll()])).not.toMatch(/Kestrel|Offer/);
  const row = keys.row;
  if (row === undefined) throw new Error('No key was kept');
  expect(row).toMatchObject({ allSealed: true });
  expect(row.keys).toHaveLength(1);
  const sealed = sealedStore(store, 'w', await vaultOf(row, undefined));
  expect(await sealed.pages.team.readAll()).toEqual(PAGES);
  expect(await sealed.files.finance.readAll()).toEqual([FILE]);
});

test('a rotation opens fully, wherever it is interrupted, and the former key opens nothing once it is at its end', async () => {
  const [store, keys] = [memoryStore(), memoryKeys()];
  await store.pages.team.add(PAGES);
  await withPowerCuts(store, keys, 'ready');
  const before = keys.row;
  if (before === undefined) throw new Error('No key was kept');
  expect(await withPowerCuts(store, keys, 'rotate')).toBeGreaterThan(3);
  const after = keys.row;
  if (after === undefined) throw new Error('No key was kept');
  expect(after.current).toBeGreaterThan(before.current);
  expect(after.keys).toHaveLength(1);
  expect(await sealedStore(store, 'w', await vaultOf(after, undefined)).pages.team.readAll()).toEqual(PAGES);
  const withFormer = await sealedStore(store, 'w', await vaultOf(before, undefined)).pages.team.readAll();
  expect(withFormer.filter(({ entries }) => entries.includes('Kestrel'))).toEqual([]);
});

test('a page that was put in the place of another is as good as damaged', async () => {
  const [store, keys] = [memoryStore(), memoryKeys()];
  const row = await readyKeys({ workspace: 'w', shelf: keys, system: undefined });
  const sealed = sealedStore(store, 'w', await vaultOf(row, undefined));
  await sealed.pages.team.add(PAGES.slice(0, 2));
  const [first] = await store.pages.team.read(['page-00']);
  await store.pages.team.replace([{ id: 'page-01', entries: first?.entries ?? '' }]);
  expect((await sealed.pages.team.readAll()).map(({ entries }) => entries)).toEqual(['["Kestrel 0"]', '\u0000']);
});

test('once the system has a key store the key moves into it, and without that store nothing opens', async () => {
  const keys = memoryKeys();
  const before = await readyKeys({ workspace: 'w', shelf: keys, system: undefined });
  expect(before.keys).toMatchObject([{ by: 'browser' }]);
  const after = await readyKeys({ workspace: 'w', shelf: keys, system: pretendStore });
  expect(after).toMatchObject({ current: 2, allSealed: false, keys: [{ by: 'browser' }, { by: 'system' }] });
  const piece = await (await vaultOf(after, pretendStore)).seal(Uint8Array.of(7), 'here');
  expect(await (await vaultOf(after, pretendStore)).open(piece, 'here')).toEqual(Uint8Array.of(7));
  await expect(vaultOf(after, undefined)).rejects.toBeInstanceOf(KeyOutOfReach);
});
