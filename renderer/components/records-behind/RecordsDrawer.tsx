import { Drawer, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Records } from '#shared/records/records';
import { useWorkspace } from '../../data/live';
import type { DataColumn } from '../data-column';
import { DataTable } from '../DataTable';
import { DateText } from '../DateText';
import { MoneyText } from '../MoneyText';
import { recordPath } from '../record-path';
import { countText, numberText } from '../text-of';
import { causeFacts, type CauseOf, type RecordFacts, recordFacts } from './record-facts';
import classes from './RecordsDrawer.module.css';
import { t } from '#shared/values/texts';

/** A number that was opened: what it is called, what it says, and the records that it is made of. */
export interface Drill {
  readonly title: string;
  /** The number in words, or several. */
  readonly value?: string;
  /** How it is computed, in a line. */
  readonly about?: string;
  readonly records: readonly string[];
  /** What the number is the sum of, where that is told in larger pieces than its records. */
  readonly causes?: readonly CauseOf[];
}

interface RecordsDrawerProps {
  readonly drill: Drill | undefined;
  /** Where the records are read: another day's, where the number is of another day. */
  readonly records?: Records | undefined;
  readonly onClose: () => void;
}

/** The records behind a number, each a way to its screen. */
export function RecordsDrawer({ drill, records, onClose }: RecordsDrawerProps) {
  return (
    <Drawer
      opened={drill !== undefined}
      onClose={onClose}
      position="right"
      size={760}
      title={drill?.title}
      closeButtonProps={{ 'aria-label': t('Close') }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '', title: classes.title ?? '' }}
    >
      {drill ? <Behind drill={drill} records={records} /> : null}
    </Drawer>
  );
}

function Behind({ drill, records }: { readonly drill: Drill; readonly records: Records | undefined }) {
  const workspace = useWorkspace();
  const [byCause, setByCause] = useState(drill.causes !== undefined);
  const rows = useMemo(() => {
    const from = records ?? workspace.records;
    return byCause && drill.causes ? causeFacts(from, drill.causes) : recordFacts(from, drill.records);
  }, [records, workspace, drill, byCause]);
  const columns = useMemo(() => columnsFor(rows), [rows]);
  return (
    <>
      {drill.value ? <p className={classes.value}>{drill.value}</p> : null}
      {drill.about ? <p className={classes.about}>{drill.about}</p> : null}
      {drill.causes ? (
        <SegmentedControl
          size="xs"
          className={classes.choice ?? ''}
          aria-label={t('Show')}
          value={byCause ? 'causes' : 'records'}
          onChange={(next) => setByCause(next === 'causes')}
          data={[
            { value: 'causes', label: t('Causes') },
            { value: 'records', label: t('All records') },
          ]}
        />
      ) : null}
      {rows.length === 0 ? (
        <p className={classes.about}>{t('No record stands behind this number yet.')}</p>
      ) : (
        <>
          <p className={classes.about}>
            {byCause ? countText(rows.length, 'cause', 'causes') : countText(rows.length, 'record', 'records')}
          </p>
          <div className={classes.list}>
            <DataTable label={t('Behind {{title}}', { title: drill.title })} rows={rows} columns={columns} rowId={({ id }) => id} />
          </div>
        </>
      )}
    </>
  );
}

/** Columns that have something to say for these records. */
function columnsFor(rows: readonly RecordFacts[]): readonly DataColumn<RecordFacts>[] {
  const manyDeals = new Set(rows.map(({ deal }) => deal)).size > 1;
  return COLUMNS.filter(({ id }) => {
    if (id === 'deal') return manyDeals;
    if (id === 'hours') return rows.some(({ hours }) => hours !== undefined);
    if (id === 'who') return rows.some(({ who }) => who !== undefined);
    return id !== 'amount' || rows.some(({ amount }) => amount !== undefined);
  });
}

const COLUMNS: readonly DataColumn<RecordFacts>[] = [
  { id: 'kind', header: t('Kind'), width: 104, grow: 0, cell: ({ kind }) => kind, sortBy: ({ kind }) => kind },
  {
    id: 'title',
    header: t('Record'),
    width: 170,
    grow: 3,
    cell: ({ id, deal, title }) => (
      <Link to={recordPath(id, deal) ?? '/money'} className={classes.link} title={title}>
        {title}
      </Link>
    ),
    data: ({ title }) => title,
    sortBy: ({ title }) => title,
  },
  { id: 'deal', header: t('Deal'), width: 120, grow: 2, cell: ({ dealName }) => dealName, sortBy: ({ dealName }) => dealName },
  { id: 'who', header: t('Who'), width: 100, cell: ({ who }) => who, sortBy: ({ who }) => who },
  {
    id: 'on',
    header: t('Date'),
    width: 112,
    grow: 0,
    cell: ({ on }) => <DateText value={on} />,
    data: ({ on }) => ({ date: on }),
    sortBy: ({ on }) => on,
  },
  {
    id: 'hours',
    header: t('Hours'),
    width: 74,
    grow: 0,
    align: 'end',
    cell: ({ hours }) => (hours === undefined ? null : numberText(hours)),
    data: ({ hours }) => hours,
    sortBy: ({ hours }) => hours,
  },
  {
    id: 'amount',
    header: t('Amount'),
    width: 116,
    grow: 0,
    align: 'end',
    cell: ({ amount }) => <MoneyText value={amount} />,
    data: ({ amount }) => amount,
    sortBy: ({ amount }) => amount?.amount,
  },
];
