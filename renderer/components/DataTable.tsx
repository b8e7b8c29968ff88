import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, type RefObject, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useAppearance } from '../ui-state/appearance';
import classes from './DataTable.module.css';
import type { DataColumn } from './data-column';
import { DataRow } from './DataRow';
import { type SortOrder, nextOrder, sortRows } from './sort-rows';
import { useActiveRow } from './use-active-row';

export interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** Stable: made outside the component or memoised. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** The keyboard or a press has come to a row, or left them all: for a list with a panel beside it. */
  readonly onActive?: (row: Row | undefined) => void;
  /** Id of the row that is drawn as chosen. */
  readonly selected?: string | undefined;
  /** Where the order is kept by the caller (an address); otherwise the table keeps it. */
  readonly order?: SortOrder | undefined;
  readonly onOrder?: (order: SortOrder | undefined) => void;
  readonly initialOrder?: SortOrder;
  /** A strong line between a row and the next one in the order shown. */
  readonly lineBelow?: (row: Row, next: Row | undefined) => boolean;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
  /** A last line that stays in view: totals. */
  readonly footer?: ReactNode;
  /** Height at which the table starts to scroll; the height of its parent when left out. */
  readonly maxHeight?: CSSProperties['maxHeight'];
}

const ROW_HEIGHT = { comfortable: 40, compact: 32 } as const;

/**
 * Any number of rows at 60 frames a second: only those in view exist, each is memoised, cells are plain text.
 * Arrow keys, Home, End and Page keys move; Enter opens.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, onOpen, onActive, selected, lineBelow, empty, footer, maxHeight = '100%' } = props;
  const name = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumnsThatFit(props.columns, scroller);
  const [order, setOrder] = useOrder(props);
  const sorted = useMemo(() => sortRows(rows, columns, order), [rows, columns, order]);
  const rowHeight = ROW_HEIGHT[useAppearance((state) => state.density)];
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: footer ? rowHeight : 0,
  });
  const active = useActiveRow(sorted.length, (index) => {
    virtualizer.scrollToIndex(index);
    onActive?.(sorted[index]);
  });
  const press = usePress(onOpen, onActive);
  const open = (index: number): void => {
    const row = sorted[index];
    if (row !== undefined) onOpen?.(row);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={sorted.length + 1}
      aria-activedescendant={active.index === undefined ? undefined : `${name}-${active.index}`}
      tabIndex={0}
      className={classes.table}
      style={{ maxHeight, '--columns': gridTemplate(columns), '--least': leastWidth(columns), '--row': `${rowHeight}px` } as CSSProperties}
      onKeyDown={(event) => active.onKeyDown(event, open)}
    >
      <div role="row" aria-rowindex={1} className={classes.head}>
        {columns.map((column) => (
          <HeaderCell key={column.id} column={column} order={order} onOrder={setOrder} />
        ))}
      </div>
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }} role="rowgroup">
        {virtualizer.getVirtualItems().map((item) => {
          const row = sorted[item.index] as Row;
          return (
            <DataRow
              key={rowId(row)}
              id={`${name}-${item.index}`}
              row={row}
              columns={columns}
              index={item.index}
              start={item.start}
              active={selected === undefined ? active.index === item.index : selected === rowId(row)}
              line={lineBelow?.(row, sorted[item.index + 1]) ?? false}
              onPress={press}
            />
          );
        })}
      </div>
      {sorted.length === 0 ? empty : null}
      {footer && sorted.length > 0 ? <div className={classes.foot}>{footer}</div> : null}
    </div>
  );
}

/** Leaves out what a narrow window has no room for. */
function useColumnsThatFit<Row>(columns: readonly DataColumn<Row>[], element: RefObject<HTMLElement | null>): readonly DataColumn<Row>[] {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const table = element.current;
    if (!table) return undefined;
    setWidth(table.clientWidth);
    const observer = new ResizeObserver(() => setWidth(table.clientWidth));
    observer.observe(table);
    return () => observer.disconnect();
  }, [element]);
  return useMemo(() => columns.filter(({ shownFrom = 0 }) => width >= shownFrom), [columns, width]);
}

/** A press comes to a row and, where rows open, opens it. Stable, so that rows stay memoised. */
function usePress<Row>(onOpen: DataTableProps<Row>['onOpen'], onActive: DataTableProps<Row>['onActive']): ((row: Row) => void) | undefined {
  const latest = useRef({ onOpen, onActive });
  useLayoutEffect(() => {
    latest.current = { onOpen, onActive };
  });
  const press = useCallback((row: Row) => {
    latest.current.onActive?.(row);
    latest.current.onOpen?.(row);
  }, []);
  return onOpen || onActive ? press : undefined;
}

function useOrder<Row>(props: DataTableProps<Row>): [SortOrder | undefined, (order: SortOrder | undefined) => void] {
  const [own, setOwn] = useState(props.initialOrder);
  return props.onOrder ? [props.order, props.onOrder] : [own, setOwn];
}

const WIDTH = 100;

function gridTemplate<Row>(columns: readonly DataColumn<Row>[]): string {
  return columns.map(({ width = WIDTH, grow = 1 }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ');
}

function leastWidth<Row>(columns: readonly DataColumn<Row>[]): string {
  return `${columns.reduce((sum, { width = WIDTH }) => sum + width, 0)}px`;
}

interface HeaderCellProps<Row> {
  readonly column: DataColumn<Row>;
  readonly order: SortOrder | undefined;
  readonly onOrder: (order: SortOrder | undefined) => void;
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
