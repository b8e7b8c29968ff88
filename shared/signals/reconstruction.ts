import { addDays, type CalendarDate } from '../values/calendar';
import { keptWith, type DealFacts } from './deal-facts';
import { byWeight, countOf, toHundredth, type Measured, type SignalRow } from './signal';
import type { SignalSettings } from './signal-settings';
import { t } from '../values/texts';

/** Days after the kick-off in which what the sale knew is still being found out. The day of the kick-off counts. */
export const RECONSTRUCTION_DAYS = 14;
/** An engagement speaks for a year. */
const YEAR_DAYS = 365;

/** What some deals add to the signal. */
export interface ReconstructionTally {
  /** By weight. */
  readonly rows: readonly SignalRow[];
  /** Engagements on which nobody logged an hour. */
  readonly silent: number;
}

/**
 * Signal 1 (product.md §4): hours of reconstruction in the 14 days after the kick-off, on average over the engagements
 * of a year whose 14 days are over. True above the threshold, not at it. Engagements on which nobody logged any hour are
 * left out: no hours are no evidence.
 */
export const reconstruction = (facts: readonly DealFacts[], day: CalendarDate, settings: SignalSettings): Measured =>
  reconstructionFrom([tallyReconstruction(facts, day, settings)], settings);

export function tallyReconstruction(facts: readonly DealFacts[], day: CalendarDate, settings: SignalSettings): ReconstructionTally {
  const [latest, earliest] = [addDays(day, -RECONSTRUCTION_DAYS), addDays(day, -YEAR_DAYS)];
  const begun = facts.filter(({ deal: { kickoffAt } }) => kickoffAt !== undefined && kickoffAt <= latest && kickoffAt > earliest);
  const logged = begun.filter(({ firstWork }) => firstWork !== undefined && firstWork <= day);
  const rows = logged.map((one) => keptWith(one, settings, 'reconstruction', () => engagement(one, settings)));
  return { rows: rows.toSorted(byWeight), silent: begun.length - logged.length };
}

/** The signal from what all deals add to it, whichever way they are grouped. */
export function reconstructionFrom(tallies: readonly ReconstructionTally[], settings: SignalSettings): Measured {
  const rows = tallies.flatMap((one) => one.rows);
  const silent = tallies.reduce((sum, one) => sum + one.silent, 0);
  const remark =
    silent > 0
      ? t('{{silent}} without any hours {{value}} left out', {
          silent: countOf(silent, 'engagement'),
          value: silent === 1 ? t('is') : t('are'),
        })
      : undefined;
  const common = { rows, ...(remark ? { remark } : {}) };
  if (rows.length < settings.minimumSample) {
    const lacks = `${countOf(rows.length, 'engagement')} with hours began in the last year; ${settings.minimumSample} are needed. Log hours after the kick-off.`;
    return { ...common, isTrue: false, lacks };
  }
  // In whole hundredths, so that no order of adding up makes a difference.
  const average = rows.reduce((sum, { value = 0 }) => sum + Math.round(value * 100), 0) / 100 / rows.length;
  return { ...common, value: toHundredth(average), isTrue: average > settings.reconstructionHours };
}

function engagement({ deal, reconstruction: entries }: DealFacts, { reconstructionHours }: SignalSettings): SignalRow {
  const from = deal.kickoffAt ?? '';
  const until = addDays(from, RECONSTRUCTION_DAYS);
  const within = entries.filter(({ date }) => date >= from && date <= until);
  const value = toHundredth(within.reduce((sum, { hours }) => sum + hours, 0));
  return {
    key: deal.id,
    deal: deal.id,
    text:
      value === 0
        ? t('No reconstruction hours')
        : t('{{value}} h in {{length}}', { value, length: countOf(within.length, 'entry', 'entries') }),
    value,
    unit: 'h',
    over: value > reconstructionHours,
    records: within.length > 0 ? within.map(({ id }) => id) : [deal.id],
  };
}
