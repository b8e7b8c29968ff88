import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Bar, Waterfall } from '#shared/money/waterfall';
import { ChartFrame } from '../charts/ChartFrame';
import { WaterfallChart } from '../charts/WaterfallChart';
import type { WaterfallStep } from '../charts/waterfall-bars';
import type { DataColumn } from '../data-column';
import type { Drill } from '../records-behind/RecordsDrawer';
import { SectionCard } from '../SectionCard';
import { dateText } from '../text-of';
import { amountText, axisText, CAUSE_ABOUT, changeText, pointsText, shareText } from './money-words';
import { type WaterfallRow, waterfallRows } from './waterfall-rows';
import { t } from '#shared/values/texts';

interface WaterfallCardProps {
  readonly waterfall: Waterfall;
  /** Of whom: name of the file that the table is exported to. */
  readonly name: string;
  readonly onDrill: (drill: Drill) => void;
}

/** Where the margin went, from what was sold to what will be left: each cause with its day, its points and its records. */
export function WaterfallCard({ waterfall, name, onDrill }: WaterfallCardProps) {
  const rows = useMemo(() => waterfallRows(waterfall), [waterfall]);
  const steps = useMemo(() => rows.map(stepOf), [rows]);
  const open = (row: WaterfallRow | undefined): void => row && onDrill(drillOf(row));
  return (
    <SectionCard>
      <ChartFrame
        title={t('Where the margin went')}
        about={aboutText(waterfall)}
        rows={rows}
        columns={COLUMNS}
        rowId={({ key }) => key}
        onOpen={open}
        fileName={t('{{name}} margin', { name })}
      >
        <WaterfallChart
          steps={steps}
          marks={marksOf(waterfall)}
          amountText={axisText(waterfall.currency)}
          onOpen={(key) => open(rows.find((row) => row.key === key))}
        />
      </ChartFrame>
      {waterfall.warns ? (
        <Alert mt="sm" variant="default" icon={<IconAlertTriangle size={18} color="var(--tl-amber)" />}>
          {t(
            '{{unexplainedShare}} of the difference has no cause that the records name. Book hours on lines, and expenses on what they are for.',
            { unexplainedShare: shareText(waterfall.unexplainedShare) },
          )}
        </Alert>
      ) : null}
    </SectionCard>
  );
}

function aboutText({ sold, atCompletion, contracted }: Waterfall): string {
  const frozen = sold.isFrozen ? t('as it was signed') : t('from the plans of today, because nobody has frozen it');
  return (
    `Sold with ${shareText(sold.share)} (${amountText(sold.amount)}, ${frozen}); at completion ${shareText(atCompletion.share)} of ` +
    t('{{contracted}} will be left ({{amount}}). Dashed lines: 8 and 20 points of the contract lost.', {
      contracted: amountText(contracted),
      amount: amountText(atCompletion.amount),
    })
  );
}

/** Losses run from the re-based margin, so the marks stand that far below it. */
const marksOf = ({ rebased, contracted }: Waterfall) =>
  [8, 20].map((points) => ({ name: t('−{{points}} points', { points }), at: rebased.amount.amount - (contracted.amount * points) / 100 }));

function stepOf({ key, name, kind, amount, share, bar }: WaterfallRow): WaterfallStep {
  return {
    key,
    name,
    kind,
    amount: amount.amount,
    words: kind === 'level' ? `${amountText(amount)} · ${shareText(share)}` : `${changeText(amount)} · ${pointsText(bar?.points)}`,
    when: bar && whenText(bar),
    unexplained: bar?.cause === 'unexplained',
  };
}

/** The first day of its causes; that there are later ones is said. */
function whenText({ at, items }: Bar): string | undefined {
  if (at === undefined) return undefined;
  const many = new Set(items.map((item) => item.at)).size > 1;
  return many ? t('from {{at}}', { at: dateText(at) }) : dateText(at);
}

function drillOf({ name, kind, amount, share, bar, about }: WaterfallRow): Drill {
  if (!bar) return { title: name, value: `${amountText(amount)} · ${shareText(share)}`, about, records: [] };
  return {
    title: name,
    value: kind === 'level' ? amountText(amount) : `${changeText(amount)} · ${pointsText(bar.points)}`,
    about: CAUSE_ABOUT[bar.cause],
    records: bar.records,
    ...(bar.items.length > 0 ? { causes: bar.items } : {}),
  };
}

const COLUMNS: readonly DataColumn<WaterfallRow>[] = [
  { id: 'name', header: t('Cause'), width: 210, grow: 2, cell: ({ name }) => name },
  {
    id: 'amount',
    header: t('Amount'),
    width: 130,
    align: 'end',
    cell: ({ kind, amount }) => (kind === 'level' ? amountText(amount) : changeText(amount)),
    data: ({ amount }) => amount,
  },
  {
    id: 'share',
    header: t('Margin'),
    width: 90,
    align: 'end',
    cell: ({ kind, share }) => (kind === 'level' ? shareText(share) : null),
    data: ({ share }) => ({ share }),
  },
  {
    id: 'points',
    header: t('Points'),
    width: 110,
    align: 'end',
    cell: ({ bar }) => (bar ? pointsText(bar.points) : null),
    data: ({ bar }) => bar?.points,
  },
  {
    id: 'at',
    header: t('Date of cause'),
    width: 120,
    cell: ({ bar }) => bar?.at && dateText(bar.at),
    data: ({ bar }) => ({ date: bar?.at }),
  },
  {
    id: 'causes',
    header: t('Causes'),
    width: 80,
    align: 'end',
    cell: ({ bar }) => bar?.items.length,
    data: ({ bar }) => bar?.items.length,
  },
];
