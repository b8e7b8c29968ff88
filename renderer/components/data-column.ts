import type { ReactNode } from 'react';
import type { TableValue } from '#shared/exchange/table-file';
import type { ShownValue } from './value-mark';

/** One column of a `DataTable`. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Which value the cell shows: its history opens from the cell. Left out where the cell is computed. */
  readonly value?: (row: Row) => ShownValue;
  /** What the column holds, for an exported file. Left out where the cell is plain text, or what it sorts by is what it shows. */
  readonly data?: (row: Row) => TableValue;
  /** What the column sorts by; without it the header is not a button. */
  readonly sortBy?: (row: Row) => string | number | undefined;
  /** Least width in pixels. */
  readonly width?: number;
  /** Share of the width that is left over; 0 keeps the column at its width. */
  readonly grow?: number;
  /** Width of the table, in pixels, from which the column is shown; always when left out. */
  readonly shownFrom?: number;
  /** `end` for numbers. */
  readonly align?: 'end';
}
