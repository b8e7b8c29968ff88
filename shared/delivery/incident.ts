import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { Deal, Ticket } from '../records/registry';
import { editRecord, setOf, together } from '../records/write';
import { closeTicket, dropTicket, openTicket, type Closing } from '../ticket/lifecycle';
import type { Undecided } from '../ticket/ticket-error';
import { isOpenTicket } from '../ticket/ticket-kind';
import { daysBetween, isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import type { DeliveryError } from './delivery-error';
import { t } from '../values/texts';

type Decided = Result<Command, DeliveryError>;
export type Severity = NonNullable<Ticket['severity']>;

/** The worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[];

/** Reports something that broke. How bad it is must be said; since when is today unless somebody knows better. */
export function reportIncident(id: Id<'ticket'>, deal: Deal, values: Values<'ticket'>, today: CalendarDateText): Decided {
  if (!values.severity) return err({ message: t('Say how bad it is.') });
  const openedAt = values.openedAt ?? today;
  if (!isDate(openedAt)) return err({ message: t('The day must be a date like 2026-11-22.') });
  if (openedAt > today) return err({ message: t('That day is still to come. Say when it was first seen.') });
  return openTicket(id, deal, { ...values, kind: 'incident', openedAt });
}

/** A question of the delivery that has an owner and an answer, asked on a day. */
export const raiseQuestion = (id: Id<'ticket'>, deal: Deal, values: Values<'ticket'>, today: CalendarDateText): Decided =>
  openTicket(id, deal, { ...values, kind: 'question', openedAt: values.openedAt ?? today });

/** Takes a dispute to somebody. One about what was sold names whoever sold it and was pulled in: it is counted. */
export function raiseEscalation(id: Id<'ticket'>, deal: Deal, values: Values<'ticket'>, today: CalendarDateText): Decided {
  if (values.about === 'what was sold' && !values.helper)
    return err({ message: t('Say who of sales was pulled in: it is about what was sold.') });
  return openTicket(id, deal, { ...values, kind: 'escalation', openedAt: values.openedAt ?? today });
}

/** What is known of an incident once it is over. */
export interface Solved extends Closing {
  readonly on: CalendarDateText;
  readonly today: CalendarDateText;
  readonly cause: string;
  readonly party: Ticket['party'] | undefined;
}

/** Over: when, what caused it, and whose doing it was. The cause is reason enough where there is nothing else to show. */
export function closeIncident(ticket: Ticket, solved: Solved, records: Records, undecided: Undecided): Decided {
  const { on, today, cause, party, shown, outcome } = solved;
  if (!isDate(on)) return err({ message: t('The day must be a date like 2026-11-22.') });
  if (on > today) return err({ message: t('That day is still to come. Close it once it is over.') });
  if (ticket.openedAt && on < ticket.openedAt) return err({ message: t('It cannot be over before it was seen.') });
  if (!cause.trim()) return err({ message: t('Say what caused it.') });
  if (!party) return err({ message: t('Say whose doing it was: ours, the client’s or somebody else’s.') });
  const said = outcome?.trim() ? outcome : (ticket.outcome ?? cause);
  const closed = closeTicket(ticket, { ...(shown ? { shown } : {}), outcome: said }, records, undecided);
  if (!closed.ok) return closed;
  const facts = setOf('ticket', { closedAt: on, cause: cause.trim(), party }, ticket);
  return ok({ ...closed.value, changes: closed.value.changes.map((change) => ({ ...change, set: { ...change.set, ...facts } })) });
}

/**
 * Two people reported one incident: one report goes on, with the earlier day and the worse severity of both; the other is
 * dropped and says which one it is the same as. Both stay in history, and one undo parts them again.
 */
export function joinIncidents(kept: Ticket, same: Ticket, undecided: Undecided): Decided {
  if (kept.id === same.id || kept.deal !== same.deal || kept.kind !== 'incident' || same.kind !== 'incident')
    return err({ message: t('Choose two incidents of one deal.') });
  if (!isOpenTicket(kept))
    return err({ message: t('“{{title}}” is {{status}}. Reopen it first.', { title: kept.title, status: kept.status }) });
  const dropped = dropTicket(same, { why: t('Same as “{{title}}”', { title: kept.title }) }, undecided);
  if (!dropped.ok) return dropped;
  const openedAt = [kept.openedAt, same.openedAt].flatMap((day) => (day ? [day] : [])).toSorted()[0];
  const severity = SEVERITIES.find((one) => one === kept.severity || one === same.severity);
  const reportedBy = kept.reportedBy ?? same.reportedBy;
  const values = { ...(openedAt ? { openedAt } : {}), ...(severity ? { severity } : {}), ...(reportedBy ? { reportedBy } : {}) };
  const better = editRecord('ticket', kept, values);
  return ok(together('ticket.join', [dropped.value, ...(better.changes.length > 0 ? [better] : [])]));
}

const SAME_WITHIN_DAYS = 3;
const SAME_SHARE = 0.5;

/** Another open incident of the deal that may be the same: seen within three days, and half of the words of its title are the same. */
export function likelySame(ticket: Ticket, others: readonly Ticket[]): Ticket | undefined {
  return others.find(
    (other) =>
      other.id < ticket.id &&
      other.kind === 'incident' &&
      isOpenTicket(other) &&
      Math.abs(daysApart(ticket, other)) <= SAME_WITHIN_DAYS &&
      sharedWords(ticket.title, other.title) >= SAME_SHARE,
  );
}

const daysApart = (a: Ticket, b: Ticket): number => (a.openedAt && b.openedAt ? daysBetween(a.openedAt, b.openedAt) : 0);

/** Words of both titles ÷ words of the shorter one. Short words say little and are left out. */
function sharedWords(first: string, second: string): number {
  const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLocaleLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/** Days since something was first seen; undefined where nobody said when. */
export const ageInDays = ({ openedAt }: Pick<Ticket, 'openedAt'>, today: CalendarDateText): number | undefined =>
  openedAt === undefined ? undefined : Math.max(0, daysBetween(openedAt, today));

/** The worst first, of equal ones the oldest; without a severity last. */
export function bySeverity(a: Ticket, b: Ticket): number {
  const place = ({ severity }: Ticket): number => (severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity));
  const [first, second] = [a.openedAt ?? '~', b.openedAt ?? '~'];
  return place(a) - place(b) || (first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1);
}

/** The open incidents of a deal, the worst first. */
export const openIncidents = (records: Records, deal: Id<'deal'>): readonly Ticket[] =>
  records
    .of('ticket', 'deal', deal)
    .filter((ticket) => ticket.kind === 'incident' && isOpenTicket(ticket))
    .toSorted(bySeverity);

/** How many of each severity, the worst first; those that nobody rated are counted as `unrated`. */
export interface IncidentCount {
  readonly severity: Severity | 'unrated';
  readonly count: number;
  /** Age of the oldest, in days; undefined where no day is known. */
  readonly oldest: number | undefined;
}

export function incidentCounts(incidents: readonly Ticket[], today: CalendarDateText): readonly IncidentCount[] {
  return [...SEVERITIES, 'unrated' as const].flatMap((severity) => {
    const found = incidents.filter((ticket) => (ticket.severity ?? 'unrated') === severity);
    const ages = found.flatMap((ticket) => ageInDays(ticket, today) ?? []);
    return found.length === 0 ? [] : [{ severity, count: found.length, oldest: ages.length > 0 ? Math.max(...ages) : undefined }];
  });
}
