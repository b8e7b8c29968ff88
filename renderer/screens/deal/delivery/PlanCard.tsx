import { Group, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { deliveryPlan } from '#shared/delivery/plan';
import type { Deal } from '#shared/records/registry';
import { ExportTableMenu } from '../../../components/export-table/ExportTableMenu';
import { SectionCard } from '../../../components/SectionCard';
import { useToday } from '../../../components/use-today';
import { useLive } from '../../../data/live';
import { deliveryMilestones, deliveryWork } from '../../../data/reads/delivery';
import { planTable } from './delivery-tables';
import classes from './Plan.module.css';
import { PlanTable } from './PlanTable';
import { PlanWeeks } from './PlanWeeks';
import { t } from '#shared/values/texts';

/** The plan by week and milestone, as a line of weeks or as a table. */
export function PlanCard({ deal }: { readonly deal: Deal }) {
  const today = useToday();
  const packages = useLive((records) => deliveryWork(records, deal.id, today), [deal.id, today]);
  const milestones = useLive((records) => deliveryMilestones(records, deal.id), [deal.id]);
  const plan = useMemo(() => deliveryPlan(packages, milestones, { deal, today }), [packages, milestones, deal, today]);
  const [look, setLook] = useState('weeks');
  const isEmpty = plan.bars.length === 0 && plan.marks.length === 0;
  return (
    <div data-section="plan">
      <SectionCard
        flush
        title={t('Plan by week')}
        actions={
          isEmpty ? undefined : (
            <Group gap={6} wrap="nowrap">
              <SegmentedControl
                size="xs"
                aria-label={t('Look of the plan')}
                value={look}
                onChange={setLook}
                data={[
                  { value: 'weeks', label: t('Weeks') },
                  { value: 'table', label: t('Table') },
                ]}
              />
              <ExportTableMenu variant="icon" label={t('the plan')} table={() => planTable(deal, plan)} />
            </Group>
          )
        }
      >
        {isEmpty ? (
          <p className={classes.none}>{t('Give a work package a start and an end, or a milestone a date: they stand here by week.')}</p>
        ) : look === 'weeks' ? (
          <PlanWeeks plan={plan} today={today} />
        ) : (
          <PlanTable plan={plan} />
        )}
        {plan.undated.length > 0 && !isEmpty ? (
          <p className={classes.undated}>
            {t('Without a date: {{join}}', { join: plan.undated.map(({ line }) => line.title).join(', ') })}
          </p>
        ) : null}
      </SectionCard>
    </div>
  );
}
