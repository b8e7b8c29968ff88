import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useAppearance } from '../ui-state/appearance';
import type { DataColumn } from './data-column';
import { DataHeader } from './DataHeader';
import { DataRow } from './DataRow';
import classes from './DataTable.module.css';
import { ExportTableMenu } from './export-table/ExportTableMenu';
import { tableOfColumns } from './export-table/table-of-columns';
import { type SortOrder, sortRows } from './sort-rows';
import { useActiveRow } from './use-active-row';

export interface DataTableProps<Row> {
  /** What the table lists, for screen readers and as the name of its exported file. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** Stable: made outside the component or memoised. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Enter or a press on a row. */
  readonly onOpen?: (row: Row) => void;
  /** The keyboard or a press has come to a row: for a list with a panel beside it. */
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
  const { rows, onOpen, onActive, empty, footer, maxHeight = '100%' } = props;
  const name = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumnsThatFit(props.columns, scroller);
  const [order, setOrder] = useOrder(props);
  const sorted = useMemo(() => sortRows(rows, columns, order), [rows, columns, order]);
  const { virtualizer, rowHeight } = useVirtualRows(sorted.length, scroller, footer ? 1 : 0);
  const active = useActiveRow(sorted.length, {
    reach: (index) => {
      virtualizer.scrollToIndex(index);
      onActive?.(sorted[index]);
    },
    press: (index) => {
      const row = sorted[index];
      if (row === undefined) return;
      onActive?.(row);
      onOpen?.(row);
    },
  });

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
      onKeyDown={active.onKeyDown}
      onClick={active.onClick}
    >
      <DataHeader columns={columns} order={order} onOrder={setOrder}>
        {sorted.length > 0 ? (
          <ExportTableMenu variant="icon" label={props.label} table={() => tableOfColumns(props.label, props.columns, sorted)} />
        ) : null}
      </DataHeader>
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }} role="rowgroup">
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <DataRow
            key={props.rowId(sorted[index] as Row)}
            name={name}
            row={sorted[index] as Row}
            columns={columns}
            index={index}
            start={start}
            chosen={isChosen(props, sorted[index] as Row, active.index === index)}
            line={props.lineBelow?.(sorted[index] as Row, sorted[index + 1]) ?? false}
            opens={Boolean(onOpen ?? onActive)}
          />
        ))}
      </div>
      {sorted.length === 0 ? empty : null}
      {footer && sorted.length > 0 ? <div className={classes.foot}>{footer}</div> : null}
    </div>
  );
}

/** `below`: rows at the foot of the table that lie over the last ones. */
function useVirtualRows(count: number, scroller: RefObject<HTMLDivElement | null>, below: number) {
  const rowHeight = ROW_HEIGHT[useAppearance((state) => state.density)];
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: below * rowHeight,
  });
  return { virtualizer, rowHeight };
}

function isChosen<Row>({ selected, rowId }: DataTableProps<Row>, row: Row, isActive: boolean): boolean {
  return selected === undefined ? isActive : selected === rowId(row);
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

function useOrder<Row>(props: DataTableProps<Row>): [SortOrder | undefined, (order: SortOrder | undefined) => void] {
  const [own, setOwn] = useState(props.initialOrder);
  return props.onOrder ? [props.order, props.onOrder] : [own, setOwn];
}

const WIDTH = 100;
/** Room at the end of every line for what the header offers; a column without a name has it already. */
const TOOLS = 36;
const toolsWidth = <Row,>(columns: readonly DataColumn<Row>[]): number => (columns.at(-1)?.header === '' ? 0 : TOOLS);

function gridTemplate<Row>(columns: readonly DataColumn<Row>[]): string {
  const tracks = columns.map(({ width = WIDTH, grow = 1 }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`));
  return [...tracks, `${toolsWidth(columns)}px`].join(' ');
}

function leastWidth<Row>(columns: readonly DataColumn<Row>[]): string {
  return `${columns.reduce((sum, { width = WIDTH }) => sum + width, toolsWidth(columns))}px`;
}
