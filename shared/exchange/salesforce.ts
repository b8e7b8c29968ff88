import type { Reading } from './answers';
import { instantOf } from './cell-dates';
import { takeDeal } from './deal-row';
import type { Draft, DraftRef, ReadRow } from './draft';
import { cellOf, type MappedTable } from './mapped-table';
import { fullSalesforceId } from './salesforce-id';
import { domainOf, isAddress, readRows, takeEmail, takeOwner, takeText, type Parsed, type Row, type RowReader } from './table-row';
import { withinLimit } from './text-limit';
import { t } from '../values/texts';

const idOf = (cell: (role: string) => string): string => fullSalesforceId(cell('id'));

const READERS: Readonly<Record<string, RowReader>> = {
  'salesforce-accounts': { type: 'account', idLabel: 'Id', idOf, read: readAccount },
  'salesforce-contacts': { type: 'contact', idLabel: 'Id', idOf, read: readContact },
  'salesforce-opportunities': { type: 'deal', idLabel: 'Id', idOf, read: readOpportunity },
  'salesforce-tasks': { type: 'moment', idLabel: 'Id', idOf, read: readActivity },
  'salesforce-events': { type: 'moment', idLabel: 'Id', idOf, read: (row) => readActivity(row, 'meeting') },
};

/** What each row of a Salesforce export says, as values of our records. */
export function readSalesforce(table: MappedTable, reading: Reading): readonly ReadRow[] {
  if (table.source === 'salesforce-report') return readReport(table, reading);
  const reader = READERS[table.source];
  return reader ? readRows(table, reading, reader) : [];
}

const refTo = (row: Row, role: string, field: string, to: DraftRef['to'], take: DraftRef['take'] = 'first'): readonly DraftRef[] => {
  if (!row.has(role)) return [];
  const id = fullSalesforceId(row.cell(role));
  return [{ field, to, role, ids: id === '' ? [] : [id], take }];
};

function readAccount(row: Row): Parsed {
  const { notes } = row;
  const name = row.cell('name') || `Account ${row.id}`;
  if (row.cell('name') === '') notes.check(t('The account has no name; “{{name}}” stands in for it.', { name }), row.header('name'));
  notes.values['name'] = name;
  if (row.has('domain')) notes.values['domain'] = domainOf(row.cell('domain')) || null;
  takeText(row, 'industry');
  takeText(row, 'notes');
  takeOwner(row, 'owner');
  return { title: name, refs: [] };
}

function readContact(row: Row): Parsed {
  const { notes } = row;
  const email = row.cell('email').toLowerCase();
  const full = [row.cell('firstName'), row.cell('lastName')].filter((part) => part !== '').join(' ') || row.cell('name');
  const name = full || (isAddress(email) ? email : '');
  if (name === '') return { refuse: t('The contact has neither a name nor an e-mail address.') };
  notes.values['name'] = name;
  takeEmail(row);
  for (const role of ['phone', 'title', 'department']) takeText(row, role);
  return { title: name, refs: refTo(row, 'companies', 'account', 'account') };
}

function readOpportunity(row: Row): Parsed {
  const name = takeDeal(row, `Opportunity ${row.id}`);
  takeOwner(row, 'ae');
  takeText(row, 'lostReason');
  return { title: name, refs: refTo(row, 'companies', 'account', 'account') };
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/call/i, 'call'],
  [/mail/i, 'e-mail'],
  [/meeting|event/i, 'meeting'],
  [/chat|message|sms/i, 'chat'],
];

/** The first letters of an id say what it is of: `006` an opportunity, `001` an account, `003` a contact. */
const isOf = (prefix: string, id: string): boolean => id.startsWith(prefix);

function readActivity(row: Row, kind?: string): Parsed {
  const { notes, reading } = row;
  const subject = row.cell('subject');
  const body = withinLimit(row.cell('body'));
  if (subject === '' && body.text === '') return { refuse: t('The activity has no words.') };
  if (row.cell('at') === '') return { refuse: t('The activity has no date, so it has no place in the story of a deal.'), role: 'at' };
  const at = reading.date('at', row.cell('at'));
  if (!at.ok)
    return { refuse: t('{{error}} Without one the activity has no place in the story of a deal.', { error: at.error }), role: 'at' };
  if (body.cut) notes.check(t('The text is longer than an entry can hold; its end stays in Salesforce.'), row.header('body'));
  notes.values['kind'] = kind ?? KINDS.find(([words]) => words.test(row.cell('kind')))?.[1] ?? 'note';
  notes.values['at'] = instantOf(at.value);
  if (subject) notes.values['subject'] = subject;
  if (body.text) notes.values['body'] = body.text;
  const person = row.cell('owner') === '' ? undefined : reading.owner(row.cell('owner'));
  if (person !== undefined) notes.values['people'] = [person];
  const isAbout = (prefix: string) => isOf(prefix, row.cell('deals'));
  return {
    title: subject || body.text.slice(0, 60),
    refs: [
      ...(isAbout('006') ? refTo(row, 'deals', 'deal', 'deal') : []),
      ...(isAbout('001') ? refTo(row, 'deals', 'account', 'account') : refTo(row, 'companies', 'account', 'account')),
      ...(isOf('003', row.cell('contacts')) ? refTo(row, 'contacts', 'contacts', 'contact', 'all') : []),
    ],
  };
}

/**
 * A report has no id, unless the column “Opportunity ID” was added. Without it an opportunity is told by its account, its
 * name and the day on which it was created; where the report has no such day either, by account and name, and only
 * opportunities that share both are told apart by their close date, which moves: each of those says so.
 */
function readReport(table: MappedTable, reading: Reading): readonly ReadRow[] {
  const shared = sharedNames(table);
  const accounts = new Set<string>();
  const nameKey = (cell: (role: string) => string) => keyOf(cell('companyName'), cell('name'));
  const key = (cell: (role: string) => string): string => {
    if (cell('id') !== '') return fullSalesforceId(cell('id'));
    if (cell('name') === '') return '';
    if (cell('createdAt') !== '') return keyOf(nameKey(cell), dayOf(reading, 'createdAt', cell));
    return shared.has(nameKey(cell)) ? keyOf(nameKey(cell), dayOf(reading, 'closeDate', cell)) : nameKey(cell);
  };
  const read = (row: Row): Parsed => {
    const hasId = row.cell('id') !== '';
    const title = takeDeal(row, `Opportunity ${row.id}`);
    takeOwner(row, 'ae');
    takeText(row, 'lostReason');
    if (!hasId && row.cell('createdAt') === '' && shared.has(nameKey(row.cell)))
      row.notes.check(TOLD_BY_CLOSE_DATE, row.header('closeDate'));
    const name = row.cell('companyName');
    const more = name === '' || accounts.has(fold(name)) ? [] : [accountOf(row.line, name)];
    accounts.add(fold(name));
    const refs: DraftRef[] = row.has('companyName')
      ? [{ field: 'account', to: 'account', role: 'companyName', ids: [], ...(name ? { name } : {}), take: 'first' }]
      : [];
    return { title, refs, more, ...(hasId ? { source: 'salesforce-opportunities' } : { derived: true }) };
  };
  const rows = readRows(table, reading, {
    type: 'deal',
    idLabel: table.byRole.has('id') ? 'Opportunity ID' : 'opportunity name',
    idOf: key,
    read,
  });
  return rows.map(explainTwins);
}

const TOLD_BY_CLOSE_DATE = t(
  'Another opportunity of this report has the same account and name, and nothing but the close date tells them apart: if it moves, the next import makes a new deal. Add the column “Opportunity ID” or “Created Date” to the report.',
);

/** Two rows of a report that nothing tells apart: the second stays out, and the reason says what to add. */
function explainTwins(row: ReadRow): ReadRow {
  if (row.kind === 'draft') return row;
  const { line, title, problems } = row.refused;
  const said = problems.map((one) => {
    const before = / stands on line (\d+) already/.exec(one.reason)?.[1];
    if (before === undefined || !one.reason.startsWith('opportunity name')) return one;
    const reason = t(
      'Nothing tells this row from line {{before}}: account, name and dates are the same. That row comes in, this one does not. Add the column “Opportunity ID” to the report if they are two.',
      { before },
    );
    return { line, reason, effect: one.effect, value: title };
  });
  return { kind: 'refused', refused: { line, title, problems: said } };
}

/** Accounts of a report are told by their names; one of ours with that name is it. */
function accountOf(line: number, name: string): Draft {
  const values = { name };
  return {
    line,
    part: 'account',
    source: 'salesforce-account-names',
    derived: true,
    type: 'account',
    externalId: fold(name),
    title: name,
    values,
    refs: [],
    problems: [],
  };
}

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
const keyOf = (...parts: readonly string[]): string => parts.map(fold).join(' | ');

function dayOf(reading: Reading, role: string, cell: (role: string) => string): string {
  const read = reading.date(role, cell(role));
  return read.ok ? read.value.date : cell(role);
}

/** Account and name of the opportunities of which the report has more than one. */
function sharedNames(table: MappedTable): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const row of table.table.rows) {
    const key = keyOf(cellOf(table, row, 'companyName'), cellOf(table, row, 'name'));
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}
