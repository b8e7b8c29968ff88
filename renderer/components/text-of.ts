import type { CalendarDateText, InstantText, MoneyValue } from '#shared/records/define-record';
import { formatMoney } from '#shared/values/money';
import { spokenLocale, t } from '#shared/values/texts';

/**
 * Values as words for this person: their locale, their time zone. Formatters are made once, because making one
 * costs a thousand times what using one does, and tables format a screenful per frame.
 */
const locale = spokenLocale();
const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const nearDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
const instants = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const nearInstants = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const numbers = new Intl.NumberFormat(locale);
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** `2026-11-22` → `22 Nov 2026`. A text that is no date is shown as it is. */
export function dateText(date: CalendarDateText): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : days.format(at);
}

/** As short as a card needs: `26 Nov` while the year goes without saying, `Nov ’27` beyond. */
export function shortDateText(date: CalendarDateText, today: CalendarDateText): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return date;
  const isNear = Math.abs(at - Date.parse(`${today}T00:00:00Z`)) < 300 * 86_400_000;
  return isNear ? nearDays.format(at) : `${months.format(at)} ’${date.slice(2, 4)}`;
}

/** `2026-11` → `Nov ’26`. */
export function monthText(month: string): string {
  const at = Date.parse(`${month}-01T00:00:00Z`);
  return Number.isNaN(at) ? month : `${months.format(at)} ’${month.slice(2, 4)}`;
}

/** An instant in the person's own time zone, to the minute. */
export function instantText(instant: InstantText): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : instants.format(at);
}

/** A moment of today as the clock says it (`14:03`), an earlier one with its day. Both in milliseconds since 1970. */
export function clockText(at: number, now: number): string {
  return new Date(at).toDateString() === new Date(now).toDateString() ? hours.format(at) : nearInstants.format(at);
}

/** `1 change`, `1,200 changes`: the number with the noun that fits it. */
export function countText(count: number, one: string, many: string): string {
  return `${numberText(count)} ${t(count === 1 ? one : many)}`;
}

/** `1,250.5` in the person's locale. */
export function numberText(value: number): string {
  return numbers.format(value);
}

/** `€48,000.00`, or `€48,000` when `whole`. */
export function moneyText(value: MoneyValue, cents: 'exact' | 'whole' = 'exact'): string {
  return formatMoney(value, locale, cents);
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How far `then` (an instant or a day) is from `now` (milliseconds), in the largest unit that fits: `3 days ago`, `in 2 weeks`. */
export function ageText(then: InstantText, now: number): string {
  const at = Date.parse(then);
  if (Number.isNaN(at)) return then;
  if (!then.includes('T')) return relativeDays(at, now);
  const away = at - now;
  const step = STEPS.find(([, size]) => Math.abs(away) >= size);
  return step ? relative.format(Math.trunc(away / step[1]), step[0]) : relative.format(0, 'minute');
}

/** Days count from midnight to midnight: a date has no hour in it. */
function relativeDays(at: number, now: number): string {
  const here = new Date(now);
  const away = at - Date.UTC(here.getFullYear(), here.getMonth(), here.getDate());
  const step = STEPS.find(([unit, size]) => unit !== 'hour' && unit !== 'minute' && Math.abs(away) >= size);
  return step ? relative.format(Math.trunc(away / step[1]), step[0]) : relative.format(0, 'day');
}

/** Two letters to stand for a person. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
