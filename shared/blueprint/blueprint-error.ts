import type { RecordId } from '../ledger/entry';

/** Why a blueprint cannot be changed like this, and what to do. `message` is fit to show. */
export interface BlueprintError {
  readonly message: string;
  /** What nobody has chosen yet, where that is why: it is settled first. */
  readonly kind?: 'undecided';
  readonly record?: RecordId;
  /** As stored. */
  readonly field?: string;
}
