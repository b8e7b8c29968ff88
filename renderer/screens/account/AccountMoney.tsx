import { useMemo, useState } from 'react';
import type { Id } from '#shared/records/define-record';
import { DataTable } from '../../components/DataTable';
import { groupColumns } from '../../components/money/money-columns';
import { type Drill, RecordsDrawer } from '../../components/records-behind/RecordsDrawer';
import { SectionCard } from '../../components/SectionCard';
import { useMarginReader } from '../../components/use-margin-reader';
import { useToday } from '../../components/use-today';
import { useLive } from '../../data/live';
import { accountDeals } from '../../data/reads/money-firm';
import { laneGroups } from './lane-money';
import { t } from '#shared/values/texts';

/** What the account's signed deals add up to, lane by lane and in all, each currency for itself. */
export function AccountMoney({ account }: { readonly account: Id<'account'> }) {
  const today = useToday();
  const reads = useMarginReader();
  const [drill, setDrill] = useState<Drill>();
  const deals = useLive((records) => accountDeals(records, account, today), [account, today]);
  const groups = useMemo(() => laneGroups(deals), [deals]);
  const columns = useMemo(() => groupColumns(t('Department'), reads, setDrill), [reads]);
  if (groups.length === 0) return null;
  return (
    <SectionCard title={t('Money')} flush>
      <DataTable label={t('Money of the account')} rows={groups} columns={columns} rowId={({ key }) => key} maxHeight={360} />
      <RecordsDrawer drill={drill} onClose={() => setDrill(undefined)} />
    </SectionCard>
  );
}
