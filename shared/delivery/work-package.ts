import { booksOf, type DealBooks } from '../money/books';
import { causeReader } from '../money/labour';
import { remainingOf, type Remaining } from '../money/remaining';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { ScopeLine, TimeEntry } from '../records/registry';
import { scopeLinesOf } from '../scope/live-line';
import { sumHours } from '../ticket/hours';

/** Where the figure of what is left comes from; `unknown`: nobody has planned or said anything. */
export type RemainingBasis = Remaining['basis'] | 'unknown';

/** A line of what was sold, as work: the same record, with what was spent on it and what is left. Hours throughout. */
export interface WorkPackage {
  readonly line: ScopeLine;
  readonly planned: number | undefined;
  /** Logged on the line, or on a ticket of it, since the signature. */
  readonly spent: number;
  readonly remaining: number | undefined;
  readonly basis: RemainingBasis;
  readonly isDone: boolean;
  /** The day of the newest hour on it. */
  readonly lastWorked: CalendarDateText | undefined;
  readonly entries: readonly TimeEntry[];
}

/**
 * The work of a deal in the order of its scope: what was sold, given as a courtesy, or added by a change order that was
 * decided to be done. What is left is the figure that the money of the deal is computed from.
 */
export function workPackagesOf(records: Records, deal: Id<'deal'>, today: CalendarDateText): readonly WorkPackage[] {
  const books = booksOf(records, deal);
  if (!books) return [];
  const isSold = soldIn(books);
  const left = new Map(remainingOf(books, { isSold, rateToCome: () => undefined }, today).map((one) => [one.line, one]));
  const worked = entriesByLine(books, isSold, today);
  return scopeLinesOf(records, deal).flatMap((line) => {
    const remaining = left.get(line.id);
    return remaining ? [workPackage(line, remaining, worked.get(line.id) ?? [])] : [];
  });
}

function soldIn({ scopeLines }: DealBooks): (id: Id<'scopeLine'>) => boolean {
  const sold = new Set<string>(scopeLines.filter(({ changeOrder }) => changeOrder === undefined).map(({ id }) => id));
  return (id) => sold.has(id);
}

function entriesByLine(
  books: DealBooks,
  isSold: (id: Id<'scopeLine'>) => boolean,
  today: CalendarDateText,
): ReadonlyMap<string, readonly TimeEntry[]> {
  const reader = causeReader(books, isSold);
  const worked = new Map<string, TimeEntry[]>();
  for (const entry of books.timeEntries) {
    const line = entry.date <= today && entry.activity !== 'pursuit' ? reader.lineOf(entry) : undefined;
    if (line) worked.set(line.id, [...(worked.get(line.id) ?? []), entry]);
  }
  return worked;
}

function workPackage(line: ScopeLine, { hours, basis }: Pick<Remaining, 'hours' | 'basis'>, entries: readonly TimeEntry[]): WorkPackage {
  const isUnknown = basis === 'planned less worked' && line.plannedHours === undefined;
  const isDone = basis === 'done' || (line.status === 'courtesy' && line.remainingHours === 0);
  return {
    line,
    planned: line.plannedHours,
    spent: sumHours(entries),
    remaining: isUnknown ? undefined : hours,
    basis: isUnknown ? 'unknown' : basis,
    isDone,
    lastWorked: lastDay(entries),
    entries,
  };
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
