import type { Table } from 'dexie';
import { packValue, unpackValue } from './packed-value';
import { PieceRefused, type Vault } from './vault';

/** A row as it lies on disk: its key, readable, and the rest of it, sealed. */
export type SealedPiece = Readonly<Record<string, unknown>> & { readonly piece?: Uint8Array };

/** A table of which each row lies sealed. */
export interface SealedTable<Row, Key> {
  get(key: Key): Promise<Row | undefined>;
  all(): Promise<Row[]>;
  put(rows: readonly Row[]): Promise<void>;
  /** Rows as they are to be put into `table`: for transactions, during which nothing can be sealed. */
  sealed(rows: readonly Row[]): Promise<SealedPiece[]>;
  /** The rows that these pieces hold. */
  opened(pieces: readonly SealedPiece[]): Promise<Row[]>;
  readonly table: Table<SealedPiece, Key>;
}

export function sealedTable<Row, Key extends string | number>(
  table: Table<SealedPiece, Key>,
  vault: Vault,
  place: string,
): SealedTable<Row, Key> {
  const field = String(table.schema.primKey.keyPath);
  const contextOf = (key: unknown): string => `${place}/${table.name}/${String(key)}`;
  const seal = async (row: Row): Promise<SealedPiece> => {
    const key = (row as Record<string, unknown>)[field];
    return { [field]: key, piece: await vault.seal(packValue(row), contextOf(key)) };
  };
  const open = async (row: SealedPiece): Promise<Row> => {
    const context = contextOf(row[field]);
    if (!(row.piece instanceof Uint8Array)) throw new PieceRefused(context);
    return unpackValue(await vault.open(row.piece, context)) as Row;
  };
  const sealed = (rows: readonly Row[]): Promise<SealedPiece[]> => Promise.all(rows.map(seal));
  const opened = (pieces: readonly SealedPiece[]): Promise<Row[]> => Promise.all(pieces.map(open));
  /** What is damaged is as good as none. */
  const soundRows = async (pieces: readonly SealedPiece[]): Promise<Row[]> => {
    const rows = await Promise.allSettled(pieces.map(open));
    return rows.flatMap((row) => {
      if (row.status === 'fulfilled') return [row.value];
      if (row.reason instanceof PieceRefused) return [];
      throw row.reason;
    });
  };
  return {
    table,
    sealed,
    opened,
    get: async (key) => {
      const piece = await table.get(key);
      return piece && (await soundRows([piece]))[0];
    },
    all: async () => soundRows(await table.toArray()),
    put: async (rows) => void (await table.bulkPut(await sealed(rows))),
  };
}

/** Seals under the key in use each row that is not, one after the other. `pack` makes of a plain row what can be packed. */
export async function resealTable<Key extends string | number>(
  table: Table<SealedPiece, Key>,
  vault: Vault,
  place: string,
  pack: (row: SealedPiece) => Promise<unknown> = async (row) => row,
  staysOpen: (key: Key) => boolean = () => false,
): Promise<void> {
  const rows = sealedTable<unknown, Key>(table, vault, place);
  for (const key of await table.toCollection().primaryKeys()) {
    const row = staysOpen(key) ? undefined : await table.get(key);
    if (row === undefined || (row.piece instanceof Uint8Array && vault.isCurrent(row.piece))) continue;
    const content = row.piece === undefined ? await pack(row) : await rows.get(key);
    if (content !== undefined) await rows.put([content]);
  }
}
