import type { Command } from '../ledger/command';
import type { CalendarDateText, Id, MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { Deal, TimeEntry } from '../records/registry';
import { archiveRecord, createRecord, editRecord } from '../records/write';
import { sumHours } from '../ticket/hours';
import { isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import { isUsuallyBillable, type Activity } from './activity';
import { billRateFor } from './rate-card';
import type { TimeError } from './time-error';
import { t } from '../values/texts';

const HOURS_OF_A_DAY = 24;

/** What hours are on, and what kind of work they are. */
export interface WorkedOn {
  readonly deal: Id<'deal'>;
  readonly activity: Activity;
  readonly scopeLine?: Id<'scopeLine'> | undefined;
  readonly ticket?: Id<'ticket'> | undefined;
}

/** Hours of one person on one day. What is left out follows from the activity, the deal and the rate card. */
export interface WorkedTime extends WorkedOn {
  readonly person: Id<'person'>;
  readonly date: CalendarDateText;
  readonly hours: number;
  readonly note?: string | undefined;
  readonly billable?: boolean | undefined;
  readonly billRate?: MoneyValue | undefined;
}

/** How far an entry has come: what was approved is no longer the person's own, what was billed is nobody's. */
export type EntryStanding = 'open' | 'approved' | 'billed';

export function standingOf({ approved, invoiceLine }: Pick<TimeEntry, 'approved' | 'invoiceLine'>): EntryStanding {
  if (invoiceLine !== undefined) return 'billed';
  return approved ? 'approved' : 'open';
}

/** Writes hours down. Refuses a day that is still to come, and more hours than a day has. */
export function logTime(records: Records, id: Id<'timeEntry'>, worked: WorkedTime, today: CalendarDateText): Result<Command, TimeError> {
  const deal = records.get('deal', worked.deal);
  if (!deal) return err({ message: t('Choose the deal that the hours are for.') });
  const problem = dayProblem(records, worked, today);
  if (problem) return err({ message: problem });
  return ok(createRecord('timeEntry', id, { ...valuesOf(records, deal, worked), approved: false }, { act: 'timeEntry.log' }));
}

function valuesOf(records: Records, deal: Deal, worked: WorkedTime) {
  const { person, date, hours, activity } = worked;
  const scopeLine = worked.scopeLine ?? records.get('ticket', worked.ticket)?.scopeLine;
  const billable = worked.billable ?? isUsuallyBillable(activity, deal);
  const usual = billable ? billRateFor(records, { deal, person, scopeLine: records.get('scopeLine', scopeLine) }) : undefined;
  const billRate = worked.billRate ?? usual;
  const note = worked.note?.trim();
  return {
    deal: deal.id,
    person,
    date,
    hours,
    activity,
    billable,
    ...(scopeLine ? { scopeLine } : {}),
    ...(worked.ticket ? { ticket: worked.ticket } : {}),
    ...(billRate ? { billRate } : {}),
    ...(note ? { note } : {}),
  };
}

/** What may be said anew of an entry that nobody has approved. `null` clears. */
export interface Correction {
  readonly date?: CalendarDateText;
  readonly hours?: number;
  readonly activity?: Activity;
  readonly billable?: boolean;
  readonly billRate?: MoneyValue | null;
  readonly scopeLine?: Id<'scopeLine'> | null;
  readonly ticket?: Id<'ticket'> | null;
  readonly changeOrder?: Id<'changeOrder'> | null;
  readonly commitment?: Id<'commitment'> | null;
  readonly note?: string | null;
}

/** Says something of an entry anew. Approved hours are reopened first. */
export function correctTime(
  records: Records,
  entry: TimeEntry,
  correction: Correction,
  today: CalendarDateText,
): Result<Command, TimeError> {
  const locked = lockMessage(entry);
  if (locked) return err({ message: locked });
  const { hours = entry.hours, date = entry.date } = correction;
  const problem = dayProblem(records, { person: entry.person, date, hours }, today, entry.id);
  if (problem) return err({ message: problem });
  return ok(editRecord('timeEntry', entry, correction, { act: 'timeEntry.correct' }));
}

/** Takes hours away that nobody has approved. Their history stays. */
export function removeTime(entry: TimeEntry): Result<Command, TimeError> {
  const locked = lockMessage(entry);
  return locked ? err({ message: locked }) : ok(archiveRecord(entry, { act: 'timeEntry.remove' }));
}

export function lockMessage(entry: TimeEntry): string | undefined {
  switch (standingOf(entry)) {
    case 'billed':
      return t('These hours stand on an invoice. Credit it first.');
    case 'approved':
      return t('These hours are approved. Whoever approves can reopen them.');
    case 'open':
      return undefined;
  }
}

type OfDay = Pick<WorkedTime, 'person' | 'date' | 'hours'>;

/** Why so many hours cannot have been worked on that day; `except` stands for itself. */
export function dayProblem(
  records: Records,
  { person, date, hours }: OfDay,
  today: CalendarDateText,
  except?: Id<'timeEntry'>,
): string | undefined {
  if (!(hours > 0)) return t('Say how many hours it took.');
  if (!isDate(date)) return t('The day must be a date like 2026-11-22.');
  if (date > today) return t('That day is still to come. Log hours once they are worked.');
  const others = records.of('timeEntry', 'person', person).filter((entry) => entry.date === date && entry.id !== except);
  const sum = sumHours([...others, { hours }]);
  if (sum <= HOURS_OF_A_DAY) return undefined;
  return others.length === 0
    ? t('A day has 24 hours. Log each day by itself.')
    : t('That makes {{sum}} h on {{date}}. A day has 24 hours.', { sum, date });
}
