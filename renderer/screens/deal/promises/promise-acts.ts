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

type Decided = Result<Command, { readonly message: string }>;

/** What can be done with a promise as it stands. The rule behind each decides when it is carried out. */
export type PromiseAct = { readonly label: string } & (
  | { readonly kind: 'at once'; readonly decide: () => Decided }
  | { readonly kind: 'with reason'; readonly question: string; readonly decide: (why: string) => Decided }
  | { readonly kind: 'resolve objection'; readonly objection: Objection }
  | { readonly kind: 'replace decision'; readonly decision: Decision }
);

/** The likeliest act first. Scope lines are worked on in place and have none. */
export function actsOf(record: PromiseRecord, records: LiveRecords, me: Person | undefined): readonly PromiseAct[] {
  const { id } = record;
  if (isOfType('commitment', id)) return ofCommitment(record as Commitment, records.undecided(id));
  if (isOfType('objection', id)) return ofObjection(record as Objection);
  if (isOfType('concession', id)) return ofConcession(record as Concession, records.undecided(id), me);
  if (isOfType('decision', id)) return ofDecision(record as Decision, records);
  if (isOfType('constraint', id)) return ofConstraint(record as Constraint);
  if (isOfType('priority', id)) return ofPriority(record as Priority, records);
  return [];
}

function ofCommitment(commitment: Commitment, undecided: readonly string[]): readonly PromiseAct[] {
  const decide = (label: string, decision: CommitmentDecision): PromiseAct => ({
    label,
    kind: 'at once',
    decide: () => decideCommitment(commitment, decision, { undecided }),
  });
  const refuse: PromiseAct = {
    label: 'Not ours…',
    kind: 'with reason',
    question: 'Why is it not ours?',
    decide: (why) => decideCommitment(commitment, 'not ours', { why, undecided }),
  };
  const breaks: PromiseAct = {
    label: 'Broken…',
    kind: 'with reason',
    question: 'Why was it not kept?',
    decide: (why) => breakCommitment(commitment, { why }),
  };
  const keep: PromiseAct = { label: 'Kept', kind: 'at once', decide: () => keepCommitment(commitment) };
  const reopen: PromiseAct = {
    label: 'Open it again…',
    kind: 'with reason',
    question: 'Why is it open again?',
    decide: (why) => reopenCommitment(commitment, { why }),
  };
  if (commitment.fulfilment !== 'open' || commitment.decision === 'not ours') return [reopen];
  const decisions = [
    decide('Honour free', 'honour free'),
    decide('Honour billed', 'honour billed'),
    decide('Renegotiate', 'renegotiate'),
    refuse,
  ];
  return isOpenCommitment(commitment) ? [...decisions, keep, breaks] : [keep, breaks, ...decisions, reopen];
}

function ofObjection(objection: Objection): readonly PromiseAct[] {
  return isOpenObjection(objection)
    ? [{ label: 'Resolve…', kind: 'resolve objection', objection }]
    : [
        {
          label: 'Open it again…',
          kind: 'with reason',
          question: 'Why is it open again?',
          decide: (why) => reopenObjection(objection, { why }),
        },
      ];
}

function ofConcession(concession: Concession, undecided: readonly string[], me: Person | undefined): readonly PromiseAct[] {
  if (!me || !needsApproval(concession)) return [];
  return [{ label: 'Approve', kind: 'at once', decide: () => approveConcession(concession, { by: me, undecided }) }];
}

function ofDecision(decision: Decision, records: LiveRecords): readonly PromiseAct[] {
  return supersededBy(decision, records) ? [] : [{ label: 'Decide differently…', kind: 'replace decision', decision }];
}

function ofConstraint(constraint: Constraint): readonly PromiseAct[] {
  if (constraint.strength !== 'must') return [];
  return [
    {
      label: 'Relax…',
      kind: 'with reason',
      question: 'Who at the client gave way, and where?',
      decide: (why) => relaxConstraint(constraint, { why }),
    },
  ];
}

function ofPriority(priority: Priority, records: LiveRecords): readonly PromiseAct[] {
  const all = ranked(records.of('priority', 'deal', priority.deal));
  const place = all.findIndex(({ id }) => id === priority.id) + 1;
  const move = (label: string, to: number): readonly PromiseAct[] =>
    to >= 1 && to <= all.length && to !== place ? [{ label, kind: 'at once', decide: () => rankPriority(all, priority, to) }] : [];
  return [...move('Move up', place - 1), ...move('Move down', place + 1), ...move('Make it the first', 1)];
}
