import type { Contact } from '#shared/records/registry';
import { AgeText } from '../../components/AgeText';
import { AwayBadge } from '../../components/AwayBadge';
import { ClashMark } from '../../components/ClashMark';
import type { DataColumn } from '../../components/data-column';
import { sentence } from '../../components/FieldValue';
import { RecordLink } from '../../components/RecordLink';
import { StanceMark } from '../../components/StanceMark';
import { WithUnsentMark } from '../../components/UnsentMark';
import { numberText } from '../../components/text-of';
import type { ShownValue } from '../../components/value-mark';
import type { ContactRow } from '../../data/reads/contacts';
import { t } from '#shared/values/texts';

/** The cell shows a field of the contact itself. */
const fieldOf =
  (field: keyof Contact & string) =>
  ({ contact }: ContactRow): ShownValue => ({ record: contact.id, field });

/** Columns of the list of contacts. */
export const CONTACT_COLUMNS: readonly DataColumn<ContactRow>[] = [
  {
    id: 'name',
    value: fieldOf('name'),
    header: t('Name'),
    width: 160,
    grow: 1.5,
    cell: ({ contact }) => (
      <WithUnsentMark record={contact.id}>
        <RecordLink type="contact" id={contact.id} /> <ClashMark record={contact.id} variant="icon" /> <AwayBadge contact={contact} />
      </WithUnsentMark>
    ),
    sortBy: ({ contact }) => contact.name,
  },
  {
    id: 'account',
    value: fieldOf('account'),
    header: t('Account'),
    width: 140,
    cell: ({ contact }) => <RecordLink type="account" id={contact.account} />,
    sortBy: (row) => row.account,
  },
  {
    id: 'title',
    value: fieldOf('title'),
    header: t('Title'),
    width: 150,
    cell: ({ contact }) => workOf(contact),
    sortBy: ({ contact }) => contact.title,
  },
  {
    id: 'role',
    value: fieldOf('buyingRole'),
    header: t('Buying role'),
    width: 125,
    grow: 0,
    cell: ({ contact }) => (contact.buyingRole ? sentence(contact.buyingRole) : null),
    sortBy: ({ contact }) => contact.buyingRole,
  },
  {
    id: 'stance',
    value: fieldOf('stance'),
    header: t('Stance'),
    width: 72,
    grow: 0,
    cell: ({ contact }) => <StanceMark stance={contact.stance} />,
    sortBy: ({ contact }) => contact.stance,
  },
  {
    id: 'email',
    value: fieldOf('email'),
    header: 'E-mail',
    width: 150,
    cell: ({ contact }) => contact.email,
    sortBy: ({ contact }) => contact.email,
  },
  {
    id: 'promises',
    header: t('Promises'),
    width: 88,
    grow: 0,
    align: 'end',
    cell: (row) => (row.openPromises ? numberText(row.openPromises) : null),
    data: (row) => row.openPromises,
    sortBy: (row) => row.openPromises,
  },
  {
    id: 'lastContact',
    header: t('Last contact'),
    width: 115,
    grow: 0,
    align: 'end',
    cell: (row) => <AgeText value={row.lastContact} />,
    data: (row) => ({ instant: row.lastContact }),
    sortBy: (row) => row.lastContact,
  },
];

const workOf = ({ title, department }: Contact): string => [title, department].filter(Boolean).join(', ');
