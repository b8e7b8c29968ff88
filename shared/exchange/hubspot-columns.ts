import { hasAll, hasAny, type ColumnRole, type TableFormat } from './format';
import { t } from '../values/texts';

const id = (...headers: string[]): ColumnRole => ({ role: 'id', label: 'Record ID', headers: ['record id', 'hs object id', ...headers] });
const companies: ColumnRole = {
  role: 'companies',
  label: 'Company (ids)',
  headers: ['associated company ids', 'associated company id', 'associated company ids primary', 'primary associated company id'],
};
const companyName: ColumnRole = {
  role: 'companyName',
  label: 'Company (name)',
  headers: ['associated company', 'associated company primary', 'primary company', 'company name'],
};
const contacts: ColumnRole = { role: 'contacts', label: 'Contacts (ids)', headers: ['associated contact ids', 'associated contact id'] };

const table = (
  source: string,
  label: string,
  type: TableFormat['type'],
  roles: readonly ColumnRole[],
  telling: readonly string[],
): TableFormat => ({
  source,
  system: 'hubspot',
  label,
  systemLabel: 'HubSpot',
  type,
  roles,
  recognises: (names) => hasAny(names, ...telling),
  needs: [
    {
      role: 'id',
      reason: t(
        'This looks like {{label}}, but without the column “Record ID”. Export it again with all properties: without ids a second import could not tell which record is which.',
        { label },
      ),
    },
  ],
});

const COMPANY_ROLES: readonly ColumnRole[] = [
  id('company id'),
  { role: 'name', label: 'Name', headers: ['company name', 'name'] },
  { role: 'domain', label: 'Domain', headers: ['company domain name', 'domain name', 'domain', 'website url', 'website'] },
  { role: 'industry', label: 'Industry', headers: ['industry'] },
  { role: 'owner', label: 'Owner', headers: ['company owner', 'hubspot owner', 'hubspot owner id', 'owner'] },
  { role: 'notes', label: 'Notes', headers: ['description', 'about us'] },
];

const CONTACT_ROLES: readonly ColumnRole[] = [
  id('contact id'),
  { role: 'firstName', label: 'First name', headers: ['first name', 'firstname'] },
  { role: 'lastName', label: 'Last name', headers: ['last name', 'lastname'] },
  { role: 'name', label: 'Full name', headers: ['full name', 'name', 'contact name'] },
  { role: 'email', label: 'E-mail', headers: ['email', 'e mail', 'email address'] },
  { role: 'phone', label: 'Phone', headers: ['phone number', 'phone', 'mobile phone number', 'mobilephone'] },
  { role: 'title', label: 'Title', headers: ['job title', 'jobtitle', 'title'] },
  { role: 'department', label: 'Department', headers: ['department'] },
  { role: 'buyingRole', label: 'Buying role', headers: ['buying role', 'hs buying role'] },
  companies,
  companyName,
];

const DEAL_ROLES: readonly ColumnRole[] = [
  id('deal id'),
  { role: 'name', label: 'Name', headers: ['deal name', 'dealname'] },
  { role: 'stage', label: 'Stage', headers: ['deal stage', 'dealstage'] },
  { role: 'pipeline', label: 'Pipeline', headers: ['pipeline', 'deal pipeline'] },
  { role: 'amount', label: 'Amount', headers: ['amount', 'deal amount'] },
  { role: 'currency', label: 'Currency', headers: ['currency', 'deal currency', 'currency code', 'deal currency code'] },
  { role: 'closeDate', label: 'Close date', headers: ['close date', 'closedate'] },
  { role: 'owner', label: 'Owner', headers: ['deal owner', 'hubspot owner', 'hubspot owner id', 'owner'] },
  { role: 'whyTheyBought', label: 'Why they bought', headers: ['closed won reason'] },
  { role: 'lostReason', label: 'Reason lost', headers: ['closed lost reason'] },
  companies,
  companyName,
  contacts,
];

const NOTE_ROLES: readonly ColumnRole[] = [
  id('note id', 'activity id', 'engagement id'),
  { role: 'kind', label: 'Kind', headers: ['activity type', 'engagement type', 'type'] },
  { role: 'subject', label: 'Subject', headers: ['title', 'activity title', 'subject'] },
  { role: 'body', label: 'Text', headers: ['body', 'note body', 'hs note body', 'body preview', 'activity body'] },
  { role: 'at', label: 'When', headers: ['activity date', 'timestamp', 'hs timestamp', 'create date'] },
  { role: 'owner', label: 'Person', headers: ['activity assigned to', 'assigned to', 'activity created by', 'owner'] },
  contacts,
  companies,
  { role: 'deals', label: 'Deal (ids)', headers: ['associated deal ids', 'associated deal id'] },
];

/** What HubSpot exports. Columns are matched by these names, never by position. The most telling table comes first. */
export const HUBSPOT: readonly TableFormat[] = [
  {
    ...table('hubspot-notes', 'HubSpot notes', 'moment', NOTE_ROLES, ['activity type', 'activity date', 'note body', 'engagement type']),
    dates: ['at'],
    owners: ['owner'],
  },
  {
    ...table('hubspot-deals', 'HubSpot deals', 'deal', DEAL_ROLES, ['deal name', 'dealname']),
    dates: ['closeDate'],
    amounts: ['amount'],
    owners: ['owner'],
    ownersAre: ['AE'],
    stage: { role: 'stage', pipeline: 'pipeline' },
    currency: 'currency',
  },
  {
    ...table('hubspot-contacts', 'HubSpot contacts', 'contact', CONTACT_ROLES, []),
    recognises: (names) =>
      hasAny(names, 'first name', 'last name', 'firstname', 'lastname') ||
      (hasAll(names, 'email', 'record id') && !hasAny(names, 'company name', 'company domain name')),
  },
  {
    ...table('hubspot-companies', 'HubSpot companies', 'account', COMPANY_ROLES, ['company name', 'company domain name']),
    owners: ['owner'],
  },
];
