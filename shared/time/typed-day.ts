import type { CalendarDateText } from '../records/define-record';
import { addDays, dateOf, isDate } from '../values/calendar';
import { mondayOf } from './week';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * A day that has been, as people type it: `today`, `yesterday`, `monday` (the last one, today included), `2026-11-22`,
 * `22 Nov`, `22.11.`. A day without a year is the last one of that name. Undefined for anything else.
 */
export function readDay(text: string, today: CalendarDateText): CalendarDateText | undefined {
  const word = text.toLowerCase().replace(/^(?:on|last) /u, '');
  if (word === 'today') return today;
  if (word === 'yesterday') return addDays(today, -1);
  if (isDate(word)) return word;
  const weekday = named(WEEKDAYS, word);
  if (weekday >= 0) return lastOrToday(addDays(mondayOf(today), weekday), today, 7);
  const [, day, month] = /^(\d{1,2})\.? (\p{L}+)$/u.exec(word) ?? /^(\d{1,2})\.(\d{1,2})\.$/u.exec(word) ?? [];
  if (day === undefined || month === undefined) return undefined;
  const number = /\d/u.test(month) ? Number(month) : named(MONTHS, month) + 1;
  return number < 1 ? undefined : lastOfName(Number(today.slice(0, 4)), number, Number(day), today);
}

/** The place of a name that is written out or cut to three letters; -1 for another word. */
const named = (names: readonly string[], word: string): number => names.findIndex((name) => name === word || name.slice(0, 3) === word);

const lastOrToday = (date: CalendarDateText, today: CalendarDateText, back: number): CalendarDateText =>
  date > today ? addDays(date, -back) : date;

function lastOfName(year: number, month: number, day: number, today: CalendarDateText): CalendarDateText | undefined {
  const here = dateOf(year, month, day);
  if (here.ok && here.value <= today) return here.value;
  const before = dateOf(year - 1, month, day);
  return before.ok ? before.value : undefined;
}
