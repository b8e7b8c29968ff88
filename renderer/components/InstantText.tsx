import type { InstantText as Instant } from '#shared/records/define-record';
import { instantText } from './text-of';

/** A moment in time, in the person's locale and time zone. */
export function InstantText({ value }: { readonly value: Instant | undefined }) {
  return value ? (
    <time dateTime={value} className="num">
      {instantText(value)}
    </time>
  ) : null;
}
