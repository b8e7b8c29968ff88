import type { Problem } from './import-plan';

/** A line of an invoice as its row has it: cells, not values. */
export interface RawLine {
  readonly line: number;
  /** What stands for the project; '' where the file says nothing. */
  readonly project: string;
  readonly text: string;
  readonly amount: string;
  readonly tax: string;
  readonly quantity: string;
  readonly unit: string;
  /** Percent. */
  readonly discount: string;
}

export interface RawPayment {
  readonly line: number;
  readonly date: string;
  readonly amount: string;
}

/** An invoice as a file has it, its rows put together: cells, not values. */
export interface RawInvoice {
  readonly line: number;
  readonly number: string;
  readonly kind: 'invoice' | 'credit note';
  readonly state: 'issued' | 'draft' | 'void';
  readonly client: string;
  readonly reference: string;
  readonly issued: string;
  readonly due: string;
  readonly currency: string;
  readonly lines: RawLine[];
  /** Sums of the whole invoice, where the file has them; '' otherwise. */
  readonly total: string;
  readonly taxTotal: string;
  readonly paid: string;
  readonly balance: string;
  readonly payments: RawPayment[];
}

/** A row of which no invoice can be made. */
export interface RefusedInvoiceRow {
  readonly line: number;
  readonly title: string;
  readonly problem: Problem;
}

export interface RawInvoices {
  readonly invoices: readonly RawInvoice[];
  readonly refused: readonly RefusedInvoiceRow[];
}

export const refusedInvoiceRow = (line: number, title: string, reason: string): RefusedInvoiceRow => ({
  line,
  title,
  problem: { line, reason, effect: 'row left out' },
});
