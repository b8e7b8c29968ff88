import { isSignedDeal } from '#shared/deal/phase';
import type { Deal, FieldOf } from '#shared/records/registry';
import { FieldEditor } from '../../components/FieldEditor';
import classes from './DealFacts.module.css';
import { t } from '#shared/values/texts';

interface Group {
  readonly title: string;
  readonly fields: readonly FieldOf<'deal'>[];
}

/** What is true of a deal, in the order in which people ask; every fact is edited where it stands. */
export function DealFacts({ deal }: { readonly deal: Deal }) {
  return (
    <aside className={classes.facts} aria-label={t('Facts')}>
      {groupsOf(deal).map(({ title, fields }) => (
        <section key={title} className={classes.group}>
          <h2 className={classes.title}>{title}</h2>
          {fields.map((field) => (
            <FieldEditor key={field} type="deal" id={deal.id} field={field} variant={isProse(field) ? 'bare' : 'row'} />
          ))}
        </section>
      ))}
    </aside>
  );
}

/** Prose takes the whole width; the heading of its group is its label. */
function isProse(field: FieldOf<'deal'>): boolean {
  return field === 'whyTheyBought' || field === 'lostReason';
}

/** A fact that means nothing under this deal's billing model or phase is left out, unless it was ever filled in. */
function groupsOf(deal: Deal): readonly Group[] {
  const lost: readonly Group[] = deal.phase === 'lost' || deal.lostReason ? [{ title: t('Why it was lost'), fields: ['lostReason'] }] : [];
  return [
    ...lost,
    { title: t('Terms'), fields: ['health', 'billingModel', 'amount', ...billingFields(deal)] },
    { title: t('People'), fields: ['ae', 'presalesLead', 'pm', 'buyers', 'department'] },
    { title: t('Why they bought'), fields: ['whyTheyBought'] },
    {
      title: t('Dates'),
      fields: ['expectedClose', ...signedFields(deal), 'kickoffAt', 'plannedEnd', 'deliveredAt', 'warrantyUntil', 'noticeAt', 'renewalAt'],
    },
  ];
}

/** The day of the signature comes with the signature, not before it. */
function signedFields(deal: Deal): readonly FieldOf<'deal'>[] {
  return isSignedDeal(deal) || deal.signedAt ? ['signedAt'] : [];
}

function billingFields(deal: Deal): readonly FieldOf<'deal'>[] {
  const capped = deal.billingModel === 'capped T&M' || deal.cap ? (['cap'] as const) : [];
  const retained =
    deal.billingModel === 'retainer' || deal.retainerFee ? (['retainerFee', 'retainerPeriod', 'retainerPeriods'] as const) : [];
  return [...capped, ...retained];
}
