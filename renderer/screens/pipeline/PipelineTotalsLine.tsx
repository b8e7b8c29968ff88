import { useMemo } from 'react';
import { MoneyTotals } from '../../components/MoneyTotals';
import { numberText } from '../../components/text-of';
import type { DealRow } from '../../data/reads/deals';
import { useFirstTotals } from './first-totals';
import { pipelineTotals } from './pipeline-totals';
import classes from './PipelineTotalsLine.module.css';
import { t } from '#shared/values/texts';

/** What the deals in view come to, on either side of the signature, per currency. */
export function PipelineTotalsLine({ rows }: { readonly rows: readonly DealRow[] }) {
  const { before, signed } = useMemo(() => pipelineTotals(rows), [rows]);
  const first = useFirstTotals();
  const all = first?.reduce((sum, { deals }) => sum + deals, 0);
  // Of the first rows alone the sums would be wrong for a moment: a line of the same height says nothing instead.
  if (all !== undefined && all > rows.length) return <span className={classes.line}>&nbsp;</span>;
  return (
    <span className={classes.line}>
      <Side name={t('Before signature')} {...before} />
      <span className={classes.bar} aria-hidden />
      <Side name={t('Signed')} {...signed} />
    </span>
  );
}

function Side({ name, deals, totals }: { readonly name: string } & ReturnType<typeof pipelineTotals>['signed']) {
  return (
    <span className={classes.side} role="group" aria-label={name}>
      {name} <span className="num">{numberText(deals)}</span>
      <strong className={classes.sum}>
        <MoneyTotals values={totals} />
      </strong>
    </span>
  );
}
