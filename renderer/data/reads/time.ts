import { isOpenDeal } from '#shared/deal/phase';
import type { CalendarDateText, Id } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Records } from '#shared/records/records';
import type { Deal, Ticket, TimeEntry } from '#shared/records/registry';
import { isOpenTicket } from '#shared/ticket/ticket-kind';
import { weeksToApprove, type WeekToApprove } from '#shared/time/approval';
import type { WorkedOn } from '#shared/time/entry';
import { weekOf, type Week, type WeekRow } from '#shared/time/week';
import type { LiveRecords } from '../workspace';
import { t } from '#shared/values/texts';

/** A row of somebody's week with the words that it is shown by. */
export interface ShownRow extends WeekRow {
  readonly deal: Deal | undefined;
  /** The scope line or ticket; undefined for work on the deal as a whole. */
  readonly part: string | undefined;
  readonly ticket: Ticket | undefined;
}

export interface ShownWeek extends Week {
  readonly rows: readonly ShownRow[];
}

/** A week of one person by deal and title, rows that hold nothing yet among them. */
export function shownWeek(records: Records, person: Id<'person'>, monday: CalendarDateText, also: readonly WorkedOn[]): ShownWeek {
  const week = weekOf(records, person, monday, also);
  const rows = week.rows.map((row): ShownRow => {
    const ticket = records.get('ticket', row.of.ticket);
    const part = ticket?.title ?? records.get('scopeLine', row.of.scopeLine)?.title;
    return { ...row, deal: records.get('deal', row.of.deal), part, ticket };
  });
  const name = ({ deal, part, of }: ShownRow): string => `${deal?.name ?? ''} ${part ?? ''} ${of.activity}`;
  return { ...week, rows: rows.toSorted((a, b) => name(a).localeCompare(name(b))) };
}

/** What hours on a deal can be put on, the work that is open first. */
export function partsOfDeal(
  records: Records,
  deal: Id<'deal'>,
): readonly { readonly id: Id<'scopeLine' | 'ticket'>; readonly title: string }[] {
  const lines = records.of('scopeLine', 'deal', deal).filter(({ status }) => status !== 'negotiated away');
  const tickets = records.of('ticket', 'deal', deal).filter(isOpenTicket);
  return [
    ...lines.map(({ id, title }) => ({ id, title })),
    ...tickets.map(({ id, title }) => ({ id, title: t('{{title}} (ticket)', { title }) })),
  ];
}

/** One entry with what tables show beside it. */
export interface HoursRow {
  readonly entry: TimeEntry;
  readonly person: string;
  readonly deal: Deal | undefined;
  readonly part: string | undefined;
  readonly clashes: boolean;
}

export function hoursRow(records: LiveRecords, entry: TimeEntry): HoursRow {
  const part = records.get('ticket', entry.ticket)?.title ?? records.get('scopeLine', entry.scopeLine)?.title;
  return {
    entry,
    person: joinedPerson(records, entry.person)?.name ?? t('Unknown person'),
    deal: records.get('deal', entry.deal),
    part,
    clashes: records.clashing(entry.id).length > 0,
  };
}

/** All hours of a deal, the latest first. */
export const hoursOfDeal = (records: LiveRecords, deal: Id<'deal'>): readonly HoursRow[] =>
  records
    .of('timeEntry', 'deal', deal)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .map((entry) => hoursRow(records, entry));

/** Hours that wait for approval; of one's own deals only, where one runs some. */
export function waitingHours(records: Records, me: Id<'person'>, whose: 'mine' | 'all'): readonly WeekToApprove[] {
  return weeksToApprove(records, whose === 'mine' ? new Set(dealsRunBy(records, me)) : undefined);
}

/** Deals that somebody runs and that are not over. */
export const dealsRunBy = (records: Records, me: Id<'person'>): readonly Id<'deal'>[] =>
  records
    .all('deal')
    .filter((deal) => isOpenDeal(deal) && joinedPerson(records, deal.pm)?.id === me)
    .map(({ id }) => id);
