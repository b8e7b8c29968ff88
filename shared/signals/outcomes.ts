import type { Records } from '../records/records';
import type { Question } from '../records/registry';
import { addDays, addMonths, daysBetween, type CalendarDate } from '../values/calendar';
import type { DealFacts } from './deal-facts';
import { groupsOf, toHundredth } from './signal';

/** A month of the calendar, `2026-11`. */
export type Month = string;

export interface OutcomePoint {
  readonly month: Month;
  /** Absent where the month holds nothing to measure. */
  readonly value?: number;
  /** What it is held against, where it is held against something. */
  readonly against?: number;
}

export const OUTCOME_KEYS = ['toPlanned', 'toBillable', 'reconstruction', 'answered', 'gates'] as const;
export type OutcomeKey = (typeof OUTCOME_KEYS)[number];

/** What comes out of handing over well or badly, by month, oldest first. */
export interface Outcome {
  readonly key: OutcomeKey;
  readonly points: readonly OutcomePoint[];
}

/** What is counted over the whole firm, beside the facts of its deals. */
export interface FirmCounts {
  /** Days on which a section of a brief was read by somebody. */
  readonly read: readonly CalendarDate[];
  /** Days on which a question was asked of a colleague. */
  readonly asked: readonly CalendarDate[];
}

const MONTHS = 6;

/** The months up to that of `day`, oldest first. */
export const monthsUntil = (day: CalendarDate, count = MONTHS): readonly Month[] =>
  Array.from({ length: count }, (_, at) => addMonths(`${day.slice(0, 7)}-01`, at - count + 1).slice(0, 7));

/** Five outcomes over the last six months. Nothing after `day` counts. */
export function outcomes(facts: readonly DealFacts[], counts: FirmCounts, day: CalendarDate): readonly Outcome[] {
  const months = monthsUntil(day);
  const signedIn = groupsOf(facts, ({ deal }) => (deal.signedAt ?? '').slice(0, 7));
  const overSigned = (first: (one: DealFacts) => CalendarDate | undefined) => (month: Month) =>
    medianOf((signedIn.get(month) ?? []).flatMap((one) => daysFrom(one.deal.signedAt, first(one), day)));
  const entries = facts.flatMap((one) => one.reconstruction);
  const gateDays = facts.flatMap(gatesOf);
  return [
    { key: 'toPlanned', points: months.map((month) => point(month, overSigned(({ firstPlanned }) => firstPlanned)(month))) },
    { key: 'toBillable', points: months.map((month) => point(month, overSigned(({ firstBillable }) => firstBillable)(month))) },
    {
      key: 'reconstruction',
      points: months.map((month) => {
        const within = entries.filter(({ date }) => date.startsWith(month) && date <= day);
        return point(month, toHundredth(within.reduce((sum, { hours }) => sum + hours, 0)));
      }),
    },
    {
      key: 'answered',
      points: months.map((month) => ({ month, value: within(counts.read, month, day), against: within(counts.asked, month, day) })),
    },
    {
      key: 'gates',
      points: months.map((month) => ({ month, value: within(gateDays, month, day), against: within(counts.asked, month, day) })),
    },
  ];
}

const point = (month: Month, value: number | undefined): OutcomePoint => ({ month, ...(value === undefined ? {} : { value }) });

const within = (days: readonly CalendarDate[], month: Month, until: CalendarDate): number =>
  days.filter((day) => day.startsWith(month) && day <= until).length;

function daysFrom(signed: CalendarDate | undefined, first: CalendarDate | undefined, day: CalendarDate): readonly number[] {
  if (signed === undefined || first === undefined || first > day) return [];
  return [Math.max(0, daysBetween(signed, first))];
}

/** The middle value; the mean of the two middle ones of an even number; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Days on which a deal went through a gate: signed, a milestone accepted, a change order decided. */
function gatesOf({ deal, milestones, orders }: DealFacts): readonly CalendarDate[] {
  const days = [
    deal.signedAt,
    ...milestones.map(({ acceptedAt, reachedAt }) => acceptedAt ?? reachedAt),
    ...orders.map(({ decidedAt }) => decidedAt),
  ];
  return days.filter((day) => day !== undefined);
}

const DECAY_WEEKS = 6;

/** How much is done a week in the last six weeks, and how much in the six before. */
export interface Decay {
  readonly lately: number;
  readonly before: number;
  readonly fades: boolean;
}

/** Whether gates and questions fade once the novelty is over: less than half a week of what it was. Undefined with nothing before. */
export function decayOf(facts: readonly DealFacts[], { asked }: FirmCounts, day: CalendarDate): Decay | undefined {
  const all = [...facts.flatMap(gatesOf), ...asked];
  const turn = addDays(day, -7 * DECAY_WEEKS);
  const from = addDays(turn, -7 * DECAY_WEEKS);
  const count = (after: CalendarDate, until: CalendarDate) => all.filter((one) => one > after && one <= until).length;
  const [lately, before] = [count(turn, day) / DECAY_WEEKS, count(from, turn) / DECAY_WEEKS];
  return before === 0 ? undefined : { lately: toHundredth(lately), before: toHundredth(before), fades: lately < before / 2 };
}

/** Counts over the whole firm, from its records. */
export function firmCounts(records: Records): FirmCounts {
  return {
    read: records.all('readReceipt').map(({ at }) => at.slice(0, 10)),
    asked: records.all('question').flatMap((question) => askedOn(question) ?? []),
  };
}

/** The day on which a question was asked; where nobody noted it, the first day that is known of it. */
function askedOn({ askedAt, answeredAt, due }: Question): CalendarDate | undefined {
  if (askedAt !== undefined) return askedAt;
  return answeredAt !== undefined && (due === undefined || answeredAt < due) ? answeredAt : due;
}
