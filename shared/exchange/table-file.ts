import type { CalendarDateText, InstantText, MoneyValue } from '../records/define-record';
import { minorDigits, totalsByCurrency } from '../values/money';
import { type Cell, csvText, plainCell } from './export-csv';

/** What one cell of a table holds, before it is written to a file. A share is a ratio: 0.35 is 35 %. */
export type TableValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | MoneyValue
  | readonly MoneyValue[]
  | { readonly date: CalendarDateText | undefined }
  | { readonly instant: InstantText | undefined }
  | { readonly share: number | undefined };

/** A table as a person sees it: its rows in their order, each with a value for every column. */
export interface TableFile {
  /** What the file and its sheet are called. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
}

/** One cell of a sheet: the value and how it is shown. Texts are texts to a spreadsheet, never formulas. */
export type SheetCell = { readonly value: string | number | boolean | Date; readonly format?: string } | null;

export interface Sheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Width of each column, in letters. */
  readonly widths: readonly number[];
}

/** UTF-8 says so at its start: without it Excel reads “Müller” as “MÃ¼ller”. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The table as CSV. Money takes two columns, the amount as a decimal number and its currency; sums in several currencies
 * one column for each, because they are never added. Dates are written as 2026-11-22.
 */
export function tableCsv(table: TableFile): string {
  const columns = flatColumns(table);
  const rows = table.rows.map((_, at) => columns.map(({ cells }) => csvCellOf(cells[at])));
  return (
    BYTE_ORDER_MARK +
    csvText(
      columns.map(({ header }) => header),
      rows,
    )
  );
}

/** The table as a sheet of a workbook: numbers stay numbers, days stay days; money as in `tableCsv`. */
export function tableSheet(table: TableFile): Sheet {
  const columns = flatColumns(table);
  const headers = columns.map(({ header }) => plainCell(header));
  const rows = table.rows.map((_, at) => columns.map(({ cells }) => sheetCellOf(cells[at])));
  return { name: sheetName(table.name), headers, rows, widths: columns.map(widthOf) };
}

type FlatValue =
  | string
  | number
  | boolean
  | undefined
  | { readonly date: CalendarDateText }
  | { readonly instant: InstantText }
  | { readonly share: number }
  | { readonly decimal: number; readonly digits: number };

interface FlatColumn {
  readonly header: string;
  readonly cells: readonly FlatValue[];
}

const flatColumns = (table: TableFile): readonly FlatColumn[] =>
  table.headers.flatMap((header, at) =>
    columnsOf(
      header,
      table.rows.map((row) => row[at]),
    ),
  );

function columnsOf(header: string, values: readonly TableValue[]): readonly FlatColumn[] {
  if (values.some(isSums)) return sumColumns(header, values);
  if (!values.some(isMoney)) return [{ header, cells: values.map(flatValue) }];
  return [
    { header, cells: values.map((value) => (isMoney(value) ? decimalOf(value) : flatValue(value))) },
    { header: `${header} currency`, cells: values.map((value) => (isMoney(value) ? value.currency : undefined)) },
  ];
}

function sumColumns(header: string, values: readonly TableValue[]): readonly FlatColumn[] {
  const sums = values.map((value) => (isSums(value) ? value : isMoney(value) ? [value] : []));
  return totalsByCurrency(sums.flat()).map(({ currency }) => ({
    header: `${header} ${currency}`,
    cells: sums.map((own) => {
      const found = own.find((sum) => sum.currency === currency);
      return found && decimalOf(found);
    }),
  }));
}

const isSums = (value: TableValue): value is readonly MoneyValue[] => Array.isArray(value);
const isMoney = (value: TableValue): value is MoneyValue => typeof value === 'object' && value !== null && 'currency' in value;

function decimalOf({ amount, currency }: MoneyValue): FlatValue {
  const digits = minorDigits(currency);
  return { decimal: amount / 10 ** digits, digits };
}

function flatValue(value: TableValue): FlatValue {
  if (value === null || value === undefined || isSums(value) || isMoney(value)) return undefined;
  if (typeof value !== 'object') return value;
  if ('date' in value) return value.date === undefined ? undefined : { date: value.date };
  if ('instant' in value) return value.instant === undefined ? undefined : { instant: value.instant };
  return value.share === undefined ? undefined : { share: value.share };
}

function csvCellOf(value: FlatValue): Cell {
  if (typeof value !== 'object') return value;
  if ('decimal' in value) return value.decimal;
  if ('share' in value) return Number(value.share.toFixed(6));
  return 'date' in value ? value.date : value.instant;
}

function sheetCellOf(value: FlatValue): SheetCell {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return { value: plainCell(value) };
  if (typeof value !== 'object') return { value };
  if ('decimal' in value) return { value: value.decimal, format: value.digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(value.digits)}` };
  if ('share' in value) return { value: value.share, format: '0.0%' };
  return 'date' in value ? dateCell(value.date, 'yyyy-mm-dd') : dateCell(value.instant, 'yyyy-mm-dd hh:mm');
}

/** A spreadsheet has no time zones: a day is that day, an instant is told in UTC. A text that is no date stays a text. */
function dateCell(text: string, format: string): SheetCell {
  const at = Date.parse(text);
  return Number.isNaN(at) ? { value: plainCell(text) } : { value: new Date(at), format };
}

const WIDEST = 60;
const NARROWEST = 10;

function widthOf({ header, cells }: FlatColumn): number {
  let width = header.length;
  for (const cell of cells) if (typeof cell === 'string' && cell.length > width) width = cell.length;
  return Math.min(WIDEST, Math.max(NARROWEST, width + 2));
}

/** Excel takes 31 letters, and not these. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}[\]:*?/\\']+/gu, ' ')
    .trim()
    .slice(0, 31)
    .trim() || 'Table';
