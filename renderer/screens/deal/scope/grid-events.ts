import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { isOfType } from '#shared/records/registry';
import { NEW } from './grid-items';
import { cellAfter, type Cell } from './grid-keys';
import { cellText } from './scope-columns';
import type { ScopeGridState } from './use-scope-grid';

/** What the table hears. Keys that come from inside a cell are the cell's own. */
export function gridEvents(grid: ScopeGridState) {
  return {
    onFocus: (event: FocusEvent<HTMLElement>): void => onFocus(grid, event),
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => onKeyDown(grid, event),
    onClick: (event: MouseEvent<HTMLElement>): void => onClick(grid, event),
    onPaste: (event: ClipboardEvent<HTMLElement>): void => onPaste(grid, event),
    onCopy: (event: ClipboardEvent<HTMLElement>): void => onCopy(grid, event),
  };
}

/** The focus shows at a cell, at the first where one has been at none. */
function onFocus({ active, first, go }: ScopeGridState, { target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target === currentTarget && !active && first) go(first);
}

function onKeyDown(grid: ScopeGridState, event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
  const { items, columns } = grid.needs;
  const at = grid.active ?? grid.first;
  if (event.key === 'Escape') return grid.leave();
  if (!at || (event.key === 'Tab' && grid.leaving)) return;
  const isDone = actOfKey(grid, event, at);
  const press = { key: event.key, shift: event.shiftKey, mod: event.ctrlKey || event.metaKey };
  const next = isDone || event.altKey ? undefined : cellAfter(items, columns.length, at, press);
  if (next) grid.go(next);
  if (isDone || next) event.preventDefault();
}

/** What a key does beside moving; false where it does nothing here. */
function actOfKey(grid: ScopeGridState, event: KeyboardEvent, at: Cell): boolean {
  const { opened, onOpen, columns } = grid.needs;
  const isLine = at.row !== NEW;
  if (event.altKey && isLine && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    grid.move(at.row, event.key === 'ArrowUp' ? -1 : 1);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Enter' || event.key === 'F2') grid.begin(at);
  else if (event.key === ' ' && isLine) onOpen(opened === at.row ? undefined : at.row);
  else if (event.key === 'Insert') grid.addAt(isLine ? at.row : undefined);
  else if (event.key === 'Delete' || event.key === 'Backspace') clear(grid, at);
  else if (event.key.length === 1 && event.key !== ' ') grid.begin(at, columns[at.column]?.options ? undefined : event.key);
  else return false;
  return true;
}

/** Empties a cell; a title and a status are never empty. */
function clear({ needs, mayWrite, records, put }: ScopeGridState, cell: Cell): void {
  const field = needs.columns[cell.column]?.field;
  if (!mayWrite || !field || field === 'title' || field === 'status' || !isOfType('scopeLine', cell.row)) return;
  put({ cell, field, draft: '', saw: records.heads(cell.row, field) });
}

function onClick(grid: ScopeGridState, { target }: MouseEvent<HTMLElement>): void {
  const cell = target instanceof Element && !target.closest('button, a, input, select') ? cellOf(target) : undefined;
  if (!cell) return;
  const isAgain = grid.active?.row === cell.row && grid.active.column === cell.column;
  if (cell.row === NEW || isAgain) grid.begin(cell);
  else grid.go(cell);
}

/** The cell that an element stands in. */
function cellOf(element: Element): Cell | undefined {
  const row = element.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const column = element.closest<HTMLElement>('[data-column]')?.dataset['column'];
  return row === undefined ? undefined : { row, column: column === undefined ? 0 : Number(column) };
}

/** One cell is pasted into the cell one is at, rows become lines below it. */
function onPaste(grid: ScopeGridState, event: ClipboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || !grid.mayWrite) return;
  event.preventDefault();
  const text = event.clipboardData.getData('text/plain');
  const cell = grid.active?.row === NEW ? undefined : grid.active;
  if (text.trim() === '') return;
  if (cell && !/[\t\n]/u.test(text.trim())) grid.begin(cell, text.trim());
  else grid.needs.onRows(text, cell?.row);
}

function onCopy({ active, needs, records }: ScopeGridState, event: ClipboardEvent<HTMLElement>): void {
  const line = active && records.get('scopeLine', active.row);
  const column = active && needs.columns[active.column];
  if (event.target !== event.currentTarget || !line || !column || window.getSelection()?.toString()) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', cellText(line, column.field));
}
