import { Dexie, type Table } from 'dexie';
import type { DeviceId, EntryId, LedgerName, RecordId } from '#shared/ledger/entry';
import { databaseName } from './ledger-store';
import type { FileTextRow, FileTextShelf } from './file-texts';
import { isFileText } from './recovery/sound-rows';
import type { RefusedRow, SealedRow } from './sync/ports';
import { sealedTable, type SealedPiece, type SealedTable } from './vault/sealed-table';
import type { Vault } from './vault/vault';

/** One piece of a snapshot, in the order in which it was packed. */
export interface SnapshotRow {
  readonly n: number;
  readonly ledger: LedgerName;
  readonly chunk: unknown;
}

/** A row of state by name. */
export interface StateRow {
  readonly key: string;
  readonly value: unknown;
}

/** Entries that went in together and are taken back together, such as an import. */
export interface GroupRow {
  /** Its last entry. */
  readonly id: EntryId;
  readonly ledger: LedgerName;
  readonly device: DeviceId;
  /** Sequence numbers of its first and last entry. */
  readonly first: number;
  readonly last: number;
  readonly by: RecordId;
  readonly act: string;
  readonly label: string;
  readonly at: string;
  /** The first entry that it takes back, where it is an undo itself. */
  readonly takesBack?: EntryId;
  readonly undone: boolean;
}

/**
 * What a workspace keeps beside its entries. Nearly all of it is replaceable: the snapshot, the groups of undo, what sync
 * remembers, the texts of files. Losing it costs time at the next start, and the one-step undo of past imports. Not replaceable is what
 * refused entries said once they were taken back, and what was sealed when a role was lost.
 */
export class SideDatabase extends Dexie {
  readonly chunks!: Table<SealedPiece, number>;
  readonly state!: Table<SealedPiece, string>;
  readonly groups!: Table<SealedPiece, EntryId>;
  readonly refused!: Table<SealedPiece, EntryId>;
  readonly sealed!: Table<SealedPiece, string>;
  readonly texts!: Table<SealedPiece, string>;

  constructor(workspace: string) {
    super(databaseName(workspace), { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ chunks: 'n', state: 'key', groups: 'id' });
    this.version(2).stores({ refused: 'entry', sealed: 'id' });
    this.version(3).stores({ texts: 'file' });
  }
}

/** A bundle with its file as bytes: what can be sealed. */
export type PackedBundle = Omit<SealedRow, 'file'> & { readonly bytes: Uint8Array };

/** The tables of the side database as they are read and written: every row sealed. */
export interface SideTables {
  readonly database: SideDatabase;
  readonly chunks: SealedTable<SnapshotRow, number>;
  readonly state: SealedTable<StateRow, string>;
  readonly groups: SealedTable<GroupRow, EntryId>;
  readonly refused: SealedTable<RefusedRow, EntryId>;
  readonly sealed: SealedTable<PackedBundle, string>;
  readonly texts: SealedTable<FileTextRow, string>;
}

/** The side database under a vault. */
export const sideTables = (database: SideDatabase, vault: Vault): SideTables => ({
  database,
  chunks: sealedTable(database.chunks, vault, database.name),
  state: sealedTable(database.state, vault, database.name),
  groups: sealedTable(database.groups, vault, database.name),
  refused: sealedTable(database.refused, vault, database.name),
  sealed: sealedTable(database.sealed, vault, database.name),
  texts: sealedTable(database.texts, vault, database.name),
});

/** The texts of files, kept beside the entries. */
export const diskTexts = ({ texts }: SideTables): FileTextShelf => ({
  get: async (file) => {
    const row = await texts.get(file);
    return row && isFileText(row) ? row : undefined;
  },
  put: (row) => texts.put([row]),
  remove: (file) => texts.table.delete(file),
  clear: () => texts.table.clear(),
});
