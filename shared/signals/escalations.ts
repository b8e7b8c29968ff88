import type { Ticket } from '../records/registry';
import { addMonths, type CalendarDate } from '../values/calendar';
import type { DealFacts } from './deal-facts';
import { countOf, type Measured, type SignalRow } from './signal';
import type { SignalSettings } from './signal-settings';
import { t } from '../values/texts';

type Person = NonNullable<Ticket['helper']>;

/** Whom an id stands for today: people who joined a server since are one human with two ids. */
export type SamePerson = (person: Person) => Person;

interface PulledIn {
  readonly ticket: Ticket;
  readonly deal: DealFacts['deal'];
}

/** What some deals add to the signal, by account executive. */
export interface EscalationsTally {
  readonly sold: ReadonlyMap<Person, number>;
  readonly pulledIn: ReadonlyMap<Person, readonly PulledIn[]>;
  /** Escalations without a day. */
  readonly undated: number;
}

/**
 * Signal 2 (product.md §4): escalations about what was sold that pulled one account executive back in, within the three
 * months up to the day. The number is that of whoever was pulled in most. Only people with enough signed deals are
 * counted, so that one bad project does not name somebody.
 */
export const escalations = (facts: readonly DealFacts[], day: CalendarDate, settings: SignalSettings, same: SamePerson): Measured =>
  escalationsFrom([tallyEscalations(facts, day, same)], settings);

export function tallyEscalations(facts: readonly DealFacts[], day: CalendarDate, same: SamePerson): EscalationsTally {
  const from = addMonths(day, -3);
  const sold = new Map<Person, number>();
  const pulledIn = new Map<Person, PulledIn[]>();
  let undated = 0;
  for (const { deal, escalations: tickets } of facts) {
    if (deal.signedAt === undefined || deal.signedAt > day) continue;
    if (deal.ae) sold.set(same(deal.ae), (sold.get(same(deal.ae)) ?? 0) + 1);
    for (const ticket of tickets) {
      const on = dayOf(ticket);
      const who = ticket.helper ?? deal.ae;
      if (on === undefined) undated += 1;
      else if (who && on > from && on <= day) pulledIn.set(same(who), [...(pulledIn.get(same(who)) ?? []), { ticket, deal }]);
    }
  }
  return { sold, pulledIn, undated };
}

/** The signal from what all deals add to it, whichever way they are grouped. */
export function escalationsFrom(tallies: readonly EscalationsTally[], settings: SignalSettings): Measured {
  const [sold, pulledIn] = [new Map<Person, number>(), new Map<Person, PulledIn[]>()];
  for (const tally of tallies) {
    for (const [person, count] of tally.sold) sold.set(person, (sold.get(person) ?? 0) + count);
    for (const [person, pulled] of tally.pulledIn) pulledIn.set(person, [...(pulledIn.get(person) ?? []), ...pulled]);
  }
  for (const pulled of pulledIn.values()) pulled.sort((a, b) => (a.ticket.id < b.ticket.id ? -1 : 1));
  const undated = tallies.reduce((sum, one) => sum + one.undated, 0);
  const rated = [...sold].filter(([, deals]) => deals >= settings.minimumSample).map(([person]) => person);
  const rows = rated.map((person) => row(person, pulledIn.get(person) ?? [], settings)).filter(({ value }) => value !== 0);
  const remark =
    undated > 0
      ? t('{{undated}} without a day {{value}} not counted', {
          undated: countOf(undated, 'escalation'),
          value: undated === 1 ? t('is') : t('are'),
        })
      : undefined;
  const common = { rows, ...(remark ? { remark } : {}) };
  if (rated.length === 0) {
    const lacks = `Nobody has sold ${countOf(settings.minimumSample, 'deal')} yet; with fewer it would say something about a person and not about the handover.`;
    return { ...common, isTrue: false, lacks };
  }
  const value = Math.max(0, ...rows.map((one) => one.value ?? 0));
  return { ...common, value, isTrue: value > settings.escalationsPerQuarter };
}

/** The day on which it came up; where nobody noted it, the first day that is known of it. */
const dayOf = ({ openedAt, due, closedAt }: Ticket): CalendarDate | undefined => openedAt ?? due ?? closedAt;

function row(person: Person, pulled: readonly PulledIn[], { escalationsPerQuarter }: SignalSettings): SignalRow {
  const [only, ...others] = pulled;
  return {
    key: person,
    person,
    ...(only && others.every(({ deal }) => deal.id === only.deal.id) ? { deal: only.deal.id } : {}),
    text: pulled.map(({ ticket }) => ticket.title).join('; '),
    value: pulled.length,
    unit: 'escalations',
    over: pulled.length > escalationsPerQuarter,
    records: pulled.map(({ ticket }) => ticket.id),
    aboutPeople: true,
  };
}
