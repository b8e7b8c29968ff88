import { roadPhase } from '../deal/phase';
import type { CalendarDateText, Id } from '../records/define-record';
import type { ScopeLine } from '../records/registry';
import { daysBetween } from '../values/calendar';
import type { DealBooks } from './books';
import { costOfHours, fromMillionths, millionths, type Exact } from './exact';
import { causeReader } from './labour';
import type { Planning } from './planning';

/** What is left to do on one line. */
export interface Remaining {
  readonly line: Id<'scopeLine'>;
  readonly hours: number;
  /** Somebody said it, it follows from plan less hours worked, or the line is done. */
  readonly basis: 'stated' | 'planned less worked' | 'done';
  /** Of a stated one: the day it was said, and how many days ago; undefined where nobody noted the day. */
  readonly statedOn: CalendarDateText | undefined;
  readonly age: number | undefined;
  /** Cost of an hour in millionths of a minor unit; undefined where nothing says it: such hours are shown and cost nothing. */
  readonly rate: number | undefined;
  readonly cost: Exact;
}

/**
 * The work still to come, line by line: what was stated, else planned hours less hours worked, at least none; a line that
 * is done has none, and so has a deal that is closed or lost. Lines of a change order count once it is billed or absorbed.
 * What an acceptance writes as remaining, the planned hours themselves on no day, is a start and no statement.
 */
export function remainingOf(
  books: DealBooks,
  { isSold, rateToCome }: Pick<Planning, 'isSold' | 'rateToCome'>,
  today: CalendarDateText,
): readonly Remaining[] {
  const worked = workedOn(books, isSold, today);
  const isOver = ['closed', 'lost'].includes(books.deal.phase) || roadPhase(books.deal) === 'closed';
  return books.scopeLines
    .filter((line) => isToWork(books, line))
    .map((line) => {
      const rate = rateToCome(line);
      const left = hoursLeft(line, worked.get(line.id) ?? 0, isOver, today);
      return { line: line.id, ...left, rate, cost: rate === undefined ? 0n : costOfHours(millionths(left.hours), rate) };
    });
}

type Left = Pick<Remaining, 'hours' | 'basis' | 'statedOn' | 'age'>;

function hoursLeft(line: ScopeLine, worked: number, isOver: boolean, today: CalendarDateText): Left {
  const { status, plannedHours, remainingHours, remainingAsOf } = line;
  const unsaid = { statedOn: undefined, age: undefined };
  if (isOver || status === 'done') return { hours: 0, basis: 'done', ...unsaid };
  const isStatement = remainingHours !== undefined && (remainingAsOf !== undefined || remainingHours !== plannedHours);
  if (isStatement) {
    const age = remainingAsOf === undefined ? undefined : Math.max(0, daysBetween(remainingAsOf, today));
    return { hours: remainingHours, basis: 'stated', statedOn: remainingAsOf, age };
  }
  return { hours: fromMillionths(Math.max(0, millionths(plannedHours ?? 0) - worked)), basis: 'planned less worked', ...unsaid };
}

/** Sold or given, and not left out; of a change order only what is decided to be done. */
function isToWork({ changeOrders }: DealBooks, { status, changeOrder }: ScopeLine): boolean {
  if (!['in', 'courtesy', 'done'].includes(status)) return false;
  const order = changeOrder && changeOrders.find(({ id }) => id === changeOrder);
  return !order || order.status === 'billed' || order.status === 'absorbed';
}

/** Hours that brought a line forward, in millionths; mending it again, finding out again and promises beside it do not. */
function workedOn(books: DealBooks, isSold: Planning['isSold'], today: CalendarDateText): ReadonlyMap<string, number> {
  const reader = causeReader(books, isSold);
  const worked = new Map<string, number>();
  for (const entry of books.timeEntries) {
    const line = entry.date <= today ? reader.lineOf(entry) : undefined;
    if (!line) continue;
    const { bucket, cause } = reader.causeOf(entry, line);
    const isOfLine = cause === line.id || cause === line.changeOrder;
    const isForward = isOfLine ? bucket === 'effort' || bucket === 'change order' : bucket === 'commitment' && !isSold(line.id);
    if (isForward) worked.set(line.id, (worked.get(line.id) ?? 0) + millionths(entry.hours));
  }
  return worked;
}
