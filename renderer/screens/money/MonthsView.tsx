import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { monthOf } from '#shared/money/months';
import { addMonths } from '#shared/values/calendar';
import { ChartFrame } from '../../components/charts/ChartFrame';
import { MonthChart, type MonthSeries } from '../../components/charts/MonthChart';
import type { DataColumn } from '../../components/data-column';
import { amountText, axisText } from '../../components/money/money-words';
import type { Drill } from '../../components/records-behind/RecordsDrawer';
import { SectionCard } from '../../components/SectionCard';
import { monthText } from '../../components/text-of';
import { useMarginReader } from '../../components/use-margin-reader';
import { useLive } from '../../data/live';
import { dealMonths } from '../../data/reads/money-firm';
import { amountColumn } from '../../components/money/money-columns';
import { type MonthFigure, type MonthSums, monthSums } from './month-sums';
import type { MoneyViewProps } from './money-view-props';
import classes from './MoneyScreen.module.css';
import { t } from '#shared/values/texts';

const SERIES: readonly (MonthSeries & { readonly key: MonthFigure })[] = [
  { key: 'billed', name: t('Billed'), look: 'ready', as: 'bar' },
  { key: 'paid', name: t('Paid'), look: 'paid', as: 'bar' },
  { key: 'cost', name: t('Cost'), look: 'loss', as: 'bar' },
  { key: 'signed', name: t('Signed'), look: 'level', as: 'line' },
];

/** Signed, billed, paid and spent, month by month. */
export function MonthsView({ rows, currency, day, then, onDrill }: MoneyViewProps) {
  const reads = useMarginReader();
  const [span, setSpan] = useState('12');
  const all = useLive((records) => rows.map(({ deal }) => dealMonths(records, deal.id, day, then)), [rows, day, then]);
  const from = span === 'all' ? '' : monthOf(addMonths(day, 1 - Number(span)));
  const months = useMemo(() => monthSums(all, currency, day, from), [all, currency, day, from]);
  const series = reads ? SERIES : SERIES.filter(({ key }) => key !== 'cost');
  const columns = useMemo(() => monthColumns(reads, onDrill), [reads, onDrill]);
  const points = months.map(({ month, values }) => ({
    month,
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.amount])),
  }));
  return (
    <div className={`${classes.view ?? ''} ${classes.scrolling ?? ''}`}>
      <SectionCard>
        <ChartFrame
          title={t('Month by month')}
          about={`Signed values in the month of the signature; invoices less credit notes when issued; payments when they arrived${reads ? t('; hours and expenses when they were spent') : ''}. Net of tax.`}
          rows={months}
          columns={columns}
          rowId={({ month }) => month}
          fileName={t('Months {{currency}}', { currency })}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={t('Months shown')}
              value={span}
              onChange={setSpan}
              data={[
                { value: '12', label: t('12 months') },
                { value: '24', label: t('24 months') },
                { value: 'all', label: t('All') },
              ]}
            />
          }
        >
          <MonthChart
            points={points}
            series={series}
            amountText={axisText(currency)}
            monthText={monthText}
            onOpen={(month, key) => {
              const found = months.find((one) => one.month === month);
              if (found) onDrill(drillOf(found, key as MonthFigure));
            }}
          />
        </ChartFrame>
      </SectionCard>
    </div>
  );
}

const nameOf = (figure: MonthFigure): string => SERIES.find(({ key }) => key === figure)?.name ?? figure;

const drillOf = ({ month, values, records }: MonthSums, figure: MonthFigure): Drill => ({
  title: t('{{figure}} in {{month}}', { figure: nameOf(figure), month: monthText(month) }),
  value: amountText(values[figure]),
  records: records[figure],
});

function monthColumns(reads: boolean, onDrill: MoneyViewProps['onDrill']): readonly DataColumn<MonthSums>[] {
  const figures: readonly MonthFigure[] = ['signed', 'billed', 'paid', ...(reads ? (['cost'] as const) : [])];
  return [
    {
      id: 'month',
      header: t('Month'),
      width: 110,
      cell: ({ month }) => monthText(month),
      data: ({ month }) => month,
      sortBy: ({ month }) => month,
    },
    ...figures.map((figure) =>
      amountColumn<MonthSums>(
        {
          id: figure,
          header: nameOf(figure),
          of: (row) => ({ value: row.values[figure], drill: () => drillOf(row, figure) }),
        },
        onDrill,
      ),
    ),
  ];
}
