import { isSignedDeal } from '#shared/deal/phase';
import { offerPrice, offerValue } from '#shared/proposal/pricing';
import { linesOf } from '#shared/proposal/offer-line';
import type { Proposal } from '#shared/records/registry';
import { moneyText } from '../../../components/text-of';
import { useMarginReader } from '../../../components/use-margin-reader';
import { useLive, useRecord } from '../../../data/live';
import { HeldBackCard } from './HeldBackCard';
import { MarginCard } from './MarginCard';
import classes from './OfferSide.module.css';
import { t } from '#shared/values/texts';

/** Beside an offer: what it comes to, what keeps it from being sent, and, for those who may see cost, what it leaves. */
export function OfferSide({ proposal }: { readonly proposal: Proposal }) {
  const readsMargin = useMarginReader();
  return (
    <aside className={classes.side} aria-label={t('About this version')}>
      <PriceCard proposal={proposal} />
      {proposal.status === 'draft' ? <HeldBackCard proposal={proposal} /> : null}
      {readsMargin ? <MarginCard proposal={proposal} /> : null}
    </aside>
  );
}

/** The total in its parts, what is signed with it, and what the deal says. */
function PriceCard({ proposal }: { readonly proposal: Proposal }) {
  const deal = useRecord('deal', proposal.deal);
  const price = useLive((records) => offerPrice(linesOf(records, proposal.id)), [proposal.id]);
  const value = useLive((records) => offerValue(proposal, linesOf(records, proposal.id)), [proposal]);
  if (!price.ok) {
    return (
      <section className={classes.card}>
        <h2 className={classes.heading}>{t('Price')}</h2>
        <p className={classes.hint}>{price.error.message}</p>
      </section>
    );
  }
  const { work, discounts, total, options } = price.value;
  const signs = value.ok && value.value.amount !== total.amount ? value.value : undefined;
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{t('Price')}</h2>
      <dl className={classes.sums}>
        {discounts.amount === 0 ? null : (
          <>
            <Sum label={t('Work')} value={moneyText(work)} />
            <Sum label={t('Discounts')} value={moneyText(discounts)} />
          </>
        )}
        <Sum label={t('Total')} value={moneyText(total)} strong />
        {signs ? (
          <Sum label={SIGNED_WITH[proposal.billingModel ?? 'fixed'] ?? t('Signed with it')} value={moneyText(signs)} strong />
        ) : null}
        {options.amount === 0 ? null : <Sum label={t('Options, if chosen')} value={`+ ${moneyText(options)}`} />}
        {deal?.amount ? <Sum label={isSignedDeal(deal) ? t('Signed') : t('Expected so far')} value={moneyText(deal.amount)} /> : null}
      </dl>
    </section>
  );
}

const SIGNED_WITH: Readonly<Record<string, string>> = { 'capped T&M': t('Cap, which is signed'), retainer: t('Fees of all periods') };

function Sum({ label, value, strong = false }: { readonly label: string; readonly value: string; readonly strong?: boolean }) {
  return (
    <div className={classes.sum} data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
