import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { BUYING_ROLES } from '#shared/records/account';
import { DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { sentence } from '../../components/FieldValue';
import { NewContactDialog } from '../../components/NewContactDialog';
import { Page } from '../../components/Page';
import { recordPath } from '../../components/record-path';
import { numberText } from '../../components/text-of';
import { type AddressChanges, useAddressState } from '../../components/use-address-state';
import { type ContactRow, contactRows } from '../../data/reads/contacts';
import { useLive } from '../../data/live';
import { CONTACT_COLUMNS } from './contact-columns';
import { type ContactFilter, contactFilterOf, filteredContacts } from './contact-filter';
import { t } from '#shared/values/texts';

/** Everybody we know at our clients. */
export function ContactsScreen() {
  const rows = useLive(contactRows, []);
  const [address, changeAddress] = useAddressState();
  const navigate = useNavigate();
  const filter = useMemo(() => contactFilterOf(address), [address]);
  const shown = useMemo(() => filteredContacts(rows, filter), [rows, filter]);
  const onNew = (): void => changeAddress({ new: '1' });

  return (
    <Page
      title={t('Contacts')}
      subtitle={rows.length > 0 ? countText(shown.length, rows.length) : undefined}
      fill
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={onNew}>
          {t('New contact')}
        </Button>
      }
      toolbar={rows.length > 0 ? <Filters rows={rows} filter={filter} onChange={changeAddress} /> : undefined}
    >
      {rows.length === 0 ? (
        <NoContacts onNew={onNew} />
      ) : (
        <DataTable
          label={t('Contacts')}
          rows={shown}
          columns={CONTACT_COLUMNS}
          rowId={(row) => row.contact.id}
          initialOrder={{ by: 'name', direction: 'up' }}
          onOpen={(row) => void navigate(recordPath(row.contact.id) ?? '/contacts')}
          empty={<EmptyState icon={IconSearch} title={t('No contact matches')} text={t('Take a word or a filter away to see more.')} />}
        />
      )}
      <NewContactDialog opened={address.get('new') !== null} onClose={() => changeAddress({ new: null })} />
    </Page>
  );
}

interface FiltersProps {
  readonly rows: readonly ContactRow[];
  readonly filter: ContactFilter;
  readonly onChange: (changes: AddressChanges) => void;
}

function Filters({ rows, filter, onChange }: FiltersProps) {
  const accounts = useMemo(() => accountsOf(rows), [rows]);
  return (
    <Group gap="xs">
      <TextInput
        aria-label={t('Find a contact')}
        placeholder={t('Find by name, e-mail, title…')}
        leftSection={<IconSearch size={16} />}
        w={280}
        value={filter.words}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
      />
      <Select
        aria-label={t('Account')}
        placeholder={t('Any account')}
        clearable
        searchable
        w={210}
        data={accounts}
        value={filter.account}
        onChange={(account) => onChange({ account })}
      />
      <Select
        aria-label={t('Buying role')}
        placeholder={t('Any role')}
        clearable
        w={170}
        data={BUYING_ROLES.map((role) => ({ value: role, label: sentence(role) }))}
        value={filter.role}
        onChange={(role) => onChange({ role })}
      />
    </Group>
  );
}

function NoContacts({ onNew }: { readonly onNew: () => void }) {
  return (
    <EmptyState
      icon={IconUsers}
      title={t('No contacts yet')}
      text={t(
        'Contacts are the people at your clients: who decides, who helps, who was promised what. Bring them in from an export, or add the first one here.',
      )}
      action={
        <Group gap="xs">
          <Button component={Link} to="/import">
            {t('Import')}
          </Button>
          <Button variant="default" onClick={onNew}>
            {t('New contact')}
          </Button>
        </Group>
      }
    />
  );
}

function accountsOf(rows: readonly ContactRow[]): { readonly value: string; readonly label: string }[] {
  const names = new Map(rows.flatMap(({ contact, account }) => (contact.account && account ? [[contact.account, account] as const] : [])));
  return [...names].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
}

function countText(shown: number, all: number): string {
  const noun = all === 1 ? t('contact') : t('contacts');
  return shown === all
    ? `${numberText(all)} ${noun}`
    : t('{{shown}} of {{all}} {{noun}}', { shown: numberText(shown), all: numberText(all), noun });
}
