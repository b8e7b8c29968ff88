import type { Command } from '../ledger/command';
import { BOOKKEEPERS } from '../records/access';
import type { Role } from '../records/define-record';
import type { Concession, Person } from '../records/registry';
import { editRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import { unsettled, type InView, type PromiseError } from './promise-error';
import { t } from '../values/texts';

/** We gave something and nobody who may has said yes. */
export const needsApproval = ({ givenBy, approvedBy }: Concession): boolean => givenBy === 'us' && !approvedBy;

/**
 * Approves what we gave up. It freezes: the price that was approved is the one the approver saw. Only finance and
 * partners may, and only what has a price, for "some discount" cannot be weighed.
 */
export function approveConcession(
  concession: Concession,
  { by, ...view }: InView & { readonly by: Person },
): Result<Command, PromiseError> {
  const open = unsettled(concession.id, view, ['value', 'approvedBy']);
  if (open) return err(open);
  if (concession.givenBy === 'them') return err({ message: t('The client gave this up: there is nothing to approve.') });
  if (concession.approvedBy) return err({ message: t('It is approved already.') });
  if (!by.roles.some((role) => (BOOKKEEPERS as readonly Role[]).includes(role))) {
    return err({ message: `${by.name} can note a concession; a partner or finance approves it.` });
  }
  if (!concession.value) return err({ message: t('Say what it is worth before it is approved.') });
  return ok({ ...editRecord('concession', concession, { approvedBy: by.id }, { act: 'concession.approve' }), freezes: true });
}
