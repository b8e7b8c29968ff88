import type { RecordId } from '../ledger/entry';
import type { CalendarDateText, Id } from '../records/define-record';
import { daysBetween } from '../values/calendar';
import { addMoney, money, negateMoney, shareOfMoney, subtractMoney, sumMoney, type Money } from '../values/money';
import type { Bill, DealBooks } from './books';
import { inOtherCurrency, type NotCounted, type Sum } from './figure';
import { t } from '../values/texts';

/** One invoice or credit note that was issued, net of tax. Sums of a credit note are negative. */
export interface BillStanding {
  readonly invoice: Id<'invoice'>;
  readonly number: string;
  readonly kind: 'invoice' | 'credit note';
  readonly issuedAt: CalendarDateText;
  readonly dueAt: CalendarDateText | undefined;
  readonly net: Money;
  /** What was paid of it, net: see decisions/0001-payments-net-of-tax.md. */
  readonly paid: Money;
  /** net − paid, less the credit notes that name it. A credit note that names an invoice is open with nothing. */
  readonly open: Money;
  /** Days past the due date while something is open; 0 otherwise. */
  readonly daysOverdue: number;
  /** The invoice, its lines and its payments. */
  readonly records: readonly RecordId[];
}

export interface Billing {
  readonly bills: readonly BillStanding[];
  readonly billed: Sum;
  readonly paid: Sum;
  readonly outstanding: Sum;
  readonly overdue: Sum;
  readonly notCounted: readonly NotCounted[];
}

/** What was billed and paid by `today`: billed = Σ invoices issued net − credit notes; outstanding = billed − paid. */
export function billingOf({ bills }: DealBooks, currency: string, today: CalendarDateText): Billing {
  const left: NotCounted[] = [];
  const counted = bills.filter((bill) => isCounted(bill, currency, today, left));
  const sums = new Map(counted.map((bill) => [bill.invoice.id, sumsOf(bill, currency, today, left)]));
  const standings = counted.map((bill) => standingOf(bill, sums, counted, today));
  const total = (of: (bill: BillStanding) => Money, list = standings): Money => sumMoney(list.map(of), currency);
  const billed = total(({ net }) => net);
  const paid = total((bill) => bill.paid);
  const late = standings.filter(({ daysOverdue }) => daysOverdue > 0);
  const open = standings.filter((bill) => bill.open.amount !== 0);
  return {
    bills: standings,
    billed: { value: billed, records: standings.map(({ invoice }) => invoice) },
    paid: { value: paid, records: counted.flatMap(({ payments }) => payments.filter(({ paidAt }) => paidAt <= today).map(({ id }) => id)) },
    outstanding: { value: subtractMoney(billed, paid), records: open.map(({ invoice }) => invoice) },
    overdue: { value: total((bill) => bill.open, late), records: late.map(({ invoice }) => invoice) },
    notCounted: left,
  };
}

/** Issued by `today`, and in the currency of the deal. */
function isCounted({ invoice, lines, payments }: Bill, currency: string, today: CalendarDateText, left: NotCounted[]): boolean {
  const foreign = lines.find(({ net }) => net.currency !== currency);
  if (foreign) {
    left.push({ record: invoice.id, reason: inOtherCurrency(foreign.net) });
    return false;
  }
  if (invoice.issuedAt !== undefined && invoice.issuedAt <= today) return true;
  left.push({ record: invoice.id, reason: t('not issued') });
  for (const { id, paidAt } of payments) if (paidAt <= today) left.push({ record: id, reason: t('its invoice is not issued') });
  return false;
}

interface Sums {
  readonly net: Money;
  readonly paid: Money;
}

/**
 * A payment includes tax, an invoice counts net: of what was paid, the share counts that net is of net and tax. Paid in
 * full is net in full, to the cent, because it is taken of all payments of an invoice together.
 */
function sumsOf({ invoice, lines, payments }: Bill, currency: string, today: CalendarDateText, left: NotCounted[]): Sums {
  const isCredit = invoice.kind === 'credit note';
  const net = sumMoney(
    lines.map((line) => line.net),
    currency,
  );
  const taxes = lines.flatMap(({ id, tax }) => {
    if (tax === undefined || tax.currency === currency) return tax ? [tax] : [];
    left.push({ record: id, reason: t('its tax is {{tax}}', { tax: inOtherCurrency(tax) }) });
    return [];
  });
  const gross = addMoney(net, sumMoney(taxes, currency));
  const received = payments.flatMap(({ id, amount, paidAt }) => {
    if (paidAt > today) return [];
    if (amount.currency === currency) return [isCredit ? money(Math.abs(amount.amount), currency) : amount];
    left.push({ record: id, reason: inOtherCurrency(amount) });
    return [];
  });
  const total = sumMoney(received, currency);
  const paid = shareOfMoney(total, net.amount, gross.amount) ?? total;
  return isCredit ? { net: negateMoney(net), paid: negateMoney(paid) } : { net, paid };
}

function standingOf(bill: Bill, sums: ReadonlyMap<string, Sums>, all: readonly Bill[], today: CalendarDateText): BillStanding {
  const { invoice, lines, payments } = bill;
  const { net, paid } = sums.get(invoice.id) ?? { net: money(0, ''), paid: money(0, '') };
  const own = subtractMoney(net, paid);
  const credited = all.flatMap((other) => (creditedBy(other, invoice.id) ? [sums.get(other.invoice.id)] : []));
  const taken = credited.reduce((open, credit) => (credit ? addMoney(open, subtractMoney(credit.net, credit.paid)) : open), own);
  const isMerged = invoice.kind === 'credit note' && all.some((other) => creditedBy(bill, other.invoice.id));
  const open = isMerged ? money(0, net.currency) : taken;
  const isLate = invoice.kind === 'invoice' && invoice.dueAt !== undefined && invoice.dueAt < today && open.amount > 0;
  return {
    invoice: invoice.id,
    number: invoice.number,
    kind: invoice.kind,
    issuedAt: invoice.issuedAt ?? today,
    dueAt: invoice.dueAt,
    net,
    paid,
    open,
    daysOverdue: isLate && invoice.dueAt !== undefined ? daysBetween(invoice.dueAt, today) : 0,
    records: [invoice.id, ...lines.map(({ id }) => id), ...payments.map(({ id }) => id)],
  };
}

const creditedBy = ({ invoice }: Bill, id: string): boolean => invoice.kind === 'credit note' && invoice.credits === id;
