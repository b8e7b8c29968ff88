import type { ReactNode } from 'react';

/** One column of a `DataTable`. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
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
