import type { RawRow } from '../values/csv';
import type { Reading } from './answers';
import { instantOf } from './cell-dates';
import { refusedRow, RowNotes, type Draft, type DraftRef, type ReadRow } from './draft';
import { isAfterSignature } from './hubspot-stages';
import { htmlText } from './html-text';
import { cellOf, type MappedTable } from './mapped-table';
import { withinLimit } from './text-limit';

interface Row {
  readonly line: number;
  readonly id: string;
  readonly notes: RowNotes;
  readonly reading: Reading;
  has(role: string): boolean;
  cell(role: string): string;
  header(role: string): string;
}

type Parsed = { readonly title: string; readonly refs: readonly DraftRef[] } | { readonly refuse: string; readonly role?: string };

const COMPANIES = { type: 'account', read: readCompany } as const;
const READERS: Readonly<Record<string, { readonly type: Draft['type']; readonly read: (row: Row) => Parsed }>> = {
  'hubspot-companies': COMPANIES,
  'hubspot-contacts': { type: 'contact', read: readContact },
  'hubspot-deals': { type: 'deal', read: readDeal },
  'hubspot-notes': { type: 'moment', read: readNote },
};

/** What each row of a HubSpot export says, as values of our records. A row that cannot be one is refused with its reason. */
export function readHubspot(table: MappedTable, reading: Reading): readonly ReadRow[] {
  const firstLines = new Map<string, number>();
  return table.table.rows.map((row) => readRow(table, row, reading, firstLines));
}

function readRow(table: MappedTable, raw: RawRow, reading: Reading, firstLines: Map<string, number>): ReadRow {
  const { type, read } = READERS[table.source] ?? COMPANIES;
  const header = (role: string) => table.byRole.get(role)?.header ?? role;
  const id = cellOf(table, raw, 'id');
  const fallback = raw.cells.find((cell) => cell.trim() !== '') ?? '';
  if (raw.damage !== undefined) return refusedRow(raw.line, fallback, raw.damage);
  const wrongId = wrongIdOf(id, firstLines.get(id));
  if (wrongId !== undefined) return refusedRow(raw.line, fallback, wrongId, header('id'), id);
  firstLines.set(id, raw.line);
  const notes = new RowNotes(raw.line);
  const cell = (role: string) => cellOf(table, raw, role);
  const parsed = read({ line: raw.line, id, notes, reading, has: (role) => table.byRole.has(role), cell, header });
  if ('refuse' in parsed) {
    const { refuse, role } = parsed;
    return role === undefined ? refusedRow(raw.line, fallback, refuse) : refusedRow(raw.line, fallback, refuse, header(role), cell(role));
  }
  const { values, problems } = notes;
  return { kind: 'draft', draft: { line: raw.line, type, externalId: id, title: parsed.title, values, refs: parsed.refs, problems } };
}

function wrongIdOf(id: string, firstLine: number | undefined): string | undefined {
  if (id === '') return 'The row has no Record ID: a second import could not tell which record it is.';
  if (/^\d(\.\d+)?e\+?\d+$/i.test(id))
    return `A spreadsheet has shortened the Record ID to “${id}”, so its digits are lost. Export it again.`;
  if (firstLine !== undefined) return `Record ID ${id} stands on line ${firstLine} already; that row comes in, this one does not.`;
  return undefined;
}

/** An optional text: an empty cell clears, a column that is not there says nothing. */
function takeText(row: Row, role: string, field = role): void {
  if (row.has(role)) row.notes.values[field] = row.cell(role) || null;
}

function takeOwner(row: Row, field: string): void {
  if (!row.has('owner')) return;
  const name = row.cell('owner');
  const person = name === '' ? null : row.reading.owner(name);
  if (person === undefined) row.notes.leaveOut(`“${name}” is none of our people, so nobody is named.`, row.header('owner'), name);
  else row.notes.values[field] = person;
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
  if (row.cell('name') === '') notes.check(`The company has no name; “${name}” stands in for it.`, row.header('name'));
  notes.values['name'] = name;
  if (row.has('domain')) notes.values['domain'] = domain || null;
  takeText(row, 'industry');
  takeText(row, 'notes');
  takeOwner(row, 'owner');
  return { title: name, refs: [] };
}

/** `https://www.northwind.example/en` → `northwind.example` */
const domainOf = (cell: string): string => (/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:www\.)?([^/?#:\s]+)/i.exec(cell)?.[1] ?? '').toLowerCase();

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
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(email);
  const full = [row.cell('firstName'), row.cell('lastName')].filter((part) => part !== '').join(' ') || row.cell('name');
  const name = full || (isAddress ? email : '');
  if (name === '') return { refuse: 'The contact has neither a name nor an e-mail address.' };
  if (full === '') notes.check('The contact has no name; the e-mail address stands in for it.', row.header('firstName'));
  notes.values['name'] = name;
  if (row.has('email')) takeEmail(row, email, isAddress);
  for (const role of ['phone', 'title', 'department']) takeText(row, role);
  if (row.has('buyingRole')) notes.values['buyingRole'] = BUYING_ROLES.find(([words]) => words.test(row.cell('buyingRole')))?.[1] ?? null;
  return { title: name, refs: companyRef(row) };
}

function takeEmail({ notes, cell, header }: Row, email: string, isAddress: boolean): void {
  if (email === '' || isAddress) notes.values['email'] = email || null;
  else notes.leaveOut(`“${cell('email')}” is not an e-mail address.`, header('email'), cell('email'));
}

function readDeal(row: Row): Parsed {
  const { notes, reading } = row;
  const name = row.cell('name') || `Deal ${row.id}`;
  if (row.cell('name') === '') notes.check(`The deal has no name; “${name}” stands in for it.`, row.header('name'));
  notes.values['name'] = name;
  takeStage(row);
  if (row.cell('amount') !== '')
    notes.take('amount', reading.money('amount', row.cell('amount'), row.cell('currency')), row.header('amount'));
  else if (row.has('amount')) notes.values['amount'] = null;
  takeCloseDate(row);
  takeOwner(row, 'ae');
  takeText(row, 'whyTheyBought');
  takeText(row, 'lostReason');
  return { title: name, refs: [...companyRef(row), ...contactRef(row, 'buyers')] };
}

function takeStage({ notes, reading, cell, header }: Row): void {
  const stage = cell('stage');
  const { phase, assumed } = reading.phase(cell('pipeline'), stage);
  notes.values['phase'] = phase;
  if (stage === '') notes.check('The deal has no stage; it comes in as discovery.', header('stage'));
  else if (assumed) notes.check(`“${stage}” is not a stage that is known here; it is taken as ${phase}.`, header('stage'), stage);
}

/** The close date of a deal that is won is the day it was signed; of any other, the day it is expected to be. */
function takeCloseDate({ notes, reading, has, cell, header }: Row): void {
  if (!has('closeDate')) return;
  const field = isAfterSignature(notes.values['phase'] as Parameters<typeof isAfterSignature>[0]) ? 'signedAt' : 'expectedClose';
  const text = cell('closeDate');
  if (text === '') {
    if (field === 'signedAt')
      notes.check('The deal is won, but has no close date: the day of its signature is not known.', header('closeDate'));
    notes.values[field] = null;
    return;
  }
  const read = reading.date('closeDate', text);
  notes.take(field, read.ok ? { ok: true, value: read.value.date } : read, header('closeDate'));
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
  if (body === '' && subject === '') return { refuse: 'The note has no words.' };
  if (row.cell('at') === '') return { refuse: 'The note has no date, so it has no place in the story of a deal.', role: 'at' };
  const at = reading.date('at', row.cell('at'));
  if (!at.ok) return { refuse: `${at.error} Without one the note has no place in the story of a deal.`, role: 'at' };
  const limited = withinLimit(body);
  if (limited.cut) notes.check('The text is longer than an entry can hold; its end stays in HubSpot.', row.header('body'));
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
