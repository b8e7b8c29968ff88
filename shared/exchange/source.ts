import { tableAt, type Column, type RawRow, type Table } from '../values/csv';
import type { SourceId } from './import-plan';
import { own } from './own';

export type TableSource = Exclude<SourceId, 'eml' | 'msg'>;

export const SOURCE_LABELS: Readonly<Record<SourceId, string>> = {
  'hubspot-companies': 'HubSpot companies',
  'hubspot-contacts': 'HubSpot contacts',
  'hubspot-deals': 'HubSpot deals',
  'hubspot-notes': 'HubSpot notes',
  eml: 'E-mail',
  msg: 'Outlook e-mail',
};

/** One use that a column can have, with the headers under which sources export it (in both spellings, and internal names). */
export interface ColumnRole {
  readonly role: string;
  readonly label: string;
  readonly headers: readonly string[];
}

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

/** Per source: what can be read. Columns are matched by these names, never by position. */
export const COLUMN_ROLES: Readonly<Record<TableSource, readonly ColumnRole[]>> = {
  'hubspot-companies': [
    id('company id'),
    { role: 'name', label: 'Name', headers: ['company name', 'name'] },
    { role: 'domain', label: 'Domain', headers: ['company domain name', 'domain name', 'domain', 'website url', 'website'] },
    { role: 'industry', label: 'Industry', headers: ['industry'] },
    { role: 'owner', label: 'Owner', headers: ['company owner', 'hubspot owner', 'hubspot owner id', 'owner'] },
    { role: 'notes', label: 'Notes', headers: ['description', 'about us'] },
  ],
  'hubspot-contacts': [
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
  ],
  'hubspot-deals': [
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
  ],
  'hubspot-notes': [
    id('note id', 'activity id', 'engagement id'),
    { role: 'kind', label: 'Kind', headers: ['activity type', 'engagement type', 'type'] },
    { role: 'subject', label: 'Subject', headers: ['title', 'activity title', 'subject'] },
    { role: 'body', label: 'Text', headers: ['body', 'note body', 'hs note body', 'body preview', 'activity body'] },
    { role: 'at', label: 'When', headers: ['activity date', 'timestamp', 'hs timestamp', 'create date'] },
    { role: 'owner', label: 'Person', headers: ['activity assigned to', 'assigned to', 'activity created by', 'owner'] },
    contacts,
    companies,
    { role: 'deals', label: 'Deal (ids)', headers: ['associated deal ids', 'associated deal id'] },
  ],
};

/** Which roles tell a source apart from the others: the id, and one of these. */
const TELLING: readonly { readonly source: TableSource; readonly headers: readonly string[] }[] = [
  { source: 'hubspot-notes', headers: ['activity type', 'activity date', 'note body', 'engagement type'] },
  { source: 'hubspot-deals', headers: ['deal name', 'dealname'] },
  { source: 'hubspot-contacts', headers: ['first name', 'last name', 'firstname', 'lastname'] },
  { source: 'hubspot-companies', headers: ['company name', 'company domain name'] },
  { source: 'hubspot-contacts', headers: ['email'] },
];

/** Exports that are recognised, so that the refusal names them. */
const OTHERS: readonly { readonly label: string; readonly headers: readonly string[] }[] = [
  { label: 'a Jira export', headers: ['issue key', 'summary'] },
  { label: 'a Xero invoice export', headers: ['contactname', 'invoicenumber'] },
  { label: 'a Harvest time export', headers: ['client', 'hours', 'task'] },
  { label: 'a Salesforce export', headers: ['opportunity name', 'stage'] },
];

export type Detection =
  | { readonly kind: 'table'; readonly source: TableSource; readonly table: Table }
  | { readonly kind: 'unknown'; readonly label: string; readonly reason: string };

/** Rows among which the headers are looked for: reports put a title above them. */
const PREAMBLE_LIMIT = 30;
const SUPPORTED = 'HubSpot exports of companies, contacts, deals and notes (CSV) and e-mail (.eml, .msg) can be brought in.';

/** What a table is, told by the names in its headers, wherever in the first rows they stand. */
export function detectTable(rows: readonly RawRow[]): Detection {
  const first = rows[0];
  if (!first) return { kind: 'unknown', label: 'an empty file', reason: 'The file is empty.' };
  for (const [index, row] of rows.slice(0, PREAMBLE_LIMIT).entries()) {
    const source = sourceOfHeaders(row.cells);
    if (source) return { kind: 'table', source, table: tableAt(rows, index) };
  }
  return refusal(rows.slice(0, PREAMBLE_LIMIT));
}

function sourceOfHeaders(headers: readonly string[]): TableSource | undefined {
  const names = new Set(headers.map(headerName));
  return TELLING.find(({ source, headers: telling }) => hasId(source, names) && telling.some((header) => names.has(header)))?.source;
}

const hasId = (source: TableSource, names: ReadonlySet<string>): boolean =>
  COLUMN_ROLES[source].some(({ role, headers }) => role === 'id' && headers.some((header) => names.has(header)));

function refusal(rows: readonly RawRow[]): Detection {
  for (const { cells } of rows) {
    const names = new Set(cells.map(headerName));
    const known = OTHERS.find(({ headers }) => headers.every((header) => names.has(header)));
    if (known) return { kind: 'unknown', label: known.label, reason: `This is ${known.label}. ${SUPPORTED}` };
    const isNearly = TELLING.find(({ headers }) => headers.some((header) => header !== 'email' && names.has(header)));
    if (isNearly) return { kind: 'unknown', label: SOURCE_LABELS[isNearly.source], reason: missingId(isNearly.source) };
  }
  return { kind: 'unknown', label: 'an unknown table', reason: `The headers are not those of an export that is known here. ${SUPPORTED}` };
}

const missingId = (source: TableSource): string =>
  `This looks like ${SOURCE_LABELS[source]}, but without the column “Record ID”. Export it again with all properties: without ids a second import could not tell which record is which.`;

/** `Deal_Owner`, `deal owner ` and `Deal Owner` are one name. */
export const headerName = (header: string): string =>
  header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Role → column. A choice of the person comes first; then the first header that the source is known to use, in the order
 * in which the roles list their names, so that a better column wins over a second-best one.
 */
export function columnsByRole(
  source: TableSource,
  columns: readonly Column[],
  chosen: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, Column> {
  const free = columns.filter(({ header }) => own(chosen, header) === undefined);
  const byRole = new Map<string, Column>();
  for (const { role, headers } of COLUMN_ROLES[source]) {
    const column = columns.find(({ header }) => own(chosen, header) === role) ?? firstNamed(free, headers);
    if (column) byRole.set(role, column);
  }
  return byRole;
}

function firstNamed(columns: readonly Column[], headers: readonly string[]): Column | undefined {
  for (const name of headers) {
    const column = columns.find(({ header }) => headerName(header) === name);
    if (column) return column;
  }
  return undefined;
}
