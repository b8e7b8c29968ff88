import { useMemo } from 'react';
import { type CurrencyTotals, rollUp } from '#shared/money/rollup';
import { sumWaterfalls } from '#shared/money/sum-waterfalls';
import type { FeePart } from '../../components/charts/FeeStackChart';
import { FeeStackCard } from '../../components/money/FeeStackCard';
import { amountText, shareText } from '../../components/money/money-words';
import { WaterfallCard } from '../../components/money/WaterfallCard';
import { countText, numberText } from '../../components/text-of';
import { useMarginReader } from '../../components/use-margin-reader';
import { useLive } from '../../data/live';
import { type FirmDeal, waterfallsOf } from '../../data/reads/money-firm';
import { totalDrill } from '../../components/money/money-drill';
import type { MoneyViewProps } from './money-view-props';
import classes from './MoneyScreen.module.css';
import { type Tile, Tiles } from './Tiles';

/** The firm in one currency: what is contracted, how far it has come, what is left of it and where the rest went. */
export function Overview({ rows, currency, day, then, onDrill }: MoneyViewProps) {
  const reads = useMarginReader();
  const totals = useMemo(() => rollUp(rows.map(({ money }) => money))[0], [rows]);
  const ids = useMemo(() => rows.map(({ deal }) => deal.id), [rows]);
  const all = useLive((records) => (reads ? waterfallsOf(records, ids, day, then) : []), [ids, day, then, reads]);
  const waterfall = useMemo(() => sumWaterfalls(all), [all]);
  if (!totals) return null;
  const without = rows.length - all.length;
  return (
    <div className={`${classes.view ?? ''} ${classes.scrolling ?? ''}`}>
      <Tiles label="Sums" tiles={tilesOf(totals, rows, reads, onDrill)} />
      {waterfall ? <WaterfallCard waterfall={waterfall} name={`Firm ${currency}`} onDrill={onDrill} /> : null}
      {waterfall && without > 0 ? (
        <p className={classes.hint}>
          {countText(without, 'deal is', 'deals are')} not in the waterfall: open T&M, or without a planned cost.
        </p>
      ) : null}
      <FeeStackCard
        title="How far the fees have come"
        stacks={[
          {
            key: currency,
            name: '',
            paid: totals.fees.paid.value,
            outstanding: totals.fees.outstanding.value,
            ready: totals.fees.ready.value,
            later: totals.fees.notYetBillable.value,
          },
        ]}
        currency={currency}
        fileName={`Firm fees ${currency}`}
        names={8}
        onOpen={(_, part) => onDrill(totalDrill(PARTS[part].name, totals, rows, PARTS[part].key))}
      />
      {reads ? null : <p className={classes.hint}>Cost and margin are not shown: they are for partners, finance and project managers.</p>}
    </div>
  );
}

const PARTS: Readonly<Record<FeePart, { readonly name: string; readonly key: 'paid' | 'outstanding' | 'ready' | 'notYetBillable' }>> = {
  paid: { name: 'Paid', key: 'paid' },
  outstanding: { name: 'Outstanding', key: 'outstanding' },
  ready: { name: 'Ready to bill', key: 'ready' },
  later: { name: 'Not yet billable', key: 'notYetBillable' },
};

function tilesOf(totals: CurrencyTotals, rows: readonly FirmDeal[], reads: boolean, onDrill: MoneyViewProps['onDrill']): readonly Tile[] {
  const fee = (name: string, key: 'contracted' | 'billed' | 'outstanding' | 'ready' | 'pending', note?: string): Tile => ({
    name,
    value: amountText(totals.fees[key].value),
    ...(note ? { note } : {}),
    onOpen: () => onDrill(totalDrill(name, totals, rows, key)),
  });
  const overdue = totals.fees.overdue.value;
  return [
    fee('Contracted', 'contracted', countText(rows.length, 'deal', 'deals')),
    fee('Billed', 'billed'),
    fee('Outstanding', 'outstanding', overdue.amount > 0 ? `${amountText(overdue)} overdue` : undefined),
    fee('Ready to bill', 'ready'),
    fee('Pending', 'pending'),
    ...(reads && totals.margins && totals.costs ? [marginTile(totals, rows, onDrill)] : []),
  ];
}

function marginTile(totals: CurrencyTotals, rows: readonly FirmDeal[], onDrill: MoneyViewProps['onDrill']): Tile {
  const now = totals.margins?.atCompletion;
  const sold = totals.margins?.marginSold;
  return {
    name: 'Margin at completion',
    value: shareText(now?.share),
    note: `${amountText(now?.value)}, sold with ${shareText(sold?.share)}${totals.uncostedHours > 0 ? ` · ${numberText(totals.uncostedHours)} h without a rate` : ''}`,
    onOpen: () =>
      onDrill({
        title: 'Margin at completion',
        value: `${amountText(now?.value)} · ${shareText(now?.share)}`,
        about: '(contracted − cost at completion) / contracted, over the deals for which both are known',
        records: rows.map(({ deal }) => deal.id),
        causes: rows.flatMap(({ deal, money }) => {
          const value = money.margin?.atCompletion.value;
          return value ? [{ record: deal.id, amount: value, at: deal.signedAt }] : [];
        }),
      }),
  };
}
