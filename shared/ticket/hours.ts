import { isSignedDeal } from '../deal/phase';
import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Deal, Ticket, TimeEntry } from '../records/registry';
import type { ACTIVITIES } from '../records/time-entry';
import { createRecord } from '../records/write';
import { isDate } from '../values/calendar';
import { derivedId } from '../values/id';
import { err, ok, type Result } from '../values/result';
import type { TicketError } from './ticket-error';
import { t } from '../values/texts';

type Activity = (typeof ACTIVITIES)[number];

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const HOURS_OF_A_DAY = 24;

/** From here on somebody more likely forgot the timer than worked: the person says how long it was. */
export const LONGEST_TIMER_HOURS = 12;

/** What hours on a ticket are for. Until the signature every hour is pursuit: it is spent on winning. */
export function activityOf(ticket: Pick<Ticket, 'kind'>, deal: Deal): Activity {
  if (!isSignedDeal(deal)) return 'pursuit';
  if (ticket.kind === 'escalation') return 'escalation';
  return ticket.kind === 'incident' ? 'rework' : 'delivery';
}

export interface Worked {
  readonly person: Id<'person'>;
  readonly date: CalendarDateText;
  readonly hours: number;
  readonly note?: string;
}

/** Hours of one person on one day, on a ticket of the deal. `today`: nobody logs what is still to come. */
export function logHours(
  id: Id<'timeEntry'>,
  { ticket, deal, today }: { readonly ticket: Ticket; readonly deal: Deal; readonly today: CalendarDateText },
  { person, date, hours, note }: Worked,
): Result<Command, TicketError> {
  if (!(hours > 0)) return err({ message: t('Say how many hours it took.') });
  if (hours > HOURS_OF_A_DAY) return err({ message: t('A day has 24 hours. Log each day by itself.') });
  if (!isDate(date)) return err({ message: t('The day must be a date like 2026-11-22.') });
  if (date > today) return err({ message: t('That day is still to come. Log hours once they are worked.') });
  const activity = activityOf(ticket, deal);
  const values = {
    deal: deal.id,
    ticket: ticket.id,
    person,
    date,
    hours,
    activity,
    billable: activity === 'delivery',
    approved: false,
    ...(ticket.scopeLine ? { scopeLine: ticket.scopeLine } : {}),
    ...(note?.trim() ? { note: note.trim() } : {}),
  };
  return ok(createRecord('timeEntry', id, values, { act: 'timeEntry.log' }));
}

/** Hours between two instants in milliseconds, every minute begun counted, to a hundredth of an hour. */
export function timerHours(startedAt: number, now: number): number {
  const minutes = Math.max(1, Math.ceil((now - startedAt) / MINUTE_MS));
  return toHundredth((minutes * MINUTE_MS) / HOUR_MS);
}

/** The entry of one run of a timer: stopped in two windows it is still one. */
export const timerEntryId = (person: Id<'person'>, ticket: Id<'ticket'>, startedAt: number): Id<'timeEntry'> =>
  derivedId('timeEntry', `timer/${person}`, `${ticket}/${startedAt}`);

/** All hours in a list of entries. */
export const sumHours = (entries: readonly Pick<TimeEntry, 'hours'>[]): number =>
  toHundredth(entries.reduce((sum, { hours }) => sum + hours, 0));

/** Hours logged on a ticket, whoever worked them. */
export const hoursOfTicket = (records: Records, ticket: Id<'ticket'>): number => sumHours(records.of('timeEntry', 'ticket', ticket));

/** Hours that were spent on winning a deal. */
export const pursuitHours = (records: Records, deal: Id<'deal'>): number =>
  sumHours(records.of('timeEntry', 'deal', deal).filter(({ activity }) => activity === 'pursuit'));

/** Sums of tenths and quarters carry no dust of binary fractions. */
const toHundredth = (hours: number): number => Math.round(hours * 100) / 100;
