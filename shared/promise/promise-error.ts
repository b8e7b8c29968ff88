import type { RecordId } from '../ledger/entry';
import { t } from '../values/texts';

/** Why a promise cannot be noted or settled, and what to do. `message` is fit to show. */
export interface PromiseError {
  readonly message: string;
  /** There where two values wait for a choice: the first of them, field as stored. */
  readonly kind?: 'undecided';
  readonly record?: RecordId;
  readonly field?: string;
}

/** What the person deciding has in view beside the record. */
export interface InView {
  /** Fields whose offline edits nobody has settled yet. */
  readonly undecided?: readonly string[];
}

/** Names the field of the record that must be settled first, or nothing. */
export function unsettled(record: RecordId, { undecided = [] }: InView, fields: readonly string[]): PromiseError | undefined {
  const open = undecided.filter((field) => fields.includes(field));
  const [first] = open;
  if (first === undefined) return undefined;
  const message = t('Two people changed {{open}} offline. Choose the right value first.', { open: open.join(' and ') });
  return { kind: 'undecided', message, record, field: first };
}
