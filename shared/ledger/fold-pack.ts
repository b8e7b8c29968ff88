import { typeOfId } from '../values/id';
import type { Entry, EntryId, Json, RecordId } from './entry';
import { EntryIndex, type EntryNo, type PackedIndex } from './entry-index';
import { newState, type FoldState } from './fold-state';
import { HeadSets, type Heads } from './head-sets';
import { Holdings } from './holdings';
import type { KindOf } from './merge-kind';
import { Cell, type OpenField, type Shape } from './record-cell';
import { SeriesRoom } from './series-room';

/** Everything of a fold but its records. */
export interface FoldIndexChunk {
  readonly tag: 'index';
  readonly index: PackedIndex;
  readonly tipHashes: readonly (readonly [EntryNo, string])[];
  readonly sets: readonly (readonly EntryNo[])[];
  readonly ahead: readonly { readonly no: EntryNo; readonly by: readonly EntryNo[]; readonly gone: readonly string[] }[];
  readonly redactions: readonly (readonly [EntryNo, readonly RecordId[]])[];
  readonly newer: readonly EntryId[];
  readonly withdrawn: readonly EntryNo[];
  readonly completeSeries: readonly string[];
  readonly waiting: readonly Entry[];
}

/** Some records of one type, as one text: a text is read back several times faster than an object graph is cloned. */
export interface FoldRecordsChunk {
  readonly tag: 'records';
  readonly type: string;
  readonly count: number;
  readonly text: string;
}

export type FoldChunk = FoldIndexChunk | FoldRecordsChunk;

/** id, values, heads, field names in the order of the heads where these differ, fields that are open. */
type Row = readonly [
  id: RecordId,
  values: Readonly<Record<string, Json>>,
  heads: Heads | readonly Heads[],
  shape: number,
  open?: readonly (readonly [field: string, open: PackedOpen])[],
];
/** A redacted value has no JSON: it is the empty list, any other stands alone in one. */
type PackedOpen = Omit<OpenField, 'values'> & { readonly values: readonly (readonly Json[])[] };

/** Chunks of a fold: entries first, then the records of each type, `size` in a chunk. */
export function* packState(state: FoldState, size: number): Generator<FoldChunk> {
  yield packIndex(state);
  const byType = new Map<string, Cell[]>();
  for (const cell of state.cells.values()) {
    const type = typeOfId(cell.id);
    const cells = byType.get(type);
    if (cells) cells.push(cell);
    else byType.set(type, [cell]);
  }
  for (const [type, cells] of byType) {
    for (let at = 0; at < cells.length; at += size) yield packRecords(type, cells.slice(at, at + size));
  }
}

/** A state from its first chunk, still without records. */
export function unpackIndex(chunk: FoldIndexChunk, kindOf: KindOf): FoldState {
  const index = EntryIndex.unpack(chunk.index);
  const state = newState(kindOf, {
    index,
    holdings: new Holdings(index, chunk.tipHashes),
    sets: HeadSets.unpack(chunk.sets),
    room: SeriesRoom.of(chunk.completeSeries, chunk.waiting),
  });
  for (const { no, by, gone } of chunk.ahead) state.ahead.set(no, { by: [...by], gone: new Set(gone) });
  for (const [no, records] of chunk.redactions) state.redactions.set(no, new Set(records));
  for (const id of chunk.newer) state.newer.add(id);
  for (const no of chunk.withdrawn) state.withdrawn.add(no);
  return state;
}

/** Puts the records of a chunk back. */
export function unpackRecords(state: FoldState, chunk: FoldRecordsChunk): void {
  const { shapes, rows } = JSON.parse(chunk.text) as { readonly shapes: readonly (readonly string[])[]; readonly rows: readonly Row[] };
  const known: readonly Shape[] = shapes.map((fields) => state.rootShape.of(fields));
  for (const [id, values, heads, shape, open] of rows) {
    state.cells.set(id, new Cell(id, values, known[shape] ?? state.rootShape, heads, open && unpackOpen(open)));
    if (open) state.open.add(id);
  }
}

function packIndex(state: FoldState): FoldIndexChunk {
  return {
    tag: 'index',
    index: state.index.pack(),
    tipHashes: state.holdings.pack(),
    sets: [...state.sets.pack()],
    ahead: [...state.ahead].map(([no, { by, gone }]) => ({ no, by: [...by], gone: [...gone] })),
    redactions: [...state.redactions].map(([no, records]) => [no, [...records]] as const),
    newer: [...state.newer],
    withdrawn: [...state.withdrawn],
    completeSeries: state.room.complete(),
    waiting: state.room.waiting(),
  };
}

function packRecords(type: string, cells: readonly Cell[]): FoldRecordsChunk {
  const shapes = new Map<Shape, number>();
  const rows = cells.map((cell): Row => {
    if (!shapes.has(cell.shape)) shapes.set(cell.shape, shapes.size);
    const row = [cell.id, cell.values, cell.heads, shapes.get(cell.shape) ?? 0] as const;
    return cell.open ? [...row, [...cell.open].map(([field, open]) => [field, packOpen(open)] as const)] : row;
  });
  const text = JSON.stringify({ shapes: [...shapes.keys()].map(({ fields }) => fields), rows });
  return { tag: 'records', type, count: cells.length, text };
}

const packOpen = (open: OpenField): PackedOpen => ({ ...open, values: open.values.map((value) => (value === undefined ? [] : [value])) });

const unpackOpen = (open: readonly (readonly [string, PackedOpen])[]): ReadonlyMap<string, OpenField> =>
  new Map(open.map(([field, packed]) => [field, { ...packed, values: packed.values.map(([value]) => value) }]));
