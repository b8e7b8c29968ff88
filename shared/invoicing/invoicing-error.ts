import type { RecordId } from '../ledger/entry';

/** Why something cannot be billed, credited or booked, and what to do. `message` is fit to show. */
export interface InvoicingError {
  readonly message: string;
  /** Where the refusal is about a value between which and another nobody has chosen. */
  readonly kind?: 'undecided';
  readonly record?: RecordId;
  readonly field?: string;
}
