import type { Look } from './chart-looks';
import { LOOKS } from './chart-looks';
import { ChartPatterns, fillOf } from './ChartPatterns';
import classes from './Chart.module.css';

interface ChartLegendProps {
  readonly chart: string;
  readonly items: readonly { readonly look: Look; readonly name: string }[];
}

/** What the fills of a chart stand for. */
export function ChartLegend({ chart, items }: ChartLegendProps) {
  const own = `${chart}-legend`;
  return (
    <ul className={classes.legend}>
      {items.map(({ look, name }) => (
        <li key={look}>
          <svg width={16} height={11} aria-hidden>
            <ChartPatterns of={own} />
            <rect x={0.5} y={0.5} width={15} height={10} rx={2} fill={fillOf(own, look)} stroke={LOOKS[look].colour} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
