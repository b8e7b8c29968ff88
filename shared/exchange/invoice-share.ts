import type { Id } from '../records/define-record';
import type { Money } from '../values/money';
import type { Reading } from './answers';
import type { LineSums } from './invoice-sums';
import type { KnownInvoices } from './known-invoices';
import type { MappedTable } from './mapped-table';
import type { RawInvoice } from './raw-invoice';
import type { ReadContext } from './read-context';

/** What belongs to one deal of an invoice: mostly all of it. */
export interface InvoiceShare {
  readonly raw: RawInvoice;
  readonly externalId: string;
  readonly record: Id<'invoice'>;
  readonly deal: Id<'deal'>;
  readonly lines: readonly LineSums[];
  readonly paid: Money | undefined;
  readonly currency: string;
  readonly isShared: boolean;
  /** Which of the shares it is, and how much each has of the whole, tax included. */
  readonly split: { readonly at: number; readonly weights: readonly number[] };
}

export interface InvoiceContext extends ReadContext {
  readonly table: MappedTable;
  readonly reading: Reading;
  readonly known: KnownInvoices;
}
