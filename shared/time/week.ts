import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { TimeEntry } from '../records/registry';
import { archiveRecord, editRecord, together } from '../records/write';
import { sumHours } from '../ticket/hours';
import { addDays, daysBetween } from '../values/calendar';
import { derivedId } from '../values/id';
import { err, ok, type Result } from '../values/result';
import { byKey } from './by-key';
import { dayProblem, logTime, standingOf, type WorkedOn } from './entry';
import type { TimeError } from './time-error';
import { t } from '../values/texts';

/** A Monday that weeks are counted from. */
const A_MONDAY = '2024-01-01';
const DAYS = 7;

/** The Monday of the week that a day is in. */
export function mondayOf(date: CalendarDateText): CalendarDateText {
  const into = ((daysBetween(A_MONDAY, date) % DAYS) + DAYS) % DAYS;
  return addDays(date, -into);
}

/** One day of one row: everything that was written on it. */
export interface WeekCell {
  readonly date: CalendarDateText;
  readonly hours: number;
  readonly entries: readonly TimeEntry[];
  /** Hours in it that are approved or billed, and so cannot be typed over. */
  readonly locked: number;
}

export interface WeekRow {
  readonly key: string;
  readonly of: WorkedOn;
  readonly cells: readonly WeekCell[];
  readonly hours: number;
}

export interface Week {
  readonly monday: CalendarDateText;
  readonly days: readonly CalendarDateText[];
  readonly rows: readonly WeekRow[];
  /** Hours of each day, in the order of `days`. */
  readonly totals: readonly number[];
  readonly hours: number;
}

/** What tells one row from another: deal, scope line or ticket, and activity. */
export const rowKey = ({ deal, activity, scopeLine, ticket }: WorkedOn): string => [deal, ticket ?? scopeLine ?? '', activity].join(' ');

/** A week of one person. `also`: rows that are shown although nothing is written in them yet. */
export function weekOf(records: Records, person: Id<'person'>, monday: CalendarDateText, also: readonly WorkedOn[] = []): Week {
  const days = Array.from({ length: DAYS }, (_, day) => addDays(monday, day));
  const last = addDays(monday, DAYS - 1);
  const entries = records.of('timeEntry', 'person', person).filter(({ date }) => date >= monday && date <= last);
  const kinds = new Map<string, WorkedOn>();
  for (const entry of [...entries, ...also]) if (!kinds.has(rowKey(entry))) kinds.set(rowKey(entry), workedOn(entry));
  const byRow = byKey(entries, rowKey);
  const rows = [...kinds].map(([key, of]) => weekRow(key, of, days, byRow.get(key) ?? []));
  return {
    monday,
    days,
    rows,
    totals: days.map((_, at) => sumHours(rows.map(({ cells }) => cells[at] ?? { hours: 0 }))),
    hours: sumHours(entries),
  };
}

/** Only what a row is told by; an entry carries more. */
export const workedOn = ({ deal, activity, scopeLine, ticket }: WorkedOn): WorkedOn => ({
  deal,
  activity,
  ...(scopeLine ? { scopeLine } : {}),
  ...(ticket ? { ticket } : {}),
});

function weekRow(key: string, of: WorkedOn, days: readonly CalendarDateText[], entries: readonly TimeEntry[]): WeekRow {
  const cells = days.map((date) => {
    const own = entries.filter((entry) => entry.date === date);
    return { date, entries: own, hours: sumHours(own), locked: sumHours(own.filter((entry) => standingOf(entry) !== 'open')) };
  });
  return { key, of, cells, hours: sumHours(entries) };
}

/** The rows of the week before that this one lacks: what somebody goes on with. */
export function rowsOfLastWeek(records: Records, person: Id<'person'>, monday: CalendarDateText): readonly WorkedOn[] {
  const own = new Set(weekOf(records, person, monday).rows.map(({ key }) => key));
  return weekOf(records, person, addDays(monday, -DAYS))
    .rows.filter(({ key }) => !own.has(key))
    .map(({ of }) => of);
}

/** A cell typed in two windows is one entry, and one typed on two laptops meets in one. */
export const cellEntryId = (person: Id<'person'>, of: WorkedOn, date: CalendarDateText): Id<'timeEntry'> =>
  derivedId('timeEntry', `week/${person}`, `${date} ${rowKey(of)}`);

interface CellTyped {
  readonly person: Id<'person'>;
  readonly of: WorkedOn;
  readonly date: CalendarDateText;
  /** The hours that the cell is to hold; 0 empties it. */
  readonly hours: number;
  readonly today: CalendarDateText;
  /** For a second entry of the row and day, where the first is approved. */
  readonly newId: () => Id<'timeEntry'>;
}

/**
 * Makes a cell hold so many hours: the last open entry takes up the difference, what is emptied is put away. Approved hours
 * stay; typing less than they are is refused.
 */
export function typeCell(records: Records, typed: CellTyped): Result<Command, TimeError> {
  const cell = weekOf(records, typed.person, mondayOf(typed.date))
    .rows.find(({ key }) => key === rowKey(typed.of))
    ?.cells.find(({ date }) => date === typed.date);
  const { hours = 0, locked = 0, entries = [] } = cell ?? {};
  if (typed.hours === hours) return ok(together('timeEntry.log', []));
  if (!(typed.hours >= 0)) return err({ message: t('Hours are a number, such as 7.5 or 7:30.') });
  if (typed.hours < locked)
    return err({ message: t('{{locked}} h of that day are approved. Whoever approves can reopen them.', { locked }) });
  const open = entries.filter((entry) => standingOf(entry) === 'open');
  const wanted = round(typed.hours - locked);
  const problem = typed.hours > hours ? dayProblem(records, { ...typed, hours: round(typed.hours - hours) }, typed.today) : undefined;
  if (problem) return err({ message: problem });
  return open.length > 0 ? ok(spread(open, wanted)) : firstOf(records, typed, wanted);
}

/** The open entries made to hold `wanted` hours together: the last ones give first, the last one takes what is added. */
function spread(open: readonly TimeEntry[], wanted: number): Command {
  let left = wanted;
  const commands = open.map((entry, at) => {
    const isLast = at === open.length - 1;
    const hours = isLast ? left : Math.min(entry.hours, left);
    left = round(left - hours);
    return hours > 0 ? editRecord('timeEntry', entry, { hours }) : archiveRecord(entry);
  });
  return together('timeEntry.log', commands);
}

function firstOf(records: Records, { person, of, date, today, newId }: CellTyped, hours: number): Result<Command, TimeError> {
  const id = cellEntryId(person, of, date);
  const there = records.get('timeEntry', id);
  const worked = { ...of, person, date, hours };
  if (!there) return logTime(records, id, worked, today);
  // Emptied before: the same entry comes back. Approved already: the new hours are an entry of their own.
  if (!there.archived) return logTime(records, newId(), worked, today);
  const { set } = editRecord('timeEntry', there, { ...workedOn(of), date, hours } as Values<'timeEntry'>).changes[0] ?? { set: {} };
  return ok({ act: 'timeEntry.log', deal: of.deal, changes: [{ record: id, set: { ...set, archived: null } }] });
}

const round = (hours: number): number => Math.round(hours * 100) / 100;
