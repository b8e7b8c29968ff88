import { useId } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, type BarShapeProps, XAxis, YAxis } from 'recharts';
import { ChartBar } from './ChartBar';
import type { Look } from './chart-looks';
import { LOOKS } from './chart-looks';
import { ChartLegend } from './ChartLegend';
import { ChartPatterns } from './ChartPatterns';
import { AXIS_LINE, AXIS_WORDS } from './chart-looks';
import { t } from '#shared/values/texts';

/** What is drawn for each month: bars beside each other, and lines through them. Values are minor units of one currency. */
export interface MonthSeries {
  readonly key: string;
  readonly name: string;
  readonly look: Look;
  readonly as: 'bar' | 'line';
}

export interface MonthPoint {
  /** `2026-11`. */
  readonly month: string;
  readonly values: Readonly<Record<string, number>>;
}

interface MonthChartProps {
  readonly points: readonly MonthPoint[];
  readonly series: readonly MonthSeries[];
  readonly amountText: (amount: number) => string;
  readonly monthText: (month: string) => string;
  readonly onOpen: (month: string, series: string) => void;
}

/** Amounts by month. Each bar opens the records behind it; lines are told in the table that stands beside the chart. */
export function MonthChart({ points, series, amountText, monthText, onOpen }: MonthChartProps) {
  const chart = useId();
  const lines = series.filter(({ as }) => as === 'line');
  return (
    <>
      <ResponsiveContainer width="100%" height={260} debounce={50}>
        <ComposedChart
          data={points}
          accessibilityLayer={false}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
          barGap={2}
          barCategoryGap="22%"
        >
          <ChartPatterns of={chart} />
          <CartesianGrid vertical={false} stroke="var(--tl-line)" />
          <XAxis dataKey="month" tickFormatter={monthText} tick={AXIS_WORDS} axisLine={AXIS_LINE} tickLine={false} />
          <YAxis tickFormatter={amountText} tick={AXIS_WORDS} axisLine={false} tickLine={false} width={92} />
          {series
            .filter(({ as }) => as === 'bar')
            .map((one) => (
              <Bar
                key={one.key}
                dataKey={(point: MonthPoint) => point.values[one.key] ?? 0}
                isAnimationActive={false}
                shape={(shape: BarShapeProps) => (
                  <MonthBar
                    chart={chart}
                    shape={shape}
                    point={points[shape.index]}
                    series={one}
                    amountText={amountText}
                    monthText={monthText}
                    onOpen={onOpen}
                  />
                )}
              />
            ))}
          {lines.map((one) => (
            <Line
              key={one.key}
              dataKey={(point: MonthPoint) => point.values[one.key] ?? 0}
              isAnimationActive={false}
              stroke={LOOKS[one.look].colour}
              strokeWidth={2}
              strokeDasharray="6 4"
              dot={{ r: 3, fill: 'var(--tl-surface)', strokeDasharray: '0' }}
              activeDot={false}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
      <ChartLegend
        chart={chart}
        items={series.map(({ look, name, as }) => ({ look, name: as === 'line' ? t('{{name}} (line)', { name }) : name }))}
      />
    </>
  );
}

interface MonthBarProps extends Pick<MonthChartProps, 'amountText' | 'monthText' | 'onOpen'> {
  readonly chart: string;
  readonly shape: BarShapeProps;
  readonly point: MonthPoint | undefined;
  readonly series: MonthSeries;
}

function MonthBar({ chart, shape, point, series, amountText, monthText, onOpen }: MonthBarProps) {
  const value = point?.values[series.key] ?? 0;
  if (!point || value === 0) return null;
  return (
    <ChartBar
      chart={chart}
      look={series.look}
      x={shape.x}
      y={Math.min(shape.y, shape.y + shape.height)}
      width={shape.width}
      height={Math.abs(shape.height)}
      label={`${monthText(point.month)}, ${series.name}, ${amountText(value)}`}
      onOpen={() => onOpen(point.month, series.key)}
    />
  );
}
