import { ActionIcon, Table, Tooltip } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './Trend.module.css';
import { t } from '#shared/values/texts';

export interface TrendValue {
  /** `Nov 2026`, `26 Nov 2026`. */
  readonly when: string;
  readonly value: number | undefined;
  readonly against?: number | undefined;
}

interface TrendProps {
  /** What is measured, for screen readers and the table. */
  readonly label: string;
  readonly values: readonly TrendValue[];
  readonly textOf: (value: number) => string;
  /** A dashed line: beyond it the signal is on. */
  readonly threshold?: number;
  /** What the second line is. */
  readonly againstLabel?: string;
}

/** How a number came to be what it is: a line, or the same as a table. */
export function Trend(props: TrendProps) {
  const [asTable, setAsTable] = useState(false);
  const Symbol = asTable ? IconChartLine : IconTable;
  const words = asTable ? t('Show as a line') : t('Show as a table');
  return (
    <div className={classes.trend}>
      {asTable ? <TrendTable {...props} /> : <TrendLine {...props} />}
      <Tooltip label={words}>
        <ActionIcon
          size={26}
          variant="subtle"
          color="gray"
          aria-label={`${words}: ${props.label}`}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <Symbol size={15} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

const WIDTH = 240;
const HEIGHT = 56;
const EDGE = 5;

function TrendLine({ label, values, textOf, threshold, againstLabel }: TrendProps) {
  const known = values.flatMap(({ value, against }) => [value, against]).filter((value) => value !== undefined);
  const top = Math.max(1, ...known, threshold ?? 0);
  const x = (at: number): number => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, values.length - 1);
  const y = (value: number): number => HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE);
  const spoken = values.map(({ when, value }) => `${when}: ${value === undefined ? t('not enough data') : textOf(value)}`).join(', ');
  const last = values.at(-1)?.value;
  return (
    <svg className={classes.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${label}. ${spoken}`}>
      {threshold === undefined ? null : <line className={classes.threshold} x1={0} x2={WIDTH} y1={y(threshold)} y2={y(threshold)} />}
      {againstLabel ? <path className={classes.against} d={pathOf(values, x, y, 'against')} /> : null}
      <path className={classes.values} d={pathOf(values, x, y, 'value')} />
      {last === undefined ? null : <circle className={classes.now} cx={x(values.length - 1)} cy={y(last)} r={3.5} />}
    </svg>
  );
}

/** Lines between neighbours that are both known; a gap stays a gap. */
function pathOf(
  values: readonly TrendValue[],
  x: (at: number) => number,
  y: (value: number) => number,
  which: 'value' | 'against',
): string {
  return values
    .map((point, at) => {
      const value = point[which];
      if (value === undefined) return '';
      const isJoined = at > 0 && values[at - 1]?.[which] !== undefined;
      return `${isJoined ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

function TrendTable({ label, values, textOf, againstLabel }: TrendProps) {
  return (
    <Table className={classes.table} verticalSpacing={2} horizontalSpacing={6} fz="xs" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('When')}</Table.Th>
          <Table.Th ta="right">{t('Value')}</Table.Th>
          {againstLabel ? <Table.Th ta="right">{againstLabel}</Table.Th> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {values.map(({ when, value, against }) => (
          <Table.Tr key={when}>
            <Table.Td>{when}</Table.Td>
            <Table.Td ta="right">{value === undefined ? 'n/a' : textOf(value)}</Table.Td>
            {againstLabel ? <Table.Td ta="right">{against === undefined ? 'n/a' : textOf(against)}</Table.Td> : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
