import type { Deal } from '#shared/records/registry';
import { pursuitHours } from '#shared/ticket/hours';
import { numberText } from '../../../components/text-of';
import { useLive } from '../../../data/live';
import classes from './TicketsTab.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What it has cost in hours to win the deal, so far. */
export function DealHours({ deal }: { readonly deal: Deal }) {
  const hours = useLive((records) => pursuitHours(records, deal.id), [deal.id]);
  if (hours === 0) return null;
  return (
    <span className={classes.hours} title={t('Hours logged before the signature, on all tickets of the deal')}>
      <Sentence text={t('Pursuit <strong/>')} parts={{ strong: <strong className="num">{numberText(hours)} h</strong> }} />
    </span>
  );
}
