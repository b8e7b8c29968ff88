import type { Values } from '../records/parse';
import { parseField } from '../records/parse';
import { SCOPE_ORIGINS, SCOPE_STATUSES } from '../records/scope-line';
import { decimalOf, parseDecimal, type Decimal } from '../values/cell-numbers';
import { readRows, type RawRow } from '../values/csv';
import { parseMoney } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { columnsInPlace, currencyIn, namedColumns, type PastedColumn, type PastedField } from './paste-columns';

/** A pasted row that can become a line. */
export interface PastedLine {
  /** Line of the pasted text, counted from 1. */
  readonly line: number;
  readonly values: Values<'scopeLine'>;
}

/** A pasted row that cannot: every reason, and its cells as they were. */
export interface PastedProblem {
  readonly line: number;
  readonly cells: readonly string[];
  readonly reasons: readonly string[];
}

/** Pasted text as it was understood. Every row is in `lines` or in `problems`: nothing is lost. */
export interface Pasted {
  /** Absent where the first row is a line already. */
  readonly header?: readonly string[];
  readonly lines: readonly PastedLine[];
  readonly problems: readonly PastedProblem[];
  /** Columns that fit no field and hold something: what they hold would be left out. */
  readonly unknown: readonly string[];
}

export interface PasteStyle {
  /** What a price without a currency is in: the deal's. */
  readonly currency: string;
  /** How the reader writes numbers; settles what the column itself leaves open, such as `1.234`. */
  readonly decimal: Decimal;
}

/**
 * Rows of a spreadsheet (tab-separated, as copied; or CSV) as lines of scope. Columns are matched by the names in the first
 * row; without names they stand in the order of the editor: title, hours, role, price, origin, status.
 */
export function readPaste(text: string, style: PasteStyle): Pasted {
  const rows = readRows(text);
  const [first, ...rest] = rows;
  if (!first) return { lines: [], problems: [], unknown: [] };
  const named = namedColumns(first.cells);
  const body = named ? rest : rows;
  const columns = named ?? columnsInPlace(Math.max(...body.map(({ cells }) => cells.length)));
  const read = body.map((row) => readRow(row, columns, decimalsOf(body, columns, style), style));
  return {
    ...(named ? { header: first.cells } : {}),
    lines: read.flatMap((one) => ('values' in one ? [one] : [])),
    problems: read.flatMap((one) => ('reasons' in one ? [one] : [])),
    unknown: columns
      .filter(({ field, index }) => !field && body.some((row) => filled(row.cells[index])))
      .map(({ header, index }) => header || `Column ${index + 1}`),
  };
}

/** The pasted text that is left when `lines` have gone in: the header and the rows with problems, tab-separated. */
export function restOf({ header, problems }: Pasted): string {
  const rows = [...(header && problems.length > 0 ? [header] : []), ...problems.map(({ cells }) => cells)];
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

const quoted = (cell: string): string => (/[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const filled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';

type Decimals = ReadonlyMap<number, Decimal>;

/** How each column of numbers is written, from all of its values. */
function decimalsOf(rows: readonly RawRow[], columns: readonly PastedColumn[], { decimal }: PasteStyle): Decimals {
  const numeric = columns.filter(({ field }) => field === 'price' || field === 'plannedHours' || field === 'remainingHours');
  return new Map(
    numeric.map(({ index }) => {
      const found = decimalOf(rows.map(({ cells }) => withoutUnit(cells[index] ?? '')));
      return [index, found === '.' || found === ',' ? found : decimal] as const;
    }),
  );
}

function readRow(row: RawRow, columns: readonly PastedColumn[], decimals: Decimals, style: PasteStyle): PastedLine | PastedProblem {
  const values: Record<string, unknown> = {};
  const reasons: string[] = row.damage ? [row.damage] : [];
  for (const column of columns) {
    const cell = (row.cells[column.index] ?? '').trim();
    if (!column.field || cell === '') continue;
    const read = readCell(column, column.field, cell, decimals.get(column.index) ?? style.decimal, style);
    if (read.ok) values[column.field] = read.value;
    else reasons.push(read.error);
  }
  const beyond = row.cells.slice(columns.length).filter(filled);
  if (beyond.length > 0) reasons.push(`There is more in the row than the header has columns: “${beyond.join('”, “')}”.`);
  if (!values['title']) reasons.push('There is no title.');
  return reasons.length > 0 ? { line: row.line, cells: row.cells, reasons } : { line: row.line, values: values as Values<'scopeLine'> };
}

function readCell(column: PastedColumn, field: PastedField, cell: string, decimal: Decimal, style: PasteStyle): Result<unknown, string> {
  switch (field) {
    case 'price':
      return readPrice(cell, column.currency ?? style.currency, decimal);
    case 'plannedHours':
    case 'remainingHours':
      return readHours(field, cell, decimal);
    case 'origin':
      return readChoice('Origin', cell, SCOPE_ORIGINS, ORIGINS);
    case 'status':
      return readChoice('Status', cell, SCOPE_STATUSES, STATUSES);
    default:
      return ok(cell);
  }
}

function readPrice(cell: string, currency: string, decimal: Decimal): Result<unknown, string> {
  const own = currencyIn(cell) ?? currency;
  const number = parseDecimal(cell, decimal);
  if (!number.ok) return err(`Price: ${number.error}`);
  const price = parseMoney(number.value, own, { decimal: '.' });
  if (!price.ok) return err(`Price: “${cell}” has more digits than ${own} has.`);
  return price.value.amount < 0 ? err(`Price: “${cell}” is negative. Give a discount as a concession.`) : ok(price.value);
}

function readHours(field: 'plannedHours' | 'remainingHours', cell: string, decimal: Decimal): Result<unknown, string> {
  if (/\d\s*(?:d|days?|pd|pt|mm)$/iu.test(cell)) return err(`Hours: “${cell}” is not in hours.`);
  const number = parseDecimal(withoutUnit(cell), decimal);
  if (!number.ok) return err(`Hours: ${number.error}`);
  const parsed = parseField('scopeLine', field, Number(number.value));
  return parsed.ok ? ok(parsed.value) : err(`${parsed.error.message}.`);
}

const withoutUnit = (cell: string): string => cell.trim().replace(/\s*(?:h|hrs?|hours?|std\.?)$/iu, '');

function readChoice(
  label: string,
  cell: string,
  options: readonly string[],
  others: Readonly<Record<string, string>>,
): Result<string, string> {
  const asked = cell.toLowerCase().replace(/[\s_-]+/gu, ' ');
  const found = options.find((option) => option.toLowerCase().replace(/[\s_-]+/gu, ' ') === asked) ?? others[asked];
  return found ? ok(found) : err(`${label}: “${cell}” is none of ${options.join(', ')}.`);
}

const ORIGINS: Readonly<Record<string, string>> = {
  email: 'e-mail',
  mail: 'e-mail',
  call: 'verbal',
  meeting: 'verbal',
  offer: 'proposal',
  contract: 'SOW',
};
const STATUSES: Readonly<Record<string, string>> = {
  agreed: 'in',
  yes: 'in',
  out: 'negotiated away',
  removed: 'negotiated away',
  free: 'courtesy',
  option: 'optional',
};
