import { isRefused, isSealed } from '../recovery/sound-rows';
import type { SideDatabase } from '../side-database';
import type { SyncShelf } from './ports';

const HINT = 'sync/';

/** What sync keeps, beside the workspace on this device. */
export function diskSyncShelf({ state, refused, sealed }: SideDatabase): SyncShelf {
  return {
    hint: async (name) => (await state.get(HINT + name))?.value,
    keepHint: async (name, value) => {
      if (value === undefined) await state.delete(HINT + name);
      else await state.put({ key: HINT + name, value });
    },
    forgetHints: async (prefix) =>
      void (await state
        .where('key')
        .startsWith(HINT + prefix)
        .delete()),
    refused: async () => (await refused.toArray()).filter(isRefused),
    keepRefused: async (rows) => void (await refused.bulkPut(rows)),
    forgetRefused: (entries) => refused.bulkDelete([...entries]),
    sealed: async () => (await sealed.toArray()).filter(isSealed),
    keepSealed: async (row) => void (await sealed.put(row)),
    forgetSealed: (id) => sealed.delete(id),
  };
}
