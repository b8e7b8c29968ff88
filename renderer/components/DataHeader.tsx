import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DataColumn } from './data-column';
import { t } from '#shared/values/texts';
import classes from './DataTable.module.css';
import { nextOrder, type SortOrder } from './sort-rows';

interface DataHeaderProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly order: SortOrder | undefined;
  readonly onOrder: (order: SortOrder | undefined) => void;
  /** What can be done with the whole table, at the end of the line. */
  readonly children?: ReactNode;
}

/** The names of the columns; a press orders the rows by one. */
export function DataHeader<Row>({ columns, order, onOrder, children }: DataHeaderProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      {columns.map((column) => (
        <HeaderCell key={column.id} column={column} order={order} onOrder={onOrder} />
      ))}
      {children ? (
        <div className={classes.tools} role="columnheader" aria-label={t('This table')}>
          {children}
        </div>
      ) : null}
    </div>
  );
}

interface HeaderCellProps<Row> extends Omit<DataHeaderProps<Row>, 'columns' | 'children'> {
  readonly column: DataColumn<Row>;
}

function HeaderCell<Row>({ column, order, onOrder }: HeaderCellProps<Row>) {
  const direction = order?.by === column.id ? order.direction : undefined;
  const sorted = direction === 'up' ? 'ascending' : direction === 'down' ? 'descending' : 'none';
  if (!column.sortBy) {
    return (
      <div role="columnheader" className={classes.header} data-align={column.align}>
        {column.header}
      </div>
    );
  }
  return (
    <div role="columnheader" aria-sort={sorted} className={classes.header} data-align={column.align}>
      <button type="button" className={classes.sort} onClick={() => onOrder(nextOrder(order, column.id))}>
        {column.header}
        {direction === 'up' ? <IconArrowUp size={13} aria-hidden /> : null}
        {direction === 'down' ? <IconArrowDown size={13} aria-hidden /> : null}
      </button>
    </div>
  );
}
