import type { KeyboardEvent } from 'react';
import { LOOKS, type Look } from './chart-looks';
import { fillOf } from './ChartPatterns';
import classes from './Chart.module.css';

interface ChartBarProps {
  /** The chart's own name, for its fills. */
  readonly chart: string;
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The bar in a sentence: what it is, how much, when. */
  readonly label: string;
  /** Opens the records behind it. */
  readonly onOpen?: (() => void) | undefined;
}

/** A bar that can be reached with the keyboard and opened, whatever its size: what is nothing is a line. */
export function ChartBar({ chart, look, x, y, width, height, label, onOpen }: ChartBarProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen?.();
  };
  const acts = onOpen ? { role: 'button', tabIndex: 0, onClick: onOpen, onKeyDown } : { role: 'img' };
  return (
    <g className={classes.bar} aria-label={label} {...acts}>
      <title>{label}</title>
      <rect x={x - 2} y={y} width={width + 4} height={height} className={classes.reach} />
      <rect x={x} y={y} width={Math.max(width, 2)} height={height} fill={fillOf(chart, look)} stroke={LOOKS[look].colour} rx={2} />
    </g>
  );
}
