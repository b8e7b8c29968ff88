import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { DataColumn } from '../data-column';
import { DataTable } from '../DataTable';
import { ExportTableMenu } from '../export-table/ExportTableMenu';
import { tableOfColumns } from '../export-table/table-of-columns';
import classes from './Chart.module.css';
import { t } from '#shared/values/texts';

export interface ChartFrameProps<Row> {
  readonly title: string;
  /** What the chart says, in a sentence or two: seen by all, and read out with the name. */
  readonly about: string;
  /** The drawing. */
  readonly children: ReactNode;
  /** The table that holds the same: what is drawn is never all there is. */
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly fileName?: string;
  /** More that belongs beside the title. */
  readonly actions?: ReactNode;
}

/** A chart with its name, its words and its twin, a table. */
export function ChartFrame<Row>(props: ChartFrameProps<Row>) {
  const { title, about, rows, columns, children, fileName = title } = props;
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const name = useId();
  return (
    <figure className={classes.frame} aria-labelledby={`${name}-title`} aria-describedby={`${name}-about`}>
      <div className={classes.head}>
        <span id={`${name}-title`} className={classes.title} role="heading" aria-level={2}>
          {title}
        </span>
        <span className={classes.spring} />
        {props.actions}
        <SegmentedControl
          size="xs"
          aria-label={t('Show {{title}} as', { title })}
          value={view}
          onChange={(next) => setView(next === 'table' ? 'table' : 'chart')}
          data={[
            { value: 'chart', label: t('Chart') },
            { value: 'table', label: t('Table') },
          ]}
        />
        {view === 'chart' ? <ExportTableMenu label={title} table={() => tableOfColumns(fileName, columns, rows)} /> : null}
      </div>
      <p id={`${name}-about`} className={classes.about}>
        {about}
      </p>
      {view === 'chart' ? (
        <div className={classes.drawing}>{children}</div>
      ) : (
        <DataTable
          label={fileName}
          rows={rows}
          columns={columns}
          rowId={props.rowId}
          maxHeight={460}
          {...(props.onOpen ? { onOpen: props.onOpen } : {})}
        />
      )}
    </figure>
  );
}
