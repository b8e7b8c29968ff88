import { useId } from 'react';
import { Bar, BarChart, type BarShapeProps, ResponsiveContainer, XAxis, YAxis, type YAxisTickContentProps } from 'recharts';
import classes from './Chart.module.css';
import { ChartBar } from './ChartBar';
import { ChartLegend } from './ChartLegend';
import { ChartPatterns } from './ChartPatterns';
import { AMOUNT_AXIS, NAME_AXIS } from './chart-looks';
import { t } from '#shared/values/texts';

/** The four parts of a contract, in the order of their lives. */
export const FEE_PARTS = ['paid', 'outstanding', 'ready', 'later'] as const;
export type FeePart = (typeof FEE_PARTS)[number];

export const FEE_PART_NAMES: Readonly<Record<FeePart, string>> = {
  paid: t('Paid'),
  outstanding: t('Outstanding'),
  ready: t('Ready to bill'),
  later: t('Not yet earned'),
};

/** One stack: amounts in minor units of one currency, none below zero. */
export interface FeeStackRow extends Readonly<Record<FeePart, number>> {
  readonly key: string;
  readonly name: string;
}

interface FeeStackChartProps {
  readonly rows: readonly FeeStackRow[];
  readonly amountText: (amount: number) => string;
  readonly onOpen: (key: string, part: FeePart) => void;
  /** Width that the names of the stacks take. */
  readonly names?: number;
}

const LINE = 46;

/** How far the fees have come, for each row a bar from paid to not yet earned. Each part opens the records behind it. */
export function FeeStackChart({ rows, amountText, onOpen, names = 150 }: FeeStackChartProps) {
  const chart = useId();
  return (
    <>
      <ResponsiveContainer width="100%" height={rows.length * LINE + 34} debounce={50}>
        <BarChart
          data={rows}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 2, right: 24, bottom: 4, left: 0 }}
          barCategoryGap={8}
        >
          <ChartPatterns of={chart} />
          <XAxis {...AMOUNT_AXIS} tickFormatter={amountText} />
          <YAxis
            {...NAME_AXIS}
            width={names}
            tick={(tick: YAxisTickContentProps) => <RowName tick={tick} name={rows[tick.index]?.name ?? ''} />}
          />
          {FEE_PARTS.map((part) => (
            <Bar
              key={part}
              dataKey={part}
              stackId="fees"
              isAnimationActive={false}
              shape={(shape: BarShapeProps) => (
                <PartBar chart={chart} shape={shape} row={rows[shape.index]} part={part} amountText={amountText} onOpen={onOpen} />
              )}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      <ChartLegend chart={chart} items={FEE_PARTS.map((look) => ({ look, name: FEE_PART_NAMES[look] }))} />
    </>
  );
}

const MOST_LETTERS = 22;

function RowName({ tick, name }: { readonly tick: YAxisTickContentProps; readonly name: string }) {
  return (
    <text x={0} y={Number(tick.y)} dy={4} className={classes.name} aria-hidden>
      {name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name}
      <title>{name}</title>
    </text>
  );
}

interface PartBarProps extends Pick<FeeStackChartProps, 'amountText' | 'onOpen'> {
  readonly chart: string;
  readonly shape: BarShapeProps;
  readonly row: FeeStackRow | undefined;
  readonly part: FeePart;
}

function PartBar({ chart, shape, row, part, amountText, onOpen }: PartBarProps) {
  if (!row || row[part] === 0) return null;
  const name = FEE_PART_NAMES[part];
  return (
    <ChartBar
      chart={chart}
      look={part}
      x={shape.x}
      y={shape.y}
      width={shape.width}
      height={shape.height}
      label={[row.name, name, amountText(row[part])].filter(Boolean).join(', ')}
      onOpen={() => onOpen(row.key, part)}
    />
  );
}
