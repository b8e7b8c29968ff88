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

/** What the offer would leave if it were signed as it stands, while it is written. For readers of the finance ledger. */
export function MarginCard({ proposal }: { readonly proposal: Proposal }) {
  const margin = useLive((records) => offerMargin(records, proposal), [proposal]);
  if (!margin.ok) {
    return (
      <section className={classes.card} aria-label="Margin">
        <h2 className={classes.heading}>Margin</h2>
        <p className={classes.hint}>{margin.error.message}</p>
      </section>
    );
  }
  const { value, plannedCost, margin: left, share, unplanned } = margin.value;
  const planned = plannedCost.amount > 0;
  return (
    <section className={classes.card} aria-label="Margin">
      <h2 className={classes.heading}>
        Margin{' '}
        <span className={classes.percent}>
          {unplanned.length > 0 && planned ? <span className={classes.most}>at most </span> : null}
          {planned ? formatPercent(share, spokenLocale(), 2) : 'n/a'}
        </span>
      </h2>
      <dl className={classes.sums}>
        <Row label="Value" sum={value} />
        <Row label="Planned cost" sum={plannedCost} />
        {planned ? <Row label="Leaves" sum={left} /> : null}
      </dl>
      {unplanned.length > 0 ? <Unplanned lines={unplanned} /> : null}
      <p className={classes.hint}>(value − planned cost) / value. Only those who read the finance ledger see this.</p>
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
        {lines.length === 1 ? 'One line has' : `${lines.length} lines have`} no planned cost yet; the margin is lower by what that will
        cost.
      </p>
      <ul className={classes.list} aria-label="Lines without planned cost">
        {lines.map((line, at) => (
          <li key={line.id} className={classes.unplanned}>
            <span>{titles[at]}</span>
            {mayPlan ? (
              <button
                type="button"
                className={classes.way}
                aria-label={`Plan the cost of ${titles[at] ?? ''}`}
                onClick={() => setAsked(line)}
              >
                Plan it
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
      title={`Plan the cost of ${lineTitle(records, line)}`}
      text={line.hours === undefined ? 'What the work will cost us.' : `What ${line.hours} h of work will cost us.`}
      submitLabel="Plan it"
      onClose={onClose}
      onSubmit={plan}
    >
      <MoneyInput
        label="Planned cost"
        autoFocus
        value={cost ?? undefined}
        onChange={setCost}
        error={tried && !cost ? 'The planned cost is needed' : undefined}
      />
    </AskDialog>
  );
}
