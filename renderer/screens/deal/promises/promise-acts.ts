import type { Command } from '#shared/ledger/command';
import {
  breakCommitment,
  decideCommitment,
  isOpenCommitment,
  keepCommitment,
  reopenCommitment,
  type CommitmentDecision,
} from '#shared/promise/commitment';
import { approveConcession, needsApproval } from '#shared/promise/concession';
import { relaxConstraint } from '#shared/promise/constraint';
import { supersededBy } from '#shared/promise/decision';
import { isOpenObjection, reopenObjection } from '#shared/promise/objection';
import { ranked, rankPriority } from '#shared/promise/priority';
import type { LiveRecords } from '../../../data/workspace';
import {
  isOfType,
  type Commitment,
  type Concession,
  type Constraint,
  type Decision,
  type Objection,
  type Person,
  type Priority,
} from '#shared/records/registry';
import type { Result } from '#shared/values/result';
import type { PromiseRecord } from '../../../data/reads/promises';
import { t } from '#shared/values/texts';

type Decided = Result<Command, { readonly message: string }>;

/** What can be done with a promise now. */
export interface PossibleActs {
  /** What it waits for: one act, or one of several under a common name. Nothing for what is settled. */
  readonly next?: { readonly label: string; readonly acts: readonly PromiseAct[] };
  readonly others: readonly PromiseAct[];
}

/** One of them. The rule behind it decides when it is carried out. */
export type PromiseAct = { readonly label: string } & (
  | { readonly kind: 'at once'; readonly decide: () => Decided }
  | { readonly kind: 'with reason'; readonly question: string; readonly decide: (why: string) => Decided }
  | { readonly kind: 'resolve objection'; readonly objection: Objection }
  | { readonly kind: 'replace decision'; readonly decision: Decision }
);

/** Scope lines are worked on in place and have none. */
export function actsOf(record: PromiseRecord, records: LiveRecords, me: Person | undefined): PossibleActs {
  const { id } = record;
  if (isOfType('commitment', id)) return ofCommitment(record as Commitment, records.undecided(id));
  if (isOfType('objection', id)) return ofObjection(record as Objection);
  if (isOfType('concession', id)) return ofConcession(record as Concession, records.undecided(id), me);
  if (isOfType('decision', id)) return ofDecision(record as Decision, records);
  if (isOfType('constraint', id)) return ofConstraint(record as Constraint);
  if (isOfType('priority', id)) return ofPriority(record as Priority, records);
  return NOTHING;
}

const NOTHING: PossibleActs = { others: [] };
const waitsFor = (act: PromiseAct, others: readonly PromiseAct[] = []): PossibleActs => ({
  next: { label: act.label, acts: [act] },
  others,
});

function ofCommitment(commitment: Commitment, undecided: readonly string[]): PossibleActs {
  const decide = (label: string, decision: CommitmentDecision): PromiseAct => ({
    label,
    kind: 'at once',
    decide: () => decideCommitment(commitment, decision, { undecided }),
  });
  const refuse: PromiseAct = {
    label: t('Not ours…'),
    kind: 'with reason',
    question: t('Why is it not ours?'),
    decide: (why) => decideCommitment(commitment, 'not ours', { why, undecided }),
  };
  const breaks: PromiseAct = {
    label: t('Mark as broken…'),
    kind: 'with reason',
    question: t('Why was it not kept?'),
    decide: (why) => breakCommitment(commitment, { why }),
  };
  const keep: PromiseAct = { label: t('Mark as kept'), kind: 'at once', decide: () => keepCommitment(commitment) };
  const reopen: PromiseAct = {
    label: t('Open it again…'),
    kind: 'with reason',
    question: t('Why is it open again?'),
    decide: (why) => reopenCommitment(commitment, { why }),
  };
  if (commitment.fulfilment !== 'open' || commitment.decision === 'not ours') return { others: [reopen] };
  const decisions = [
    decide(t('Honour free'), 'honour free'),
    decide(t('Honour billed'), 'honour billed'),
    decide(t('Renegotiate'), 'renegotiate'),
    refuse,
  ];
  if (isOpenCommitment(commitment)) return { next: { label: t('Decide'), acts: decisions }, others: [keep, breaks] };
  return waitsFor(keep, [breaks, ...decisions.filter(({ label }) => label.toLowerCase() !== commitment.decision), reopen]);
}

function ofObjection(objection: Objection): PossibleActs {
  if (isOpenObjection(objection)) return waitsFor({ label: t('Resolve…'), kind: 'resolve objection', objection });
  const decide = (why: string): Decided => reopenObjection(objection, { why });
  return { others: [{ label: t('Open it again…'), kind: 'with reason', question: t('Why is it open again?'), decide }] };
}

function ofConcession(concession: Concession, undecided: readonly string[], me: Person | undefined): PossibleActs {
  if (!me || !needsApproval(concession)) return NOTHING;
  return waitsFor({ label: t('Approve'), kind: 'at once', decide: () => approveConcession(concession, { by: me, undecided }) });
}

function ofDecision(decision: Decision, records: LiveRecords): PossibleActs {
  return supersededBy(decision, records) ? NOTHING : { others: [{ label: t('Decide differently…'), kind: 'replace decision', decision }] };
}

function ofConstraint(constraint: Constraint): PossibleActs {
  if (constraint.strength !== 'must') return NOTHING;
  const decide = (why: string): Decided => relaxConstraint(constraint, { why });
  return { others: [{ label: t('Relax…'), kind: 'with reason', question: t('Who at the client gave way, and where?'), decide }] };
}

function ofPriority(priority: Priority, records: LiveRecords): PossibleActs {
  const all = ranked(records.of('priority', 'deal', priority.deal));
  const place = all.findIndex(({ id }) => id === priority.id) + 1;
  const move = (label: string, to: number): readonly PromiseAct[] =>
    to >= 1 && to <= all.length && to !== place ? [{ label, kind: 'at once', decide: () => rankPriority(all, priority, to) }] : [];
  return { others: [...move(t('Move up'), place - 1), ...move(t('Move down'), place + 1)] };
}
