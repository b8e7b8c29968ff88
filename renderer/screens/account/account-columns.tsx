import type { Account } from '#shared/records/registry';
import { AgeText } from '../../components/AgeText';
import { ClashMark } from '../../components/ClashMark';
import type { DataColumn } from '../../components/data-column';
import { MoneyTotals } from '../../components/MoneyTotals';
import { RecordLink } from '../../components/RecordLink';
import { WithUnsentMark } from '../../components/UnsentMark';
import { numberText } from '../../components/text-of';
import type { ShownValue } from '../../components/value-mark';
import type { AccountRow } from '../../data/reads/accounts';
import { t } from '#shared/values/texts';

/** The cell shows a field of the account itself. */
const fieldOf =
  (field: keyof Account & string) =>
  ({ account }: AccountRow): ShownValue => ({ record: account.id, field });

/** Columns of the list of accounts. */
export const ACCOUNT_COLUMNS: readonly DataColumn<AccountRow>[] = [
  {
    id: 'name',
    value: fieldOf('name'),
    header: t('Name'),
    width: 170,
    grow: 2,
    cell: ({ account }) => (
      <WithUnsentMark record={account.id}>
        <RecordLink type="account" id={account.id} /> <ClashMark record={account.id} variant="icon" />
      </WithUnsentMark>
    ),
    sortBy: ({ account }) => account.name,
  },
  {
    id: 'domain',
    value: fieldOf('domain'),
    header: t('Domain'),
    width: 170,
    cell: ({ account }) => account.domain,
    sortBy: ({ account }) => account.domain,
  },
  {
    id: 'industry',
    value: fieldOf('industry'),
    header: t('Industry'),
    width: 130,
    cell: ({ account }) => account.industry,
    sortBy: ({ account }) => account.industry,
  },
  { id: 'owner', value: fieldOf('owner'), header: t('Owner'), width: 120, cell: (row) => row.owner, sortBy: (row) => row.owner },
  {
    id: 'openDeals',
    header: t('Open deals'),
    width: 100,
    grow: 0,
    align: 'end',
    cell: (row) => (row.openDeals ? numberText(row.openDeals) : null),
    data: (row) => row.openDeals,
    sortBy: (row) => row.openDeals,
  },
  {
    id: 'signed',
    header: t('Signed value'),
    width: 130,
    align: 'end',
    cell: (row) => <MoneyTotals values={row.signed} />,
    data: (row) => row.signed,
    sortBy: signedKey,
  },
  {
    id: 'lastContact',
    header: t('Last contact'),
    width: 118,
    grow: 0,
    align: 'end',
    cell: (row) => <AgeText value={row.lastContact} />,
    data: (row) => ({ instant: row.lastContact }),
    sortBy: (row) => row.lastContact,
  },
];

/** Amounts of one currency are compared with each other; between currencies only the code decides. */
function signedKey({ signed }: AccountRow): string | undefined {
  const [first] = signed;
  return first ? `${first.currency} ${first.amount}` : undefined;
}
