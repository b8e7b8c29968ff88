import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Milestone, Slip } from '../records/registry';
import { daysBetween } from '../values/calendar';
import { milestonesOf, type Party } from './milestone';

/** How a milestone came to its date. Days are calendar days; earlier is negative. */
export interface MilestoneSlips {
  readonly milestone: Milestone;
  /** The date before the first slip. */
  readonly original: CalendarDateText | undefined;
  /** The moves that led to its date, in their order. */
  readonly slips: readonly Slip[];
  /** Moves that lead elsewhere: somebody moved it offline to another day, and that day was not chosen. They are in no sum. */
  readonly setAside: readonly Slip[];
  /** Between the last slip and the date that stands: somebody set the date without saying why. */
  readonly unexplained: number;
  /** From the original date to the one that stands. */
  readonly days: number;
}

/**
 * Follows the slips back from the date that stands to the first one. Law: the days of the slips and what is unexplained
 * sum to the days from the original date to the one that stands.
 */
export function slipsOf(milestone: Milestone, all: readonly Slip[]): MilestoneSlips {
  const slips = withLoops(chainTo(milestone.due, all) ?? chainTo(lastEnd(all), all) ?? [], all);
  const original = slips[0]?.from ?? milestone.due;
  const days = original !== undefined && milestone.due !== undefined ? daysBetween(original, milestone.due) : 0;
  const explained = slips.reduce((sum, slip) => sum + slipDays(slip), 0);
  return { milestone, original, slips, setAside: all.filter((slip) => !slips.includes(slip)), unexplained: days - explained, days };
}

/** The slips that lead to a day, first to last; undefined where none does. A slip is used once, also where a date came and went. */
function chainTo(day: CalendarDateText | undefined, all: readonly Slip[]): readonly Slip[] | undefined {
  const chain: Slip[] = [];
  for (let at = day; at !== undefined;) {
    const before = all.find((slip) => slip.to === at && !chain.includes(slip));
    if (before) chain.unshift(before);
    at = before?.from;
  }
  return chain.length > 0 ? chain : undefined;
}

/** With the moves there and back again that the way past a day left out. */
function withLoops(chain: readonly Slip[], all: readonly Slip[]): readonly Slip[] {
  for (const [at, day] of [...chain.map(({ from }) => from), ...chain.slice(-1).map(({ to }) => to)].entries()) {
    const loop = loopFrom(
      day,
      day,
      all.filter((slip) => !chain.includes(slip)),
    );
    if (loop) return withLoops(chain.toSpliced(at, 0, ...loop), all);
  }
  return chain;
}

/** Moves among `unused` that lead from `at` back to `day`. A milestone has few of them. */
function loopFrom(day: CalendarDateText, at: CalendarDateText, unused: readonly Slip[]): readonly Slip[] | undefined {
  for (const slip of unused.filter(({ from }) => from === at)) {
    if (slip.to === day) return [slip];
    const rest = loopFrom(
      day,
      slip.to,
      unused.filter((one) => one !== slip),
    );
    if (rest) return [slip, ...rest];
  }
  return undefined;
}

/** Where the moves end when the date was set by hand since: the latest day from which nothing moved on. */
const lastEnd = (all: readonly Slip[]): CalendarDateText | undefined =>
  all
    .filter(({ to }) => !all.some(({ from }) => from === to))
    .map(({ to }) => to)
    .toSorted()
    .at(-1);

export const slipDays = ({ from, to }: Slip): number => daysBetween(from, to);

/** The same for every milestone of a deal, by date. */
export const slipsOfDeal = (records: Records, deal: Id<'deal'>): readonly MilestoneSlips[] =>
  milestonesOf(records, deal).map((milestone) => slipsOf(milestone, records.of('slip', 'milestone', milestone.id)));

export type DaysByParty = Readonly<Record<Party, number>>;

/** Days lost (less those won back) by whose doing it was. What is set aside or unexplained is not in it. */
export function slippedDays(slips: readonly MilestoneSlips[]): DaysByParty {
  const days: Record<Party, number> = { us: 0, client: 0, 'third party': 0 };
  for (const slip of slips.flatMap((one) => one.slips)) days[slip.party] += slipDays(slip);
  return days;
}
