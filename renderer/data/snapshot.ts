import type { LedgerName } from '#shared/ledger/entry';
import { Fold } from '#shared/ledger/fold';
import type { FoldChunk } from '#shared/ledger/fold-pack';
import { kindOf } from '#shared/records/registry';
import { breather } from './breathe';
import { hasFirstScreen, storedFirstScreen, type FirstScreen } from './first-screen';
import { LEDGERS } from './ledger-store';
import { PageIndex, type PackedPageIndex } from './page-index';
import type { SideTables, SnapshotRow } from './side-database';
import { vaultToPeek } from './vault/workspace-vault';

/** One ledger as a snapshot gives it back. */
export interface HeldLedger {
  readonly fold: Fold;
  readonly index: PageIndex;
  readonly clock: string | undefined;
}

export type HeldLedgers = Readonly<Record<LedgerName, HeldLedger>>;

/** Raised when what a chunk holds changes shape: older snapshots are then not read but made again. */
const FORMAT = 2;
const HEAD = 'snapshot';

interface Head {
  readonly format: number;
  readonly ledgers: Readonly<
    Record<LedgerName, { readonly chunks: number; readonly index: PackedPageIndex; readonly clock: string | undefined }>
  >;
}

/** What a start finds: the records as they were, nothing yet, or a snapshot that cannot be used. */
export type Loaded = { readonly kind: 'held'; readonly ledgers: HeldLedgers } | { readonly kind: 'none' } | { readonly kind: 'unreadable' };

export const emptyLedger = (): HeldLedger => ({ fold: new Fold(kindOf), index: new PageIndex(), clock: undefined });
export const emptyLedgers = (): HeldLedgers => ({ team: emptyLedger(), finance: emptyLedger() });

/**
 * Reads the records as they were when the snapshot was written. It is a cache: whatever is wrong with it, the answer is
 * to read the pages instead.
 */
export async function loadSnapshot({ database, state, chunks }: SideTables): Promise<Loaded> {
  try {
    const [sealedHead, pieces] = await database.transaction('r', state.table, chunks.table, () =>
      Promise.all([state.table.get(HEAD), chunks.table.orderBy('n').toArray()]),
    );
    if (sealedHead === undefined) return { kind: 'none' };
    const [[row], rows] = await Promise.all([state.opened([sealedHead]), chunks.opened(pieces)]);
    const head = row?.value as Head | undefined;
    if (head?.format !== FORMAT) return { kind: 'none' };
    return { kind: 'held', ledgers: { team: unpack('team', head, rows), finance: unpack('finance', head, rows) } };
  } catch {
    return { kind: 'unreadable' };
  }
}

function unpack(name: LedgerName, head: Head, rows: readonly SnapshotRow[]): HeldLedger {
  const chunks = rows.filter(({ ledger }) => ledger === name).map(({ chunk }) => chunk as FoldChunk);
  const { chunks: expected, index, clock } = head.ledgers[name];
  if (chunks.length !== expected) throw new Error(`${chunks.length} of ${expected} chunks of ${name}`);
  const [first, ...others] = chunks;
  if (first?.tag !== 'index') throw new Error(`no index of ${name}`);
  const fold = Fold.unpack(first, kindOf);
  for (const chunk of others) if (chunk.tag === 'records') fold.load(chunk);
  return { fold, index: PageIndex.unpack(index), clock };
}

/**
 * Writes a snapshot, a slice at a time. `isCurrent` says whether the records are still those that the packing began
 * with; where they are not, nothing is written and the answer is false.
 */
export async function saveSnapshot(
  { database, state, chunks }: SideTables,
  ledgers: HeldLedgers,
  isCurrent: () => boolean,
): Promise<boolean> {
  const breathe = breather();
  const rows: SnapshotRow[] = [];
  const counts = { team: 0, finance: 0 };
  for (const ledger of LEDGERS) {
    for (const chunk of ledgers[ledger].fold.pack()) {
      rows.push({ n: rows.length, ledger, chunk });
      counts[ledger] += 1;
      await breathe();
      if (!isCurrent()) return false;
    }
  }
  const headOf = (name: LedgerName) => ({ chunks: counts[name], index: ledgers[name].index.pack(), clock: ledgers[name].clock });
  const head: Head = { format: FORMAT, ledgers: { team: headOf('team'), finance: headOf('finance') } };
  const [pieces, [headPiece]] = await Promise.all([chunks.sealed(rows), state.sealed([{ key: HEAD, value: head }])]);
  if (headPiece === undefined || !isCurrent()) return false;
  await database.transaction('rw', state.table, chunks.table, async () => {
    await chunks.table.clear();
    await chunks.table.bulkAdd(pieces);
    await state.table.put(headPiece);
  });
  return true;
}

/** Forgets the snapshot: the next start reads the pages. */
export async function dropSnapshot({ database, state, chunks }: Pick<SideTables, 'database' | 'state' | 'chunks'>): Promise<void> {
  await database.transaction('rw', state.table, chunks.table, async () => {
    await chunks.table.clear();
    await state.table.delete(HEAD);
  });
}

/** What the pipeline can paint at once, before the workspace is open. Nothing where it was not open long enough yet. */
export async function readFirstScreen(workspace: string): Promise<FirstScreen | undefined> {
  if (!hasFirstScreen(workspace)) return undefined;
  const vault = await vaultToPeek(workspace);
  return vault && storedFirstScreen(vault, workspace);
}
