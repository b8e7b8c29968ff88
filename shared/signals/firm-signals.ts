import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { CalendarDate } from '../values/calendar';
import { changeOrdersFrom, tallyChangeOrders, type ChangeOrdersTally } from './absorb-rates';
import type { DealFacts } from './deal-facts';
import { escalationsFrom, tallyEscalations, type EscalationsTally, type SamePerson } from './escalations';
import { figuresFrom, tallyFigures, type FiguresTally } from './figures';
import { outOfSightFrom, tallyOutOfSight } from './out-of-sight';
import { reconstructionFrom, tallyReconstruction, type ReconstructionTally } from './reconstruction';
import {
  byWeight,
  SIGNAL_KEYS,
  trendDays,
  type Measured,
  type Signal,
  type SignalKey,
  type SignalRow,
  type SignalState,
  type SignalUnit,
} from './signal';
import type { SignalSettings } from './signal-settings';

/** What the signals are measured on. */
export interface Measuring {
  readonly facts: readonly DealFacts[];
  readonly settings: SignalSettings;
  readonly same: SamePerson;
}

/** What some deals add to each signal. */
export interface Tallies {
  readonly reconstruction: ReconstructionTally;
  readonly escalations: EscalationsTally;
  readonly figures: FiguresTally;
  readonly changeOrders: ChangeOrdersTally;
  readonly outOfSight: readonly SignalRow[];
}

interface Declared<K extends SignalKey> {
  readonly unit: SignalUnit;
  readonly threshold: (settings: SignalSettings) => number;
  readonly tally: (measuring: Measuring, day: CalendarDate) => Tallies[K];
  /** The signal from what all deals add to it, whichever way they are grouped. */
  readonly from: (tallies: readonly Tallies[K][], settings: SignalSettings) => Measured;
  /** How far the trend looks back: points, and months between them. */
  readonly trend: readonly [points: number, months: number];
}

const SIGNALS: { readonly [K in SignalKey]: Declared<K> } = {
  reconstruction: {
    unit: 'h',
    threshold: (settings) => settings.reconstructionHours,
    tally: ({ facts, settings }, day) => tallyReconstruction(facts, day, settings),
    from: reconstructionFrom,
    trend: [4, 3],
  },
  escalations: {
    unit: 'escalations',
    threshold: (settings) => settings.escalationsPerQuarter,
    tally: ({ facts, same }, day) => tallyEscalations(facts, day, same),
    from: escalationsFrom,
    trend: [4, 3],
  },
  figures: {
    unit: 'deals',
    threshold: (settings) => settings.differingDeals,
    tally: ({ facts, settings }, day) => tallyFigures(facts, day, settings),
    from: figuresFrom,
    trend: [6, 1],
  },
  changeOrders: {
    unit: 'points',
    threshold: (settings) => settings.absorbPoints,
    tally: ({ facts, settings, same }, day) => tallyChangeOrders(facts, day, settings, same),
    from: changeOrdersFrom,
    trend: [6, 1],
  },
  outOfSight: {
    unit: '%',
    threshold: (settings) => settings.outOfSightPercent,
    tally: ({ facts, settings, same }, day) => tallyOutOfSight(facts, day, settings, same),
    from: outOfSightFrom,
    trend: [6, 1],
  },
};

/** What some deals add to every signal at the end of a day, and on the days of its trend, by signal and day. */
export type PartOfSignals = { readonly [K in SignalKey]: ReadonlyMap<CalendarDate, Tallies[K]> };

/** Measures some of the firm's deals. `trend` false: the day alone. Signals that are switched off are left out. */
export function tallySignals(measuring: Measuring, day: CalendarDate, trend = true): PartOfSignals {
  const of = <K extends SignalKey>(key: K): ReadonlyMap<CalendarDate, Tallies[K]> => {
    const declared: Declared<K> = SIGNALS[key];
    if (!measuring.settings.on[key]) return new Map();
    const days = trend ? trendDays(day, ...declared.trend) : [day];
    return new Map(days.map((one) => [one, declared.tally(measuring, one)]));
  };
  return {
    reconstruction: of('reconstruction'),
    escalations: of('escalations'),
    figures: of('figures'),
    changeOrders: of('changeOrders'),
    outOfSight: of('outOfSight'),
  };
}

/** The five signals at the end of a day, from what every part of the firm adds to them. A signal that is switched off is not measured. */
export function signalsFrom(parts: readonly PartOfSignals[], settings: SignalSettings, day: CalendarDate): readonly Signal[] {
  return SIGNAL_KEYS.map((key) => signalFrom(key, parts, settings, day));
}

function signalFrom<K extends SignalKey>(key: K, parts: readonly PartOfSignals[], settings: SignalSettings, today: CalendarDate): Signal {
  const declared: Declared<K> = SIGNALS[key];
  const isOn = settings.on[key];
  const own = parts.map((part): ReadonlyMap<CalendarDate, Tallies[K]> => part[key]);
  const on = (day: CalendarDate): Measured =>
    declared.from(
      own.flatMap((days) => {
        const tally = days.get(day);
        return tally === undefined ? [] : [tally];
      }),
      settings,
    );
  const measured = isOn ? on(today) : NOT_MEASURED;
  const days = isOn ? [...new Set(own.flatMap((part) => [...part.keys()]))] : [];
  return {
    key,
    ...measured,
    rows: measured.rows.toSorted(byWeight),
    unit: declared.unit,
    threshold: declared.threshold(settings),
    state: isOn ? stateOf(measured) : 'off',
    trend: days.map((day) => {
      const { value } = day === today ? measured : on(day);
      return { day, ...(value === undefined ? {} : { value }) };
    }),
  };
}

/** The five signals at the end of a day, with how they came there. */
export const firmSignals = (measuring: Measuring, day: CalendarDate): readonly Signal[] =>
  signalsFrom([tallySignals(measuring, day)], measuring.settings, day);

const NOT_MEASURED: Measured = { isTrue: false, rows: [] };

const stateOf = ({ isTrue, lacks }: Measured): SignalState => {
  if (lacks !== undefined) return 'not enough data';
  return isTrue ? 'true' : 'false';
};

/** Whom an id stands for, in these records. */
export function samePersonIn(records: Records): SamePerson {
  const joined = new Map(records.all('person').map(({ id }) => [id, joinedPerson(records, id)?.id ?? id] as const));
  return (person) => joined.get(person) ?? person;
}
