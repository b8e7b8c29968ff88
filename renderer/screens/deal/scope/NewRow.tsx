import { IconPlus } from '@tabler/icons-react';
import { CellEditor, type EditingActs } from './CellEditor';
import { NEW } from './grid-items';
import type { ScopeColumn } from './scope-columns';
import classes from './ScopeGrid.module.css';
import { cellName } from './ScopeRow';
import type { CellEdit } from './use-cell-edit';
import { t } from '#shared/values/texts';

interface NewRowProps {
  readonly name: string;
  readonly columns: readonly ScopeColumn[];
  readonly index: number;
  readonly start: number;
  readonly active: boolean;
  readonly edit: CellEdit | undefined;
  readonly acts: EditingActs;
  /** There is no line yet. */
  readonly isFirst: boolean;
}

/** The row in which the next line is written: its title, and Enter for one more. */
export function NewRow({ name, columns, index, start, active, edit, acts, isFirst }: NewRowProps) {
  const [title] = columns;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className={classes.row}
      data-row={NEW}
      data-new
      style={{ transform: `translateY(${start}px)` }}
    >
      <span className={classes.handle} aria-hidden>
        <IconPlus size={14} />
      </span>
      <div id={cellName(name, NEW, 0)} role="gridcell" tabIndex={-1} aria-selected={active} className={classes.cell} data-column={0}>
        {edit && title ? (
          <CellEditor column={title} edit={edit} acts={acts} placeholder={t('Title of the line, then Enter')} />
        ) : isFirst ? (
          t('Write the first line')
        ) : (
          t('Write a line')
        )}
      </div>
    </div>
  );
}
