import { composite, type Composite } from '#shared/signals/composite';
import { dealFacts, type DealFacts } from '#shared/signals/deal-facts';
import type { SamePerson } from '#shared/signals/escalations';
import { samePersonIn, signalsFrom, tallySignals, type PartOfSignals } from '#shared/signals/firm-signals';
import {
  decayFrom,
  firmCounts,
  outcomesFrom,
  tallyOutcomes,
  type Decay,
  type FirmCounts,
  type Outcome,
  type OutcomesTally,
} from '#shared/signals/outcomes';
import type { Signal } from '#shared/signals/signal';
import { signalSettings, type SignalSettings } from '#shared/signals/signal-settings';
import { turned, type Turns } from '#shared/signals/turned';
import type { Id } from '#shared/records/define-record';
import type { CalendarDate } from '#shared/values/calendar';
import { breather } from '../breathe';
import type { LiveRecords, LongWork } from '../workspace';
import { prepareIndexes, SIGNAL_INDEXES } from './indexes';
import { PARTS, signedDeals, signedDealsOf } from './signed-deals';

/** The facts of one deal, made anew only where one of its records changed. */
const factsOf = (records: LiveRecords, deal: Id<'deal'>): DealFacts | undefined =>
  records.kept(`signal facts ${deal}`, '', (kept) => {
    const record = kept.get('deal', deal);
    return record && dealFacts(kept, record);
  });

const factsOfPart = (records: LiveRecords, part: number): readonly DealFacts[] =>
  records.kept(`signal facts of part ${part}`, '', (kept) => signedDealsOf(kept, part).flatMap((deal) => factsOf(kept, deal) ?? []));

/** The same object until somebody sets a threshold: what is kept with it stands. */
const settingsOf = (records: LiveRecords): SignalSettings => records.kept('signal settings', '', signalSettings);

const countsOf = (records: LiveRecords): FirmCounts => records.kept('signal counts', '', firmCounts);

const sameOf = (records: LiveRecords): SamePerson => records.kept('same persons', '', samePersonIn);

/** The day that a screen shows, with its trend, and the day that it is compared with: each is kept until another is asked for. */
type Look = 'now' | 'then';

const partOn = (records: LiveRecords, part: number, look: Look, day: CalendarDate): PartOfSignals =>
  records.kept(`signals ${look} of part ${part}`, day, (kept) =>
    tallySignals({ facts: factsOfPart(kept, part), settings: settingsOf(kept), same: sameOf(kept) }, day, look === 'now'),
  );

const signalsAt = (records: LiveRecords, look: Look, day: CalendarDate): readonly Signal[] =>
  records.kept(`signals ${look}`, day, (kept) => {
    const parts = PARTS.map((part) => partOn(kept, part, look, day));
    return signalsFrom(parts, settingsOf(kept), day);
  });

/** The five signals of the firm at the end of a day. */
export const signalsOn = (records: LiveRecords, day: CalendarDate): readonly Signal[] => signalsAt(records, 'now', day);

/** What the five come to at the end of a day. */
export const compositeOn = (records: LiveRecords, day: CalendarDate): Composite => composite(signalsOn(records, day));

/** What turned between the ends of two days. */
export const turnedBetween = (records: LiveRecords, before: CalendarDate, day: CalendarDate): Turns =>
  records.kept('signals turned', `${before} ${day}`, (kept) => turned(signalsAt(kept, 'then', before), signalsOn(kept, day)));

export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  readonly decay?: Decay;
}

const outcomesOfPart = (records: LiveRecords, part: number, day: CalendarDate): OutcomesTally =>
  records.kept(`signal outcomes of part ${part}`, day, (kept) => tallyOutcomes(factsOfPart(kept, part), day));

/** What comes out of the handovers, month by month up to a day. */
export const outcomesOn = (records: LiveRecords, day: CalendarDate): Outcomes =>
  records.kept('signal outcomes', day, (kept) => {
    const [parts, counts] = [PARTS.map((part) => outcomesOfPart(kept, part, day)), countsOf(kept)];
    const decay = decayFrom(parts, counts, day);
    return { outcomes: outcomesFrom(parts, counts, day), ...(decay ? { decay } : {}) };
  });

/** From this many signed deals on, the first measuring is worth being done in pieces. */
const MANY_DEALS = 200;

/** Whether the signals can be asked for without holding up the screen. */
export const areSignalsNear = (records: LiveRecords): boolean => signedDeals(records).length < MANY_DEALS;

/**
 * Measures every deal in small pieces, so that the reads of these days find them measured. `before`: the day that `turnedBetween`
 * compares with. Rejects where it was called off.
 */
export async function prepareSignals(
  records: LiveRecords,
  day: CalendarDate,
  { before, signal }: LongWork & { readonly before?: CalendarDate } = {},
): Promise<void> {
  const breathe = breather(signal);
  await prepareIndexes(records, SIGNAL_INDEXES, breathe);
  for (const part of PARTS) {
    for (const deal of signedDealsOf(records, part)) {
      factsOf(records, deal);
      await breathe();
    }
    partOn(records, part, 'now', day);
    await breathe();
    if (before !== undefined) partOn(records, part, 'then', before);
    await breathe();
    outcomesOfPart(records, part, day);
    await breathe();
  }
}
