import type { Reading } from './answers';
import { instantOf } from './cell-dates';
import { takeDeal } from './deal-row';
import type { DraftRef, ReadRow } from './draft';
import { htmlText } from './html-text';
import type { MappedTable } from './mapped-table';
import { domainOf, isAddress, readRows, takeEmail, takeOwner, takeText, type Parsed, type Row, type RowReader } from './table-row';
import { withinLimit } from './text-limit';
import { t } from '../values/texts';

const READERS: Readonly<Record<string, Pick<RowReader, 'type' | 'read'>>> = {
  'hubspot-companies': { type: 'account', read: readCompany },
  'hubspot-contacts': { type: 'contact', read: readContact },
  'hubspot-deals': { type: 'deal', read: readDeal },
  'hubspot-notes': { type: 'moment', read: readNote },
};

/** What each row of a HubSpot export says, as values of our records. A row that cannot be one is refused with its reason. */
export function readHubspot(table: MappedTable, reading: Reading): readonly ReadRow[] {
  const reader = READERS[table.source];
  return reader ? readRows(table, reading, { ...reader, idLabel: 'Record ID' }) : [];
}

/** HubSpot joins associated ids with `;`. */
const idsOf = (cell: string): readonly string[] => [...new Set(cell.split(/[;,|\s]+/).filter((id) => id !== ''))];

function companyRef(row: Row): readonly DraftRef[] {
  if (!row.has('companies') && !row.has('companyName')) return [];
  const name = row.has('companies') ? '' : row.cell('companyName');
  return [{ field: 'account', to: 'account', ids: idsOf(row.cell('companies')), ...(name ? { name } : {}), take: 'first' }];
}

const contactRef = (row: Row, field: string): readonly DraftRef[] =>
  row.has('contacts') ? [{ field, to: 'contact', ids: idsOf(row.cell('contacts')), take: 'all' }] : [];

function readCompany(row: Row): Parsed {
  const { notes } = row;
  const domain = domainOf(row.cell('domain'));
  const name = row.cell('name') || domain || `Company ${row.id}`;
  if (row.cell('name') === '') notes.check(t('The company has no name; “{{name}}” stands in for it.', { name }), row.header('name'));
  notes.values['name'] = name;
  if (row.has('domain')) notes.values['domain'] = domain || null;
  takeText(row, 'industry');
  takeText(row, 'notes');
  takeOwner(row, 'owner');
  return { title: name, refs: [] };
}

const BUYING_ROLES: readonly (readonly [RegExp, string])[] = [
  [/decision|economic|budget|executive/i, 'economic buyer'],
  [/champion/i, 'champion'],
  [/technical/i, 'technical'],
  [/user/i, 'user'],
  [/blocker/i, 'blocker'],
];

function readContact(row: Row): Parsed {
  const { notes } = row;
  const email = row.cell('email').toLowerCase();
  const full = [row.cell('firstName'), row.cell('lastName')].filter((part) => part !== '').join(' ') || row.cell('name');
  const name = full || (isAddress(email) ? email : '');
  if (name === '') return { refuse: t('The contact has neither a name nor an e-mail address.') };
  if (full === '') notes.check(t('The contact has no name; the e-mail address stands in for it.'), row.header('firstName'));
  notes.values['name'] = name;
  takeEmail(row);
  for (const role of ['phone', 'title', 'department']) takeText(row, role);
  if (row.has('buyingRole')) notes.values['buyingRole'] = BUYING_ROLES.find(([words]) => words.test(row.cell('buyingRole')))?.[1] ?? null;
  return { title: name, refs: companyRef(row) };
}

function readDeal(row: Row): Parsed {
  const name = takeDeal(row, `Deal ${row.id}`);
  takeOwner(row, 'ae');
  takeText(row, 'whyTheyBought');
  takeText(row, 'lostReason');
  return { title: name, refs: [...companyRef(row), ...contactRef(row, 'buyers')] };
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/call/i, 'call'],
  [/meeting/i, 'meeting'],
  [/mail/i, 'e-mail'],
  [/chat|whatsapp|sms|linkedin|message/i, 'chat'],
];

function readNote(row: Row): Parsed {
  const { notes, reading } = row;
  const body = wordsOf(row.cell('body'));
  const subject = row.cell('subject');
  if (body === '' && subject === '') return { refuse: t('The note has no words.') };
  if (row.cell('at') === '') return { refuse: t('The note has no date, so it has no place in the story of a deal.'), role: 'at' };
  const at = reading.date('at', row.cell('at'));
  if (!at.ok) return { refuse: t('{{error}} Without one the note has no place in the story of a deal.', { error: at.error }), role: 'at' };
  const limited = withinLimit(body);
  if (limited.cut) notes.check(t('The text is longer than an entry can hold; its end stays in HubSpot.'), row.header('body'));
  notes.values['kind'] = KINDS.find(([words]) => words.test(row.cell('kind')))?.[1] ?? 'note';
  notes.values['at'] = instantOf(at.value);
  if (subject) notes.values['subject'] = subject;
  if (limited.text) notes.values['body'] = limited.text;
  takeAuthor(row);
  const deals: readonly DraftRef[] = row.has('deals') ? [{ field: 'deal', to: 'deal', ids: idsOf(row.cell('deals')), take: 'first' }] : [];
  return { title: subject || body.slice(0, 60), refs: [...deals, ...companyRef(row), ...contactRef(row, 'contacts')] };
}

function takeAuthor(row: Row): void {
  const author = row.cell('owner');
  if (author === '') return;
  const person = row.reading.owner(author);
  row.notes.values['from'] = author;
  if (person !== undefined) row.notes.values['people'] = [person];
}

/** HubSpot exports some bodies as HTML, some as text. */
const wordsOf = (body: string): string => (/<(?:p|div|br|span|ul|ol|li|a|b|strong|em)\b[^>]*>/i.test(body) ? htmlText(body) : body);
