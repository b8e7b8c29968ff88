import { isRefused, isSealed } from '../recovery/sound-rows';
import type { PackedBundle, SideTables } from '../side-database';
import type { SealedRow, SyncShelf } from './ports';

const HINT = 'sync/';

/** What sync keeps, beside the workspace on this device. */
export function diskSyncShelf({ state, refused, sealed }: SideTables): SyncShelf {
  return {
    hint: async (name) => (await state.get(HINT + name))?.value,
    keepHint: async (name, value) => {
      if (value === undefined) await state.table.delete(HINT + name);
      else await state.put([{ key: HINT + name, value }]);
    },
    forgetHints: async (prefix) =>
      void (await state.table
        .where('key')
        .startsWith(HINT + prefix)
        .delete()),
    refused: async () => (await refused.all()).filter(isRefused),
    keepRefused: (rows) => refused.put(rows),
    forgetRefused: (entries) => refused.table.bulkDelete([...entries]),
    sealed: async () => (await sealed.all()).map(bundleOf).filter(isSealed),
    keepSealed: async (row) => sealed.put([await packedBundle(row)]),
    forgetSealed: (id) => sealed.table.delete(id),
  };
}

/** A bundle as it can be sealed: its file as bytes. */
export async function packedBundle({ file, ...facts }: SealedRow): Promise<PackedBundle> {
  return { ...facts, bytes: new Uint8Array(await file.arrayBuffer()) };
}

const bundleOf = ({ bytes, ...facts }: PackedBundle): SealedRow => ({ ...facts, file: new Blob([bytes as BlobPart]) });
