import Papa from 'papaparse/papaparse.min.js';
import { t } from './texts';

/** One record of a file, with the number of the line on which it begins (counted from 1, as an editor shows it). */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Set when the row cannot be trusted as it was read. */
  readonly damage?: string;
}

/** A column with a name of its own: of two columns called `Labels` the second is `Labels (2)`. */
export interface Column {
  readonly index: number;
  readonly header: string;
}

/** A file read as a table: what stands above the headers and below the rows is set apart, not lost. */
export interface Table {
  readonly columns: readonly Column[];
  readonly headerLine: number;
  readonly rows: readonly RawRow[];
  readonly preamble: readonly RawRow[];
  readonly footer: readonly RawRow[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows that are enough to tell the delimiter. */
const SAMPLE_ROWS = 60;

/**
 * Every row of a delimited text that is not blank. Byte order mark, `sep=` line, CRLF or CR and any of `, ; tab |` are
 * understood; a newline inside quotes belongs to its cell and still counts as a line.
 */
export function readRows(text: string): readonly RawRow[] {
  const lines = normaliseNewlines(text);
  const declared = /^sep=(.)\n/i.exec(lines);
  const body = declared ? lines.slice(declared[0].length) : lines;
  const delimiter = declared?.[1] ?? delimiterOf(body);
  const offset = declared ? 1 : 0;
  return parseRows(body, delimiter).map((row) => (offset === 0 ? row : { ...row, line: row.line + offset }));
}

function normaliseNewlines(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** How much more a delimiter counts that divides the first row which any of them divides: mostly the headers. */
const HEADER_WEIGHT = 10;

/**
 * The delimiter under which the rows are sound and most of them agree on a width of more than one cell. Lists inside cells
 * (`9001;9002`) can agree on a width too; headers have none, so what divides them counts most.
 */
function delimiterOf(text: string): string {
  const candidates = DELIMITERS.map((delimiter) => ({ delimiter, rows: parseRows(text, delimiter, SAMPLE_ROWS) }));
  const firstDivided = (rows: readonly RawRow[]) =>
    rows.find(({ cells, damage }) => damage === undefined && cells.length > 1)?.line ?? Infinity;
  const first = Math.min(...candidates.map(({ rows }) => firstDivided(rows)));
  let best: string = ',';
  let bestScore = 0;
  for (const { delimiter, rows } of candidates) {
    const score = agreement(rows) * (firstDivided(rows) === first ? HEADER_WEIGHT : 1);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** With a wrong delimiter quoted cells fall apart; the first row, mostly the headers, tells it surest. */
function agreement(rows: readonly RawRow[]): number {
  const sound = rows.filter(({ damage }) => damage === undefined);
  if (rows[0]?.damage !== undefined) return 0;
  const widths = new Map<number, number>();
  for (const { cells } of sound) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  return (Math.max(0, ...[...widths].map(([width, count]) => (width - 1) * count)) * sound.length) / Math.max(1, rows.length);
}

function parseRows(text: string, delimiter: string, limit?: number): readonly RawRow[] {
  const rows: RawRow[] = [];
  let line = 1;
  let counted = 0;
  Papa.parse(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    fastMode: false,
    ...(limit === undefined ? {} : { preview: limit }),
    step: ({ data, errors, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) rows.push(rowOf(line, data, errors[0]?.code));
      for (let at = text.indexOf('\n', counted); at !== -1 && at < meta.cursor; at = text.indexOf('\n', at + 1)) line += 1;
      counted = meta.cursor;
    },
  });
  return rows;
}

function rowOf(line: number, cells: readonly string[], error: string | undefined): RawRow {
  if (error === 'MissingQuotes')
    return { line, cells, damage: t('A quotation mark is opened and never closed, so the rest of the file cannot be told apart.') };
  if (error === 'InvalidQuotes')
    return { line, cells, damage: t('A quotation mark stands in the middle of a cell, so the cells cannot be told apart.') };
  return { line, cells };
}

/**
 * The table under the headers at `rows[header]`. A row with more filled cells than there are headers is marked as damaged;
 * a short one is filled up with empty cells. Totals and signatures of reports below the rows are the footer.
 */
export function tableAt(rows: readonly RawRow[], header: number): Table {
  const top = rows[header];
  if (!top) return { columns: [], headerLine: 1, rows: [], preamble: rows, footer: [] };
  const columns = columnsOf(top.cells);
  const below = rows.slice(header + 1);
  const end = below.length - footerLength(below, columns.length);
  return {
    columns,
    headerLine: top.line,
    rows: below.slice(0, end).map((row) => fitted(row, top.cells.length)),
    preamble: rows.slice(0, header),
    footer: below.slice(end),
  };
}

function columnsOf(headers: readonly string[]): readonly Column[] {
  const seen = new Map<string, number>();
  return headers.flatMap((text, index) => {
    const header = text.trim();
    if (header === '') return [];
    const count = (seen.get(header) ?? 0) + 1;
    seen.set(header, count);
    return [{ index, header: count === 1 ? header : `${header} (${count})` }];
  });
}

const TOTALS = /^(grand |sub)?totals?\b|^generated (by|on)\b|^(copyright|©)|^confidential\b|^filtered by\b|^\d+ (rows|records)\b/i;

/**
 * How many of the last rows say something about the file instead of being part of it. A report signs with lines of one
 * cell each, its title and the firm among them: where one of them is plainly no data, none of them is.
 */
function footerLength(rows: readonly RawRow[], width: number): number {
  let length = 0;
  let plain = 0;
  while (length < rows.length) {
    const cells = rows[rows.length - 1 - length]?.cells ?? [];
    const isPlain = isFooter(cells, width);
    if (!isPlain && (cells.length > 1 || width < 3)) break;
    length += 1;
    if (isPlain) plain += 1;
  }
  return plain > 0 ? length : 0;
}

function isFooter(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length <= Math.max(1, width / 2) && TOTALS.test(filled[0]?.trim() ?? '');
}

function fitted(row: RawRow, width: number): RawRow {
  if (row.damage !== undefined || row.cells.length === width) return row;
  if (row.cells.length < width) return { ...row, cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')] };
  const extra = row.cells.slice(width);
  if (extra.every((cell) => cell.trim() === '')) return { ...row, cells: row.cells.slice(0, width) };
  return { ...row, damage: `The row has ${row.cells.length} cells under ${width} headers; a comma or a quotation mark is misplaced.` };
}
