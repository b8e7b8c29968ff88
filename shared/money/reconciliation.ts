import type { Id } from '../records/define-record';
import { PHASES, type Phase } from '../records/deal';
import { FIGURE_FIELDS, figureField, SYSTEMS, type FigureField, type FigureName, type System } from '../records/external-figure';
import type { ExternalFigure } from '../records/registry';
import { isSigned } from '../deal/phase';
import { daysBetween, isDate, type CalendarDate } from '../values/calendar';
import type { Money } from '../values/money';

/** A figure that can be held against another of its kind. */
export type FigureValue =
  | { readonly kind: 'money'; readonly value: Money }
  | { readonly kind: 'quantity'; readonly value: number }
  | { readonly kind: 'day'; readonly value: CalendarDate }
  /** A phase of ours, or the word of the source where it stands for none. */
  | { readonly kind: 'stage'; readonly value: string };

/** What our own record says of one deal; a figure that it does not know is absent. */
export type OwnFigures = Readonly<Partial<Record<FigureName, FigureValue>>>;

/** Per figure, how far two sides may stand apart: percent of the larger one (sums, hours), points (percent), days. Stages have none. */
export type Tolerances = Readonly<Record<FigureName, number>>;

export const DEFAULT_TOLERANCES: Tolerances = {
  'signed value': 0.5,
  stage: 0,
  'close date': 7,
  'planned hours': 5,
  hours: 5,
  'remaining hours': 10,
  'percent complete': 5,
  billed: 0.5,
  paid: 0.5,
};

/** One of the two that differ. */
export interface MismatchSide {
  readonly source: System | 'Throughline';
  readonly value: FigureValue;
  /** The day that the figure is of; absent for our own, which is always of now. */
  readonly asOf?: CalendarDate;
  /** The export that it came from; absent where it was entered by hand, and for our own. */
  readonly file?: string;
  /** The record that holds it; absent for our own. */
  readonly figure?: Id<'externalFigure'>;
}

/** Two sources that differ about one figure of one deal by more than its tolerance. */
export interface Mismatch {
  readonly deal: Id<'deal'>;
  readonly field: FigureName;
  readonly a: MismatchSide;
  readonly b: MismatchSide;
  /** `b − a` in the unit of the figure (minor units of money, hours, points, days); absent for stages and for two currencies. */
  readonly difference?: number;
  /** What the difference was held against, in the unit of the tolerance (percent of the larger, points, days). */
  readonly apart?: number;
  readonly tolerance: number;
}

/**
 * LAW of reconciliation. Every figure that other systems gave of a deal is held against our own and against every other
 * one of the same name; each pair that is further apart than the tolerance of that figure is one mismatch. Two currencies
 * always differ: they are never converted. A stage counts by the side of the signature that it stands on, because the
 * sources know no more of a deal that is won. Nothing is overwritten: whoever reads this decides.
 *
 * `figures` may be of many deals; archived ones and figures of other names are passed over. `own` gives our figures by
 * deal. Mismatches come by deal in the order of `figures`, then by figure in the order of `FIGURE_FIELDS`.
 */
export function reconcile(
  figures: readonly ExternalFigure[],
  own: ReadonlyMap<Id<'deal'>, OwnFigures>,
  tolerances: Tolerances = DEFAULT_TOLERANCES,
): readonly Mismatch[] {
  return [...figuresByDeal(figures)].flatMap(([deal, ofDeal]) =>
    FIGURE_FIELDS.flatMap((declared) =>
      pairs(sidesOf(declared, ofDeal, own.get(deal))).flatMap(([a, b]) => mismatch(deal, declared, [a, b], tolerances[declared.field])),
    ),
  );
}

/** The figures that count, by deal in the order in which they come. */
export function figuresByDeal(figures: readonly ExternalFigure[]): ReadonlyMap<Id<'deal'>, readonly ExternalFigure[]> {
  const byDeal = new Map<Id<'deal'>, ExternalFigure[]>();
  for (const figure of figures) {
    if (figure.archived) continue;
    const known = byDeal.get(figure.deal);
    if (known) known.push(figure);
    else byDeal.set(figure.deal, [figure]);
  }
  return byDeal;
}

/** The sides of one figure: our own, then by system, as a deal meets them. */
export function sidesOf(declared: FigureField, figures: readonly ExternalFigure[], own: OwnFigures | undefined): readonly MismatchSide[] {
  const ours = own?.[declared.field as FigureName];
  const others = figures
    .filter(({ field }) => field === declared.field)
    .toSorted((a, b) => SYSTEMS.indexOf(a.system) - SYSTEMS.indexOf(b.system))
    .flatMap((figure): MismatchSide[] => {
      const value = figureValue(figure);
      const file = figure.file === undefined ? {} : { file: figure.file };
      return value === undefined ? [] : [{ source: figure.system, value, asOf: figure.asOf, figure: figure.id, ...file }];
    });
  return [...(ours === undefined ? [] : [{ source: 'Throughline' as const, value: ours }]), ...others];
}

/** What a record of another system's figure says; undefined where the value of its kind is missing. */
export function figureValue({ field, value, quantity, words }: ExternalFigure): FigureValue | undefined {
  const kind = figureField(field)?.kind;
  if (kind === 'money') return value && { kind, value };
  if (kind === 'quantity') return quantity === undefined ? undefined : { kind, value: quantity };
  return kind === undefined || words === undefined || words === '' ? undefined : { kind, value: words };
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const));
}

function mismatch(
  deal: Id<'deal'>,
  declared: FigureField,
  [a, b]: readonly [MismatchSide, MismatchSide],
  tolerance: number,
): readonly Mismatch[] {
  const found = distance(a.value, b.value, declared);
  if (found === 'same' || (typeof found === 'object' && found.apart <= tolerance)) return [];
  return [{ deal, field: declared.field as FigureName, a, b, tolerance, ...(typeof found === 'object' ? found : {}) }];
}

type Distance = 'same' | 'other' | { readonly difference: number; readonly apart: number };

function distance(a: FigureValue, b: FigureValue, { unit }: FigureField): Distance {
  if (a.kind === 'money' && b.kind === 'money')
    return a.value.currency === b.value.currency ? relative(a.value.amount, b.value.amount) : 'other';
  if (a.kind === 'quantity' && b.kind === 'quantity') return unit === '%' ? absolute(b.value - a.value) : relative(a.value, b.value);
  if (a.kind === 'day' && b.kind === 'day')
    return isDate(a.value) && isDate(b.value) ? absolute(daysBetween(a.value, b.value)) : sameWord(a.value, b.value);
  return a.kind === 'stage' && b.kind === 'stage' ? sameWord(stageSide(a.value), stageSide(b.value)) : 'other';
}

const sameWord = (a: string, b: string): Distance => (a === b ? 'same' : 'other');

const absolute = (difference: number): Distance => (difference === 0 ? 'same' : { difference, apart: Math.abs(difference) });

/** How far apart in percent of the larger one; two zeros are the same. */
function relative(a: number, b: number): Distance {
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return a === b ? 'same' : { difference: b - a, apart: (Math.abs(b - a) / larger) * 100 };
}

/** Which side of the signature a stage stands on; the folded word itself for what is no phase of ours. */
function stageSide(stage: string): string {
  const word = stage.trim().toLowerCase();
  const phase = PHASES.find((known): known is Phase => known === word);
  if (phase === undefined) return word;
  if (phase === 'lost' || phase === 'on hold') return phase;
  return isSigned(phase) ? 'signed' : 'open';
}
