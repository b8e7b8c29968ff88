import { ActionIcon } from '@mantine/core';
import { IconGripVertical, IconLayoutSidebarRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { ScopeLine } from '#shared/records/registry';
import { valueMark } from '../../../components/value-mark';
import { CellEditor, type EditingActs } from './CellEditor';
import { LineMarks } from './LineMarks';
import { cellText, type ScopeColumn } from './scope-columns';
import classes from './ScopeGrid.module.css';
import type { CellEdit } from './use-cell-edit';
import { useRowDrag } from './use-row-drag';
import { t } from '#shared/values/texts';

export interface RowActs {
  readonly open: (line: string | undefined) => void;
  readonly drop: (dragged: string, target: string, side: 'before' | 'after') => void;
  readonly editing: EditingActs;
}

export interface ScopeRowProps {
  /** The table's own name: with row and column it makes a cell's. */
  readonly name: string;
  readonly line: ScopeLine;
  readonly columns: readonly ScopeColumn[];
  /** Place among the rows, counted from 1. */
  readonly index: number;
  /** Distance from the top of the list, in pixels. */
  readonly start: number;
  readonly active: number | undefined;
  readonly edit: CellEdit | undefined;
  readonly opened: boolean;
  readonly breached: boolean;
  readonly outside: boolean;
  readonly mayWrite: boolean;
  readonly acts: RowActs;
}

export const cellName = (name: string, row: string, column: number): string => `${name}-${row}-${column}`;

function PlainRow(props: ScopeRowProps) {
  const { name, line, columns, index, start, active, edit, opened, breached, outside, mayWrite, acts } = props;
  const drag = useRowDrag(line, mayWrite, acts.drop);
  return (
    <div
      ref={drag.row}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={opened}
      className={classes.row}
      data-row={line.id}
      data-section={line.status}
      data-opened={opened || undefined}
      data-dragging={drag.dragging || undefined}
      data-edge={drag.edge}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div ref={drag.handle} className={classes.handle} title={t('Drag to another place, or Alt+↑ and Alt+↓')} aria-hidden>
        {mayWrite ? <IconGripVertical size={14} /> : null}
      </div>
      {columns.map((column, at) => (
        <div
          key={column.field}
          id={cellName(name, line.id, at)}
          role="gridcell"
          tabIndex={-1}
          aria-selected={active === at}
          className={classes.cell}
          data-column={at}
          data-align={column.align}
          {...valueMark(line.id, column.field)}
        >
          {edit?.cell.column === at ? (
            <CellEditor column={column} edit={edit} acts={acts.editing} />
          ) : (
            <Shown line={line} column={column} />
          )}
        </div>
      ))}
      <div role="gridcell" tabIndex={-1} className={classes.marks}>
        <LineMarks line={line} breached={breached} outside={outside} />
        <ActionIcon
          size={26}
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={`${opened ? t('Close') : t('Open')} ${line.title}`}
          onClick={() => acts.open(opened ? undefined : line.id)}
        >
          <IconLayoutSidebarRight size={16} stroke={1.75} />
        </ActionIcon>
      </div>
    </div>
  );
}

function Shown({ line, column }: { readonly line: ScopeLine; readonly column: ScopeColumn }) {
  const text = cellText(line, column.field);
  if (column.field !== 'status') return text;
  return (
    <span className={classes.status} data-status={line.status}>
      {text}
    </span>
  );
}

/** A line of the table, drawn again only when it, its place or what is done to it changed. */
export const ScopeRow = memo(PlainRow);
