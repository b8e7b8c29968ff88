import { memo } from 'react';
import type { DataColumn } from './data-column';
import classes from './DataTable.module.css';
import { valueMark } from './value-mark';

interface DataRowProps<Row> {
  /** The table's own name: with the index it makes the row's. */
  readonly name: string;
  readonly row: Row;
  readonly columns: readonly DataColumn<Row>[];
  readonly index: number;
  /** Distance from the top of the list, in pixels. */
  readonly start: number;
  readonly chosen: boolean;
  /** A strong line below it. */
  readonly line: boolean;
  readonly opens: boolean;
}

function PlainRow<Row>({ name, row, columns, index, start, chosen, line, opens }: DataRowProps<Row>) {
  return (
    <div
      id={`${name}-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      className={classes.row}
      data-index={index}
      data-opens={opens || undefined}
      data-line={line || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align} {...markOf(column, row)}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

function markOf<Row>({ value }: DataColumn<Row>, row: Row): ReturnType<typeof valueMark> | undefined {
  const shown = value?.(row);
  return shown && valueMark(shown.record, shown.field);
}

/** A row drawn again only when it, its place or its marks changed. The table listens for all of them. */
export const DataRow = memo(PlainRow) as typeof PlainRow;
