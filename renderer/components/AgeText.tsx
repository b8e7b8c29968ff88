import type { InstantText } from '#shared/records/define-record';
import { ageText, dateText, instantText } from './text-of';

/** How long ago something was (`3 days ago`), the exact time under the pointer. Takes a day or an instant. */
export function AgeText({ value }: { readonly value: InstantText | undefined }) {
  if (!value) return null;
  const exact = value.includes('T') ? instantText(value) : dateText(value);
  return (
    <time dateTime={value} title={exact} className="num">
      {ageText(value, Date.now())}
    </time>
  );
}
