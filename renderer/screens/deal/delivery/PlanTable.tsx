import type { DeliveryPlan, PlanBar, PlanMark } from '#shared/delivery/plan';
import { DateText } from '../../../components/DateText';
import { RecordLink } from '../../../components/RecordLink';
import { countText } from '../../../components/text-of';
import { barWords } from './delivery-tables';
import { STATE_WORDS } from './MilestoneSign';
import classes from './Plan.module.css';
import { t } from '#shared/values/texts';

/** The same plan in words and dates. */
export function PlanTable({ plan }: { readonly plan: DeliveryPlan }) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('Plan')}>
        <thead>
          <tr>
            <th scope="col">{t('What')}</th>
            <th scope="col">{t('Kind')}</th>
            <th scope="col">{t('Planned first')}</th>
            <th scope="col">{t('Starts')}</th>
            <th scope="col">{t('Due')}</th>
            <th scope="col">{t('Slipped')}</th>
            <th scope="col">{t('Stands')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.marks.map((mark) => (
            <MarkLine key={mark.milestone.id} mark={mark} />
          ))}
          {plan.bars.map((bar) => (
            <BarLine key={bar.pack.line.id} bar={bar} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MarkLine({ mark: { milestone, slips, state } }: { readonly mark: PlanMark }) {
  return (
    <tr>
      <th scope="row">{milestone.title}</th>
      <td>{t('Milestone')}</td>
      <td>
        <DateText value={slips.original} />
      </td>
      <td>–</td>
      <td>
        <DateText value={milestone.due} />
      </td>
      <td>{slips.days === 0 ? '–' : `${slips.days > 0 ? '+' : '−'}${countText(Math.abs(slips.days), 'day', 'days')}`}</td>
      <td>{STATE_WORDS[state]}</td>
    </tr>
  );
}

function BarLine({ bar }: { readonly bar: PlanBar }) {
  const { pack, start, end } = bar;
  return (
    <tr>
      <th scope="row">
        <RecordLink type="scopeLine" id={pack.line.id} />
      </th>
      <td>{t('Work package')}</td>
      <td>–</td>
      <td>
        <DateText value={start} />
      </td>
      <td>
        <DateText value={end} />
      </td>
      <td>–</td>
      <td>{barWords(bar)}</td>
    </tr>
  );
}
