import { useId, useMemo } from 'react';
import { Bar, BarChart, type BarShapeProps, ReferenceLine, ResponsiveContainer, XAxis, YAxis, type YAxisTickContentProps } from 'recharts';
import classes from './Chart.module.css';
import { ChartBar } from './ChartBar';
import { ChartPatterns } from './ChartPatterns';
import { AMOUNT_AXIS, AXIS_WORDS, NAME_AXIS } from './chart-looks';
import { extentOf, type WaterfallBar, waterfallBars, type WaterfallStep } from './waterfall-bars';

/** A level to compare with, such as 8 points below what was sold. */
export interface WaterfallMark {
  readonly name: string;
  readonly at: number;
}

interface WaterfallChartProps {
  readonly steps: readonly WaterfallStep[];
  readonly marks: readonly WaterfallMark[];
  /** An amount as the axis says it. */
  readonly amountText: (amount: number) => string;
  readonly onOpen: (key: string) => void;
}

const LINE = 38;
const NAMES = 232;
const WORDS = 168;

/** How one amount became another: a bar for each cause, read from the top. Each opens the records behind it. */
export function WaterfallChart({ steps, marks, amountText, onOpen }: WaterfallChartProps) {
  const name = useId();
  const bars = useMemo(() => waterfallBars(steps), [steps]);
  const [least, most] = useMemo(
    () =>
      extentOf(
        bars,
        marks.map(({ at }) => at),
      ),
    [bars, marks],
  );
  const pad = (most - least) * 0.03;
  return (
    <ResponsiveContainer width="100%" height={bars.length * LINE + 58} debounce={50}>
      <BarChart
        data={bars}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 22, right: WORDS, bottom: 4, left: 0 }}
        barCategoryGap={7}
      >
        <ChartPatterns of={name} />
        <XAxis {...AMOUNT_AXIS} domain={[least < 0 ? least - pad : 0, most + pad]} tickFormatter={amountText} />
        <YAxis {...NAME_AXIS} width={NAMES} tick={(tick: YAxisTickContentProps) => <StepName tick={tick} bar={bars[tick.index]} />} />
        <ReferenceLine x={0} stroke="var(--tl-line-strong)" />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.name}
            x={mark.at}
            stroke="var(--tl-red)"
            strokeDasharray="4 4"
            label={{ ...AXIS_WORDS, value: mark.name, position: 'top' }}
          />
        ))}
        <Bar
          dataKey="range"
          isAnimationActive={false}
          shape={(shape: BarShapeProps) => <StepBar chart={name} shape={shape} bar={bars[shape.index]} onOpen={onOpen} />}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

function StepName({ tick, bar }: { readonly tick: YAxisTickContentProps; readonly bar: WaterfallBar | undefined }) {
  if (!bar) return null;
  const y = Number(tick.y);
  return (
    <g aria-hidden>
      <text x={0} y={y} dy={bar.when ? -3 : 4} className={classes.name} data-level={bar.kind === 'level' || undefined}>
        {bar.name}
      </text>
      {bar.when ? (
        <text x={0} y={y} dy={12} className={classes.small}>
          {bar.when}
        </text>
      ) : null}
    </g>
  );
}

interface StepBarProps {
  readonly chart: string;
  readonly shape: BarShapeProps;
  readonly bar: WaterfallBar | undefined;
  readonly onOpen: (key: string) => void;
}

function StepBar({ chart, shape, bar, onOpen }: StepBarProps) {
  if (!bar) return null;
  const left = Math.min(shape.x, shape.x + shape.width);
  const width = Math.abs(shape.width);
  const label = [bar.name, bar.words, bar.when].filter(Boolean).join(', ');
  return (
    <>
      <ChartBar
        chart={chart}
        look={bar.look}
        x={left}
        y={shape.y}
        width={width}
        height={shape.height}
        label={label}
        onOpen={() => onOpen(bar.key)}
      />
      <text x={left + width + 8} y={shape.y + shape.height / 2} dy={4} className={classes.words} aria-hidden>
        {bar.words}
      </text>
    </>
  );
}
