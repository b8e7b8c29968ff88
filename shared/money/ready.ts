import type { RecordId } from '../ledger/entry';
import type { CalendarDateText } from '../records/define-record';
import type { InvoiceLine, Milestone, TimeEntry } from '../records/registry';
import { money, subtractMoney, sumMoney, type Money } from '../values/money';
import type { Bill, DealBooks } from './books';
import { costOfHours, millionths, roundExact } from './exact';
import { inOtherCurrency, type NotCounted } from './figure';
import { t } from '../values/texts';

/** Something that could be billed today. */
export interface ReadyItem {
  /** The milestone; of hours, each bill rate is one item and the deal stands for it. */
  readonly record: RecordId;
  readonly kind: 'milestone' | 'hours';
  readonly value: Money;
  /** Of hours: how many, and at what rate. */
  readonly hours?: number;
  readonly billRate?: Money;
  /** Since when: the day the milestone was reached, the first day of the hours. */
  readonly since: CalendarDateText;
  /** The milestone, or the time entries. */
  readonly records: readonly RecordId[];
}

/**
 * ready = milestones reached, or approved T&M, not invoiced yet. A milestone that was billed in part is ready with the
 * rest of its fee; what a credit note takes back wholly is ready again; what only a draft bills is ready still.
 */
export function readyItems(books: DealBooks, currency: string, today: CalendarDateText, left: NotCounted[]): readonly ReadyItem[] {
  const issued = standingLines(books.bills, today);
  return [...readyMilestones(books.milestones, issued, { currency, today, left }), ...readyHours(books, issued, { currency, today, left })];
}

interface Counting {
  readonly currency: string;
  readonly today: CalendarDateText;
  readonly left: NotCounted[];
}

type Signed = { readonly line: InvoiceLine; readonly sign: 1 | -1 };

/** The lines of all issued invoices that no credit note takes back as a whole, and those of credit notes beside. */
function standingLines(bills: readonly Bill[], today: CalendarDateText): readonly Signed[] {
  const issued = bills.filter(({ invoice }) => invoice.issuedAt !== undefined && invoice.issuedAt <= today);
  const credits = issued.filter(({ invoice }) => invoice.kind === 'credit note');
  const net = ({ lines }: Bill): number => lines.reduce((sum, line) => sum + line.net.amount, 0);
  const takenBack = (bill: Bill): boolean => {
    const own = credits.filter(({ invoice }) => invoice.credits === bill.invoice.id);
    return own.length > 0 && own.reduce((sum, credit) => sum + net(credit), 0) >= net(bill);
  };
  const gone = new Set(
    issued
      .filter(({ invoice }) => invoice.kind === 'invoice')
      .filter(takenBack)
      .map(({ invoice }) => invoice.id as string),
  );
  const stands = ({ invoice }: Bill): boolean => !gone.has(invoice.kind === 'credit note' ? (invoice.credits ?? '') : invoice.id);
  return issued
    .filter(stands)
    .flatMap(({ invoice, lines }) => lines.map((line): Signed => ({ line, sign: invoice.kind === 'credit note' ? -1 : 1 })));
}

function readyMilestones(
  milestones: readonly Milestone[],
  issued: readonly Signed[],
  { currency, today, left }: Counting,
): readonly ReadyItem[] {
  return milestones.flatMap(({ id, fee, reachedAt }) => {
    if (reachedAt === undefined || reachedAt > today || fee === undefined) return [];
    if (fee.currency !== currency) {
      left.push({ record: id, reason: inOtherCurrency(fee) });
      return [];
    }
    const own = issued.filter(({ line }) => line.milestone === id && line.net.currency === currency);
    const billed = sumMoney(
      own.map(({ line, sign }) => money(sign * line.net.amount, currency)),
      currency,
    );
    const value = subtractMoney(fee, billed);
    return value.amount > 0 ? [{ record: id, kind: 'milestone' as const, value, since: reachedAt, records: [id] }] : [];
  });
}

interface HoursAtRate {
  readonly rate: Money;
  hours: number;
  since: CalendarDateText;
  readonly records: RecordId[];
}

/** Approved billable hours of T&M, open or capped, at their bill rate: one item for each rate. */
function readyHours(
  { deal, timeEntries }: DealBooks,
  issued: readonly Signed[],
  { currency, today, left }: Counting,
): readonly ReadyItem[] {
  if (deal.billingModel !== 'T&M' && deal.billingModel !== 'capped T&M') return [];
  const billed = new Set<string>(issued.filter(({ sign }) => sign > 0).map(({ line }) => line.id));
  const rates = new Map<number, HoursAtRate>();
  for (const entry of timeEntries) {
    if (!isToBill(entry, billed, today)) continue;
    const { id, billRate, hours, date } = entry;
    if (billRate === undefined || billRate.currency !== currency) {
      left.push({ record: id, reason: billRate ? inOtherCurrency(billRate) : t('no bill rate') });
      continue;
    }
    const same = rates.get(billRate.amount) ?? { rate: billRate, hours: 0, since: date, records: [] };
    same.hours += millionths(hours);
    if (date < same.since) same.since = date;
    same.records.push(id);
    rates.set(billRate.amount, same);
  }
  return [...rates.values()].map(({ rate, hours, since, records }) => ({
    record: deal.id,
    kind: 'hours' as const,
    value: roundExact(costOfHours(hours, millionths(rate.amount)), currency),
    hours: hours / 1_000_000,
    billRate: rate,
    since,
    records,
  }));
}

const isToBill = (
  { approved, billable, activity, date, invoiceLine }: TimeEntry,
  billed: ReadonlySet<string>,
  today: CalendarDateText,
): boolean => approved && billable && activity !== 'pursuit' && date <= today && (invoiceLine === undefined || !billed.has(invoiceLine));
