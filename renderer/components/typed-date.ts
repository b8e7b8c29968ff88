import type { CalendarDateText } from '#shared/records/define-record';
import { dateOf } from '#shared/values/calendar';

type Part = 'year' | 'month' | 'day';

/** Which of year, month and day comes first where this person lives. */
function partOrder(locale: string | undefined): readonly Part[] {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.filter((type): type is Part => type === 'year' || type === 'month' || type === 'day');
}

/**
 * A day as somebody types it: `2026-11-22` everywhere, `22.11.2026` or `11/22/26` in the order of their locale,
 * `22 Nov 2026`. Null for what is none.
 */
export function parseTypedDate(text: string, locale?: string): CalendarDateText | null {
  const numbers = /^\s*(\d{1,4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,4})\.?\s*$/.exec(text)?.slice(1);
  if (numbers) return dayOfNumbers(numbers, numbers[0]?.length === 4 ? ['year', 'month', 'day'] : partOrder(locale));
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || !/\d{4}/.test(text)) return null;
  return orNull(dateOf(at.getFullYear(), at.getMonth() + 1, at.getDate()));
}

function dayOfNumbers(numbers: readonly string[], order: readonly Part[]): CalendarDateText | null {
  const part = (name: Part): number => Number(numbers[order.indexOf(name)]);
  const year = part('year') < 100 ? 2000 + part('year') : part('year');
  return orNull(dateOf(year, part('month'), part('day')));
}

function orNull(date: ReturnType<typeof dateOf>): CalendarDateText | null {
  return date.ok ? date.value : null;
}
