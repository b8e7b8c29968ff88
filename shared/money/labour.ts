import type { RecordId } from '../ledger/entry';
import type { CalendarDateText, Id } from '../records/define-record';
import type { ChangeOrder, Commitment, ScopeLine, Ticket, TimeEntry } from '../records/registry';
import type { CostBooks, DealBooks } from './books';
import { costOfHours, millionths, type Exact } from './exact';

/** Why an hour was worked. Each hour has one: the first of these that holds. Pursuit is told apart before all of them. */
export type Bucket = 'pursuit' | 'rework' | 'reconstruction' | 'commitment' | 'change order' | 'effort' | 'no line';

/** Hours with one cause. */
export interface Labour {
  readonly bucket: Bucket;
  /** Ticket, commitment, change order or scope line that caused them; the deal where there is none. */
  readonly cause: RecordId;
  /** In millionths of an hour. */
  hours: number;
  /** Those among them that have a cost rate. */
  costed: number;
  cost: Exact;
  /** The first and the last day. */
  first: CalendarDateText;
  last: CalendarDateText;
  readonly entries: TimeEntry[];
  readonly uncosted: TimeEntry[];
  /** The first day of each cost an hour that was paid. */
  readonly rates: Map<number, CalendarDateText>;
}

interface Cause {
  readonly bucket: Bucket;
  readonly cause: RecordId;
}

/** How a deal's hours are read: which lines were sold, so that hours on others are told apart. */
export interface LabourFacts {
  readonly currency: string;
  readonly today: CalendarDateText;
  readonly isSold: (line: Id<'scopeLine'>) => boolean;
}

/**
 * All hours of a deal up to today, by what caused them. The cost of an hour is that of its day; hours without a rate in
 * the deal's currency are kept apart and cost nothing.
 */
export function labourOf(books: DealBooks, { rates }: CostBooks, facts: LabourFacts): readonly Labour[] {
  const reader = causeReader(books, facts.isSold);
  const groups = new Map<string, Labour>();
  for (const entry of books.timeEntries) {
    if (entry.date > facts.today || entry.hours === 0) continue;
    const line = reader.lineOf(entry);
    const { bucket, cause } = reader.causeOf(entry, line);
    const group = groupOf(groups, bucket, cause, entry.date);
    addTo(group, entry, rates.on(entry.person, line?.role, entry.date, facts.currency)?.hourlyCost.amount);
  }
  return [...groups.values()];
}

function groupOf(groups: Map<string, Labour>, bucket: Bucket, cause: RecordId, day: CalendarDateText): Labour {
  const key = `${bucket} ${cause}`;
  const known = groups.get(key);
  if (known) return known;
  const made = { bucket, cause, hours: 0, costed: 0, cost: 0n, first: day, last: day, entries: [], uncosted: [], rates: new Map() };
  groups.set(key, made);
  return made;
}

function addTo(group: Labour, entry: TimeEntry, rate: number | undefined): void {
  const hours = millionths(entry.hours);
  group.hours += hours;
  group.entries.push(entry);
  if (entry.date < group.first) group.first = entry.date;
  if (entry.date > group.last) group.last = entry.date;
  if (rate === undefined) {
    group.uncosted.push(entry);
    return;
  }
  group.costed += hours;
  group.cost += costOfHours(hours, millionths(rate));
  const since = group.rates.get(rate);
  if (since === undefined || entry.date < since) group.rates.set(rate, entry.date);
}

interface CauseReader {
  lineOf(entry: TimeEntry): ScopeLine | undefined;
  causeOf(entry: TimeEntry, line: ScopeLine | undefined): Cause;
}

/** A promise outside the SOW that nobody pays for. While it is undecided, work on it is given for nothing all the same. */
export const isGivenFree = ({ inSow, decision }: Commitment): boolean => !inSow && decision !== 'honour billed';

/** precedence: rework, reconstruction and escalation, commitment, change order, effort (product.md §4). */
export function causeReader(books: DealBooks, isSold: (line: Id<'scopeLine'>) => boolean): CauseReader {
  const tickets = byId<Ticket>(books.tickets);
  const lines = byId<ScopeLine>(books.scopeLines);
  const orders = byId<ChangeOrder>(books.changeOrders);
  const free = books.commitments.filter(isGivenFree);
  const commitments = byId<Commitment>(free);
  const ofLine = new Map<string, Commitment>(
    free.flatMap((one) => (one.scopeLine && !isSold(one.scopeLine) ? [[one.scopeLine, one] as const] : [])),
  );
  const ticketOf = (entry: TimeEntry): Ticket | undefined => (entry.ticket ? tickets.get(entry.ticket) : undefined);
  return {
    lineOf: (entry) => lines.get(entry.scopeLine ?? ticketOf(entry)?.scopeLine ?? ''),
    causeOf: (entry, line) => {
      const ticket = ticketOf(entry);
      const where = ticket?.id ?? line?.id ?? books.deal.id;
      if (entry.activity === 'pursuit') return { bucket: 'pursuit', cause: where };
      if (entry.activity === 'rework' || (entry.activity === 'delivery' && ticket?.kind === 'incident'))
        return { bucket: 'rework', cause: where };
      if (entry.activity !== 'delivery' || ticket?.kind === 'escalation') return { bucket: 'reconstruction', cause: where };
      const order = orders.get(entry.changeOrder ?? ticket?.changeOrder ?? line?.changeOrder ?? '');
      const promised = commitments.get(entry.commitment ?? ticket?.commitment ?? '') ?? (order ? undefined : ofLine.get(line?.id ?? ''));
      if (promised) return { bucket: 'commitment', cause: promised.id };
      if (order) return { bucket: order.status === 'billed' ? 'effort' : 'change order', cause: order.id };
      return line ? { bucket: 'effort', cause: line.id } : { bucket: 'no line', cause: where };
    },
  };
}

/** Where the work that is still to come on a line belongs. */
export function causeOfLine(books: DealBooks, line: ScopeLine, isSold: (line: Id<'scopeLine'>) => boolean): Cause {
  const order = line.changeOrder && books.changeOrders.find(({ id }) => id === line.changeOrder);
  if (order) return { bucket: order.status === 'billed' ? 'effort' : 'change order', cause: order.id };
  const promised = isSold(line.id) ? undefined : books.commitments.find((one) => one.scopeLine === line.id && isGivenFree(one));
  return promised ? { bucket: 'commitment', cause: promised.id } : { bucket: 'effort', cause: line.id };
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));
