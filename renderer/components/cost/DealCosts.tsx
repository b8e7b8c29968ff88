import type { Deal } from '#shared/records/registry';
import { IconLock } from '@tabler/icons-react';
import { EmptyState } from '../EmptyState';
import { useMarginReader } from '../use-margin-reader';
import { CostPlans } from './CostPlans';
import classes from './DealCosts.module.css';
import { Expenses } from './Expenses';
import { HoursWithoutRate } from './HoursWithoutRate';
import { t } from '#shared/values/texts';

/** What a deal costs beside the hours, what its work was planned to cost, and hours that nobody can cost. */
export function DealCosts({ deal }: { readonly deal: Deal }) {
  const readsCost = useMarginReader();
  if (!readsCost)
    return (
      <EmptyState
        icon={IconLock}
        title={t('Costs are not on this device')}
        text={t('Project managers, finance and partners read what work costs. Nothing of it is sent to anybody else’s device.')}
      />
    );
  return (
    <div className={classes.costs}>
      <HoursWithoutRate deal={deal.id} />
      <Expenses deal={deal} />
      <CostPlans deal={deal} />
    </div>
  );
}
