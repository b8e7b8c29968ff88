import { reconcile, type Mismatch } from '../money/reconciliation';
import type { ExternalFigure } from '../records/registry';
import type { CalendarDate } from '../values/calendar';
import { keptWith, type DealFacts } from './deal-facts';
import { byWeight, countOf, type Measured, type SignalRow } from './signal';
import type { SignalSettings } from './signal-settings';
import { t } from '../values/texts';

/** What some deals add to the signal. */
export interface FiguresTally {
  /** Deals on which two systems gave the same figure. */
  readonly compared: number;
  /** By weight. */
  readonly rows: readonly SignalRow[];
}

/**
 * Signal 3 (product.md §4): deals whose figures differ between CRM, project tool and finance beyond the tolerance of the
 * figure (shared/money/reconciliation.ts). As of a day: the latest figure that each system had given by then.
 */
export const figures = (facts: readonly DealFacts[], day: CalendarDate, settings: SignalSettings): Measured =>
  figuresFrom([tallyFigures(facts, day, settings)], settings);

export function tallyFigures(facts: readonly DealFacts[], day: CalendarDate, settings: SignalSettings): FiguresTally {
  const compared = facts
    .filter((one) => one.figures.length > 1)
    .map((one) => keptWith(one, settings, `figures ${day}`, () => comparisonOf(one, day, settings)))
    .filter((one) => one.isComparable);
  return { compared: compared.length, rows: compared.flatMap((one) => one.rows).toSorted(byWeight) };
}

/** The signal from what all deals add to it, whichever way they are grouped. */
export function figuresFrom(tallies: readonly FiguresTally[], settings: SignalSettings): Measured {
  if (tallies.every(({ compared }) => compared === 0)) {
    return {
      rows: [],
      isTrue: false,
      lacks: t('No deal has figures of two other systems yet. Import exports of CRM, project tool and finance.'),
    };
  }
  const rows = tallies.flatMap((one) => one.rows);
  return { rows, value: rows.length, isTrue: rows.length > settings.differingDeals };
}

/** Whether there is something to compare by that day, and what differs. */
function comparisonOf({ deal, figures: said }: DealFacts, day: CalendarDate, { tolerances }: SignalSettings) {
  const latest = latestOf(said, day);
  return { isComparable: isComparable(latest), rows: rowOf(deal.id, reconcile(latest, new Map(), tolerances)) };
}

/** Of each system and figure the latest by that day. */
export function latestOf(all: readonly ExternalFigure[], day: CalendarDate): readonly ExternalFigure[] {
  const latest = new Map<string, ExternalFigure>();
  for (const figure of all) {
    const key = `${figure.system} ${figure.field}`;
    const held = latest.get(key);
    if (figure.asOf <= day && (held === undefined || held.asOf <= figure.asOf)) latest.set(key, figure);
  }
  return [...latest.values()];
}

const isComparable = (latest: readonly ExternalFigure[]): boolean => {
  const systems = new Map<string, Set<string>>();
  for (const { field, system } of latest) systems.set(field, (systems.get(field) ?? new Set()).add(system));
  return [...systems.values()].some((some) => some.size > 1);
};

function rowOf(deal: DealFacts['deal']['id'], mismatches: readonly Mismatch[]): readonly SignalRow[] {
  if (mismatches.length === 0) return [];
  const fields = [...new Set(mismatches.map(({ field }) => field))];
  const records = [...new Set(mismatches.flatMap(({ a, b }) => [a.figure, b.figure]))].filter((id) => id !== undefined);
  return [
    {
      key: deal,
      deal,
      text: `${countOf(fields.length, 'figure')} ${fields.length === 1 ? t('differs') : t('differ')}: ${fields.join(', ')}`,
      value: fields.length,
      over: true,
      records: [deal, ...records],
    },
  ];
}
