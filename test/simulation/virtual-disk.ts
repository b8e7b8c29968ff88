import type { LedgerName } from '#shared/ledger/entry';
import type { LedgerStore, Shelf, StoredFile, StoredPage } from '../../renderer/data/ledger-store';
import type { GroupRow, SideTables, SnapshotRow, StateRow } from '../../renderer/data/side-database';
import type { RefusedRow, SealedRow, SyncShelf } from '../../renderer/data/sync/ports';
import type { GroupShelf } from '../../renderer/data/undo';
import type { RegisteredWorkspace } from '../../renderer/data/workspace-registry';

/** Does something on a disk that takes time: before it is done the power may go, or just after. */
export type Step = <T>(work: () => T) => Promise<T>;

type Tables = {
  readonly pages: Readonly<Record<LedgerName, Map<string, StoredPage>>>;
  readonly files: Readonly<Record<LedgerName, Map<string, StoredFile>>>;
  readonly groups: Map<string, GroupRow>;
  readonly hints: Map<string, unknown>;
  readonly refused: Map<string, RefusedRow>;
  readonly sealed: Map<string, SealedRow>;
  readonly chunks: Map<number, SnapshotRow>;
  readonly state: Map<string, StateRow>;
};

const emptyTables = (): Tables => ({
  pages: { team: new Map(), finance: new Map() },
  files: { team: new Map(), finance: new Map() },
  groups: new Map(),
  hints: new Map(),
  refused: new Map(),
  sealed: new Map(),
  chunks: new Map(),
  state: new Map(),
});

function copied({ pages, files, ...rest }: Tables): Tables {
  const others = Object.entries(rest).map(([name, table]) => [name, new Map(table as Map<unknown, unknown>)]);
  return {
    pages: { team: new Map(pages.team), finance: new Map(pages.finance) },
    files: { team: new Map(files.team), finance: new Map(files.finance) },
    ...(Object.fromEntries(others) as Omit<Tables, 'pages' | 'files'>),
  };
}

/** What a device keeps when its memory is lost. */
export class VirtualDisk {
  tables = emptyTables();
  registered: RegisteredWorkspace;
  /** Hears of every page that is written. */
  written: (page: StoredPage, ledger: LedgerName) => void = () => undefined;

  constructor(registered: RegisteredWorkspace) {
    this.registered = registered;
  }

  /** A disk image: all of it as it is now. */
  image(): () => void {
    const { registered } = this;
    const kept = copied(this.tables);
    return () => {
      this.tables = copied(kept);
      this.registered = registered;
    };
  }

  /** Everything that somebody could read who took the disk out, but sealed bundles, which are files for others. */
  text(ledgers: readonly LedgerName[]): string {
    const { pages, files, hints, refused, groups, chunks, state } = this.tables;
    const rows = ledgers.flatMap((ledger) => [...pages[ledger].values(), ...files[ledger].values()]);
    const side = [hints, refused, groups, chunks, state].flatMap((table) => [...(table as Map<unknown, unknown>).entries()]);
    return JSON.stringify([rows, side], (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));
  }

  store(step: Step): LedgerStore {
    const shelves = <Doc extends StoredPage | StoredFile>(table: (tables: Tables) => Map<string, Doc>, written?: (doc: Doc) => void) =>
      shelfOn(() => table(this.tables), step, written);
    const pages = (ledger: LedgerName) =>
      shelves<StoredPage>(
        (tables) => tables.pages[ledger],
        (page) => this.written(page, ledger),
      );
    const files = (ledger: LedgerName) => shelves<StoredFile>((tables) => tables.files[ledger]);
    return {
      pages: { team: pages('team'), finance: pages('finance') },
      files: { team: files('team'), finance: files('finance') },
      close: () => step(() => undefined),
    };
  }

  syncShelf(step: Step): SyncShelf {
    const { tables } = this;
    const put = <T>(table: Map<string, T>, id: string, row: T) => step(() => void table.set(id, structured(row)));
    return {
      hint: (name) => step(() => structured(tables.hints.get(name))),
      keepHint: (name, value) => put(tables.hints, name, value),
      forgetHints: (prefix) =>
        step(() => [...tables.hints.keys()].filter((name) => name.startsWith(prefix)).forEach((name) => tables.hints.delete(name))),
      refused: () => step(() => [...tables.refused.values()]),
      keepRefused: (rows) => step(() => rows.forEach((row) => tables.refused.set(row.entry, structured(row)))),
      forgetRefused: (entries) => step(() => entries.forEach((entry) => tables.refused.delete(entry))),
      sealed: () => step(() => [...tables.sealed.values()]),
      keepSealed: (row) => step(() => void tables.sealed.set(row.id, row)),
      forgetSealed: (id) => step(() => void tables.sealed.delete(id)),
    };
  }

  groups(step: Step): GroupShelf {
    const { groups } = this.tables;
    return {
      all: () => step(() => [...groups.values()]),
      put: (group) => step(() => void groups.set(group.id, group)),
      forget: (ledger) => step(() => [...groups.values()].filter((row) => row.ledger === ledger).forEach(({ id }) => groups.delete(id))),
    };
  }

  /** As much of the side database as a snapshot needs, unsealed. What is in one transaction is written together. */
  sideDatabase(step: Step): SideTables {
    const { chunks, state } = this.tables;
    const now = <T>(value: T): Promise<T> => Promise.resolve(value);
    const unsealed = { sealed: now, opened: now };
    return {
      database: {
        transaction: (_mode: string, _one: unknown, _two: unknown, work: () => Promise<unknown>) => step(() => undefined).then(work),
      },
      state: {
        ...unsealed,
        table: {
          get: (key: string) => now(state.get(key)),
          put: (row: StateRow) => now(state.set(row.key, structured(row))),
          delete: (key: string) => now(state.delete(key)),
        },
      },
      chunks: {
        ...unsealed,
        table: {
          orderBy: () => ({ toArray: () => now([...chunks.values()].toSorted((a, b) => a.n - b.n).map(structured)) }),
          clear: () => now(chunks.clear()),
          bulkAdd: (rows: readonly SnapshotRow[]) => now(rows.forEach((row) => chunks.set(row.n, structured(row)))),
        },
      },
    } as unknown as SideTables;
  }
}

/** What is kept is a copy, as in a database. Blobs stay what they are. */
const structured = <T>(value: T): T => (value === undefined ? value : structuredClone(value));

function shelfOn<Doc extends { readonly id: string }>(
  table: () => Map<string, Doc>,
  step: Step,
  written: (doc: Doc) => void = () => undefined,
): Shelf<Doc> {
  const docs = table();
  const within = (from = '', to = '\uffff'): string[] => [...docs.keys()].filter((id) => id >= from && id <= to).sort();
  const put = (doc: Doc): void => {
    docs.set(doc.id, doc);
    written(doc);
  };
  return {
    ids: (from, to) => step(() => within(from, to)),
    hasAny: (from, to) => step(() => within(from, to).length > 0),
    read: (ids) => step(() => ids.flatMap((id) => docs.get(id) ?? [])),
    readAll: () => step(() => within().map((id) => docs.get(id) as Doc)),
    add: (added) => step(() => added.filter(({ id }) => !docs.has(id)).forEach(put)),
    replace: (changed) => step(() => changed.forEach(put)),
    remove: (ids) => step(() => ids.forEach((id) => docs.delete(id))),
  };
}
