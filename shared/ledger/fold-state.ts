import { EntryIndex, type EntryNo } from './entry-index';
import type { EntryId, RecordId } from './entry';
import { HeadSets } from './head-sets';
import { Holdings } from './holdings';
import type { MergeKind, KindOf } from './merge-kind';
import { Shape, type Cell } from './record-cell';
import { SeriesRoom } from './series-room';
import { typeOfId } from '../values/id';

/** What is known of an entry that somebody named as seen and that is not folded yet. */
export interface Ahead {
  /** Folded entries that name it, in `over` or as witness. */
  readonly by: EntryNo[];
  /** `record\nfield` where it is superseded already, before it arrives. */
  readonly gone: Set<string>;
}

/** All that a fold remembers. Entries themselves are not in it: values, heads, times and chains are. */
export interface FoldState {
  readonly kindOf: (record: RecordId, field: string) => MergeKind;
  readonly index: EntryIndex;
  readonly holdings: Holdings;
  readonly sets: HeadSets;
  readonly rootShape: Shape;
  readonly cells: Map<RecordId, Cell>;
  /** Records with at least one field that is not simply the value of its head. */
  readonly open: Set<RecordId>;
  readonly ahead: Map<EntryNo, Ahead>;
  readonly redactions: Map<EntryNo, Set<RecordId>>;
  readonly newer: Set<EntryId>;
  /** Entries that their own device took back: whatever arrives of them is their stub. */
  readonly withdrawn: Set<EntryNo>;
  room: SeriesRoom;
}

export function newState(kindOf: KindOf, parts: Partial<Pick<FoldState, 'index' | 'holdings' | 'sets' | 'room'>> = {}): FoldState {
  const index = parts.index ?? new EntryIndex();
  return {
    kindOf: (record, field) => kindOf(typeOfId(record), field),
    index,
    holdings: parts.holdings ?? new Holdings(index),
    sets: parts.sets ?? new HeadSets(),
    rootShape: new Shape([]),
    cells: new Map(),
    open: new Set(),
    ahead: new Map(),
    redactions: new Map(),
    newer: new Set(),
    withdrawn: new Set(),
    room: parts.room ?? new SeriesRoom(),
  };
}

export const goneKey = (record: RecordId, field: string): string => `${record}\n${field}`;

export function aheadOf(state: FoldState, no: EntryNo): Ahead {
  let ahead = state.ahead.get(no);
  if (!ahead) {
    ahead = { by: [], gone: new Set() };
    state.ahead.set(no, ahead);
  }
  return ahead;
}

export const isErased = (state: FoldState, no: EntryNo, record: RecordId): boolean => state.redactions.get(no)?.has(record) ?? false;
