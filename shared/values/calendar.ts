import { err, ok, type Result } from './result';

/** A day on the wall, `2026-11-22`: no time, no time zone. Text order is date order. */
export type CalendarDate = string;

/** An instant in UTC, `2026-11-22T10:00:00.000Z`. */
export type Instant = string;

export interface DateProblem {
  readonly problem: 'not a date';
  readonly text: string;
}

const DAY_MS = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Reads `YYYY-MM-DD`; a day that does not exist, such as 2026-02-30, is refused. */
export function parseDate(text: string): Result<CalendarDate, DateProblem> {
  return isDate(text) ? ok(text) : err({ problem: 'not a date', text });
}

export function isDate(text: string): boolean {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  if (year === undefined) return false;
  return dayToText(dayNumber(Number(year), Number(month), Number(day))) === text;
}

/** The date of year, month (1–12) and day, refused where that day does not exist. */
export function dateOf(year: number, month: number, day: number): Result<CalendarDate, DateProblem> {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return parseDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The date `days` later (earlier where negative). */
export const addDays = (date: CalendarDate, days: number): CalendarDate => dayToText(dayOf(date) + days);

/** The same day `months` later, or the last day of that month where it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const at = new Date(dayOf(date) * DAY_MS);
  const firstOfMonth = dayNumber(at.getUTCFullYear(), at.getUTCMonth() + 1 + months, 1);
  const lastOfMonth = dayNumber(at.getUTCFullYear(), at.getUTCMonth() + 2 + months, 0);
  return dayToText(Math.min(firstOfMonth + at.getUTCDate() - 1, lastOfMonth));
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative backwards. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayOf(to) - dayOf(from);

/** Negative, zero or positive as `a` is before, on or after `b`. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** `22 Nov 2026` by locale. What is not a date is shown as it is. */
export function formatDate(date: CalendarDate, locale: string, length: 'short' | 'medium' | 'long' = 'medium'): string {
  if (!isDate(date)) return date;
  return dateFormat(locale, length).format(new Date(dayOf(date) * DAY_MS));
}

const formats = new Map<string, Intl.DateTimeFormat>();
const zones = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a hundred times longer than using it. */
function dateFormat(locale: string, dateStyle: 'short' | 'medium' | 'long'): Intl.DateTimeFormat {
  const key = `${dateStyle} ${locale}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

/** The day on the wall at `instant` in an IANA time zone. */
export function dateOfInstant(instant: Instant, timeZone: string): CalendarDate {
  const zone = zones.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  zones.set(timeZone, zone);
  const parts = zone.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Milliseconds since 1970 as an instant. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

function dayOf(date: CalendarDate): number {
  const [, year, month, day] = ISO_DATE.exec(date) ?? [];
  if (year === undefined || !isDate(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return dayNumber(Number(year), Number(month), Number(day));
}

/** Days since 1970-01-01. `setUTCFullYear`, because `Date.UTC` reads years below 100 as 19xx. */
function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
}

const dayToText = (day: number): CalendarDate => {
  const text = new Date(day * DAY_MS).toISOString();
  if (text.length !== 24) throw new RangeError('Calendar dates run from year 0000 to 9999');
  return text.slice(0, 10);
};
