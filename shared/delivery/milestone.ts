import type { Command } from '../ledger/command';
import { unsettled, type InView } from '../promise/promise-error';
import type { CalendarDateText, Id, MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { Milestone, Slip } from '../records/registry';
import { createRecord, editRecord, together } from '../records/write';
import { isDate } from '../values/calendar';
import { derivedId } from '../values/id';
import { rankBetween } from '../values/rank';
import { err, ok, type Result } from '../values/result';
import type { DeliveryError } from './delivery-error';
import { t } from '../values/texts';

type Decided = Result<Command, DeliveryError>;
export type Party = Slip['party'];

const NO_DAY = t('The day must be a date like 2026-11-22.');

export interface NewMilestone {
  readonly title: string;
  readonly due?: CalendarDateText;
  readonly fee?: MoneyValue;
}

/** A date that both sides look at, behind those that the deal has. */
export function addMilestone(id: Id<'milestone'>, deal: Id<'deal'>, { title, due, fee }: NewMilestone, records: Records): Decided {
  if (!title.trim()) return err({ message: t('Say what is reached by then.') });
  if (due && !isDate(due)) return err({ message: NO_DAY });
  const last = milestonesOf(records, deal).findLast(({ rank }) => rank !== undefined)?.rank ?? null;
  const values = { title: title.trim(), deal, rank: rankBetween(last, null), ...(due ? { due } : {}), ...(fee ? { fee } : {}) };
  return ok(createRecord('milestone', id, values));
}

/** The milestones of a deal by their date; those without one last, in the order of the offer. */
export function milestonesOf(records: Records, deal: Id<'deal'>): readonly Milestone[] {
  return records.of('milestone', 'deal', deal).toSorted((a, b) => {
    const [first, second] = [a.due ?? '~', b.due ?? '~'];
    if (first !== second) return first < second ? -1 : 1;
    return (a.rank ?? '~') < (b.rank ?? '~') ? -1 : 1;
  });
}

/** The next one that is not reached yet: the earliest by date, also where that day has gone by. */
export const nextMilestone = (milestones: readonly Milestone[]): Milestone | undefined =>
  milestones.find(({ reachedAt, archived }) => reachedAt === undefined && archived !== true);

/** We say that it is reached; the client has still to accept it. */
export function reachMilestone(
  milestone: Milestone,
  { on, today }: { readonly on: CalendarDateText; readonly today: CalendarDateText },
  view: InView = {},
): Decided {
  const open = unsettled(milestone.id, view, ['reachedAt']);
  if (open) return err(open);
  if (milestone.reachedAt) return err({ message: t('It is reached already.') });
  if (!isDate(on)) return err({ message: NO_DAY });
  if (on > today) return err({ message: t('That day is still to come. Say so once it is reached.') });
  return ok(editRecord('milestone', milestone, { reachedAt: on }, { act: 'milestone.reach' }));
}

/** The client accepted it. What came in from elsewhere may say by whom and not on what day. */
export const isAccepted = ({ acceptedAt, acceptedBy }: Milestone): boolean => acceptedAt !== undefined || acceptedBy !== undefined;

/** Takes back that it is reached, with what was said of its acceptance. */
export function unreachMilestone(milestone: Milestone, { why }: { readonly why: string }, view: InView = {}): Decided {
  const open = unsettled(milestone.id, view, ['reachedAt', 'acceptedAt']);
  if (open) return err(open);
  if (!milestone.reachedAt) return err({ message: t('It is not reached yet.') });
  if (!why.trim()) return err({ message: t('Say why it is not reached after all.') });
  const values = { reachedAt: null, acceptedAt: null, acceptedBy: null, sourceMoment: null };
  return ok(editRecord('milestone', milestone, values, { act: 'milestone.unreach', why: why.trim() }));
}

export interface Acceptance {
  readonly by: Id<'contact'> | undefined;
  readonly on: CalendarDateText;
  /** Where they said so. */
  readonly source?: Id<'moment'>;
  readonly today: CalendarDateText;
}

/** The client accepts it: who, on what day, and where it stands. What was not yet said to be reached is reached by it. */
export function acceptMilestone(milestone: Milestone, { by, on, source, today }: Acceptance, view: InView = {}): Decided {
  const open = unsettled(milestone.id, view, ['reachedAt', 'acceptedAt', 'fee']);
  if (open) return err(open);
  if (isAccepted(milestone)) return err({ message: t('It is accepted already.') });
  if (!by) return err({ message: t('Say who accepted it: somebody at the client.') });
  if (!isDate(on)) return err({ message: NO_DAY });
  if (on > today) return err({ message: t('That day is still to come. Say so once it is accepted.') });
  const values = {
    acceptedBy: by,
    acceptedAt: on,
    ...(milestone.reachedAt ? {} : { reachedAt: on }),
    ...(source ? { sourceMoment: source } : {}),
  };
  return ok(editRecord('milestone', milestone, values, { act: 'milestone.accept' }));
}

export interface Move {
  readonly to: CalendarDateText;
  readonly cause: string;
  readonly party: Party | undefined;
}

/**
 * Moves a milestone: one command keeps the new date and a slip that says from when, to when, why, and whose doing it was.
 * A milestone that had no date is planned by it, which is no slip. Two people who record the same move offline write one
 * slip; two who move it to different days leave two, and the date waits for a choice (see `slipsOf`).
 */
export function moveMilestone(milestone: Milestone, { to, cause, party }: Move, records: Records, view: InView = {}): Decided {
  const open = unsettled(milestone.id, view, ['due', 'reachedAt']);
  if (open) return err(open);
  const from = milestone.due;
  if (milestone.reachedAt) return err({ message: t('It is reached already: its date does not move any more.') });
  if (!isDate(to)) return err({ message: NO_DAY });
  if (to === from) return err({ message: t('It is due on that day already.') });
  if (from === undefined) return ok(editRecord('milestone', milestone, { due: to }, { act: 'milestone.plan' }));
  if (!cause.trim()) return err({ message: t('Say why it moves: somebody will ask.') });
  if (!party) return err({ message: t('Say whose doing it is: ours, the client’s or somebody else’s.') });
  const slip = { milestone: milestone.id, from, to, cause: cause.trim(), party };
  const recorded = createRecord('slip', slipId(milestone, from, to, records), slip, { deal: milestone.deal });
  return ok(together('milestone.slip', [recorded, editRecord('milestone', milestone, { due: to })]));
}

/** The same move of the same milestone has the same id on every device; a later move between the same days another. */
function slipId(milestone: Milestone, from: CalendarDateText, to: CalendarDateText, records: Records): Id<'slip'> {
  const idOf = (turn: number): Id<'slip'> => derivedId('slip', milestone.id, `${from}/${to}/${turn}`);
  let turn = 0;
  while (records.get('slip', idOf(turn))) turn += 1;
  return idOf(turn);
}
