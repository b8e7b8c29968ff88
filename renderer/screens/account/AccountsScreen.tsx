import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconBuilding, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { recordPath } from '../../components/record-path';
import { numberText } from '../../components/text-of';
import { type AddressChanges, useAddressState } from '../../components/use-address-state';
import { accountRows, type AccountRow } from '../../data/reads/accounts';
import { useLive } from '../../data/live';
import { ACCOUNT_COLUMNS } from './account-columns';
import { type AccountFilter, accountFilterOf, filteredAccounts } from './account-filter';
import { NewAccountDialog } from './NewAccountDialog';
import { t } from '#shared/values/texts';

/** All client firms, with what is open, what is signed and when they were last spoken to. */
export function AccountsScreen() {
  const rows = useLive(accountRows, []);
  const [address, changeAddress] = useAddressState();
  const navigate = useNavigate();
  const filter = useMemo(() => accountFilterOf(address), [address]);
  const shown = useMemo(() => filteredAccounts(rows, filter), [rows, filter]);
  const open = (row: AccountRow): void => void navigate(recordPath(row.account.id) ?? '/accounts');

  return (
    <Page
      title={t('Accounts')}
      subtitle={rows.length > 0 ? countText(shown.length, rows.length) : undefined}
      fill
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => changeAddress({ new: '1' })}>
          {t('New account')}
        </Button>
      }
      toolbar={rows.length > 0 ? <Filters rows={rows} filter={filter} onChange={changeAddress} /> : undefined}
    >
      {rows.length === 0 ? (
        <NoAccounts onNew={() => changeAddress({ new: '1' })} />
      ) : (
        <DataTable
          label={t('Accounts')}
          rows={shown}
          columns={ACCOUNT_COLUMNS}
          rowId={(row) => row.account.id}
          initialOrder={{ by: 'name', direction: 'up' }}
          onOpen={open}
          empty={<EmptyState icon={IconSearch} title={t('No account matches')} text={t('Take a word or a filter away to see more.')} />}
        />
      )}
      <NewAccountDialog opened={address.get('new') !== null} onClose={() => changeAddress({ new: null })} />
    </Page>
  );
}

interface FiltersProps {
  readonly rows: readonly AccountRow[];
  readonly filter: AccountFilter;
  readonly onChange: (changes: AddressChanges) => void;
}

function Filters({ rows, filter, onChange }: FiltersProps) {
  const owners = useMemo(() => ownersOf(rows), [rows]);
  const industries = useMemo(() => [...new Set(rows.flatMap(({ account }) => account.industry ?? []))].toSorted(), [rows]);
  return (
    <Group gap="xs">
      <TextInput
        aria-label={t('Find an account')}
        placeholder={t('Find by name, domain, industry…')}
        leftSection={<IconSearch size={16} />}
        w={280}
        value={filter.words}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
      />
      <Select
        aria-label={t('Owner')}
        placeholder={t('Any owner')}
        clearable
        w={170}
        data={owners}
        value={filter.owner}
        onChange={(owner) => onChange({ owner })}
      />
      <Select
        aria-label={t('Industry')}
        placeholder={t('Any industry')}
        clearable
        w={170}
        data={industries}
        value={filter.industry}
        onChange={(industry) => onChange({ industry })}
      />
      <SegmentedControl
        aria-label={t('Which accounts')}
        value={filter.open ? 'open' : 'all'}
        onChange={(show) => onChange({ show: show === 'open' ? 'open' : null })}
        data={[
          { value: 'all', label: t('All') },
          { value: 'open', label: t('With open deals') },
        ]}
      />
    </Group>
  );
}

function NoAccounts({ onNew }: { readonly onNew: () => void }) {
  return (
    <EmptyState
      icon={IconBuilding}
      title={t('No accounts yet')}
      text={t('An account is a client firm with its people and its deals. Bring yours in from an export, or make the first one here.')}
      action={
        <Group gap="xs">
          <Button component={Link} to="/import">
            {t('Import')}
          </Button>
          <Button variant="default" onClick={onNew}>
            {t('New account')}
          </Button>
        </Group>
      }
    />
  );
}

function ownersOf(rows: readonly AccountRow[]): { readonly value: string; readonly label: string }[] {
  const names = new Map(rows.flatMap(({ ownedBy, owner }) => (ownedBy && owner ? [[ownedBy, owner] as const] : [])));
  return [...names].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
}

function countText(shown: number, all: number): string {
  const noun = all === 1 ? t('account') : t('accounts');
  return shown === all
    ? `${numberText(all)} ${noun}`
    : t('{{shown}} of {{all}} {{noun}}', { shown: numberText(shown), all: numberText(all), noun });
}
