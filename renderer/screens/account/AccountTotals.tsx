import type { ReactNode } from 'react';
import { isOpenDeal } from '#shared/deal/phase';
import type { Id, MoneyValue } from '#shared/records/define-record';
import { AgeText } from '../../components/AgeText';
import { MoneyText } from '../../components/MoneyText';
import { useLive } from '../../data/live';
import { expectedTotals, recentMoments, signedTotals } from '../../data/reads/accounts';
import classes from './AccountScreen.module.css';
import { t } from '#shared/values/texts';

/** What the account adds up to, each currency for itself. */
export function AccountTotals({ account }: { readonly account: Id<'account'> }) {
  const deals = useLive((records) => records.of('deal', 'account', account), [account]);
  const last = useLive((records) => recentMoments(records, account, 1)[0]?.at, [account]);
  const open = deals.filter(isOpenDeal).length;
  return (
    <dl className={classes.totals}>
      <Total label={t('Signed value')}>
        <Amounts values={signedTotals(deals)} />
      </Total>
      <Total label={t('Expected, not signed')}>
        <Amounts values={expectedTotals(deals)} />
      </Total>
      <Total label={t('Open deals')}>
        {open} <span className={classes.none}>{t('of {{deals}}', { deals: deals.length })}</span>
      </Total>
      <Total label={t('Last contact')}>{last ? <AgeText value={last} /> : <span className={classes.none}>{t('None yet')}</span>}</Total>
    </dl>
  );
}

function Total({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.total}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A line for each currency: two currencies have no sum. */
function Amounts({ values }: { readonly values: readonly MoneyValue[] }) {
  if (values.length === 0) return <span className={classes.none}>{t('None')}</span>;
  return values.map((value) => (
    <div key={value.currency}>
      <MoneyText value={value} whole />
    </div>
  ));
}
