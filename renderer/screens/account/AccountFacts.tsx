import type { Account, FieldOf } from '#shared/records/registry';
import { FieldEditor } from '../../components/FieldEditor';
import { SectionCard } from '../../components/SectionCard';
import classes from './AccountScreen.module.css';
import { t } from '#shared/values/texts';

const FACTS: readonly FieldOf<'account'>[] = ['name', 'domain', 'industry', 'owner', 'notes'];

/** What is true of the account, each fact edited where it stands. */
export function AccountFacts({ account }: { readonly account: Account }) {
  return (
    <SectionCard title={t('Facts')}>
      <div className={classes.rows}>
        {FACTS.map((field) => (
          <FieldEditor key={field} type="account" id={account.id} field={field} />
        ))}
      </div>
    </SectionCard>
  );
}
