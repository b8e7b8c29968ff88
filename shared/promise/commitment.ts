import type { Command } from '../ledger/command';
import type { COMMITMENT_DECISIONS } from '../records/commitment';
import type { Commitment } from '../records/registry';
import { editRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import { unsettled, type InView, type PromiseError } from './promise-error';
import { t } from '../values/texts';

export type CommitmentDecision = Exclude<(typeof COMMITMENT_DECISIONS)[number], 'open'>;

/** Neither decided nor fulfilled: somebody has to say what becomes of it. */
export const isOpenCommitment = ({ decision, fulfilment }: Commitment): boolean => decision === 'open' && fulfilment === 'open';

/** Decided in a way that we owe it, and not yet fulfilled. */
export const isOwed = ({ decision, fulfilment }: Commitment): boolean =>
  fulfilment === 'open' && (decision === 'honour free' || decision === 'honour billed');

/**
 * Says what becomes of a promise. It freezes: what the person knew when deciding stays with the decision. What stands
 * in the SOW is paid for, so it is neither billed again nor ours to refuse; refusing asks for the reason.
 */
export function decideCommitment(
  commitment: Commitment,
  decision: CommitmentDecision,
  { why, ...view }: InView & { readonly why?: string } = {},
): Result<Command, PromiseError> {
  const open = unsettled(commitment.id, view, ['decision', 'fulfilment']);
  if (open) return err(open);
  if (decision === commitment.decision) return err({ message: t('That is decided already: {{decision}}.', { decision }) });
  if (commitment.inSow && decision === 'honour billed')
    return err({ message: t('It is in the SOW, so the client has paid for it. Honour it as it is.') });
  if (commitment.inSow && decision === 'not ours')
    return err({ message: t('It is in the SOW, so it is ours. Renegotiate it or honour it.') });
  if (decision === 'not ours' && !why?.trim()) return err({ message: t('Say why it is not ours: somebody will ask.') });
  const told = { act: 'commitment.decide', ...(why?.trim() ? { why: why.trim() } : {}) };
  return ok({ ...editRecord('commitment', commitment, { decision }, told), freezes: true });
}

/** It was done as promised. A promise that was not ours cannot be kept by us. */
export function keepCommitment(commitment: Commitment): Result<Command, PromiseError> {
  if (commitment.fulfilment === 'kept') return err({ message: t('It is recorded as kept already.') });
  if (commitment.decision === 'not ours') return err({ message: t('It was decided that this is not ours. Decide again first.') });
  return ok(editRecord('commitment', commitment, { fulfilment: 'kept' }, { act: 'commitment.keep' }));
}

/** It was not done, and will not be. The reason stays with it. */
export function breakCommitment(commitment: Commitment, { why }: { readonly why: string }): Result<Command, PromiseError> {
  if (commitment.fulfilment === 'broken') return err({ message: t('It is recorded as broken already.') });
  if (!why.trim()) return err({ message: t('Say why it was not kept.') });
  return ok(editRecord('commitment', commitment, { fulfilment: 'broken' }, { act: 'commitment.break', why: why.trim() }));
}

/** Takes back decision and fulfilment: it is to be decided anew. */
export function reopenCommitment(commitment: Commitment, { why }: { readonly why: string }): Result<Command, PromiseError> {
  if (commitment.decision === 'open' && commitment.fulfilment === 'open') return err({ message: t('It is open already.') });
  if (!why.trim()) return err({ message: t('Say why it is opened again.') });
  const told = { act: 'commitment.reopen', why: why.trim() };
  return ok(editRecord('commitment', commitment, { decision: 'open', fulfilment: 'open' }, told));
}
