import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { ScopeLine, TimeEntry } from '../records/registry';
import { scopeLinesOf } from '../scope/live-line';
import { sumHours } from '../ticket/hours';

/** Where the figure of what is left comes from. `planned`: nobody has said, so what was planned and is not spent. */
export type RemainingBasis = 'done' | 'stated' | 'planned' | 'unknown';

/** A line of what was sold, as work: the same record, with what was spent on it and what is left. Hours throughout. */
export interface WorkPackage {
  readonly line: ScopeLine;
  readonly planned: number | undefined;
  /** Logged on the line since the signature, whatever for. */
  readonly spent: number;
  readonly remaining: number | undefined;
  readonly basis: RemainingBasis;
  readonly isDone: boolean;
  /** The day of the newest hour on it. */
  readonly lastWorked: CalendarDateText | undefined;
  readonly entries: readonly TimeEntry[];
}

/** Sold, given as a courtesy or done. What is only proposed, optional or was negotiated away is no work. */
export const isWorkPackage = ({ status, archived }: ScopeLine): boolean =>
  archived !== true && (status === 'in' || status === 'courtesy' || status === 'done');

/** The work of a deal in the order of its scope. */
export function workPackagesOf(records: Records, deal: Id<'deal'>): readonly WorkPackage[] {
  return scopeLinesOf(records, deal)
    .filter(isWorkPackage)
    .map((line) => workPackage(line, records.of('timeEntry', 'scopeLine', line.id)));
}

export function workPackage(line: ScopeLine, logged: readonly TimeEntry[]): WorkPackage {
  const entries = logged.filter(({ activity }) => activity !== 'pursuit');
  const spent = sumHours(entries);
  const isDone = line.status === 'done' || (line.status === 'courtesy' && line.remainingHours === 0);
  return { line, planned: line.plannedHours, spent, ...remainingOf(line, spent, isDone), isDone, lastWorked: lastDay(entries), entries };
}

function remainingOf(line: ScopeLine, spent: number, isDone: boolean): Pick<WorkPackage, 'remaining' | 'basis'> {
  if (isDone) return { remaining: 0, basis: 'done' };
  if (line.remainingHours !== undefined) return { remaining: line.remainingHours, basis: 'stated' };
  if (line.plannedHours === undefined) return { remaining: undefined, basis: 'unknown' };
  return { remaining: toHundredth(Math.max(0, line.plannedHours - spent)), basis: 'planned' };
}

const lastDay = (entries: readonly TimeEntry[]): CalendarDateText | undefined =>
  entries.reduce<CalendarDateText | undefined>((last, { date }) => (last === undefined || date > last ? date : last), undefined);

/** Hours logged on a line after a day, that day left out; all of them where no day is given. */
export const hoursAfter = ({ entries }: WorkPackage, day: CalendarDateText | undefined): number =>
  sumHours(entries.filter(({ date }) => day === undefined || date > day));

/** How far the work is, in hours: it says nothing of cost, so that everybody may see it. */
export interface Progress {
  readonly spent: number;
  readonly remaining: number;
  /** spent ÷ (spent + remaining), from 0 to 1. Undefined ("n/a") where there are no hours at all. */
  readonly complete: number | undefined;
  readonly done: number;
  readonly packages: number;
  /** Packages of which nobody knows what is left: they are in no sum. */
  readonly unknown: number;
}

/** Progress over all work packages. Hours on none of them (meetings, questions) are not in it. */
export function progressOf(packages: readonly WorkPackage[]): Progress {
  const counted = packages.filter(({ remaining }) => remaining !== undefined);
  const spent = sumOf(counted.map((one) => one.spent));
  const remaining = sumOf(counted.map((one) => one.remaining ?? 0));
  return {
    spent,
    remaining,
    complete: completeShare(spent, remaining),
    done: packages.filter(({ isDone }) => isDone).length,
    packages: packages.length,
    unknown: packages.length - counted.length,
  };
}

/** spent ÷ (spent + remaining); undefined ("n/a") for nothing of nothing. */
export const completeShare = (spent: number, remaining: number): number | undefined =>
  spent + remaining > 0 ? spent / (spent + remaining) : undefined;

/** A share from 0 to 1 as a whole percent. Only what is finished is 100 %, and only what was never begun is 0 %. */
export function wholePercent(share: number): number {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return 99;
  return rounded === 0 && share > 0 ? 1 : rounded;
}

const sumOf = (hours: readonly number[]): number => toHundredth(hours.reduce((sum, one) => sum + one, 0));
const toHundredth = (hours: number): number => Math.round(hours * 100) / 100;
