import { decidedValue, isUndecided } from '#shared/change-order/standing';
import type { Deal } from '#shared/records/registry';
import { totalsByCurrency, type Money } from '#shared/values/money';
import { moneyText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useLive } from '../../../data/live';
import type { ChangeRow } from '../../../data/reads/change-orders';
import { dealFees } from '../../../data/reads/money';
import classes from './ChangesTab.module.css';
import { t } from '#shared/values/texts';

interface ChangeSumsProps {
  readonly deal: Deal;
  readonly rows: readonly ChangeRow[];
}

/** What waits, what was billed and absorbed, and what is contracted with it. Only billed ones are in the contract. */
export function ChangeSums({ deal, rows }: ChangeSumsProps) {
  const today = useToday();
  const contracted = useLive((records) => dealFees(records, deal.id, today)?.contracted.value, [deal.id, today]);
  const sumsOf = (passes: (row: ChangeRow) => boolean): readonly Money[] =>
    totalsByCurrency(rows.filter(passes).flatMap(({ order }) => decidedValue(order) ?? []));
  return (
    <dl className={classes.sums} aria-label={t('Sums of the change orders')}>
      <Sum label={t('Undecided')} sums={sumsOf(({ order }) => isUndecided(order))} />
      <Sum label={t('Billed')} sums={sumsOf(({ order }) => order.status === 'billed')} />
      <Sum label={t('Absorbed')} sums={sumsOf(({ order }) => order.status === 'absorbed')} />
      <Sum label={t('Contracted')} sums={contracted ? [contracted] : []} none="n/a" />
    </dl>
  );
}

function Sum({ label, sums, none = '–' }: { readonly label: string; readonly sums: readonly Money[]; readonly none?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{sums.length > 0 ? sums.map((sum) => moneyText(sum)).join(' + ') : none}</dd>
    </div>
  );
}
