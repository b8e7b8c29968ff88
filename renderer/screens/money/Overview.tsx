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
import { t } from '#shared/values/texts';

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
      <Tiles label={t('Sums')} tiles={tilesOf(totals, rows, reads, onDrill)} />
      {waterfall ? <WaterfallCard waterfall={waterfall} name={t('Firm {{currency}}', { currency })} onDrill={onDrill} /> : null}
      {waterfall && without > 0 ? (
        <p className={classes.hint}>
          {t('{{without}} not in the waterfall: open T&M, or without a planned cost.', {
            without: countText(without, t('deal is'), t('deals are')),
          })}
        </p>
      ) : null}
      <FeeStackCard
        title={t('How far the fees have come')}
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
        fileName={t('Firm fees {{currency}}', { currency })}
        names={8}
        onOpen={(_, part) => onDrill(totalDrill(PARTS[part].name, totals, rows, PARTS[part].key))}
      />
      {reads ? null : (
        <p className={classes.hint}>{t('Cost and margin are not shown: they are for partners, finance and project managers.')}</p>
      )}
    </div>
  );
}

const PARTS: Readonly<Record<FeePart, { readonly name: string; readonly key: 'paid' | 'outstanding' | 'ready' | 'notYetBillable' }>> = {
  paid: { name: t('Paid'), key: 'paid' },
  outstanding: { name: t('Outstanding'), key: 'outstanding' },
  ready: { name: t('Ready to bill'), key: 'ready' },
  later: { name: t('Not yet billable'), key: 'notYetBillable' },
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
    fee(t('Contracted'), 'contracted', countText(rows.length, 'deal', 'deals')),
    fee(t('Billed'), 'billed'),
    fee(t('Outstanding'), 'outstanding', overdue.amount > 0 ? t('{{overdue}} overdue', { overdue: amountText(overdue) }) : undefined),
    fee(t('Ready to bill'), 'ready'),
    fee(t('Pending'), 'pending'),
    ...(reads && totals.margins && totals.costs ? [marginTile(totals, rows, onDrill)] : []),
  ];
}

function marginTile(totals: CurrencyTotals, rows: readonly FirmDeal[], onDrill: MoneyViewProps['onDrill']): Tile {
  const now = totals.margins?.atCompletion;
  const sold = totals.margins?.marginSold;
  return {
    name: t('Margin at completion'),
    value: shareText(now?.share),
    note: t('{{value}}, sold with {{share}}{{value2}}', {
      value: amountText(now?.value),
      share: shareText(sold?.share),
      value2:
        totals.uncostedHours > 0 ? t(' · {{uncostedHours}} h without a rate', { uncostedHours: numberText(totals.uncostedHours) }) : '',
    }),
    onOpen: () =>
      onDrill({
        title: t('Margin at completion'),
        value: `${amountText(now?.value)} · ${shareText(now?.share)}`,
        about: t('(contracted − cost at completion) / contracted, over the deals for which both are known'),
        records: rows.map(({ deal }) => deal.id),
        causes: rows.flatMap(({ deal, money }) => {
          const value = money.margin?.atCompletion.value;
          return value ? [{ record: deal.id, amount: value, at: deal.signedAt }] : [];
        }),
      }),
  };
}
