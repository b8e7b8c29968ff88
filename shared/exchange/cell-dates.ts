import { err, ok, type Result } from '../values/result';
import { t } from '../values/texts';

/** Whether `03/04` is the third of April or the fourth of March. */
export type DateOrder = 'day first' | 'month first';

/** A moment as a cell has it. A time without a zone stays without one. */
export interface CellDate {
  /** `2026-06-12` */
  readonly date: string;
  /** `16:04:00`; absent when the cell names only a day. */
  readonly time?: string;
  /** Minutes east of UTC, when the cell says so. */
  readonly offsetMinutes?: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;

/**
 * The order of day and month in a column: settled by any value whose first or second number is above twelve. `ambiguous`
 * when values read both ways and none settles it, or when two values contradict each other; `undefined` when no value
 * needs to be told.
 */
export function dateOrderOf(values: readonly string[]): DateOrder | 'ambiguous' | undefined {
  let dayFirst = false;
  let monthFirst = false;
  let open = false;
  for (const value of values) {
    const [, first, second] = SLASHED.exec(value.trim()) ?? [];
    if (first === undefined || second === undefined) continue;
    dayFirst ||= Number(first) > 12 && Number(second) <= 12;
    monthFirst ||= Number(second) > 12 && Number(first) <= 12;
    open ||= Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
  }
  if (dayFirst !== monthFirst) return dayFirst ? 'day first' : 'month first';
  return open ? 'ambiguous' : undefined;
}

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)[,\s]*(.*)$/;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)[,\s]*(.*)$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s,]+(.*))?$/;
const DAY_WORD = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+([a-z]{3,9})\.?[\s/.,-]+(\d{4}|\d{2})(?!\d)[,\s]*(.*)$/i;
const WORD_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})[,\s]*(.*)$/i;
/** Milliseconds since 1970, as the source's own interface writes them. */
const EPOCH = /^\d{12,13}$/;

/** The date in a cell. `order` decides only what the cell itself leaves open. Nothing is guessed: `31/02/2026` is refused. */
export function parseCellDate(cell: string, order: DateOrder): Result<CellDate, string> {
  const text = cell.trim();
  const parts = partsOf(text, order);
  const date = parts && dateText(parts.year, parts.month, parts.day);
  const time = parts && timeOf(parts.rest);
  if (!date || !time) return err(t('“{{text}}” is not a date.', { text }));
  return ok({ date, ...time });
}

/** The instant that a cell names; a time without a zone is taken as UTC, so that every device reads the same. */
export function instantOf({ date, time, offsetMinutes }: CellDate): string {
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? '00:00:00').split(':').map(Number);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const instant = new Date(Date.UTC(year, month - 1, day, hours, minutes - (offsetMinutes ?? 0), seconds));
  return instant.toISOString();
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
}

function partsOf(text: string, order: DateOrder): Parts | undefined {
  if (EPOCH.test(text)) return epochParts(Number(text));
  const [, year, month, day, rest] = YEAR_FIRST.exec(text) ?? [];
  if (year) return { year: Number(year), month: Number(month), day: Number(day), rest: rest ?? '' };
  return wordParts(text) ?? numberParts(text, order);
}

function epochParts(ms: number): Parts {
  const [date = '', rest = ''] = new Date(ms).toISOString().split('T');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day, rest };
}

function wordParts(text: string): Parts | undefined {
  const [, day, word, year, rest] = DAY_WORD.exec(text) ?? [];
  if (day && word && year) return { year: fullYear(year), month: monthOf(word), day: Number(day), rest: rest ?? '' };
  const [, name, number, fourDigits, after] = WORD_DAY.exec(text) ?? [];
  if (!name || !number || !fourDigits) return undefined;
  return { year: Number(fourDigits), month: monthOf(name), day: Number(number), rest: after ?? '' };
}

function numberParts(text: string, order: DateOrder): Parts | undefined {
  const dotted = DOTTED.exec(text);
  const [, first, second, year, rest] = dotted ?? SLASHED.exec(text) ?? [];
  if (!first || !second || !year) return undefined;
  const dayIsFirst = dotted !== null || Number(first) > 12 || (order === 'day first' && Number(second) <= 12);
  const [day, month] = dayIsFirst ? [first, second] : [second, first];
  return { year: fullYear(year), month: Number(month), day: Number(day), rest: rest ?? '' };
}

/** 0 for a word that is no month, which no date accepts. */
const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** Business records: two digits up to 69 are this century (POSIX). */
const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900));

function dateText(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && year < 2200 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? at.toISOString().slice(0, 10) : undefined;
}

function timeOf(rest: string): { readonly time?: string; readonly offsetMinutes?: number } | undefined {
  const text = rest.trim();
  if (text === '') return {};
  const [whole, hour, minute, second, half, zone] = TIME.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const time = [hours, Number(minute), Number(second ?? 0)].map((part) => String(part).padStart(2, '0')).join(':');
  return zone === undefined ? { time } : { time, offsetMinutes: offsetOf(zone) };
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}
