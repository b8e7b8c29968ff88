import type { CalendarDateText } from '../records/define-record';
import type { Records } from '../records/records';
import type { Invoice } from '../records/registry';

/** How numbers are compared: `re-2026-0042` is `RE-2026-0042`. */
export const sameNumber = (number: string): string => number.trim().replace(/\s+/gu, '').toUpperCase();

/**
 * The number after the last one, in the firm's own pattern: `RE-2026-0042` is followed by `RE-2026-0043`, and in the next
 * year by `RE-2027-0001`. Without any bill, `2026-0001`.
 */
export function nextInvoiceNumber(records: Records, kind: Invoice['kind'], today: CalendarDateText): string {
  const all = records.all('invoice');
  const taken = new Set(all.map(({ number }) => sameNumber(number)));
  const own = all.filter((invoice) => invoice.kind === kind);
  const last = latest(own.length > 0 ? own : all);
  const pattern = last && /^(?<before>.*?)(?<count>\d+)\s*$/u.exec(last.number)?.groups;
  const year = today.slice(0, 4);
  const before = pattern?.['before'] ?? `${year}-`;
  const width = pattern?.['count']?.length ?? 4;
  const turned = turnYear(before, last?.issuedAt?.slice(0, 4), year);
  const from = turned === before && pattern ? highest(all, before) : 0;
  for (let count = from + 1; ; count += 1) {
    const number = `${turned}${String(count).padStart(width, '0')}`;
    if (!taken.has(sameNumber(number))) return number;
  }
}

function latest(invoices: readonly Invoice[]): Invoice | undefined {
  const order = ({ issuedAt = '', number }: Invoice): string => `${issuedAt} ${number}`;
  return invoices.reduce<Invoice | undefined>((last, one) => (last && order(last) >= order(one) ? last : one), undefined);
}

/** A year in the prefix moves on with the calendar. */
function turnYear(before: string, was: string | undefined, is: string): string {
  return was !== undefined && was < is && before.includes(was) ? before.replace(was, is) : before;
}

function highest(invoices: readonly Invoice[], before: string): number {
  const start = sameNumber(before);
  return invoices.reduce((most, { number }) => {
    const plain = sameNumber(number);
    const rest = plain.startsWith(start) ? plain.slice(start.length) : '';
    return /^\d{1,12}$/u.test(rest) ? Math.max(most, Number(rest)) : most;
  }, 0);
}

/** Bills that carry one number: two devices gave it without seeing each other. All of them are kept; one gets another number. */
export function numberedTwice(records: Records): readonly (readonly Invoice[])[] {
  const byNumber = new Map<string, Invoice[]>();
  for (const invoice of records.all('invoice')) {
    const key = sameNumber(invoice.number);
    byNumber.set(key, [...(byNumber.get(key) ?? []), invoice]);
  }
  return [...byNumber.values()].filter((group) => group.length > 1);
}

/** True where another bill than `except` carries the number already. */
export const isTaken = (records: Records, number: string, except?: string): boolean =>
  records.all('invoice').some((invoice) => invoice.id !== except && sameNumber(invoice.number) === sameNumber(number));
