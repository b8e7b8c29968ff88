import type { DeliveryPlan } from '#shared/delivery/plan';
import { ownerOf } from '#shared/delivery/standing';
import type { WorkPackage } from '#shared/delivery/work-package';
import type { TableFile } from '#shared/exchange/table-file';
import { titleOf } from '#shared/records/value-text';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import { STATE_WORDS } from './MilestoneSign';
import { t } from '#shared/values/texts';

/** The work packages of a deal with the hours that are left of each, whoever said so. */
export function workTable(deal: Deal, packages: readonly WorkPackage[], records: Records): TableFile {
  const named = (id: string | undefined): string => (id === undefined ? '' : titleOf(id, records));
  return {
    name: t('{{name}} work packages', { name: deal.name }),
    headers: [
      t('Work package'),
      t('Owner'),
      t('Starts'),
      t('Ends'),
      t('Milestone'),
      t('Planned h'),
      t('Spent h'),
      t('Left h'),
      t('Left as of'),
      t('Done'),
    ],
    rows: packages.map(({ line, planned, spent, remaining, isDone }) => [
      line.title,
      named(line.owner ?? ownerOf(records, line, deal)),
      { date: line.plannedStart },
      { date: line.plannedEnd },
      named(line.milestone),
      planned,
      spent,
      remaining,
      { date: line.remainingAsOf },
      isDone,
    ]),
  };
}

/** The plan as its table says it: milestones with their slips, then work packages. */
export function planTable(deal: Deal, { marks, bars }: DeliveryPlan): TableFile {
  return {
    name: t('{{name}} plan', { name: deal.name }),
    headers: [t('What'), t('Kind'), t('Planned first'), t('Starts'), t('Due'), t('Slipped days'), t('Stands')],
    rows: [
      ...marks.map(({ milestone, slips, state }) => [
        milestone.title,
        t('Milestone'),
        { date: slips.original },
        undefined,
        { date: milestone.due },
        slips.days,
        STATE_WORDS[state],
      ]),
      ...bars.map((bar) => [
        bar.pack.line.title,
        t('Work package'),
        undefined,
        { date: bar.start },
        { date: bar.end },
        undefined,
        barWords(bar),
      ]),
    ],
  };
}

/** How a work package stands in the plan. */
export function barWords({ pack, isLate, drawnBy }: DeliveryPlan['bars'][number]): string {
  if (pack.isDone) return t('Done');
  if (isLate) return t('Late');
  return drawnBy === 'milestone' ? t('To its milestone') : t('Planned');
}
