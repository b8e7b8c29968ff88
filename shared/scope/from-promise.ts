import type { Command } from '../ledger/command';
import type { Commitment, ScopeLine } from '../records/registry';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { createRecord, editRecord, together } from '../records/write';
import { shorten } from '../records/title';
import { err, ok, type Result } from '../values/result';
import { placesAt } from './line-order';
import { scopeLinesOf } from './live-line';
import type { ScopeError } from './scope-error';
import { t } from '../values/texts';

/**
 * Makes a promise a line of scope, in the words in which it was made: the line has its source and its quote, and the promise
 * belongs to it. What was promised as a courtesy becomes a courtesy.
 */
export function lineFromPromise(id: Id<'scopeLine'>, commitment: Commitment, records: Records): Result<Command, ScopeError> {
  if (records.get('scopeLine', commitment.scopeLine)) return err({ message: t('It belongs to a line already.') });
  const { ranks, makingRoom } = placesAt(scopeLinesOf(records, commitment.deal), 'end', 1);
  const line = {
    deal: commitment.deal,
    title: shorten(commitment.text),
    included: commitment.text,
    status: commitment.kind === 'courtesy' ? ('courtesy' as const) : ('proposed' as const),
    origin: originOf(commitment),
    sourceMoment: commitment.sourceMoment ?? null,
    quote: commitment.quote ?? null,
    quoteStart: commitment.quoteStart ?? null,
    rank: ranks[0] ?? null,
  };
  const made = createRecord('scopeLine', id, line);
  return ok(together('scopeLine.fromPromise', [made, editRecord('commitment', commitment, { scopeLine: id }), ...makingRoom]));
}

/** Says that a promise is part of a line. */
export function coverPromise(commitment: Commitment, line: ScopeLine): Result<Command, ScopeError> {
  if (commitment.deal !== line.deal) return err({ message: t('The line belongs to another deal.') });
  if (commitment.scopeLine === line.id) return err({ message: t('It belongs to this line already.') });
  // A workaround belongs to its line; taken to another one it would get nothing round anything.
  const values = { scopeLine: line.id, ...(commitment.worksAround ? { worksAround: null } : {}) };
  return ok(editRecord('commitment', commitment, values, { act: 'commitment.cover' }));
}

/** Says that a promise is a courtesy: owed, and not sold. */
export function callCourtesy(commitment: Commitment): Result<Command, ScopeError> {
  if (commitment.kind === 'courtesy') return err({ message: t('It is a courtesy already.') });
  return ok(editRecord('commitment', commitment, { kind: 'courtesy' }, { act: 'commitment.callCourtesy' }));
}

function originOf({ channel }: Commitment): ScopeLine['origin'] & string {
  if (channel === 'e-mail' || channel === 'chat') return 'e-mail';
  return channel === 'document' ? 'proposal' : 'verbal';
}
