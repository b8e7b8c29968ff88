import type { Command } from '../ledger/command';
import type { Records } from '../records/records';
import type { Constraint, ScopeLine } from '../records/registry';
import { editRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import type { PromiseError } from './promise-error';
import { t } from '../values/texts';

/** Lines of scope that meet this constraint and are still sold or offered. */
export function linesThatTouch(constraint: Constraint, records: Records): readonly ScopeLine[] {
  return records.of('scopeLine', 'touches', constraint.id).filter(({ status }) => status !== 'negotiated away');
}

/** Turns a "must" into a "prefer". The client does that, so the reason says who gave way and where. */
export function relaxConstraint(constraint: Constraint, { why }: { readonly why: string }): Result<Command, PromiseError> {
  if (constraint.strength === 'prefer') return err({ message: t('It is a preference already.') });
  if (!why.trim()) return err({ message: t('Say who at the client gave way, and where.') });
  return ok(editRecord('constraint', constraint, { strength: 'prefer' }, { act: 'constraint.relax', why: why.trim() }));
}
