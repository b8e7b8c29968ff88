import type { RecordId } from '../ledger/entry';

/** Why something of a delivery cannot be written, and what to do. `message` is fit to show. */
export interface DeliveryError {
  readonly message: string;
  /** There where two values wait for a choice: the first of them, field as stored. */
  readonly kind?: 'undecided';
  readonly record?: RecordId;
  readonly field?: string;
}
