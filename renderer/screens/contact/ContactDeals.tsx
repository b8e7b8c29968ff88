import { Text } from '@mantine/core';
import type { Id } from '#shared/records/define-record';
import { MoneyText } from '../../components/MoneyText';
import { PhaseBadge } from '../../components/PhaseBadge';
import { RecordLink } from '../../components/RecordLink';
import { SectionCard } from '../../components/SectionCard';
import { useLive } from '../../data/live';
import { dealsBoughtBy } from '../../data/reads/contacts';
import classes from './ContactScreen.module.css';
import { t } from '#shared/values/texts';

/** The deals in which they are a buyer. */
export function ContactDeals({ contact }: { readonly contact: Id<'contact'> }) {
  const deals = useLive((records) => dealsBoughtBy(records, contact), [contact]);
  return (
    <SectionCard title={t('Buyer in')} flush={deals.length > 0}>
      {deals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('In no deal yet. Add them to the buyers of a deal.')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {deals.map((deal) => (
            <li key={deal.id} className={classes.deal}>
              <RecordLink type="deal" id={deal.id} inText />
              <PhaseBadge phase={deal.phase} />
              <span className={classes.amount}>
                <MoneyText value={deal.amount} whole />
              </span>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}
