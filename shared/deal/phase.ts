import type { Command } from '../ledger/command';
import type { Phase } from '../records/deal';
import type { CalendarDateText, MoneyValue } from '../records/define-record';
import type { Deal } from '../records/registry';
import type { Values } from '../records/parse';
import { editRecord } from '../records/write';
import { isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import { t } from '../values/texts';

/** Before the bar. */
export const PRE_SALE = ['discovery', 'scoping', 'proposal', 'negotiation'] as const satisfies readonly Phase[];
/** Behind the bar. */
export const DELIVERY = ['kickoff', 'requirements', 'design', 'build', 'deploy', 'warranty', 'closed'] as const satisfies readonly Phase[];
/** Beside the road: a deal keeps where it came from. */
export const PAUSES = ['lost', 'on hold'] as const satisfies readonly Phase[];

/** Why a deal cannot move, and what to do. `message` is fit to show. */
export interface DealError {
  readonly kind:
    | 'already there'
    | 'needs signature'
    | 'already signed'
    | 'needs reason'
    | 'paused'
    | 'not paused'
    | 'not signed'
    | 'bad value'
    | 'undecided';
  readonly message: string;
}

type Moved = Result<Command, DealError>;

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T => (list as readonly string[]).includes(value);
const refuse = (kind: DealError['kind'], message: string): Moved => err({ kind, message });

/** True behind the bar. Lost and on hold are on neither side: ask `isSignedDeal`. */
export const isSigned = (phase: Phase): boolean => isOneOf(DELIVERY, phase);

/** Where the deal stands on the road, looking through a pause. */
export const roadPhase = (deal: Deal): Phase => (isOneOf(PAUSES, deal.phase) ? (deal.pausedFrom ?? fallback(deal)) : deal.phase);

/** A contract exists, even where the deal is on hold or was lost after the signature. */
export const isSignedDeal = (deal: Deal): boolean => isSigned(roadPhase(deal));

/** Neither lost nor closed: somebody still has to do something. */
export const isOpenDeal = (deal: Deal): boolean => deal.phase !== 'lost' && deal.phase !== 'closed';

/** What a person must say before a deal can move to `to`. */
export type FactsNeeded = 'nothing' | 'signature' | 'reason lost' | 'reason';

export function factsNeeded(deal: Deal, to: Phase): FactsNeeded {
  if (to === deal.phase) return 'nothing';
  if (to === 'lost') return 'reason lost';
  if (to === 'on hold') return 'nothing';
  if (isSigned(to) && !isSignedDeal(deal)) return 'signature';
  if (!isSigned(to) && isSignedDeal(deal)) return 'reason';
  return deal.phase === 'lost' ? 'reason' : 'nothing';
}

/** Everything a move may need; what it does not need is not looked at. */
export interface MoveFacts {
  readonly why?: string;
  readonly at?: CalendarDateText;
  readonly amount?: MoneyValue;
  /** Fields whose offline edits nobody has settled yet. */
  readonly undecided?: readonly string[];
}

/** Drag, menu and palette: finds the one business act that takes the deal there. */
export function moveDeal(deal: Deal, to: Phase, facts: MoveFacts = {}): Moved {
  if (to === deal.phase) return refuse('already there', t('The deal is in {{to}} already.', { to }));
  switch (factsNeeded(deal, to)) {
    case 'reason lost':
      return loseDeal(deal, { reason: facts.why ?? '' });
    case 'signature':
      return facts.at && facts.amount
        ? winDeal(deal, { ...facts, at: facts.at, amount: facts.amount, to })
        : refuse('needs signature', t('Say when it was signed and for how much: {{to}} lies behind the signature.', { to }));
    case 'reason':
      return reopenDeal(deal, { why: facts.why ?? '', to });
    case 'nothing':
      if (to === 'on hold') return holdDeal(deal, facts);
      return deal.phase === 'on hold' ? resumeDeal(deal, { ...facts, to }) : advanceDeal(deal, to, facts);
  }
}

/** Moves along the road, forwards or back, on one side of the signature. */
export function advanceDeal(deal: Deal, to: Phase, { why }: Pick<MoveFacts, 'why'> = {}): Moved {
  if (to === deal.phase) return refuse('already there', t('The deal is in {{to}} already.', { to }));
  if (isOneOf(PAUSES, deal.phase)) return refuse('paused', t('The deal is {{phase}}. Take it up again first.', { phase: deal.phase }));
  if (isOneOf(PAUSES, to))
    return refuse(
      'needs reason',
      t('Use “{{value}}”: the deal keeps where it stood.', { value: to === 'lost' ? t('Lose') : t('Put on hold') }),
    );
  if (isSigned(to) && !isSigned(deal.phase))
    return refuse('needs signature', t('Sign the deal first: {{to}} lies behind the signature.', { to }));
  if (!isSigned(to) && isSigned(deal.phase))
    return refuse('needs reason', t('Going back across the signature needs a reason. Use “Reopen”.'));
  return ok(act(deal, 'deal.advance', { phase: to }, why));
}

/** What the client signed. */
export interface Signature {
  readonly at: CalendarDateText;
  readonly amount: MoneyValue;
  /** The phase behind the bar in which work begins. */
  readonly to?: Phase;
  readonly undecided?: readonly string[];
}

/**
 * The signature. It freezes: the entry carries what its author had before them, so "as signed" never changes.
 * Refused while money, phase or billing model hold two values that nobody has chosen between.
 */
export function winDeal(deal: Deal, { at, amount, to = 'kickoff', undecided = [] }: Signature): Moved {
  if (isSignedDeal(deal))
    return refuse(
      'already signed',
      t('The deal was signed{{value}} already.', { value: deal.signedAt ? t(' on {{signedAt}}', { signedAt: deal.signedAt }) : '' }),
    );
  if (deal.phase === 'lost') return refuse('paused', t('The deal was lost. Reopen it first.'));
  if (!isSigned(to)) return refuse('bad value', t('Work cannot begin in {{to}}: it lies before the signature.', { to }));
  if (!isDate(at)) return refuse('bad value', t('The day of the signature must be a date like 2026-11-22.'));
  if (!Number.isSafeInteger(amount.amount) || amount.amount < 0)
    return refuse('bad value', t('The signed value must be a sum, zero or more.'));
  const open = undecided.filter((field) => MUST_BE_DECIDED.includes(field));
  if (open.length)
    return refuse('undecided', t('Two people changed {{open}} offline. Choose the right value, then sign.', { open: open.join(' and ') }));
  const values = { phase: to, signedAt: at, pausedFrom: null, lostReason: null };
  // The value is part of the signature even where it did not change: the act says what was signed.
  const signed = act(deal, 'deal.win', values);
  return ok({ ...signed, freezes: true, changes: signed.changes.map((change) => ({ ...change, set: { ...change.set, amount } })) });
}

const MUST_BE_DECIDED: readonly string[] = ['amount', 'phase', 'billingModel', 'cap', 'retainerFee', 'retainerPeriod', 'retainerPeriods'];

/** Lost, or cancelled after the signature. The reason is worth more than the deal: it is asked for. */
export function loseDeal(deal: Deal, { reason }: { readonly reason: string }): Moved {
  if (deal.phase === 'lost') return refuse('already there', t('The deal is lost already.'));
  if (!reason.trim()) return refuse('needs reason', t('Say why the deal was lost.'));
  return ok(act(deal, 'deal.lose', { phase: 'lost', lostReason: reason.trim(), pausedFrom: roadPhase(deal) }));
}

/** Sets the deal aside; it keeps where it stood. */
export function holdDeal(deal: Deal, { why }: Pick<MoveFacts, 'why'> = {}): Moved {
  if (deal.phase === 'on hold') return refuse('already there', t('The deal is on hold already.'));
  if (deal.phase === 'lost') return refuse('paused', t('The deal was lost. Reopen it first.'));
  return ok(act(deal, 'deal.hold', { phase: 'on hold', pausedFrom: deal.phase }, why));
}

/** Takes a deal up again where it stood, or at another phase on the same side of the signature. */
export function resumeDeal(deal: Deal, { why, to = roadPhase(deal) }: { readonly why?: string; readonly to?: Phase } = {}): Moved {
  if (deal.phase !== 'on hold') return refuse('not paused', t('The deal is not on hold.'));
  if (isSigned(to) !== isSignedDeal(deal)) return refuse('needs signature', t('A pause does not cross the signature.'));
  return ok(act(deal, 'deal.resume', { phase: to, pausedFrom: null }, why));
}

/**
 * Brings back a lost deal, or a signed one to before its signature. Always with a reason. Back across the bar the
 * signed date is cleared; history keeps it.
 */
export function reopenDeal(deal: Deal, { why, to = roadPhase(deal) }: { readonly why: string; readonly to?: Phase }): Moved {
  const back = isSignedDeal(deal) && !isSigned(to);
  if (!back && deal.phase !== 'lost') return refuse('not signed', t('Only a lost or a signed deal can be reopened.'));
  if (isOneOf(PAUSES, to)) return refuse('bad value', t('A deal is not reopened to {{to}}.', { to }));
  if (isSigned(to) && !isSignedDeal(deal))
    return refuse('needs signature', t('Reopen it, then sign it: {{to}} lies behind the signature.', { to }));
  if (!why.trim())
    return refuse('needs reason', back ? t('Say why the deal goes back before its signature.') : t('Say why the deal is taken up again.'));
  const unsigned = back ? { signedAt: null, signedAtSource: null } : {};
  return ok(act(deal, 'deal.reopen', { phase: to, pausedFrom: null, lostReason: null, ...unsigned }, why.trim()));
}

function act(deal: Deal, verb: string, values: Values<'deal'>, why?: string): Command {
  return editRecord('deal', deal, values, { act: verb, ...(why ? { why } : {}) });
}

/** A deal that came in paused, from an import that did not say where it had stood. */
function fallback(deal: Deal): Phase {
  return deal.signedAt ? 'kickoff' : 'discovery';
}
