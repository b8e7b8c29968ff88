import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { MismatchSide } from '#shared/money/reconciliation';
import type { Phase } from '#shared/records/deal';
import { DataTable } from '../../components/DataTable';
import type { DataColumn } from '../../components/data-column';
import { EmptyState } from '../../components/EmptyState';
import { usePhaseNames } from '../../components/phase-names';
import { differenceText, figureLabel, figureText, sourceLabel } from '../../components/reconciliation/figure-text';
import { useWorkspace } from '../../data/live';
import type { FigureRow } from '../../data/reads/reconciliation';
import type { LiveRecords } from '../../data/workspace';
import classes from './ReconciliationScreen.module.css';

export const rowIdOf = ({ deal, field }: FigureRow): string => `${deal} ${field}`;

interface FiguresTableProps {
  readonly rows: readonly FigureRow[];
  readonly picked: string | undefined;
  readonly onPick: (row: FigureRow) => void;
}

/** One line per deal and figure, the sources side by side; what differs beyond tolerance comes first. */
export function FiguresTable({ rows, picked, onPick }: FiguresTableProps) {
  const { records } = useWorkspace();
  const phaseName = usePhaseNames();
  const columns = useMemo(() => columnsOf(records, phaseName), [records, phaseName]);
  return (
    <DataTable
      label="Figures of other systems"
      rows={rows}
      columns={columns}
      rowId={rowIdOf}
      selected={picked}
      onActive={(row) => row && onPick(row)}
      empty={
        <EmptyState
          icon={IconScale}
          title="Nothing differs"
          text="All figures agree within their tolerance. All figures shows what each system says."
        />
      }
    />
  );
}

const SOURCES: readonly MismatchSide['source'][] = ['Throughline', 'CRM', 'project tool', 'finance'];

function columnsOf(records: LiveRecords, phaseName: (phase: Phase) => string): readonly DataColumn<FigureRow>[] {
  const nameOf = ({ deal }: FigureRow) => records.get('deal', deal)?.name ?? '';
  return [
    { id: 'deal', header: 'Deal', width: 150, grow: 2, cell: nameOf, sortBy: nameOf },
    {
      id: 'client',
      header: 'Client',
      width: 120,
      shownFrom: 1000,
      cell: ({ deal }) => records.get('account', records.get('deal', deal)?.account)?.name ?? '',
      sortBy: ({ deal }) => records.get('account', records.get('deal', deal)?.account)?.name,
    },
    {
      id: 'field',
      header: 'Figure',
      width: 124,
      grow: 0,
      cell: ({ field }) => figureLabel(field),
      sortBy: ({ field }) => field,
    },
    ...SOURCES.map((source): DataColumn<FigureRow> => sourceColumn(source, phaseName)),
    {
      id: 'difference',
      header: 'Difference',
      width: 150,
      grow: 0,
      align: 'end',
      cell: ({ mismatches: [first] }) =>
        first ? (
          <span className={classes.differs}>
            <IconAlertTriangle size={13} aria-label="Differs beyond tolerance" /> {differenceText(first)}
          </span>
        ) : (
          <span className={classes.agrees}>agrees</span>
        ),
      data: ({ mismatches: [first] }) => (first ? differenceText(first) : 'agrees'),
      sortBy: ({ mismatches }) => -Math.max(0, ...mismatches.map(({ apart }) => apart ?? 100)),
    },
  ];
}

function sourceColumn(source: MismatchSide['source'], phaseName: (phase: Phase) => string): DataColumn<FigureRow> {
  const text = ({ field, sides }: FigureRow): string =>
    sides
      .filter((side) => side.source === source)
      .map(({ value }) => figureText(field, value, phaseName))
      .join(' / ');
  return { id: source, header: sourceLabel(source), width: 104, align: 'end', cell: text, sortBy: text };
}
