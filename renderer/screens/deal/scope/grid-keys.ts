import type { GridItem } from './grid-items';

/** A cell of the table: the row by its key, the column by its place. */
export interface Cell {
  readonly row: string;
  readonly column: number;
}

/** What a key does to the place one is at. */
export interface Press {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl or Cmd. */
  readonly mod: boolean;
}

const PAGE = 15;

/** The rows that one can be at: headings are passed over. */
export const stops = (items: readonly GridItem[]): readonly GridItem[] => items.filter(({ kind }) => kind !== 'heading');

/**
 * Where a key leads from a cell; undefined when it does not move. Tab goes on to the next row at the end of one, and leaves the
 * table at the last cell.
 */
export function cellAfter(items: readonly GridItem[], columns: number, from: Cell, { key, shift, mod }: Press): Cell | undefined {
  const rows = stops(items);
  const at = rows.findIndex((item) => item.key === from.row);
  const to = (row: number, column: number): Cell | undefined => {
    const item = rows[Math.max(0, Math.min(rows.length - 1, row))];
    return item && { row: item.key, column: Math.max(0, Math.min(columns - 1, column)) };
  };
  const { column } = from;
  // Along a row one may go also while it has not arrived yet.
  const along = (next: number): Cell => ({ row: from.row, column: Math.max(0, Math.min(columns - 1, next)) });
  switch (key) {
    case 'ArrowDown':
      return to(mod ? rows.length : at + 1, column);
    case 'ArrowUp':
      return to(mod ? 0 : at - 1, column);
    case 'ArrowRight':
      return along(mod ? columns : column + 1);
    case 'ArrowLeft':
      return along(mod ? 0 : column - 1);
    case 'PageDown':
      return to(at + PAGE, column);
    case 'PageUp':
      return to(at - PAGE, column);
    case 'Home':
      return mod ? to(0, 0) : along(0);
    case 'End':
      return mod ? to(rows.length, columns) : along(columns);
    case 'Tab': {
      if (at < 0) return along(column + (shift ? -1 : 1));
      const place = at * columns + column + (shift ? -1 : 1);
      return place < 0 || place >= rows.length * columns ? undefined : to(Math.floor(place / columns), place % columns);
    }
    default:
      return undefined;
  }
}

/** The line before or after this one in its own section: what it changes places with. */
export function neighbourOf(items: readonly GridItem[], key: string, step: -1 | 1): Extract<GridItem, { kind: 'line' }> | undefined {
  const own = items.find((item) => item.key === key);
  if (own?.kind !== 'line') return undefined;
  const section = items.filter((item) => item.kind === 'line').filter((item) => item.section === own.section);
  return section[section.indexOf(own) + step];
}
