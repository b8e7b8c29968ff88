import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
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
import { t } from '#shared/values/texts';

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
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const columns = useMemo(() => columnsOf(records, phaseName, isWide), [records, phaseName, isWide]);
  return (
    <DataTable
      label={t('Figures of other systems')}
      rows={rows}
      columns={columns}
      rowId={rowIdOf}
      selected={picked}
      onActive={(row) => row && onPick(row)}
      empty={
        <EmptyState
          icon={IconScale}
          title={t('Nothing differs')}
          text={t('All figures agree within their tolerance. All figures shows what each system says.')}
        />
      }
    />
  );
}

/** From here on each system has a column; below, the others share one. */
const WIDE = '(min-width: 1500px)';
const OTHERS: readonly MismatchSide['source'][] = ['CRM', 'project tool', 'finance'];

function columnsOf(records: LiveRecords, phaseName: PhaseName, isWide: boolean): readonly DataColumn<FigureRow>[] {
  const nameOf = ({ deal }: FigureRow) => records.get('deal', deal)?.name ?? '';
  return [
    { id: 'deal', header: t('Deal'), width: 120, grow: 1, cell: nameOf, sortBy: nameOf },
    {
      id: 'client',
      header: t('Client'),
      width: 120,
      shownFrom: 1000,
      cell: ({ deal }) => records.get('account', records.get('deal', deal)?.account)?.name ?? '',
      sortBy: ({ deal }) => records.get('account', records.get('deal', deal)?.account)?.name,
    },
    {
      id: 'field',
      header: t('Figure'),
      width: 110,
      grow: 0,
      cell: ({ field }) => figureLabel(field),
      sortBy: ({ field }) => field,
    },
    sourceColumn('Throughline', phaseName),
    ...(isWide ? OTHERS.map((source): DataColumn<FigureRow> => sourceColumn(source, phaseName)) : [othersColumn(phaseName)]),
    {
      id: 'difference',
      header: t('Difference'),
      width: 130,
      grow: 0,
      align: 'end',
      cell: ({ mismatches: [first] }) =>
        first ? (
          <span className={classes.differs}>
            <IconAlertTriangle size={13} aria-label={t('Differs beyond tolerance')} /> {differenceText(first)}
          </span>
        ) : (
          <span className={classes.agrees}>{t('agrees')}</span>
        ),
      data: ({ mismatches: [first] }) => (first ? differenceText(first) : 'agrees'),
      sortBy: ({ mismatches }) => -Math.max(0, ...mismatches.map(({ apart }) => apart ?? 100)),
    },
  ];
}

type PhaseName = (phase: Phase) => string;

/** `CRM €48,000.00 · Finance €50,000.00` */
function othersColumn(phaseName: PhaseName): DataColumn<FigureRow> {
  const text = ({ field, sides }: FigureRow): string =>
    sides
      .filter(({ source }) => source !== 'Throughline')
      .map(({ source, value }) => `${sourceLabel(source)} ${figureText(field, value, phaseName)}`)
      .join(' · ');
  return { id: 'others', header: t('Others say'), width: 150, grow: 2, cell: text, sortBy: text };
}

function sourceColumn(source: MismatchSide['source'], phaseName: PhaseName): DataColumn<FigureRow> {
  const text = ({ field, sides }: FigureRow): string =>
    sides
      .filter((side) => side.source === source)
      .map(({ value }) => figureText(field, value, phaseName))
      .join(' / ');
  return { id: source, header: sourceLabel(source), width: 112, align: 'end', cell: text, sortBy: text };
}
