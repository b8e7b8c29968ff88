import { SegmentedControl, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Id } from '#shared/records/define-record';
import { AgeText } from '../../components/AgeText';
import { DataTable } from '../../components/DataTable';
import type { DataColumn } from '../../components/data-column';
import { DateText } from '../../components/DateText';
import { HealthDot } from '../../components/HealthDot';
import { MoneyText } from '../../components/MoneyText';
import { PersonName } from '../../components/PersonName';
import { PhaseBadge } from '../../components/PhaseBadge';
import { RecordLink } from '../../components/RecordLink';
import { SectionCard } from '../../components/SectionCard';
import { recordPath } from '../../components/record-path';
import { useAddressState } from '../../components/use-address-state';
import { TIME_ZONE, useToday } from '../../components/use-today';
import { useLive } from '../../data/live';
import { type DealSpan, dealSpans } from '../../data/reads/accounts';
import { DealLanes } from './DealLanes';

/** The account's deals, as lanes over time or as a list; the address keeps which. */
export function AccountDeals({ account }: { readonly account: Id<'account'> }) {
  const today = useToday();
  const spans = useLive((records) => dealSpans(records, account, today, TIME_ZONE), [account, today]);
  const [address, changeAddress] = useAddressState();
  const view = address.get('deals') === 'list' ? 'list' : 'lanes';
  return (
    <SectionCard
      title="Deals"
      flush={view === 'list' && spans.length > 0}
      actions={
        spans.length > 0 ? (
          <SegmentedControl
            size="xs"
            aria-label="Show deals as"
            value={view}
            onChange={(next) => changeAddress({ deals: next === 'list' ? 'list' : null })}
            data={[
              { value: 'lanes', label: 'Lanes' },
              { value: 'list', label: 'List' },
            ]}
          />
        ) : undefined
      }
    >
      {spans.length === 0 ? (
        <Text size="sm" c="dimmed">
          No deals yet. A new deal begins in discovery and stays one record to the end of its warranty.
        </Text>
      ) : view === 'lanes' ? (
        <DealLanes spans={spans} today={today} />
      ) : (
        <DealList spans={spans} />
      )}
    </SectionCard>
  );
}

const COLUMNS: readonly DataColumn<DealSpan>[] = [
  {
    id: 'name',
    header: 'Deal',
    width: 220,
    grow: 2,
    cell: ({ deal }) => <RecordLink type="deal" id={deal.id} />,
    sortBy: ({ deal }) => deal.name,
  },
  { id: 'department', header: 'Department', width: 130, cell: ({ deal }) => deal.department, sortBy: ({ deal }) => deal.department },
  { id: 'phase', header: 'Phase', width: 130, cell: ({ deal }) => <PhaseBadge phase={deal.phase} />, sortBy: ({ deal }) => deal.phase },
  {
    id: 'health',
    header: 'Health',
    width: 80,
    grow: 0,
    cell: ({ deal }) => <HealthDot health={deal.health} />,
    sortBy: ({ deal }) => deal.health,
  },
  { id: 'ae', header: 'AE', width: 120, cell: ({ deal }) => <PersonName id={deal.ae} /> },
  { id: 'pm', header: 'PM', width: 120, cell: ({ deal }) => <PersonName id={deal.pm} /> },
  {
    id: 'amount',
    header: 'Amount',
    width: 130,
    align: 'end',
    cell: ({ deal }) => <MoneyText value={deal.amount} whole />,
    data: ({ deal }) => deal.amount,
    sortBy: amountKey,
  },
  {
    id: 'signed',
    header: 'Signed',
    width: 110,
    grow: 0,
    align: 'end',
    cell: ({ deal }) => <DateText value={deal.signedAt} />,
    data: ({ deal }) => ({ date: deal.signedAt }),
    sortBy: ({ deal }) => deal.signedAt,
  },
  {
    id: 'begins',
    header: 'First contact',
    width: 120,
    grow: 0,
    align: 'end',
    cell: ({ begins }) => <AgeText value={begins} />,
    data: ({ begins }) => ({ date: begins }),
    sortBy: ({ begins }) => begins,
  },
];

function amountKey({ deal }: DealSpan): string | undefined {
  return deal.amount ? `${deal.amount.currency} ${deal.amount.amount}` : undefined;
}

function DealList({ spans }: { readonly spans: readonly DealSpan[] }) {
  const navigate = useNavigate();
  return (
    <DataTable
      label="Deals of this account"
      rows={spans}
      columns={COLUMNS}
      rowId={({ deal }) => deal.id}
      initialOrder={{ by: 'begins', direction: 'down' }}
      maxHeight={420}
      onOpen={({ deal }) => void navigate(recordPath(deal.id) ?? '/pipeline')}
    />
  );
}
