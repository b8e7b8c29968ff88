import { unzipSync, zipSync } from 'fflate';
import readWorkbookFile, { type CellValue } from 'read-excel-file/universal';
import type { RawRow } from '../values/csv';
import { err, ok, type Result } from '../values/result';
import { decodeText } from './decode-text';
import { t } from '../values/texts';

/** One sheet of a workbook that has anything in it. Lines are counted as the spreadsheet counts its rows. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Formulas whose result the file does not hold: their cells read as empty. */
  readonly unsolved: number;
}

/** Inflated bytes of a workbook that are read: a small archive may pretend to hold any number of them. */
export const MOST_INFLATED = 128 * 1024 * 1024;
/** Cells of one sheet, empty ones between full ones included: one cell in the last corner claims 17 thousand million. */
export const MOST_CELLS = 4_000_000;
const MOST_PARTS = 2_000;

/** What is needed of the archive: no pictures, no macros, no printer settings. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(?:xml|rels))$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

class TooLarge extends Error {}

/**
 * The sheets of an `.xlsx` workbook as rows of text: days as `2026-06-12`, numbers in full digits, what a formula gave when
 * the file was saved. Never throws: what cannot be read says why.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Workbook, string>> {
  const parts = partsOf(bytes);
  if (!parts.ok) return parts;
  const names = Object.keys(parts.value);
  if (!names.some((name) => SHEET.test(name))) return err(t('This is an archive, not a workbook. Unpack it first.'));
  const sheets = new Map(names.filter((name) => SHEET.test(name)).map((name) => [name, decodeText(parts.value[name] ?? EMPTY).text]));
  for (const xml of sheets.values()) {
    const refusal = refusalOf(xml);
    if (refusal !== undefined) return err(refusal);
  }
  try {
    // Packed again without compression: what was measured is what is read, and nothing is unpacked in a worker of its own.
    const stored = zipSync(parts.value, { level: 0 });
    const read = await readWorkbookFile(stored.slice().buffer, { trim: true, parseNumber: numberText });
    const unsolved = [...sheets.values()].reduce((sum, xml) => sum + unsolvedIn(xml), 0);
    const filled = read.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data) })).filter(({ rows }) => rows.length > 0);
    return ok({ sheets: filled, unsolved });
  } catch (thrown) {
    return err(
      `The workbook is damaged${thrown instanceof Error && thrown.message ? ` (${thrown.message})` : ''}. Open it and save it again.`,
    );
  }
}

const EMPTY = new Uint8Array();

function partsOf(bytes: Uint8Array): Result<Record<string, Uint8Array>, string> {
  let inflated = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (count > MOST_PARTS) throw new TooLarge();
        if (!PARTS.test(name)) return false;
        inflated += originalSize;
        if (inflated > MOST_INFLATED) throw new TooLarge();
        return true;
      },
    });
    return ok(files);
  } catch (thrown) {
    return err(
      thrown instanceof TooLarge
        ? `The workbook unpacks to more than ${MOST_INFLATED / 1024 / 1024} MB, which is more than can be read here. Save the sheet as CSV.`
        : t('The workbook is damaged. Open it and save it again.'),
    );
  }
}

/** Why a sheet is not even begun: entities that unfold, or more cells than fit. */
function refusalOf(xml: string): string | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return t('The workbook declares entities of its own, which are not read.');
  let lastRow = 0;
  let lastColumn = 0;
  for (const [, letters = '', row = ''] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,4})(\d{1,8})"/g)) {
    lastRow = Math.max(lastRow, Number(row));
    lastColumn = Math.max(lastColumn, columnNumber(letters));
  }
  for (const [, row = ''] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d{1,12})"/g)) lastRow = Math.max(lastRow, Number(row));
  if (lastRow * Math.max(1, lastColumn) <= MOST_CELLS) return undefined;
  return t(
    'A sheet reaches to row {{lastRow}}, column {{lastColumn}}, which is more than can be read here. Delete what is empty, or save the sheet as CSV.',
    { lastRow, lastColumn },
  );
}

const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Formulas without the value that they had when the file was saved. */
const unsolvedIn = (xml: string): number => xml.match(/<f\b[^>]*(?:\/>|>[^<]*<\/f>)\s*(?:<v\s*\/>|<v><\/v>|<\/c>)/g)?.length ?? 0;

function rowsOf(data: readonly (readonly (CellValue<string> | null)[])[]): readonly RawRow[] {
  return data
    .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ''));
}

function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const DAY_ZERO = -2_209_161_600_000;
const DAY = 86_400_000;

/** A day, a day with its time, or of a cell that holds only a time, that time. */
function dateText(value: Date): string {
  const ms = value.getTime();
  if (!Number.isFinite(ms)) return '';
  const text = new Date(Math.round(ms / 1000) * 1000).toISOString();
  const [date = '', time = ''] = text.slice(0, 19).split('T');
  if (ms < DAY_ZERO + DAY) return time;
  return time === '00:00:00' ? date : `${date} ${time}`;
}

/**
 * A number as a person sees it in the cell, not as the machine keeps it: `4.8E4` is 48000, `0.30000000000000004` is 0.3. One
 * whose digits no spreadsheet holds stays in short form, so that it is not taken for an id.
 */
function numberText(raw: string): string {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw;
  if (/^-?\d{1,40}$/.test(raw.trim())) return raw.trim();
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return number.toExponential().replace('e+', 'E+');
  const short = Number(number.toPrecision(15));
  return Math.abs(short) !== 0 && Math.abs(short) < 1e-6 ? short.toFixed(20).replace(/0+$/, '') : String(short);
}
