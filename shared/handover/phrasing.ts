import type { CalendarDateText, MoneyValue } from '../records/define-record';
import { numberText, valueText } from '../records/value-text';
import { recordsOf } from '../records/records-from';
import { formatDate } from '../values/calendar';

/** How values are put into the words of a brief. */
export interface Phrasing {
  readonly money: (value: MoneyValue) => string;
  readonly date: (date: CalendarDateText) => string;
  readonly number: (value: number) => string;
}

/** As a person of this locale (BCP 47) reads them. */
export function phrasingOf(locale: string): Phrasing {
  return {
    money: (value) => valueText({ kind: 'money', label: '', merge: 'plain' }, value, { locale, records: recordsOf([]) }),
    date: (date) => formatDate(date, locale),
    number: (value) => numberText(value, locale),
  };
}

/** The same on every device, for comparing what two people have read. */
export const NEUTRAL: Phrasing = {
  money: ({ amount, currency }) => `${amount} ${currency}`,
  date: (date) => date,
  number: String,
};
