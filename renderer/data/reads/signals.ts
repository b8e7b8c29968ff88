import { composite, type Composite } from '#shared/signals/composite';
import { dealFacts, handedOver, type DealFacts } from '#shared/signals/deal-facts';
import { firmSignals, samePersonIn } from '#shared/signals/firm-signals';
import { decayOf, firmCounts, outcomes, type Decay, type FirmCounts, type Outcome } from '#shared/signals/outcomes';
import type { Signal } from '#shared/signals/signal';
import { signalSettings, type SignalSettings } from '#shared/signals/signal-settings';
import { turned, type Turns } from '#shared/signals/turned';
import type { Id } from '#shared/records/define-record';
import type { CalendarDate } from '#shared/values/calendar';
import { breather } from '../breathe';
import type { LiveRecords, LongWork } from '../workspace';

/** The facts of one deal, made anew only where one of its records changed. */
const factsOf = (records: LiveRecords, deal: Id<'deal'>): DealFacts | undefined =>
  records.kept(`signal facts ${deal}`, '', (kept) => {
    const record = kept.get('deal', deal);
    return record && dealFacts(kept, record);
  });

const dealsOf = (records: LiveRecords): readonly Id<'deal'>[] =>
  records.kept('signal deals', '', (kept) => handedOver(kept).map(({ id }) => id));

const factsOfFirm = (records: LiveRecords): readonly DealFacts[] =>
  records.kept('signal facts of the firm', '', (kept) => dealsOf(kept).flatMap((deal) => factsOf(kept, deal) ?? []));

/** The same object until somebody sets a threshold: what is kept with it stands. */
const settingsOf = (records: LiveRecords): SignalSettings => records.kept('signal settings', '', signalSettings);

const countsOf = (records: LiveRecords): FirmCounts => records.kept('signal counts', '', firmCounts);

/** The five signals of the firm at the end of a day. */
export const signalsOn = (records: LiveRecords, day: CalendarDate): readonly Signal[] =>
  records.kept(`signals ${day}`, '', (kept) =>
    firmSignals({ facts: factsOfFirm(kept), settings: settingsOf(kept), same: samePersonIn(kept) }, day),
  );

/** What the five come to at the end of a day. */
export const compositeOn = (records: LiveRecords, day: CalendarDate): Composite => composite(signalsOn(records, day));

/** What turned between the ends of two days. */
export const turnedBetween = (records: LiveRecords, before: CalendarDate, day: CalendarDate): Turns =>
  records.kept(`signals turned ${before} ${day}`, '', (kept) => turned(signalsOn(kept, before), signalsOn(kept, day)));

export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  readonly decay?: Decay;
}

/** What comes out of the handovers, month by month up to a day. */
export const outcomesOn = (records: LiveRecords, day: CalendarDate): Outcomes =>
  records.kept(`signal outcomes ${day}`, '', (kept) => {
    const [facts, counts] = [factsOfFirm(kept), countsOf(kept)];
    const decay = decayOf(facts, counts, day);
    return { outcomes: outcomes(facts, counts, day), ...(decay ? { decay } : {}) };
  });

/** From this many signed deals on, the first measuring is worth being done in pieces. */
const MANY_DEALS = 200;

/** Whether the signals can be asked for without holding up the screen. */
export const areSignalsNear = (records: LiveRecords): boolean => dealsOf(records).length < MANY_DEALS;

/** Reads the facts of every deal in small pieces, so that `signalsOn` finds them read. Rejects where it was called off. */
export async function prepareSignals(records: LiveRecords, { signal }: LongWork = {}): Promise<void> {
  const breathe = breather(signal);
  for (const deal of dealsOf(records)) {
    factsOf(records, deal);
    await breathe();
  }
}
