import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Invoice, InvoiceLine } from '../records/registry';
import { addMoney, allocateMoney, compareMoney, money, subtractMoney, sumMoney, type Money } from '../values/money';

/** What a bill asks for and what came of it, all in the currency of its lines. Of a credit note too, everything is positive. */
export interface InvoiceSums {
  readonly currency: string;
  readonly net: Money;
  readonly tax: Money;
  /** Net and tax. */
  readonly gross: Money;
  /** What arrived, tax included. */
  readonly paid: Money;
  /** What credit notes take back of it, tax included. */
  readonly credited: Money;
  /** Gross − credited − paid: what is still owed; negative where too much arrived. */
  readonly open: Money;
  /** Lines, payments or credits in another currency: they are in none of the sums. */
  readonly foreign: number;
}

/** The lines of a bill in their order. */
export const invoiceLinesOf = (records: Records, invoice: Id<'invoice'>): readonly InvoiceLine[] =>
  records.of('invoiceLine', 'invoice', invoice).toSorted((a, b) => ((a.rank ?? '') < (b.rank ?? '') ? -1 : 1));

/** The sums of a bill; undefined while it has no line. */
export function invoiceSums(records: Records, invoice: Invoice): InvoiceSums | undefined {
  const lines = records.of('invoiceLine', 'invoice', invoice.id);
  const currency = lines[0]?.net.currency;
  if (currency === undefined) return undefined;
  const payments = records.of('payment', 'invoice', invoice.id).map(({ amount }) => amount);
  const credits = creditNotesOf(records, invoice.id).flatMap((note) =>
    records.of('invoiceLine', 'invoice', note.id).flatMap(({ net, tax }) => (tax ? [net, tax] : [net])),
  );
  const taxes = lines.flatMap(({ tax }) => (tax ? [tax] : []));
  const own = (values: readonly Money[]): Money =>
    sumMoney(
      values.filter((value) => value.currency === currency),
      currency,
    );
  const nets = lines.map((line) => line.net);
  const [net, tax, paid, credited] = [own(nets), own(taxes), own(payments), own(credits)];
  const gross = addMoney(net, tax);
  const foreign = [...nets, ...taxes, ...payments, ...credits].filter((value) => value.currency !== currency).length;
  return { currency, net, tax, gross, paid, credited, open: subtractMoney(subtractMoney(gross, credited), paid), foreign };
}

/** Credit notes that say which bill they take back. */
export const creditNotesOf = (records: Records, invoice: Id<'invoice'>): readonly Invoice[] =>
  records.of('invoice', 'credits', invoice).filter(({ kind }) => kind === 'credit note');

/** Where a bill stands, in one word. `credit note`: it takes back, nothing is owed on it. */
export type InvoiceStanding = 'open' | 'partly paid' | 'overdue' | 'paid' | 'overpaid' | 'credited' | 'credit note' | 'empty';

export function invoiceStanding(invoice: Invoice, sums: InvoiceSums | undefined, today: CalendarDateText): InvoiceStanding {
  if (invoice.kind === 'credit note') return 'credit note';
  if (!sums) return 'empty';
  if (sums.open.amount < 0) return 'overpaid';
  if (sums.open.amount === 0) return sums.credited.amount > 0 && sums.paid.amount === 0 ? 'credited' : 'paid';
  if (invoice.dueAt !== undefined && invoice.dueAt < today) return 'overdue';
  return sums.paid.amount > 0 || sums.credited.amount > 0 ? 'partly paid' : 'open';
}

/** The net part of what is open: tax that will not be paid is not a loss of ours. */
export function openNet({ open, net, tax, currency }: InvoiceSums): Money {
  if (open.amount <= 0 || net.amount + tax.amount <= 0) return money(0, currency);
  return allocateMoney(open, [Math.max(0, net.amount), Math.max(0, tax.amount)])[0] ?? open;
}

/** What was given up of a bill, net. Undefined where this client holds no finance ledger, or nothing was. */
export function writtenOff(records: Records, invoice: Id<'invoice'>, currency: string): Money | undefined {
  const given = records.of('expense', 'invoice', invoice).filter(({ kind, cost }) => kind === 'write-off' && cost.currency === currency);
  return given.length === 0
    ? undefined
    : sumMoney(
        given.map(({ cost }) => cost),
        currency,
      );
}

/** True where no more is waited for: what is open was written off. */
export function isGivenUp(sums: InvoiceSums, given: Money | undefined): boolean {
  return given !== undefined && sums.open.amount > 0 && compareMoney(given, openNet(sums)) >= 0;
}

type Billable = 'milestone' | 'changeOrder' | 'scopeLine';

/** Net that stands on bills for a milestone, change order or scope line, credit notes taken off, by currency of `currency`. */
export function billedNet(records: Records, field: Billable, id: string, currency: string): Money {
  return sumMoney(
    records.of('invoiceLine', field, id).flatMap(({ net, invoice }) => {
      const bill = records.get('invoice', invoice);
      if (net.currency !== currency || !bill || bill.archived) return [];
      return [bill.kind === 'credit note' ? money(-net.amount, currency) : net];
    }),
    currency,
  );
}
