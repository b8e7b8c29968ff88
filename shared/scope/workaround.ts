import type { Command } from '../ledger/command';
import type { Id } from '../records/define-record';
import type { Values } from '../records/parse';
import { parseRecord } from '../records/parse';
import type { Records } from '../records/records';
import type { Commitment, Constraint, ScopeLine } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import { mayWorkAround } from './constraint-check';
import type { ScopeError } from './scope-error';
import { t } from '../values/texts';

/** The line and the constraint that something gets round. */
export interface Breached {
  readonly line: ScopeLine;
  readonly constraint: Constraint;
}

/** The promises of a deal that could be linked as a workaround: those that hold and get nothing else round anything. */
export function possibleWorkarounds(records: Records, { line, constraint }: Breached): readonly Commitment[] {
  return records
    .of('commitment', 'deal', line.deal)
    .filter((one) => mayWorkAround(one) && (!one.worksAround || (one.worksAround === constraint.id && one.scopeLine !== line.id)));
}

/** Says that a promise gets a line round what it meets. It belongs to the line from then on. */
export function linkWorkaround(commitment: Commitment, { line, constraint }: Breached): Result<Command, ScopeError> {
  if (!line.touches.includes(constraint.id)) return err({ message: t('The line does not touch this constraint. Say that it does first.') });
  if (commitment.deal !== line.deal) return err({ message: t('This was promised on another deal. Note it on this one first.') });
  if (commitment.decision === 'not ours')
    return err({ message: t('It was decided that this is not ours, so it gets nothing round anything.') });
  if (commitment.fulfilment === 'broken') return err({ message: t('This promise was broken, so it gets nothing round anything.') });
  if (commitment.worksAround && (commitment.worksAround !== constraint.id || commitment.scopeLine !== line.id)) {
    return err({ message: t('It gets round something else already. Each line and constraint needs a promise of its own.') });
  }
  const values = { scopeLine: line.id, worksAround: constraint.id };
  return ok(editRecord('commitment', commitment, values, { act: 'commitment.workAround' }));
}

/** Records a promise that was made to get round it, and links it in the same step. */
export function noteWorkaround(
  id: Id<'commitment'>,
  { line, constraint }: Breached,
  values: Values<'commitment'>,
): Result<Command, ScopeError> {
  const linked = { ...values, deal: line.deal, scopeLine: line.id, worksAround: constraint.id };
  const parsed = parseRecord('commitment', { decision: 'open', fulfilment: 'open', ...linked });
  if (!parsed.ok) return err({ message: parsed.error.map(({ message }) => message).join('. ') });
  return ok(createRecord('commitment', id, parsed.value, { act: 'commitment.note' }));
}

/** It gets nothing round anything any more. It stays with its line. */
export function unlinkWorkaround(commitment: Commitment): Command {
  return editRecord('commitment', commitment, { worksAround: null }, { act: 'commitment.unlink' });
}
