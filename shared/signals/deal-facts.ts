import { isSigned, isSignedDeal } from '../deal/phase';
import type { Records } from '../records/records';
import type { ChangeOrder, Deal, ExternalFigure, Invoice, Milestone, Pulse, Ticket, TimeEntry, Visit } from '../records/registry';
import type { CalendarDate } from '../values/calendar';
import type { SignalSettings } from './signal-settings';

/** What the signals look at of one deal, independent of the day. */
export interface DealFacts {
  readonly deal: Deal;
  /** Hours of finding out again what the sale already knew. */
  readonly reconstruction: readonly TimeEntry[];
  /** First day of work after the signature, billable or not; absent where nobody logs hours on it. */
  readonly firstWork?: CalendarDate;
  readonly firstBillable?: CalendarDate;
  /** Escalations about what was sold. */
  readonly escalations: readonly Ticket[];
  readonly orders: readonly ChangeOrder[];
  readonly figures: readonly ExternalFigure[];
  readonly visits: readonly Visit[];
  readonly pulses: readonly Pulse[];
  readonly milestones: readonly Milestone[];
  readonly bills: readonly Bill[];
  /** First day on which work is planned. */
  readonly firstPlanned?: CalendarDate;
}

/** An invoice or credit note with the days on which money came in for it. */
export interface Bill {
  readonly invoice: Invoice;
  /** Milestones that it bills. */
  readonly milestones: readonly string[];
  readonly paidAt: readonly CalendarDate[];
  /** What it asks for, tax included, less what came in, in minor units. */
  readonly open: number;
}

/** Deals that were signed; only they hand something over. */
export const handedOver = (records: Records): readonly Deal[] => records.all('deal').filter(isSignedDeal);

/** The facts of one deal: a few indexed reads. */
export function dealFacts(records: Records, deal: Deal): DealFacts {
  const entries = records.of('timeEntry', 'deal', deal.id).filter(({ activity }) => activity !== 'pursuit');
  const firstWork = earliest(entries.map(({ date }) => date));
  const firstBillable = earliest(entries.filter(({ billable }) => billable).map(({ date }) => date));
  const starts = records.of('scopeLine', 'deal', deal.id).flatMap(({ plannedStart }) => plannedStart ?? []);
  const firstPlanned = earliest(starts) ?? deal.kickoffAt;
  return {
    deal,
    reconstruction: entries.filter(({ activity }) => activity === 'reconstruction'),
    ...(firstWork === undefined ? {} : { firstWork }),
    ...(firstBillable === undefined ? {} : { firstBillable }),
    ...(firstPlanned === undefined ? {} : { firstPlanned }),
    escalations: records.of('ticket', 'deal', deal.id).filter(isAboutTheSale),
    orders: records.of('changeOrder', 'deal', deal.id),
    figures: records.of('externalFigure', 'deal', deal.id),
    visits: records.of('visit', 'deal', deal.id),
    pulses: records.of('pulse', 'deal', deal.id),
    milestones: records.of('milestone', 'deal', deal.id),
    bills: records.of('invoice', 'deal', deal.id).map((invoice) => billOf(records, invoice)),
  };
}

/**
 * What follows from one deal, one day and the settings is kept with its facts: a change on one deal measures that deal
 * anew, and adds up the others. Results only depend on their key, so this is never seen from outside.
 */
const kept = new WeakMap<DealFacts, WeakMap<SignalSettings, Map<string, unknown>>>();

export function keptWith<T>(facts: DealFacts, settings: SignalSettings, key: string, make: () => T): T {
  let bySettings = kept.get(facts);
  if (bySettings === undefined) kept.set(facts, (bySettings = new WeakMap()));
  let results = bySettings.get(settings);
  if (results === undefined) bySettings.set(settings, (results = new Map()));
  if (!results.has(key)) results.set(key, make());
  return results.get(key) as T;
}

const isAboutTheSale = ({ kind, about }: Ticket): boolean => kind === 'escalation' && about === 'what was sold';

function billOf(records: Records, invoice: Invoice): Bill {
  const lines = records.of('invoiceLine', 'invoice', invoice.id);
  const payments = records.of('payment', 'invoice', invoice.id);
  const asked = lines.reduce((sum, { net, tax }) => sum + net.amount + (tax?.amount ?? 0), 0);
  const paid = payments.reduce((sum, { amount }) => sum + amount.amount, 0);
  return {
    invoice,
    milestones: lines.flatMap(({ milestone }) => milestone ?? []),
    paidAt: payments.map(({ paidAt }) => paidAt),
    open: asked - paid,
  };
}

const earliest = (days: readonly CalendarDate[]): CalendarDate | undefined => {
  let first: CalendarDate | undefined;
  for (const day of days) if (first === undefined || day < first) first = day;
  return first;
};

/** The latest of some days up to `until`; undefined where there is none. */
export function latestUntil(days: Iterable<CalendarDate | undefined>, until: CalendarDate): CalendarDate | undefined {
  let last: CalendarDate | undefined;
  for (const day of days) if (day !== undefined && day <= until && (last === undefined || day > last)) last = day;
  return last;
}

/** Won, and neither delivered, closed, lost nor put on hold, at the end of a day as far as today's records tell. */
export function isUndelivered({ signedAt, deliveredAt, phase }: Deal, day: CalendarDate): boolean {
  if (signedAt === undefined || signedAt > day) return false;
  if (deliveredAt !== undefined) return deliveredAt > day;
  return isSigned(phase) && phase !== 'warranty' && phase !== 'closed';
}
