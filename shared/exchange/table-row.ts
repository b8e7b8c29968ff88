import type { RawRow } from '../values/csv';
import type { Reading } from './answers';
import { refusedRow, RowNotes, type Draft, type DraftRef, type ReadRow } from './draft';
import { cellOf, hasRole, type MappedTable } from './mapped-table';
import { t } from '../values/texts';

/** One row while it is read: its cells by role, and what it says so far. */
export interface Row {
  readonly line: number;
  /** Its external id. */
  readonly id: string;
  readonly notes: RowNotes;
  readonly reading: Reading;
  has(role: string): boolean;
  cell(role: string): string;
  header(role: string): string;
  /** Every cell of a column that the file repeats: `Comment`, `Comment`, … Empty ones are left out. */
  cells(role: string): readonly string[];
}

/** What a row is, or why it cannot be one. `more`: further records of the same row. */
export type Parsed =
  | {
      readonly title: string;
      readonly refs: readonly DraftRef[];
      /** What it is remembered under, where that is not the source of its table. */
      readonly source?: string;
      readonly derived?: true;
      readonly more?: readonly Draft[];
    }
  | { readonly refuse: string; readonly role?: string };

/** How rows of one kind of table are read. */
export interface RowReader {
  readonly type: Draft['type'];
  readonly read: (row: Row) => Parsed;
  /** What the id is called, for reasons. */
  readonly idLabel: string;
  /** The external id of a row; absent: the cell under the role `id`. */
  readonly idOf?: (cell: (role: string) => string) => string;
}

/** What the rows of a table say. A row that is damaged, has no id or one that stands above already is refused. */
export function readRows(table: MappedTable, reading: Reading, reader: RowReader): readonly ReadRow[] {
  const firstLines = new Map<string, number>();
  return table.table.rows.flatMap((row) => readRow(table, row, reading, reader, firstLines));
}

function readRow(
  table: MappedTable,
  raw: RawRow,
  reading: Reading,
  { type, read, idOf, idLabel }: RowReader,
  firstLines: Map<string, number>,
): readonly ReadRow[] {
  const header = (role: string) => table.byRole.get(role)?.header ?? role;
  const cell = (role: string) => cellOf(table, raw, role);
  const fallback = raw.cells.find((text) => text.trim() !== '') ?? '';
  if (raw.damage !== undefined) return [refusedRow(raw.line, fallback, raw.damage)];
  const id = (idOf ?? ((cells) => cells('id')))(cell);
  const wrongId = wrongIdOf(id, idLabel, firstLines.get(id));
  if (wrongId !== undefined) return [refusedRow(raw.line, fallback, wrongId, header('id'), cell('id') || id)];
  firstLines.set(id, raw.line);
  const notes = new RowNotes(raw.line);
  const row: Row = { line: raw.line, id, notes, reading, has: (role) => hasRole(table, role), cell, header, cells: repeated(table, raw) };
  const parsed = read(row);
  if ('refuse' in parsed) {
    const { refuse, role } = parsed;
    return [role === undefined ? refusedRow(raw.line, fallback, refuse) : refusedRow(raw.line, fallback, refuse, header(role), cell(role))];
  }
  const { title, refs, more = [], ...as } = parsed;
  const { values, problems } = notes;
  const draft: Draft = { line: raw.line, type, externalId: id, title, values, refs, problems, ...as };
  return [draft, ...more].map((one) => ({ kind: 'draft', draft: one }));
}

function wrongIdOf(id: string, label: string, firstLine: number | undefined): string | undefined {
  if (id === '') return t('The row has no {{label}}: a second import could not tell which record it is.', { label });
  if (/^\d(\.\d+)?e\+?\d+$/i.test(id))
    return t('A spreadsheet has shortened the {{label}} to “{{id}}”, so its digits are lost. Export it again.', { label, id });
  if (firstLine !== undefined)
    return t('{{label}} {{id}} stands on line {{firstLine}} already; that row comes in, this one does not.', { label, id, firstLine });
  return undefined;
}

/** `Comment`, `Comment (2)` and `Comment (3)` are one column that the file repeats. */
const repeated = (table: MappedTable, raw: RawRow) => (role: string) => {
  const first = table.byRole.get(role)?.header;
  if (first === undefined) return [];
  const same = table.table.columns.filter(({ header }) => header.replace(/ \(\d+\)$/, '') === first);
  return same.map(({ index }) => (raw.cells[index] ?? '').trim()).filter((text) => text !== '');
};

/** An optional text: an empty cell clears, a column that is not there says nothing. */
export function takeText(row: Row, role: string, field = role): void {
  if (row.has(role)) row.notes.values[field] = row.cell(role) || null;
}

/** The person of ours behind the cell under `role`. */
export function takeOwner(row: Row, field: string, role = 'owner'): void {
  if (!row.has(role)) return;
  const name = row.cell(role);
  const person = name === '' ? null : row.reading.owner(name);
  if (person === undefined)
    row.notes.leaveOut(t('“{{name}}” is none of our people, so nobody is named.', { name }), row.header(role), name);
  else row.notes.values[field] = person;
}

/** A day; an empty cell clears it. */
export function takeDate(row: Row, role: string, field = role): void {
  if (!row.has(role)) return;
  const text = row.cell(role);
  if (text === '') {
    row.notes.values[field] = null;
    return;
  }
  const read = row.reading.date(role, text);
  row.notes.take(field, read.ok ? { ok: true, value: read.value.date } : read, row.header(role));
}

/** A mail address; one that is none stays out. */
export function takeEmail(row: Row, role = 'email'): void {
  if (!row.has(role)) return;
  const email = row.cell(role).toLowerCase();
  if (email === '' || isAddress(email)) row.notes.values['email'] = email || null;
  else row.notes.leaveOut(`“${row.cell(role)}” is not an e-mail address.`, row.header(role), row.cell(role));
}

export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** `https://www.northwind.example/en` → `northwind.example` */
export const domainOf = (cell: string): string =>
  (/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:www\.)?([^/?#:\s]+)/i.exec(cell)?.[1] ?? '').toLowerCase();
