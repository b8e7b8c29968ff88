import type { Values } from '../records/parse';
import { decimalOf, type Decimal } from '../values/cell-numbers';
import { readRows, type RawRow } from '../values/csv';
import { isNumeric, readCell, withoutUnit, type CellStyle } from './line-cells';
import { columnsInPlace, namedColumns, type PastedColumn } from './paste-columns';
import { t } from '../values/texts';

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

/**
 * Rows of a spreadsheet (tab-separated, as copied; or CSV) as lines of scope. Columns are matched by the names in the first
 * row; without names they stand in the order of the editor: title, hours, role, price, origin, status.
 */
export function readPaste(text: string, style: CellStyle): Pasted {
  const rows = readRows(text);
  const [first, ...rest] = rows;
  if (!first) return { lines: [], problems: [], unknown: [] };
  const named = namedColumns(first.cells);
  const body = named ? rest : rows;
  const columns = named ?? columnsInPlace(Math.max(...body.map(({ cells }) => cells.length)));
  const decimals = decimalsOf(body, columns, style);
  const read = body.map((row) => readRow(row, columns, decimals, style));
  return {
    ...(named ? { header: first.cells } : {}),
    lines: read.flatMap((one) => ('values' in one ? [one] : [])),
    problems: read.flatMap((one) => ('reasons' in one ? [one] : [])),
    unknown: columns
      .filter(({ field, index }) => !field && body.some((row) => filled(row.cells[index])))
      .map(({ header, index }) => header || t('Column {{index}}', { index: index + 1 })),
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
function decimalsOf(rows: readonly RawRow[], columns: readonly PastedColumn[], { decimal }: CellStyle): Decimals {
  const numeric = columns.filter(({ field }) => field !== undefined && isNumeric(field));
  return new Map(
    numeric.map(({ index }) => {
      const found = decimalOf(rows.map(({ cells }) => withoutUnit(cells[index] ?? '')));
      return [index, found === '.' || found === ',' ? found : decimal] as const;
    }),
  );
}

function readRow(row: RawRow, columns: readonly PastedColumn[], decimals: Decimals, style: CellStyle): PastedLine | PastedProblem {
  const values: Record<string, unknown> = {};
  const reasons: string[] = row.damage ? [row.damage] : [];
  for (const column of columns) {
    const cell = (row.cells[column.index] ?? '').trim();
    if (!column.field || cell === '') continue;
    const own = { currency: column.currency ?? style.currency, decimal: decimals.get(column.index) ?? style.decimal };
    const read = readCell(column.field, cell, own);
    if (read.ok) values[column.field] = read.value;
    else reasons.push(read.error);
  }
  const beyond = row.cells.slice(columns.length).filter(filled);
  if (beyond.length > 0)
    reasons.push(t('There is more in the row than the header has columns: “{{beyond}}”.', { beyond: beyond.join('”, “') }));
  if (!values['title']) reasons.push(t('There is no title.'));
  return reasons.length > 0 ? { line: row.line, cells: row.cells, reasons } : { line: row.line, values };
}
