import { invoiceProblems, type InvoiceProblem } from '#shared/invoicing/problems';
import { readyToBill, type ReadyToBill } from '#shared/invoicing/ready';
import { invoiceStanding, invoiceSums, isGivenUp, writtenOff, type InvoiceStanding, type InvoiceSums } from '#shared/invoicing/sums';
import type { CalendarDateText, Id, MoneyValue } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { Account, Deal, Invoice } from '#shared/records/registry';
import type { LiveRecords } from '../workspace';

/** A bill with what lists show beside it. */
export interface InvoiceRow {
  readonly invoice: Invoice;
  readonly deal: Deal | undefined;
  readonly account: Account | undefined;
  readonly sums: InvoiceSums | undefined;
  /** `written off` is known only where the finance ledger is held. */
  readonly standing: InvoiceStanding | 'written off';
  readonly clashes: boolean;
}

export function invoiceRow(records: LiveRecords, invoice: Invoice, today: CalendarDateText): InvoiceRow {
  const deal = records.get('deal', invoice.deal);
  const sums = invoiceSums(records, invoice);
  const isOver = sums !== undefined && invoice.kind === 'invoice' && isGivenUp(sums, writtenOff(records, invoice.id, sums.currency));
  return {
    invoice,
    deal,
    account: records.get('account', deal?.account),
    sums,
    standing: isOver ? 'written off' : invoiceStanding(invoice, sums, today),
    clashes: records.clashing(invoice.id).length > 0,
  };
}

/** Every bill of the firm, the latest first. */
export const allInvoices = (records: LiveRecords, today: CalendarDateText): readonly InvoiceRow[] =>
  records
    .all('invoice')
    .toSorted(latestFirst)
    .map((invoice) => invoiceRow(records, invoice, today));

export const invoicesOfDeal = (records: LiveRecords, deal: Id<'deal'>, today: CalendarDateText): readonly InvoiceRow[] =>
  records
    .of('invoice', 'deal', deal)
    .toSorted(latestFirst)
    .map((invoice) => invoiceRow(records, invoice, today));

const latestFirst = (a: Invoice, b: Invoice): number => ((a.issuedAt ?? '') < (b.issuedAt ?? '') ? 1 : -1);

/** What two devices brought about without seeing each other; of one deal, or of all. */
export function problemsWithInvoices(records: Records, deal?: Id<'deal'>): readonly InvoiceProblem[] {
  const all = invoiceProblems(records);
  return deal === undefined ? all : all.filter(({ invoices }) => invoices.some((invoice) => invoice.deal === deal));
}

/** A deal on which something can be billed. */
export interface ReadyDeal {
  readonly deal: Deal;
  readonly ready: ReadyToBill;
  readonly sum: readonly MoneyValue[];
}

/** What can go on a bill today, by deal. */
export function readyDeals(records: Records, today: CalendarDateText): readonly ReadyDeal[] {
  return records.all('deal').flatMap((deal): readonly ReadyDeal[] => {
    const ready = readyToBill(records, deal, today);
    return ready.items.length > 0 ? [{ deal, ready, sum: ready.items.map(({ net }) => net) }] : [];
  });
}
