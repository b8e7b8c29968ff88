import type { Command } from '../ledger/command';
import type { RecordId } from '../ledger/entry';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Blueprint, Person } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import type { BlueprintError } from './blueprint-error';
import type { BlueprintParts } from './parts';
import { t } from '../values/texts';

type Decided = Result<Command, BlueprintError>;

/** Begins a blueprint of a deal. A deal may have several: one for each part of the solution that is agreed by itself. */
export function createBlueprint(id: Id<'blueprint'>, { deal, title }: { readonly deal: Id<'deal'>; readonly title: string }): Decided {
  if (!title.trim()) return err({ message: t('Give the blueprint a title.') });
  return ok(createRecord('blueprint', id, { deal, title: title.trim(), status: 'draft' }));
}

/** Who says so, on which day, and what they have in view. */
export interface Judging {
  readonly by: Pick<Person, 'id'>;
  readonly on: CalendarDateText;
  readonly parts: BlueprintParts;
  /** What people changed without seeing each other and nobody has settled. */
  readonly unsettled: readonly Unsettled[];
}

/** A value of a blueprint or one of its parts that waits in Review. */
export interface Unsettled {
  readonly record: RecordId;
  /** As stored. */
  readonly field: string;
  /** `Status`, `Text of “Hand-over”`. */
  readonly words: string;
}

/** A second pair of eyes has read it. */
export function reviewBlueprint(blueprint: Blueprint, { by, on, parts, unsettled }: Judging): Decided {
  if (blueprint.status === 'approved') return err({ message: t('It is approved already. Take it back to draft first.') });
  if (blueprint.status === 'reviewed') return err({ message: t('It is reviewed already.') });
  const problem = nothingThere(parts) ?? notSettled(unsettled);
  if (problem) return err(problem);
  return ok(editRecord('blueprint', blueprint, { status: 'reviewed', reviewedBy: by.id, reviewedAt: on }, { act: 'blueprint.review' }));
}

/**
 * It is what will be built. It freezes: the entry carries what its author had before them, so what was approved can be
 * held against what is drawn now. An approved blueprint that was changed since may be approved again; `changes` says how
 * much of it differs.
 */
export function approveBlueprint(
  blueprint: Blueprint,
  { by, on, parts, unsettled, changes }: Judging & { readonly changes: number },
): Decided {
  if (blueprint.status === 'draft') return err({ message: t('Nobody has reviewed it yet. Mark it as reviewed first.') });
  if (blueprint.status === 'approved' && changes === 0) return err({ message: t('It is approved, and nothing has changed since.') });
  const problem = nothingThere(parts) ?? notSettled(unsettled);
  if (problem) return err(problem);
  // The status is part of the act even where it stays: who approves again on the same day approves something else.
  const set = { status: 'approved', approvedBy: by.id, approvedAt: on };
  return ok({ act: 'blueprint.approve', deal: blueprint.deal, freezes: true, changes: [{ record: blueprint.id, set }] });
}

/** Takes review and approval back: it is being worked on again. What was approved stays in history. */
export function reopenBlueprint(blueprint: Blueprint, { why }: { readonly why: string }): Decided {
  if (blueprint.status === 'draft') return err({ message: t('It is a draft already.') });
  if (!why.trim()) return err({ message: t('Say why it is worked on again.') });
  const values = { status: 'draft', reviewedBy: null, reviewedAt: null, approvedBy: null, approvedAt: null } as const;
  return ok(editRecord('blueprint', blueprint, values, { act: 'blueprint.reopen', why: why.trim() }));
}

const nothingThere = ({ nodes, sections }: BlueprintParts): BlueprintError | undefined =>
  nodes.length + sections.length === 0 ? { message: t('Nothing is drawn or written yet.') } : undefined;

function notSettled(unsettled: readonly Unsettled[]): BlueprintError | undefined {
  const [first, ...others] = unsettled;
  if (first === undefined) return undefined;
  const more = others.length ? t(' and {{others}} more', { others: others.length }) : '';
  const message = t('People changed this without seeing each other: {{words}}{{more}}. Settle it in Review first.', {
    words: first.words,
    more,
  });
  return { message, kind: 'undecided', record: first.record, field: first.field };
}
