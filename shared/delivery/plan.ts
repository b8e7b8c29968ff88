import type { CalendarDateText } from '../records/define-record';
import type { Deal, Milestone } from '../records/registry';
import { addDays, daysBetween } from '../values/calendar';
import { isAccepted } from './milestone';
import type { MilestoneSlips } from './slips';
import type { WorkPackage } from './work-package';

/** A week from Monday to Sunday. */
export interface PlanWeek {
  readonly monday: CalendarDateText;
  /** ISO 8601: the week with the year's first Thursday is 1. */
  readonly number: number;
  readonly isNow: boolean;
}

/** A work package on the line of weeks. Shares of the whole width, from 0 to 1. */
export interface PlanBar {
  readonly pack: WorkPackage;
  readonly start: CalendarDateText;
  readonly end: CalendarDateText;
  readonly from: number;
  readonly to: number;
  /** `milestone`: nobody planned days, so it is drawn to the milestone that waits for it. */
  readonly drawnBy: 'days' | 'milestone';
  /** Behind its end and not done. */
  readonly isLate: boolean;
}

export type MilestoneState = 'accepted' | 'reached' | 'late' | 'ahead' | 'undated';

export interface PlanMark {
  readonly slips: MilestoneSlips;
  readonly milestone: Milestone;
  readonly state: MilestoneState;
  readonly at: number;
  /** Where it stood before it slipped; undefined where it did not. */
  readonly was: number | undefined;
}

export interface DeliveryPlan {
  readonly weeks: readonly PlanWeek[];
  readonly bars: readonly PlanBar[];
  readonly marks: readonly PlanMark[];
  /** Packages for which neither days nor a milestone with a date are known. */
  readonly undated: readonly WorkPackage[];
  /** Where today stands, from 0 to 1; undefined outside of the weeks shown. */
  readonly today: number | undefined;
}

const WEEK = 7;
/** Five years: a date that is a slip of the finger must not draw a thousand weeks. */
const MOST_WEEKS = 260;

/** Work packages and milestones by week: what is planned, what slipped, and where today stands. No resources are levelled. */
export function deliveryPlan(
  packages: readonly WorkPackage[],
  milestones: readonly MilestoneSlips[],
  { deal, today }: { readonly deal: Deal; readonly today: CalendarDateText },
): DeliveryPlan {
  const spans = packages.map((pack) => spanOf(pack, milestones, deal));
  const dates = [
    ...[today, deal.kickoffAt, deal.signedAt, deal.plannedEnd],
    ...spans.flatMap((span) => (span ? [span.start, span.end] : [])),
    ...milestones.flatMap(({ milestone, original }) => [milestone.due, milestone.reachedAt, original]),
  ].flatMap((date) => (date === undefined ? [] : [date]));
  const sorted = dates.toSorted();
  const start = mondayOf(sorted[0] ?? today);
  const count = Math.min(MOST_WEEKS, Math.floor(daysBetween(start, sorted.at(-1) ?? today) / WEEK) + 1);
  const place = (date: CalendarDateText, days = 0): number => clamp((daysBetween(start, date) + days) / (count * WEEK));
  return {
    weeks: Array.from({ length: count }, (_, at) => weekOf(addDays(start, at * WEEK), today)),
    bars: spans.flatMap((span) =>
      span ? [{ ...span, from: place(span.start), to: place(span.end, 1), isLate: isLate(span, today) }] : [],
    ),
    marks: milestones.flatMap((slips) => markOf(slips, place, today)),
    undated: packages.filter((_, at) => spans[at] === undefined),
    today: isWithin(today, start, count) ? place(today, 0.5) : undefined,
  };
}

type Span = Pick<PlanBar, 'pack' | 'start' | 'end' | 'drawnBy'>;

function spanOf(pack: WorkPackage, milestones: readonly MilestoneSlips[], deal: Deal): Span | undefined {
  const { plannedStart, plannedEnd } = pack.line;
  if (plannedStart || plannedEnd) {
    const start = plannedStart ?? plannedEnd ?? '';
    const end = plannedEnd ?? start;
    return start <= end ? { pack, start, end, drawnBy: 'days' } : { pack, start: end, end: start, drawnBy: 'days' };
  }
  const due = milestones.find(({ milestone }) => milestone.id === pack.line.milestone)?.milestone.due;
  if (!due) return undefined;
  const begun = deal.kickoffAt ?? deal.signedAt ?? due;
  return { pack, start: begun < due ? begun : due, end: due, drawnBy: 'milestone' };
}

const isLate = ({ pack, end }: Span, today: CalendarDateText): boolean => !pack.isDone && end < today;

function markOf(
  slips: MilestoneSlips,
  place: (date: CalendarDateText, days: number) => number,
  today: CalendarDateText,
): readonly PlanMark[] {
  const { milestone, original } = slips;
  const day = milestone.reachedAt ?? milestone.due;
  if (day === undefined) return [];
  const slipped = original !== undefined && original !== milestone.due;
  const was = slipped ? place(original, 0.5) : undefined;
  return [{ slips, milestone, state: milestoneState(milestone, today), at: place(day, 0.5), was }];
}

/** Where a milestone stands today. */
export function milestoneState(milestone: Milestone, today: CalendarDateText): MilestoneState {
  if (isAccepted(milestone)) return 'accepted';
  if (milestone.reachedAt) return 'reached';
  if (!milestone.due) return 'undated';
  return milestone.due < today ? 'late' : 'ahead';
}

/** The Monday of the week of a day. 1970-01-01 was a Thursday. */
export function mondayOf(date: CalendarDateText): CalendarDateText {
  const days = daysBetween('1970-01-01', date) + 3;
  return addDays(date, -(((days % WEEK) + WEEK) % WEEK));
}

function weekOf(monday: CalendarDateText, today: CalendarDateText): PlanWeek {
  return { monday, number: weekNumber(monday), isNow: mondayOf(today) === monday };
}

function weekNumber(monday: CalendarDateText): number {
  const thursday = addDays(monday, 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / WEEK) + 1;
}

const isWithin = (date: CalendarDateText, start: CalendarDateText, weeks: number): boolean => {
  const days = daysBetween(start, date);
  return days >= 0 && days < weeks * WEEK;
};

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
