import { hasAll, hasAny, type ColumnRole, type TableFormat } from './format';

const id: ColumnRole = { role: 'id', label: 'Id', headers: ['id'] };
const account: ColumnRole = { role: 'companies', label: 'Account (id)', headers: ['accountid', 'account id'] };
const accountName: ColumnRole = { role: 'companyName', label: 'Account (name)', headers: ['account name', 'accountname'] };
const owner = (...headers: string[]): ColumnRole => ({
  role: 'owner',
  label: 'Owner',
  headers: [...headers, 'owner name', 'owner', 'ownerid'],
});

const SYSTEM = { system: 'salesforce', systemLabel: 'Salesforce' } as const;

const ACCOUNTS: TableFormat = {
  ...SYSTEM,
  source: 'salesforce-accounts',
  label: 'Salesforce accounts',
  type: 'account',
  roles: [
    id,
    { role: 'name', label: 'Name', headers: ['name', 'account name'] },
    { role: 'domain', label: 'Website', headers: ['website'] },
    { role: 'industry', label: 'Industry', headers: ['industry'] },
    { role: 'notes', label: 'Description', headers: ['description'] },
    owner(),
  ],
  recognises: (names) =>
    hasAll(names, 'id', 'name') &&
    hasAny(names, 'website', 'industry', 'billingstreet', 'billingcity', 'accountnumber', 'annualrevenue', 'masterrecordid') &&
    !hasAny(names, 'stagename', 'accountid', 'lastname'),
  owners: ['owner'],
};

const CONTACTS: TableFormat = {
  ...SYSTEM,
  source: 'salesforce-contacts',
  label: 'Salesforce contacts',
  type: 'contact',
  roles: [
    id,
    { role: 'firstName', label: 'First name', headers: ['firstname'] },
    { role: 'lastName', label: 'Last name', headers: ['lastname'] },
    { role: 'name', label: 'Full name', headers: ['name'] },
    { role: 'email', label: 'E-mail', headers: ['email'] },
    { role: 'phone', label: 'Phone', headers: ['phone', 'mobilephone'] },
    { role: 'title', label: 'Title', headers: ['title'] },
    { role: 'department', label: 'Department', headers: ['department'] },
    account,
    accountName,
  ],
  recognises: (names) => hasAll(names, 'id', 'lastname', 'accountid'),
};

const opportunity = (
  headers: Readonly<Record<'name' | 'stage' | 'amount' | 'currency' | 'closeDate', readonly string[]>>,
): ColumnRole[] => [
  { role: 'name', label: 'Name', headers: headers.name },
  { role: 'stage', label: 'Stage', headers: headers.stage },
  { role: 'amount', label: 'Amount', headers: headers.amount },
  { role: 'currency', label: 'Currency', headers: headers.currency },
  { role: 'closeDate', label: 'Close date', headers: headers.closeDate },
];

const OPPORTUNITY = {
  ...SYSTEM,
  type: 'deal',
  dates: ['closeDate', 'createdAt'],
  amounts: ['amount'],
  owners: ['owner'],
  ownersAre: ['AE'],
  stage: { role: 'stage', won: 'isWon', closed: 'isClosed' },
  currency: 'currency',
} as const;

const flags: readonly ColumnRole[] = [
  { role: 'isWon', label: 'Won', headers: ['iswon', 'won'] },
  { role: 'isClosed', label: 'Closed', headers: ['isclosed', 'closed'] },
];

const OPPORTUNITIES: TableFormat = {
  ...OPPORTUNITY,
  source: 'salesforce-opportunities',
  label: 'Salesforce opportunities',
  roles: [
    id,
    ...opportunity({
      name: ['name'],
      stage: ['stagename'],
      amount: ['amount'],
      currency: ['currencyisocode'],
      closeDate: ['closedate'],
    }),
    ...flags,
    { role: 'lostReason', label: 'Reason lost', headers: ['loss reason c', 'lossreason c', 'reason lost c', 'lost reason c'] },
    owner(),
    account,
  ],
  recognises: (names) => hasAll(names, 'id', 'stagename'),
};

const REPORT: TableFormat = {
  ...OPPORTUNITY,
  source: 'salesforce-report',
  label: 'Salesforce opportunity report',
  roles: [
    { role: 'id', label: 'Opportunity ID', headers: ['opportunity id', 'opportunity id 18', 'case safe id'] },
    ...opportunity({
      name: ['opportunity name'],
      stage: ['stage'],
      amount: ['amount', 'amount converted'],
      currency: ['amount currency', 'opportunity currency', 'amount converted currency', 'currency'],
      closeDate: ['close date'],
    }),
    ...flags,
    { role: 'createdAt', label: 'Created', headers: ['created date', 'opportunity created date'] },
    { role: 'lostReason', label: 'Reason lost', headers: ['loss reason', 'reason lost', 'closed lost reason'] },
    owner('opportunity owner', 'opportunity owner alias'),
    accountName,
  ],
  recognises: (names) => hasAll(names, 'opportunity name', 'stage'),
  isSpacer: (cell, filled) => cell('name') === '' && filled <= 3 && cell('stage') === '',
};

const activity = (source: string, label: string, at: readonly string[], recognises: TableFormat['recognises']): TableFormat => ({
  ...SYSTEM,
  source,
  label,
  type: 'moment',
  roles: [
    id,
    { role: 'subject', label: 'Subject', headers: ['subject'] },
    { role: 'body', label: 'Text', headers: ['description'] },
    { role: 'at', label: 'When', headers: at },
    { role: 'kind', label: 'Kind', headers: ['tasksubtype', 'type', 'eventsubtype'] },
    { role: 'deals', label: 'About (id)', headers: ['whatid'] },
    { role: 'contacts', label: 'With (id)', headers: ['whoid'] },
    account,
    owner(),
  ],
  recognises,
  dates: ['at'],
  owners: ['owner'],
});

const TASKS = activity(
  'salesforce-tasks',
  'Salesforce tasks',
  ['completeddatetime', 'activitydate', 'createddate'],
  (names) => hasAll(names, 'id', 'whatid', 'subject') && !hasAny(names, 'startdatetime', 'durationinminutes'),
);
const EVENTS = activity(
  'salesforce-events',
  'Salesforce events',
  ['startdatetime', 'activitydatetime', 'activitydate'],
  (names) => hasAll(names, 'id', 'whatid', 'subject') && hasAny(names, 'startdatetime', 'durationinminutes'),
);

/** The data export (one table per object) and the opportunity report, which has no id unless somebody adds it. */
export const SALESFORCE: readonly TableFormat[] = [OPPORTUNITIES, REPORT, CONTACTS, ACCOUNTS, EVENTS, TASKS];
