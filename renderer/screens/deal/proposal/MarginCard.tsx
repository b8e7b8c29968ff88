import { useState } from 'react';
import { offerMargin, planCost } from '#shared/proposal/margin';
import { lineTitle } from '#shared/proposal/offer-line';
import type { MoneyValue } from '#shared/records/define-record';
import type { Proposal, ProposalLine } from '#shared/records/registry';
import { formatPercent } from '#shared/values/percent';
import { AskDialog } from '../../../components/AskDialog';
import { MoneyInput } from '../../../components/MoneyInput';
import { moneyText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import classes from './OfferSide.module.css';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What the offer would leave if it were signed as it stands, while it is written. For readers of the finance ledger. */
export function MarginCard({ proposal }: { readonly proposal: Proposal }) {
  const margin = useLive((records) => offerMargin(records, proposal), [proposal]);
  if (!margin.ok) {
    return (
      <section className={classes.card} aria-label={t('Margin')}>
        <h2 className={classes.heading}>{t('Margin')}</h2>
        <p className={classes.hint}>{margin.error.message}</p>
      </section>
    );
  }
  const { value, plannedCost, margin: left, share, unplanned } = margin.value;
  const planned = plannedCost.amount > 0;
  return (
    <section className={classes.card} aria-label={t('Margin')}>
      <h2 className={classes.heading}>
        <Sentence
          text={t('Margin <span/>')}
          parts={{
            span: (
              <span className={classes.percent}>
                {unplanned.length > 0 && planned ? <span className={classes.most}>{t('at most ')}</span> : null}
                {planned ? formatPercent(share, spokenLocale(), 2) : 'n/a'}
              </span>
            ),
          }}
        />
      </h2>
      <dl className={classes.sums}>
        <Row label={t('Value')} sum={value} />
        <Row label={t('Planned cost')} sum={plannedCost} />
        {planned ? <Row label={t('Leaves')} sum={left} /> : null}
      </dl>
      {unplanned.length > 0 ? <Unplanned lines={unplanned} /> : null}
      <p className={classes.hint}>{t('(value − planned cost) / value. Only those who read the finance ledger see this.')}</p>
    </section>
  );
}

function Row({ label, sum }: { readonly label: string; readonly sum: MoneyValue }) {
  return (
    <div className={classes.sum}>
      <dt>{label}</dt>
      <dd>{moneyText(sum)}</dd>
    </div>
  );
}

/** Work in the offer that nobody has planned the cost of: the margin is too good by that much. */
function Unplanned({ lines }: { readonly lines: readonly ProposalLine[] }) {
  const mayPlan = useMayWrite('costPlan');
  const [asked, setAsked] = useState<ProposalLine>();
  const titles = useLive((records) => lines.map((line) => lineTitle(records, line)), [lines]);
  return (
    <>
      <p className={classes.hint}>
        {t('{{value}} no planned cost yet; the margin is lower by what that will cost.', {
          value: lines.length === 1 ? t('One line has') : t('{{lines}} lines have', { lines: lines.length }),
        })}
      </p>
      <ul className={classes.list} aria-label={t('Lines without planned cost')}>
        {lines.map((line, at) => (
          <li key={line.id} className={classes.unplanned}>
            <span>{titles[at]}</span>
            {mayPlan ? (
              <button
                type="button"
                className={classes.way}
                aria-label={t('Plan the cost of {{at}}', { at: titles[at] ?? '' })}
                onClick={() => setAsked(line)}
              >
                {t('Plan it')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked ? <PlanDialog line={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

function PlanDialog({ line, onClose }: { readonly line: ProposalLine; readonly onClose: () => void }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const [cost, setCost] = useState<MoneyValue | null>(null);
  const [tried, setTried] = useState(false);
  const scopeLine = records.get('scopeLine', line.scopeLine);
  const plan = async (): Promise<boolean> => {
    setTried(true);
    return cost && scopeLine ? commit(planCost(records, scopeLine, cost)) : false;
  };
  return (
    <AskDialog
      title={t('Plan the cost of {{records}}', { records: lineTitle(records, line) })}
      text={
        line.hours === undefined ? t('What the work will cost us.') : t('What {{hours}} h of work will cost us.', { hours: line.hours })
      }
      submitLabel={t('Plan it')}
      onClose={onClose}
      onSubmit={plan}
    >
      <MoneyInput
        label={t('Planned cost')}
        autoFocus
        value={cost ?? undefined}
        onChange={setCost}
        error={tried && !cost ? t('The planned cost is needed') : undefined}
      />
    </AskDialog>
  );
}
