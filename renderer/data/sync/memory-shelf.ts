import type { RefusedRow, SealedRow, SyncShelf } from './ports';

/** What sync keeps, in memory: for tests, and for a workspace that is not kept. */
export function memorySyncShelf(): SyncShelf {
  const hints = new Map<string, string>();
  const refused = new Map<string, RefusedRow>();
  const sealed = new Map<string, SealedRow>();
  return {
    hint: async (name) => {
      const text = hints.get(name);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    keepHint: async (name, value) => {
      if (value === undefined) hints.delete(name);
      else hints.set(name, JSON.stringify(value));
    },
    forgetHints: async (prefix) => {
      for (const name of [...hints.keys()]) if (name.startsWith(prefix)) hints.delete(name);
    },
    refused: async () => [...refused.values()],
    keepRefused: async (rows) => {
      for (const row of rows) refused.set(row.entry, row);
    },
    forgetRefused: async (entries) => {
      for (const entry of entries) refused.delete(entry);
    },
    sealed: async () => [...sealed.values()],
    keepSealed: async (row) => void sealed.set(row.id, row),
    forgetSealed: async (id) => void sealed.delete(id),
  };
}
