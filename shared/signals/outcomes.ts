import type { Records } from '../records/records';
import type { Question } from '../records/registry';
import { addDays, addMonths, daysBetween, type CalendarDate } from '../values/calendar';
import type { DealFacts } from './deal-facts';
import { toHundredth } from './signal';

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

/** What some deals add to the outcomes, month by month up to a day. */
export interface OutcomesTally {
  /** Days from the signature to the first planned work, and to the first billable, by month of the signature. */
  readonly toPlanned: readonly (readonly number[])[];
  readonly toBillable: readonly (readonly number[])[];
  /** Hours of reconstruction, in millionths: no order of adding up makes a difference. */
  readonly reconstruction: readonly number[];
  readonly gates: readonly number[];
  /** Gates of the last six weeks, and of the six before. */
  readonly lately: number;
  readonly before: number;
}

const MILLION = 1_000_000;

export function tallyOutcomes(facts: readonly DealFacts[], day: CalendarDate): OutcomesTally {
  const months = monthsUntil(day);
  const placeOf = (date: CalendarDate): number => (date <= day ? months.indexOf(date.slice(0, 7)) : -1);
  const [toPlanned, toBillable] = [months.map((): number[] => []), months.map((): number[] => [])];
  const [reconstruction, gates] = [months.map(() => 0), months.map(() => 0)];
  const weeks = weeksUntil(day);
  let [lately, before] = [0, 0];
  for (const one of facts) {
    const { signedAt } = one.deal;
    const signedIn = months.indexOf((signedAt ?? '').slice(0, 7));
    toPlanned[signedIn]?.push(...daysFrom(signedAt, one.firstPlanned, day));
    toBillable[signedIn]?.push(...daysFrom(signedAt, one.firstBillable, day));
    for (const { date, hours } of one.reconstruction) addAt(reconstruction, placeOf(date), Math.round(hours * MILLION));
    for (const gate of gatesOf(one)) {
      addAt(gates, placeOf(gate), 1);
      if (weeks.isLately(gate)) lately += 1;
      else if (weeks.isBefore(gate)) before += 1;
    }
  }
  return { toPlanned, toBillable, reconstruction, gates, lately, before };
}

const addAt = (sums: number[], at: number, more: number): void => {
  if (at >= 0) sums[at] = (sums[at] ?? 0) + more;
};

/** Five outcomes over the last six months. Nothing after `day` counts. */
export const outcomes = (facts: readonly DealFacts[], counts: FirmCounts, day: CalendarDate): readonly Outcome[] =>
  outcomesFrom([tallyOutcomes(facts, day)], counts, day);

/** The outcomes from what all deals add to them, whichever way they are grouped. */
export function outcomesFrom(tallies: readonly OutcomesTally[], counts: FirmCounts, day: CalendarDate): readonly Outcome[] {
  const months = monthsUntil(day);
  const sum = (of: (tally: OutcomesTally) => readonly number[], at: number): number =>
    tallies.reduce((total, tally) => total + (of(tally)[at] ?? 0), 0);
  const median = (of: (tally: OutcomesTally) => readonly (readonly number[])[], at: number): number | undefined =>
    medianOf(tallies.flatMap((tally) => of(tally)[at] ?? []));
  const asked = months.map((month) => within(counts.asked, month, day));
  return [
    {
      key: 'toPlanned',
      points: months.map((month, at) =>
        point(
          month,
          median(({ toPlanned }) => toPlanned, at),
        ),
      ),
    },
    {
      key: 'toBillable',
      points: months.map((month, at) =>
        point(
          month,
          median(({ toBillable }) => toBillable, at),
        ),
      ),
    },
    {
      key: 'reconstruction',
      points: months.map((month, at) => point(month, toHundredth(sum(({ reconstruction }) => reconstruction, at) / MILLION))),
    },
    {
      key: 'answered',
      points: months.map((month, at) => ({ month, value: within(counts.read, month, day), against: asked[at] ?? 0 })),
    },
    { key: 'gates', points: months.map((month, at) => ({ month, value: sum(({ gates }) => gates, at), against: asked[at] ?? 0 })) },
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
export const decayOf = (facts: readonly DealFacts[], counts: FirmCounts, day: CalendarDate): Decay | undefined =>
  decayFrom([tallyOutcomes(facts, day)], counts, day);

/** The same from what all deals add to it, whichever way they are grouped. */
export function decayFrom(tallies: readonly OutcomesTally[], { asked }: FirmCounts, day: CalendarDate): Decay | undefined {
  const weeks = weeksUntil(day);
  const gates = (of: (tally: OutcomesTally) => number): number => tallies.reduce((sum, tally) => sum + of(tally), 0);
  const lately = (gates((tally) => tally.lately) + asked.filter(weeks.isLately).length) / DECAY_WEEKS;
  const before = (gates((tally) => tally.before) + asked.filter(weeks.isBefore).length) / DECAY_WEEKS;
  return before === 0 ? undefined : { lately: toHundredth(lately), before: toHundredth(before), fades: lately < before / 2 };
}

/** The last six weeks up to a day, and the six before. */
function weeksUntil(day: CalendarDate) {
  const turn = addDays(day, -7 * DECAY_WEEKS);
  const from = addDays(turn, -7 * DECAY_WEEKS);
  return {
    isLately: (one: CalendarDate): boolean => one > turn && one <= day,
    isBefore: (one: CalendarDate): boolean => one > from && one <= turn,
  };
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
