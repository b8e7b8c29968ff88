import { useState } from 'react';
import type { TableFile } from '#shared/exchange/table-file';
import { planWork, type Planned, type PlanValues } from '#shared/invoicing/expense';
import type { MoneyValue } from '#shared/records/define-record';
import type { CostPlan, Deal } from '#shared/records/registry';
import { planChangeCost } from '#shared/change-order/cost';
import type { ChangeOrder } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { workToPlan, type PlannedRow } from '../../data/reads/costs';
import { AskDialog } from '../AskDialog';
import { ExportTableMenu } from '../export-table/ExportTableMenu';
import { MoneyInput } from '../MoneyInput';
import { MoneyText } from '../MoneyText';
import { QuietButton } from '../QuietButton';
import { RecordLink } from '../RecordLink';
import { SectionCard } from '../SectionCard';
import { numberText } from '../text-of';
import { useMayWrite } from '../use-may-write';
import classes from './DealCosts.module.css';
import { t } from '#shared/values/texts';

const KINDS = { scopeLine: t('Scope line'), changeOrder: t('Change order'), commitment: t('Promise') } as const;

/** What each piece of work is planned to cost; what nobody has planned is told apart. */
export function CostPlans({ deal }: { readonly deal: Deal }) {
  const rows = useLive((records) => workToPlan(records, deal.id), [deal.id]);
  const mayWrite = useMayWrite('costPlan');
  const [asked, setAsked] = useState<PlannedRow>();
  return (
    <SectionCard
      flush
      title={t('Planned cost')}
      actions={rows.length > 0 ? <ExportTableMenu label={t('Planned cost')} variant="icon" table={() => planTable(deal, rows)} /> : null}
    >
      {rows.length === 0 ? (
        <p className={classes.none}>{t('No work yet. Scope lines, change orders and promises are planned here once there are some.')}</p>
      ) : (
        <table className={classes.table} aria-label={t('Planned cost')}>
          <thead>
            <tr>
              <th scope="col">{t('Work')}</th>
              <th scope="col">{t('Kind')}</th>
              <th scope="col" className={classes.end}>
                {t('Hours')}
              </th>
              <th scope="col" className={classes.end}>
                {t('Planned')}
              </th>
              <th scope="col" className={classes.end}>
                {t('Rate an hour')}
              </th>
              <th scope="col" className={classes.end}>
                {t('Estimated now')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('Plan')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PlanRow key={row.work.id} row={row} onPlan={mayWrite ? () => setAsked(row) : undefined} />
            ))}
          </tbody>
        </table>
      )}
      {asked ? <PlanDialog row={asked} onClose={() => setAsked(undefined)} /> : null}
    </SectionCard>
  );
}

const planTable = (deal: Deal, rows: readonly PlannedRow[]): TableFile => ({
  name: t('{{name}} planned cost', { name: deal.name }),
  headers: [t('Work'), t('Kind'), t('Hours'), t('Planned'), t('Rate an hour'), t('Estimated now')],
  rows: rows.map(({ work, kind, hours, plan }) => [
    recordTitle(work),
    KINDS[kind],
    hours,
    plan?.planned,
    plan?.plannedRate,
    plan?.estimated,
  ]),
});

function PlanRow({ row: { work, kind, hours, plan }, onPlan }: { readonly row: PlannedRow; readonly onPlan: (() => void) | undefined }) {
  return (
    <tr>
      <td>
        <RecordLink type={kind} id={work.id} />
      </td>
      <td className={classes.quiet}>{KINDS[kind]}</td>
      <td className={classes.end}>{hours === undefined ? '' : `${numberText(hours)} h`}</td>
      <td className={classes.end}>
        {plan?.planned ? <MoneyText value={plan.planned} /> : <span className={classes.quiet}>{t('Not planned')}</span>}
      </td>
      <td className={classes.end}>{plan?.plannedRate ? <MoneyText value={plan.plannedRate} /> : ''}</td>
      <td className={classes.end}>{plan?.estimated ? <MoneyText value={plan.estimated} /> : ''}</td>
      <td className={classes.tools}>{onPlan ? <QuietButton onClick={onPlan}>{plan ? t('Change…') : t('Plan…')}</QuietButton> : ' '}</td>
    </tr>
  );
}

function PlanDialog({ row, onClose }: { readonly row: PlannedRow; readonly onClose: () => void }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const { plan, kind, work } = row;
  const [planned, setPlanned] = useState<MoneyValue | null>(plan?.planned ?? null);
  const [rate, setRate] = useState<MoneyValue | null>(plan?.plannedRate ?? null);
  const [estimated, setEstimated] = useState<MoneyValue | null>(plan?.estimated ?? null);
  const save = (): Promise<boolean> => {
    if (kind === 'changeOrder') return commit(planChangeCost(records, work as ChangeOrder, planned));
    const values: PlanValues = { planned, plannedRate: rate, estimated };
    const of = { [kind]: work } as unknown as Planned;
    return commit(planWork(records, of, said(values, plan)));
  };
  return (
    <AskDialog
      title={t('Plan the cost')}
      text={
        row.hours === undefined
          ? t('What the work will cost us.')
          : t('What {{hours}} h of work will cost us.', { hours: numberText(row.hours) })
      }
      submitLabel={t('Plan it')}
      onClose={onClose}
      onSubmit={save}
    >
      <MoneyInput label={t('Planned cost')} autoFocus value={planned ?? undefined} onChange={setPlanned} />
      {kind === 'changeOrder' ? null : (
        <>
          <MoneyInput
            label={t('Rate an hour behind the plan')}
            description={t('What remains is estimated with it.')}
            value={rate ?? undefined}
            onChange={setRate}
          />
          <MoneyInput
            label={t('Estimated now')}
            description={t('Where the plan does not hold any more.')}
            value={estimated ?? undefined}
            onChange={setEstimated}
          />
        </>
      )}
    </AskDialog>
  );
}

/** A new plan says nothing of what was left empty; one that is there has it cleared. */
function said(values: PlanValues, plan: CostPlan | undefined): PlanValues {
  return plan ? values : Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
