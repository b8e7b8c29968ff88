import type { ReactNode } from 'react';
import { isOpenDeal } from '#shared/deal/phase';
import type { Id, MoneyValue } from '#shared/records/define-record';
import { AgeText } from '../../components/AgeText';
import { MoneyText } from '../../components/MoneyText';
import { useLive } from '../../data/live';
import { expectedTotals, recentMoments, signedTotals } from '../../data/reads/accounts';
import classes from './AccountScreen.module.css';

/** What the account adds up to, each currency for itself. */
export function AccountTotals({ account }: { readonly account: Id<'account'> }) {
  const deals = useLive((records) => records.of('deal', 'account', account), [account]);
  const last = useLive((records) => recentMoments(records, account, 1)[0]?.at, [account]);
  const open = deals.filter(isOpenDeal).length;
  return (
    <dl className={classes.totals}>
      <Total label="Signed value">
        <Amounts values={signedTotals(deals)} />
      </Total>
      <Total label="Expected, not signed">
        <Amounts values={expectedTotals(deals)} />
      </Total>
      <Total label="Open deals">
        {open} <span className={classes.none}>of {deals.length}</span>
      </Total>
      <Total label="Last contact">{last ? <AgeText value={last} /> : <span className={classes.none}>None yet</span>}</Total>
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
  if (values.length === 0) return <span className={classes.none}>None</span>;
  return values.map((value) => (
    <div key={value.currency}>
      <MoneyText value={value} whole />
    </div>
  ));
}
