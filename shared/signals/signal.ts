import type { RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import { addMonths, type CalendarDate } from '../values/calendar';

/** The five, in the order of product.md §4. */
export const SIGNAL_KEYS = ['reconstruction', 'escalations', 'figures', 'changeOrders', 'outOfSight'] as const;
export type SignalKey = (typeof SIGNAL_KEYS)[number];

/** What a signal counts. */
export type SignalUnit = 'h' | 'escalations' | 'deals' | 'points' | '%';

/** `true`: beyond its threshold. Without enough data nothing is claimed, in neither direction. */
export type SignalState = 'true' | 'false' | 'not enough data' | 'off';

/** One thing that a signal rests on: a deal, a change order, somebody. */
export interface SignalRow {
  /** The same thing has the same key, whatever the day. */
  readonly key: string;
  readonly deal?: Id<'deal'>;
  /** Of us; only on rows that are shown to managers. */
  readonly person?: Id<'person'>;
  /** What it is about, in a sentence without a full stop. */
  readonly text: string;
  readonly value?: number;
  readonly unit?: SignalUnit | 'days';
  /** It speaks for the signal: beyond what is accepted. */
  readonly over: boolean;
  /** The records behind it; the first is where something can be done about it. */
  readonly records: readonly RecordId[];
  /** The value sorts people: shown to managers only. */
  readonly aboutPeople?: true;
}

/** The signal as it was at the end of a day. */
export interface TrendPoint {
  readonly day: CalendarDate;
  /** Absent where there was not enough data. */
  readonly value?: number;
}

/** What one signal says as of a day. */
export interface Measured {
  /** Absent where there is not enough data. */
  readonly value?: number;
  readonly isTrue: boolean;
  /** Why there is not enough data, and what would give it. */
  readonly lacks?: string;
  /** What is known and does not fit into the number, such as entries without a day. */
  readonly remark?: string;
  readonly rows: readonly SignalRow[];
}

export interface Signal extends Measured {
  readonly key: SignalKey;
  readonly state: SignalState;
  readonly unit: SignalUnit;
  readonly threshold: number;
  /** Oldest first; the last one is the day itself. */
  readonly trend: readonly TrendPoint[];
}

/** Days on which a trend looks: the day itself and the same day of the months before, oldest first. */
export const trendDays = (day: CalendarDate, count: number, stepMonths: number): readonly CalendarDate[] =>
  Array.from({ length: count }, (_, at) => addMonths(day, -(count - 1 - at) * stepMonths));

/** Sums of quarters and tenths carry no dust of binary fractions. */
export const toHundredth = (value: number): number => Math.round(value * 100) / 100;

/** What sorts people comes last; before it those beyond what is accepted, then the larger; the same order on every device. */
export const byWeight = (a: SignalRow, b: SignalRow): number =>
  Number(a.aboutPeople ?? false) - Number(b.aboutPeople ?? false) ||
  Number(b.over) - Number(a.over) ||
  (b.value ?? 0) - (a.value ?? 0) ||
  (a.key < b.key ? -1 : 1);

/** What has the same key, in the order of the first of each. */
export function groupsOf<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** `1 deal`, `3 deals`. */
export const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
