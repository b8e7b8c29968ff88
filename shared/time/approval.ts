import { undecidedMessage } from '../deal/undecided';
import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { TimeEntry } from '../records/registry';
import { editRecord, together } from '../records/write';
import { sumHours } from '../ticket/hours';
import type { Undecided } from '../ticket/ticket-error';
import { err, ok, type Result } from '../values/result';
import { byKey } from './by-key';
import { standingOf } from './entry';
import type { TimeError } from './time-error';
import { mondayOf } from './week';
import { t } from '../values/texts';

/** Hours of one person in one week that nobody has approved. */
export interface WeekToApprove {
  readonly person: Id<'person'>;
  readonly monday: CalendarDateText;
  readonly entries: readonly TimeEntry[];
  readonly hours: number;
  readonly billable: number;
}

/** What waits for approval, the oldest week first. `deals`: only hours on these; all where left out. */
export function weeksToApprove(records: Records, deals?: ReadonlySet<string>): readonly WeekToApprove[] {
  const from = deals ? [...deals].flatMap((deal) => records.of('timeEntry', 'deal', deal)) : records.all('timeEntry');
  const weeks = byKey(
    from.filter((entry) => standingOf(entry) === 'open'),
    ({ person, date }) => `${mondayOf(date)} ${person}`,
  );
  const keys = [...weeks.keys()].sort();
  return keys.map((key) => {
    const [monday = '', person = ''] = key.split(' ');
    const entries = (weeks.get(key) ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const billable = sumHours(entries.filter((entry) => entry.billable));
    return { person: person as Id<'person'>, monday, entries, hours: sumHours(entries), billable };
  });
}

/** Approves hours, so that they count as worked and can be billed. Nothing undecided may be among them. */
export function approveTime(entries: readonly TimeEntry[], undecided: Undecided): Result<Command, TimeError> {
  const open = entries.filter((entry) => standingOf(entry) === 'open');
  if (open.length === 0) return err({ message: t('These hours are approved already.') });
  for (const { id } of open) {
    const [field, ...others] = undecided(id);
    if (field !== undefined) return err({ kind: 'undecided', record: id, field, message: undecidedMessage(id, [field, ...others]) });
  }
  const commands = open.map((entry) => editRecord('timeEntry', entry, { approved: true }));
  return ok(together('timeEntry.approve', commands));
}

/** Gives hours back to whoever wrote them. What stands on an invoice stays. */
export function reopenTime(entries: readonly TimeEntry[]): Result<Command, TimeError> {
  const approved = entries.filter((entry) => standingOf(entry) === 'approved');
  if (approved.length === 0) {
    const isBilled = entries.some((entry) => standingOf(entry) === 'billed');
    return err({ message: isBilled ? t('These hours stand on an invoice. Credit it first.') : t('These hours are open already.') });
  }
  const commands = approved.map((entry) => editRecord('timeEntry', entry, { approved: false }));
  return ok(together('timeEntry.reopen', commands));
}
