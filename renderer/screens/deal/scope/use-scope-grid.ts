import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Deal } from '#shared/records/registry';
import { moveLine } from '#shared/scope/line-order';
import { scopeLinesOf } from '#shared/scope/live-line';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useWorkspace } from '../../../data/live';
import { NEW, type GridItem } from './grid-items';
import { cellAfter, neighbourOf, stops, type Cell } from './grid-keys';
import type { AskedOfLine } from './LineDialogs';
import type { ScopeColumn } from './scope-columns';
import { useCellEdit } from './use-cell-edit';

export interface GridNeeds {
  readonly deal: Deal;
  readonly items: readonly GridItem[];
  readonly columns: readonly ScopeColumn[];
  readonly addBelow: string | undefined;
  readonly onAddBelow: (line: string | undefined) => void;
  /** The line whose panel is open. */
  readonly opened: string | undefined;
  readonly onOpen: (line: string | undefined) => void;
  readonly onAsk: (asked: AskedOfLine) => void;
  /** Rows of a spreadsheet were pasted while this row was the one. */
  readonly onRows: (text: string, row: string | undefined) => void;
  /** Brings a row into view. */
  readonly onReach: (row: string) => void;
}

/** How a cell is left: which way one goes on. */
export type Onward = 'Enter' | 'Tab' | 'Shift+Tab';

/** What the table is about: the cell one is at, what is typed, and what can be done from there. */
export type ScopeGridState = ReturnType<typeof useScopeGrid>;

export function useScopeGrid(needs: GridNeeds, table: RefObject<HTMLDivElement | null>) {
  const { deal, items, columns, addBelow } = needs;
  const mayWrite = useMayWrite('scopeLine');
  const cells = useCellEdit({ deal, addBelow, onAsk: needs.onAsk });
  const place = usePlace(needs);
  const { edit } = cells;
  useFocusAfterEdit(table, edit !== undefined);

  const begin = (cell: Cell, typed?: string): void => {
    const at = cell.row === NEW ? { ...cell, column: 0 } : cell;
    const column = columns[at.column];
    if (!mayWrite || !column) return;
    place.go(at);
    cells.begin(at, column.field, typed);
  };
  const addAt = (row: string | undefined): void => {
    needs.onAddBelow(row);
    begin({ row: NEW, column: 0 });
  };
  const afterNew = (row: string, then: Onward | undefined): void => {
    // Written in between: the next one goes below this one.
    if (addBelow) needs.onAddBelow(row);
    if (then === 'Enter') begin({ row: NEW, column: 0 });
    else if (then === 'Tab') place.expect({ row, column: 1 });
  };
  /** Takes what was typed; then on, or back where it is refused. */
  const finish = (then?: Onward, draft = edit?.draft): void => {
    if (!edit || draft === undefined) return;
    const isNew = edit.cell.row === NEW;
    if (isNew && draft.trim() === '') return cells.cancel();
    const row = cells.put({ ...edit, draft });
    if (row && isNew) afterNew(row, then);
    else if (row && then) place.go(cellAfter(items, columns.length, edit.cell, ONWARD[then]));
  };
  return {
    needs,
    mayWrite,
    ...place,
    ...useRowMoves(needs),
    edit,
    begin,
    addAt,
    finish,
    put: cells.put,
    change: cells.change,
    cancel: cells.cancel,
  };
}

const ONWARD = {
  Enter: { key: 'ArrowDown', shift: false, mod: false },
  Tab: { key: 'Tab', shift: false, mod: false },
  'Shift+Tab': { key: 'Tab', shift: true, mod: false },
} as const;

/**
 * The cell one is at; none where its row is no longer there. A row that was only just written is expected: it can be gone on in
 * before it has arrived. `leaving`: Escape was pressed, so that Tab leaves the table.
 */
function usePlace({ items, opened, onOpen, onReach }: GridNeeds) {
  const [wanted, setWanted] = useState<Cell>();
  const [expected, setExpected] = useState<string>();
  const [leaving, setLeaving] = useState(false);
  const rows = stops(items);
  const active = wanted && (wanted.row === expected || rows.some(({ key }) => key === wanted.row)) ? wanted : undefined;
  const go = (cell: Cell | undefined): void => {
    setLeaving(false);
    if (!cell) return;
    setWanted(cell);
    if (cell.row !== expected) setExpected(undefined);
    onReach(cell.row);
    if (opened && cell.row !== NEW && cell.row !== opened) onOpen(cell.row);
  };
  const expect = (cell: Cell): void => {
    setWanted(cell);
    setExpected(cell.row);
  };
  return { active, first: rows[0] && { row: rows[0].key, column: 0 }, leaving, go, expect, leave: (): void => setLeaving(true) };
}

function useRowMoves({ deal, items }: GridNeeds) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const move = (row: string, step: -1 | 1): void => {
    const line = records.get('scopeLine', row);
    const other = neighbourOf(items, row, step)?.line;
    const place = other && (step < 0 ? { before: other } : { after: other });
    if (line && place) void commit(moveLine(scopeLinesOf(records, deal.id), line, place));
  };
  return { records, move };
}

/** Keys go on to the table when a cell closes, unless the person went elsewhere. */
function useFocusAfterEdit(table: RefObject<HTMLDivElement | null>, isEditing: boolean): void {
  const was = useRef(false);
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (was.current && !isEditing && isFree) table.current?.focus({ preventScroll: true });
    was.current = isEditing;
  }, [isEditing, table]);
}
