import { SectionCard } from '../../components/SectionCard';
import { FieldEditor } from '../../components/FieldEditor';
import type { Deal, FieldOf } from '#shared/records/registry';
import classes from './DealFacts.module.css';

interface Group {
  readonly title: string;
  readonly fields: readonly FieldOf<'deal'>[];
}

/** What is true of a deal, in the order in which people ask; every fact is edited where it stands. */
export function DealFacts({ deal }: { readonly deal: Deal }) {
  return (
    <aside className={classes.facts} aria-label="Facts">
      {groupsOf(deal).map(({ title, fields }) => (
        <SectionCard key={title} title={title}>
          <div className={classes.rows}>
            {fields.map((field) => (
              <FieldEditor key={field} type="deal" id={deal.id} field={field} variant="row" />
            ))}
          </div>
        </SectionCard>
      ))}
    </aside>
  );
}

/** A fact that means nothing under this deal's billing model or phase is left out, unless it was ever filled in. */
function groupsOf(deal: Deal): readonly Group[] {
  return [
    { title: 'Deal', fields: ['health', 'billingModel', 'amount', ...billingFields(deal)] },
    { title: 'People', fields: ['ae', 'presalesLead', 'pm', 'department', 'buyers'] },
    { title: 'Why they bought', fields: ['whyTheyBought', ...(deal.phase === 'lost' || deal.lostReason ? (['lostReason'] as const) : [])] },
    { title: 'Dates', fields: ['expectedClose', 'signedAt', 'kickoffAt', 'plannedEnd', 'deliveredAt', 'warrantyUntil', 'renewalAt'] },
  ];
}

function billingFields(deal: Deal): readonly FieldOf<'deal'>[] {
  const capped = deal.billingModel === 'capped T&M' || deal.cap ? (['cap'] as const) : [];
  const retained =
    deal.billingModel === 'retainer' || deal.retainerFee ? (['retainerFee', 'retainerPeriod', 'retainerPeriods'] as const) : [];
  return [...capped, ...retained];
}
