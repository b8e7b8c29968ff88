import type { CalendarDateText } from '#shared/records/define-record';
import { dateText } from './text-of';

/** A day on the wall, in the person's locale. */
export function DateText({ value }: { readonly value: CalendarDateText | undefined }) {
  return value ? (
    <time dateTime={value} className="num">
      {dateText(value)}
    </time>
  ) : null;
}
