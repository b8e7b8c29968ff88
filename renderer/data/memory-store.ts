import type { FileTextRow, FileTextShelf } from './file-texts';
import type { LedgerStore, Shelf, StoredFile, StoredPage } from './ledger-store';

/** A shelf in memory: for tests, and for looking at a workspace that is not kept. */
export function memoryShelf<Doc extends { readonly id: string }>(): Shelf<Doc> {
  const docs = new Map<string, Doc>();
  const within = (from = '', to = '\uffff'): string[] => [...docs.keys()].filter((id) => id >= from && id <= to).sort();
  return {
    ids: async (from, to) => within(from, to),
    hasAny: async (from, to) => within(from, to).length > 0,
    read: async (ids) => ids.flatMap((id) => docs.get(id) ?? []),
    readAll: async () => within().map((id) => docs.get(id) as Doc),
    add: async (added) => {
      for (const doc of added) if (!docs.has(doc.id)) docs.set(doc.id, doc);
    },
    replace: async (changed) => {
      for (const doc of changed) docs.set(doc.id, doc);
    },
    remove: async (ids) => {
      for (const id of ids) docs.delete(id);
    },
  };
}

export function memoryStore(): LedgerStore {
  return {
    pages: { team: memoryShelf<StoredPage>(), finance: memoryShelf<StoredPage>() },
    files: { team: memoryShelf<StoredFile>(), finance: memoryShelf<StoredFile>() },
    close: async () => undefined,
  };
}

/** Texts of files in memory. */
export function memoryTexts(): FileTextShelf {
  const rows = new Map<string, FileTextRow>();
  return {
    get: async (file) => rows.get(file),
    put: async (row) => void rows.set(row.file, row),
    remove: async (file) => void rows.delete(file),
    clear: async () => rows.clear(),
  };
}
