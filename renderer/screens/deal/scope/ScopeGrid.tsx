import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type Ref,
  type RefObject,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isSignedDeal } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { soldNotInSow } from '#shared/scope/coverage';
import { moveLine } from '#shared/scope/line-order';
import { scopeLinesOf } from '#shared/scope/live-line';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { breachedLines } from '../../../data/reads/scope';
import { useAppearance } from '../../../ui-state/appearance';
import { gridEvents } from './grid-events';
import { NEW, type GridItem } from './grid-items';
import type { AskedOfLine } from './LineDialogs';
import { NewRow } from './NewRow';
import { columnsFor, type ScopeColumn } from './scope-columns';
import classes from './ScopeGrid.module.css';
import { cellName, ScopeRow, type RowActs } from './ScopeRow';
import { ScopeFoot, SectionHead } from './ScopeTotals';
import { useScopeGrid, type ScopeGridState } from './use-scope-grid';
import { t } from '#shared/values/texts';

/** What can be done to the table from outside. */
export interface ScopeGridHandle {
  /** Begins a new line. */
  readonly write: () => void;
}

interface ScopeGridProps {
  readonly ref?: Ref<ScopeGridHandle>;
  readonly deal: Deal;
  readonly items: readonly GridItem[];
  readonly addBelow: string | undefined;
  readonly onAddBelow: (line: string | undefined) => void;
  readonly opened: string | undefined;
  readonly onOpen: (line: string | undefined) => void;
  readonly onAsk: (asked: AskedOfLine) => void;
  readonly onRows: (text: string, row: string | undefined) => void;
}

const ROW_HEIGHT = { comfortable: 38, compact: 32 } as const;
/** The handle before the columns, and the marks behind them. */
const BESIDE = { handle: 26, marks: 112 };

/**
 * The scope of a deal as a table that is written like a spreadsheet: arrow keys and Tab move, typing or Enter edits, Enter in the
 * last row writes on, Alt with the arrow keys moves a line, Space opens it, rows are pasted. Only rows in view exist.
 */
export function ScopeGrid(props: ScopeGridProps) {
  const { deal, items } = props;
  const name = useId();
  const table = useRef<HTMLDivElement>(null);
  const width = useWidth(table);
  const isSold = isSignedDeal(deal);
  const columns = useMemo(() => columnsFor(width - BESIDE.handle - BESIDE.marks, isSold), [width, isSold]);
  const rows = useVirtualItems(items, table);
  const onReach = (row: string): void => rows.reach(items.findIndex(({ key }) => key === row));
  const grid = useScopeGrid({ ...props, columns, onReach }, table);
  useImperativeHandle(props.ref, () => ({ write: () => grid.addAt(undefined) }));
  const { active, edit } = grid;
  return (
    <div
      ref={table}
      role="grid"
      aria-label={t('Scope lines')}
      aria-rowcount={items.length + 1}
      aria-activedescendant={active && !edit ? cellName(name, active.row, active.column) : undefined}
      tabIndex={0}
      className={classes.table}
      style={{ '--columns': template(columns), '--row': `${rows.height}px` } as CSSProperties}
      {...gridEvents(grid)}
    >
      <Head columns={columns} />
      <GridRows name={name} grid={grid} rows={rows} columns={columns} props={props} />
      <ScopeFoot items={items} isSigned={isSold} />
    </div>
  );
}

interface GridRowsProps {
  readonly name: string;
  readonly grid: ScopeGridState;
  readonly rows: ReturnType<typeof useVirtualItems>;
  readonly columns: readonly ScopeColumn[];
  readonly props: ScopeGridProps;
}

function GridRows({ name, grid, rows, columns, props }: GridRowsProps) {
  const { deal, items, opened } = props;
  const { active, edit, mayWrite } = grid;
  const acts = useRowActs(props, grid);
  const breached = useLive((records) => breachedLines(records, deal.id), [deal.id]);
  const outside = useLive((records) => soldNotInSow(records, deal.id), [deal.id]);
  return (
    <div role="rowgroup" className={classes.rows} style={{ height: rows.total }}>
      {rows.shown.map(({ index, start }) => {
        const item = items[index];
        if (!item) return null;
        const shared = { name, columns, index: index + 1, start, edit: edit?.cell.row === item.key ? edit : undefined };
        if (item.kind === 'heading') return <SectionHead key={item.key} section={item.section} lines={item.lines} start={start} />;
        if (item.kind === 'new') {
          if (!mayWrite) return null;
          return <NewRow key={item.key} {...shared} active={active?.row === NEW} acts={acts.editing} isFirst={items.length === 1} />;
        }
        return (
          <ScopeRow
            key={item.key}
            {...shared}
            line={item.line}
            active={active?.row === item.key ? active.column : undefined}
            opened={opened === item.key}
            breached={breached.includes(item.line.id)}
            outside={outside.includes(item.line)}
            mayWrite={mayWrite}
            acts={acts}
          />
        );
      })}
    </div>
  );
}

function Head({ columns }: { readonly columns: readonly ScopeColumn[] }) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        <span className={classes.handle} aria-hidden />
        {columns.map(({ field, header, align }) => (
          <span key={field} role="columnheader" className={classes.header} data-align={align}>
            {header}
          </span>
        ))}
        <span role="columnheader" className={classes.header}>
          <span className="sr-only">{t('Marks')}</span>
        </span>
      </div>
    </div>
  );
}

/** The acts of rows as one object for good, so that a row is not drawn again because another was typed into. */
function useRowActs({ deal, onOpen }: ScopeGridProps, editing: RowActs['editing']): RowActs {
  const { records } = useWorkspace();
  const commit = useCommit();
  const drop: RowActs['drop'] = (dragged, target, side) => {
    const line = records.get('scopeLine', dragged);
    const other = records.get('scopeLine', target);
    const place = other && (side === 'before' ? { before: other } : { after: other });
    if (line && place) void commit(moveLine(scopeLinesOf(records, deal.id), line, place));
  };
  const latest = useRef({ open: onOpen, drop, editing });
  latest.current = { open: onOpen, drop, editing };
  return useMemo(
    () => ({
      open: (line) => latest.current.open(line),
      drop: (...dropped) => latest.current.drop(...dropped),
      editing: {
        change: (edit) => latest.current.editing.change(edit),
        cancel: () => latest.current.editing.cancel(),
        finish: (...how) => latest.current.editing.finish(...how),
      },
    }),
    [],
  );
}

function useVirtualItems(items: readonly GridItem[], table: RefObject<HTMLDivElement | null>) {
  const height = ROW_HEIGHT[useAppearance((state) => state.density)];
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => table.current,
    getItemKey: (index) => items[index]?.key ?? index,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: height,
    scrollPaddingEnd: height,
  });
  return {
    height,
    total: virtualizer.getTotalSize(),
    shown: virtualizer.getVirtualItems(),
    reach: (index: number): void => (index < 0 ? undefined : virtualizer.scrollToIndex(index)),
  };
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1200);
  useLayoutEffect(() => {
    const table = element.current;
    if (!table) return undefined;
    setWidth(table.clientWidth);
    const observer = new ResizeObserver(() => setWidth(table.clientWidth));
    observer.observe(table);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

const template = (columns: readonly ScopeColumn[]): string =>
  [`${BESIDE.handle}px`, ...columns.map(({ width, grow }) => (grow ? `minmax(${width}px, 1fr)` : `${width}px`)), `${BESIDE.marks}px`].join(
    ' ',
  );
