import type { RecordId } from '../ledger/entry';

/** Why hours cannot be written, changed or approved, and what to do. `message` is fit to show. */
export interface TimeError {
  readonly message: string;
  /** Where the refusal is about a value between which and another nobody has chosen. */
  readonly kind?: 'undecided';
  readonly record?: RecordId;
  readonly field?: string;
}
