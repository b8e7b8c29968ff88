import { memo } from 'react';
import classes from './DataTable.module.css';
import type { DataColumn } from './data-column';

interface DataRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly columns: readonly DataColumn<Row>[];
  readonly index: number;
  /** Distance from the top of the list, in pixels. */
  readonly start: number;
  readonly active: boolean;
  /** A strong line below it. */
  readonly line: boolean;
  readonly onPress: ((row: Row) => void) | undefined;
}

function PlainRow<Row>({ id, row, columns, index, start, active, line, onPress }: DataRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      className={classes.row}
      data-opens={onPress ? true : undefined}
      data-line={line || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => {
        if (!isOwnControl(event.target)) onPress?.(row);
      }}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** A row drawn again only when it, its place or its mark changed. */
export const DataRow = memo(PlainRow) as typeof PlainRow;

/** Links and buttons inside a row do their own work. */
function isOwnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, [role="menuitem"]') !== null;
}
