import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { CalendarDate } from '../values/calendar';
import { changeOrders } from './absorb-rates';
import type { DealFacts } from './deal-facts';
import { escalations, type SamePerson } from './escalations';
import { figures } from './figures';
import { outOfSight } from './out-of-sight';
import { reconstruction } from './reconstruction';
import { byWeight, SIGNAL_KEYS, trendDays, type Measured, type Signal, type SignalKey, type SignalState, type SignalUnit } from './signal';
import type { SignalSettings } from './signal-settings';

/** What the signals are measured on. */
export interface Measuring {
  readonly facts: readonly DealFacts[];
  readonly settings: SignalSettings;
  readonly same: SamePerson;
}

type Measure = (measuring: Measuring, day: CalendarDate) => Measured;

interface Declared {
  readonly unit: SignalUnit;
  readonly threshold: (settings: SignalSettings) => number;
  readonly measure: Measure;
  /** How far the trend looks back: points, and months between them. */
  readonly trend: readonly [points: number, months: number];
}

const SIGNALS: Readonly<Record<SignalKey, Declared>> = {
  reconstruction: {
    unit: 'h',
    threshold: (settings) => settings.reconstructionHours,
    measure: ({ facts, settings }, day) => reconstruction(facts, day, settings),
    trend: [4, 3],
  },
  escalations: {
    unit: 'escalations',
    threshold: (settings) => settings.escalationsPerQuarter,
    measure: ({ facts, settings, same }, day) => escalations(facts, day, settings, same),
    trend: [4, 3],
  },
  figures: {
    unit: 'deals',
    threshold: (settings) => settings.differingDeals,
    measure: ({ facts, settings }, day) => figures(facts, day, settings),
    trend: [6, 1],
  },
  changeOrders: {
    unit: 'points',
    threshold: (settings) => settings.absorbPoints,
    measure: ({ facts, settings, same }, day) => changeOrders(facts, day, settings, same),
    trend: [6, 1],
  },
  outOfSight: {
    unit: '%',
    threshold: (settings) => settings.outOfSightPercent,
    measure: ({ facts, settings, same }, day) => outOfSight(facts, day, settings, same),
    trend: [6, 1],
  },
};

/** The five signals at the end of a day, with how they came there. A signal that is switched off is not measured. */
export function firmSignals(measuring: Measuring, day: CalendarDate): readonly Signal[] {
  return SIGNAL_KEYS.map((key) => {
    const declared = SIGNALS[key];
    const isOn = measuring.settings.on[key];
    const measured = isOn ? declared.measure(measuring, day) : NOT_MEASURED;
    return {
      key,
      ...measured,
      rows: measured.rows.toSorted(byWeight),
      unit: declared.unit,
      threshold: declared.threshold(measuring.settings),
      state: isOn ? stateOf(measured) : 'off',
      trend: isOn ? trendOf(measuring, declared, day, measured) : [],
    };
  });
}

const NOT_MEASURED: Measured = { isTrue: false, rows: [] };

const stateOf = ({ isTrue, lacks }: Measured): SignalState => {
  if (lacks !== undefined) return 'not enough data';
  return isTrue ? 'true' : 'false';
};

function trendOf(measuring: Measuring, { measure, trend }: Declared, today: CalendarDate, now: Measured): Signal['trend'] {
  return trendDays(today, ...trend).map((day) => {
    const { value } = day === today ? now : measure(measuring, day);
    return { day, ...(value === undefined ? {} : { value }) };
  });
}

/** Whom an id stands for, in these records. */
export function samePersonIn(records: Records): SamePerson {
  const joined = new Map(records.all('person').map(({ id }) => [id, joinedPerson(records, id)?.id ?? id] as const));
  return (person) => joined.get(person) ?? person;
}
