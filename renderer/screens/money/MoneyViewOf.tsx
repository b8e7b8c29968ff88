import { useMemo } from 'react';
import { DataTable } from '../../components/DataTable';
import type { AddressChanges } from '../../components/use-address-state';
import { useMarginReader } from '../../components/use-margin-reader';
import { AgeingView } from './AgeingView';
import { FrictionView } from './FrictionView';
import { dealColumns, groupColumns } from '../../components/money/money-columns';
import { moneyGroups } from './money-groups';
import { FACET_NAMES, type Facet, type MoneyView } from './money-view';
import type { MoneyViewProps } from './money-view-props';
import classes from './MoneyScreen.module.css';
import { MonthsView } from './MonthsView';
import { Overview } from './Overview';
import { t } from '#shared/values/texts';

interface MoneyViewOfProps extends MoneyViewProps {
  readonly view: MoneyView;
  readonly onAddress: (changes: AddressChanges) => void;
}

/** One way of looking at the money of some deals. */
export function MoneyViewOf({ view, onAddress, ...props }: MoneyViewOfProps) {
  switch (view) {
    case 'overview':
      return <Overview {...props} />;
    case 'deals':
      return <DealsView {...props} />;
    case 'accounts':
      return <GroupsView key={view} {...props} facet="account" onAddress={onAddress} />;
    case 'managers':
      return <GroupsView key={view} {...props} facet="pm" onAddress={onAddress} />;
    case 'practices':
      return <GroupsView key={view} {...props} facet="practice" onAddress={onAddress} />;
    case 'billing':
      return <GroupsView key={view} {...props} facet="billing" onAddress={onAddress} />;
    case 'months':
      return <MonthsView {...props} />;
    case 'ageing':
      return <AgeingView {...props} />;
    case 'friction':
      return <FrictionView {...props} />;
  }
}

function DealsView({ rows, onDrill }: MoneyViewProps) {
  const reads = useMarginReader();
  const columns = useMemo(() => dealColumns(reads, onDrill), [reads, onDrill]);
  return (
    <div className={classes.view}>
      <div className={classes.table}>
        <DataTable
          label={t('Money by deal')}
          rows={rows}
          columns={columns}
          rowId={({ deal }) => deal.id}
          initialOrder={{ by: 'contracted', direction: 'down' }}
        />
      </div>
    </div>
  );
}

interface GroupsViewProps extends MoneyViewProps {
  readonly facet: Facet;
  readonly onAddress: (changes: AddressChanges) => void;
}

/** Deals that answer alike, added up. A group opens its deals. */
function GroupsView({ rows, facet, onDrill, onAddress }: GroupsViewProps) {
  const reads = useMarginReader();
  const { label } = FACET_NAMES[facet];
  const groups = useMemo(() => moneyGroups(rows, facet), [rows, facet]);
  const columns = useMemo(() => groupColumns(label, reads, onDrill), [label, reads, onDrill]);
  return (
    <div className={classes.view}>
      {facet === 'practice' ? (
        <p className={classes.hint}>{t('A practice is the industry of the client, as the account says it.')}</p>
      ) : null}
      <div className={classes.table}>
        <DataTable
          label={t('Money by {{label}}', { label: label.toLowerCase() })}
          rows={groups}
          columns={columns}
          rowId={({ key }) => key}
          initialOrder={{ by: 'contracted', direction: 'down' }}
          onOpen={({ key }) => onAddress({ view: 'deals', [facet]: key })}
        />
      </div>
    </div>
  );
}
