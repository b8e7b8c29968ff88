import { composite, type Composite } from '#shared/signals/composite';
import { dealFacts, handedOver, sourcesOf, type DealFacts } from '#shared/signals/deal-facts';
import { firmSignals, samePersonIn } from '#shared/signals/firm-signals';
import { decayOf, firmCounts, outcomes, type Decay, type Outcome } from '#shared/signals/outcomes';
import type { Signal } from '#shared/signals/signal';
import { signalSettings, type SignalSettings } from '#shared/signals/signal-settings';
import { turned, type Turns } from '#shared/signals/turned';
import type { Records } from '#shared/records/records';
import type { Deal } from '#shared/records/registry';
import type { CalendarDate } from '#shared/values/calendar';

interface Held {
  readonly sources: readonly unknown[];
  readonly facts: DealFacts;
}

/** Facts per deal. A deal that changes is another object, so what belonged to the old one goes with it. */
const heldFacts = new WeakMap<Deal, Held>();

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

/** The facts of one deal; made anew only where one of its records changed. */
function factsOf(records: Records, deal: Deal): DealFacts {
  const sources = sourcesOf(records, deal);
  const held = heldFacts.get(deal);
  if (held && sameItems(held.sources, sources)) return held.facts;
  const facts = dealFacts(records, deal);
  heldFacts.set(deal, { sources, facts });
  return facts;
}

interface Measured {
  /** What all of it was made of. */
  readonly sources: readonly unknown[];
  readonly facts: readonly DealFacts[];
  readonly settings: SignalSettings;
  readonly signalsByDay: Map<CalendarDate, readonly Signal[]>;
  readonly outcomesByDay: Map<CalendarDate, Outcomes>;
}

/** The last measuring. Several parts of a screen ask for the same in one go. */
let last: Measured | undefined;

function measured(records: Records): Measured {
  const facts = handedOver(records).map((deal) => factsOf(records, deal));
  const settings = signalSettings(records);
  const sources = [JSON.stringify(settings), records.all('person'), records.all('question'), records.all('readReceipt'), ...facts];
  if (!last || !sameItems(last.sources, sources)) last = { sources, facts, settings, signalsByDay: new Map(), outcomesByDay: new Map() };
  return last;
}

/** The five signals of the firm at the end of a day. */
export function signalsOn(records: Records, day: CalendarDate): readonly Signal[] {
  const { facts, settings, signalsByDay } = measured(records);
  const known = signalsByDay.get(day);
  if (known) return known;
  const signals = firmSignals({ facts, settings, same: samePersonIn(records) }, day);
  signalsByDay.set(day, signals);
  return signals;
}

/** What the five come to at the end of a day. */
export const compositeOn = (records: Records, day: CalendarDate): Composite => composite(signalsOn(records, day));

/** What turned between the ends of two days. */
export const turnedBetween = (records: Records, before: CalendarDate, day: CalendarDate): Turns =>
  turned(signalsOn(records, before), signalsOn(records, day));

export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  readonly decay?: Decay;
}

/** What comes out of the handovers, month by month up to a day. */
export function outcomesOn(records: Records, day: CalendarDate): Outcomes {
  const { facts, outcomesByDay } = measured(records);
  const known = outcomesByDay.get(day);
  if (known) return known;
  const counts = firmCounts(records);
  const decay = decayOf(facts, counts, day);
  const found = { outcomes: outcomes(facts, counts, day), ...(decay ? { decay } : {}) };
  outcomesByDay.set(day, found);
  return found;
}
