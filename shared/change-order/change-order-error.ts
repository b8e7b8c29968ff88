import type { RecordId } from '../ledger/entry';
import type { ChangeOrder, FieldOf } from '../records/registry';
import { t } from '../values/texts';

/** Why a change order cannot go where somebody wants it, and what to do. `message` is fit to show. */
export interface ChangeOrderError {
  readonly message: string;
  /** There where two values wait for a choice: the first of them, field as stored. */
  readonly kind?: 'undecided';
  readonly record?: RecordId;
  readonly field?: string;
}

/** What the person has in view beside the record. */
export interface InView {
  /** Fields of the change order whose offline edits nobody has settled yet. */
  readonly undecided?: readonly string[];
}

const RESTED_ON: readonly FieldOf<'changeOrder'>[] = ['title', 'price', 'status', 'absorbed', 'decidedBy'];

/** Nothing is submitted or decided on a value between which and another nobody has chosen. */
export function unsettled(order: ChangeOrder, { undecided = [] }: InView): ChangeOrderError | undefined {
  const open = undecided.filter((field) => (RESTED_ON as readonly string[]).includes(field));
  const [first] = open;
  if (first === undefined) return undefined;
  const message = t('Two people changed {{open}} offline. Choose the right value first.', { open: open.join(' and ') });
  return { kind: 'undecided', message, record: order.id, field: first };
}
