import { SegmentedControl, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
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
import { accountDeals } from '../../data/reads/money-firm';
import { DealLanes } from './DealLanes';
import { laneContracts } from './lane-money';
import { t } from '#shared/values/texts';

/** The account's deals, as lanes over time or as a list; the address keeps which. */
export function AccountDeals({ account }: { readonly account: Id<'account'> }) {
  const today = useToday();
  const spans = useLive((records) => dealSpans(records, account, today, TIME_ZONE), [account, today]);
  const money = useLive((records) => accountDeals(records, account, today), [account, today]);
  const contracted = useMemo(() => laneContracts(money), [money]);
  const [address, changeAddress] = useAddressState();
  const view = address.get('deals') === 'list' ? 'list' : 'lanes';
  return (
    <SectionCard
      title={t('Deals')}
      flush={view === 'list' && spans.length > 0}
      actions={
        spans.length > 0 ? (
          <SegmentedControl
            size="xs"
            aria-label={t('Show deals as')}
            value={view}
            onChange={(next) => changeAddress({ deals: next === 'list' ? 'list' : null })}
            data={[
              { value: 'lanes', label: t('Lanes') },
              { value: 'list', label: t('List') },
            ]}
          />
        ) : undefined
      }
    >
      {spans.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('No deals yet. A new deal begins in discovery and stays one record to the end of its warranty.')}
        </Text>
      ) : view === 'lanes' ? (
        <DealLanes spans={spans} today={today} contracted={contracted} />
      ) : (
        <DealList spans={spans} />
      )}
    </SectionCard>
  );
}

/** A deal with the names of its people. */
interface DealRow extends DealSpan {
  readonly ae: string | undefined;
  readonly pm: string | undefined;
}

const COLUMNS: readonly DataColumn<DealRow>[] = [
  {
    id: 'name',
    header: t('Deal'),
    width: 220,
    grow: 2,
    cell: ({ deal }) => <RecordLink type="deal" id={deal.id} />,
    sortBy: ({ deal }) => deal.name,
  },
  { id: 'department', header: t('Department'), width: 130, cell: ({ deal }) => deal.department, sortBy: ({ deal }) => deal.department },
  { id: 'phase', header: t('Phase'), width: 130, cell: ({ deal }) => <PhaseBadge phase={deal.phase} />, sortBy: ({ deal }) => deal.phase },
  {
    id: 'health',
    header: t('Health'),
    width: 80,
    grow: 0,
    cell: ({ deal }) => <HealthDot health={deal.health} />,
    sortBy: ({ deal }) => deal.health,
  },
  { id: 'ae', header: 'AE', width: 120, cell: ({ deal }) => <PersonName id={deal.ae} />, data: ({ ae }) => ae },
  { id: 'pm', header: 'PM', width: 120, cell: ({ deal }) => <PersonName id={deal.pm} />, data: ({ pm }) => pm },
  {
    id: 'amount',
    header: t('Amount'),
    width: 130,
    align: 'end',
    cell: ({ deal }) => <MoneyText value={deal.amount} whole />,
    data: ({ deal }) => deal.amount,
    sortBy: amountKey,
  },
  {
    id: 'signed',
    header: t('Signed'),
    width: 110,
    grow: 0,
    align: 'end',
    cell: ({ deal }) => <DateText value={deal.signedAt} />,
    data: ({ deal }) => ({ date: deal.signedAt }),
    sortBy: ({ deal }) => deal.signedAt,
  },
  {
    id: 'begins',
    header: t('First contact'),
    width: 120,
    grow: 0,
    align: 'end',
    cell: ({ begins }) => <AgeText value={begins} />,
    data: ({ begins }) => ({ date: begins }),
    sortBy: ({ begins }) => begins,
  },
];

function amountKey({ deal }: DealRow): string | undefined {
  return deal.amount ? `${deal.amount.currency} ${deal.amount.amount}` : undefined;
}

function DealList({ spans }: { readonly spans: readonly DealSpan[] }) {
  const navigate = useNavigate();
  const rows = useLive(
    (records) =>
      spans.map((span): DealRow => ({
        ...span,
        ae: joinedPerson(records, span.deal.ae)?.name,
        pm: joinedPerson(records, span.deal.pm)?.name,
      })),
    [spans],
  );
  return (
    <DataTable
      label={t('Deals of this account')}
      rows={rows}
      columns={COLUMNS}
      rowId={({ deal }) => deal.id}
      initialOrder={{ by: 'begins', direction: 'down' }}
      maxHeight={420}
      onOpen={({ deal }) => void navigate(recordPath(deal.id) ?? '/pipeline')}
    />
  );
}
