import { tolerances } from '#shared/money/keep-figure';
import { ownFigures } from '#shared/money/own-figures';
import { figuresByDeal, reconcile, sidesOf, type Mismatch, type MismatchSide, type Tolerances } from '#shared/money/reconciliation';
import type { Id } from '#shared/records/define-record';
import { FIGURE_FIELDS, type FigureName } from '#shared/records/external-figure';
import type { LiveRecords } from '../workspace';

/** One figure of one deal: what everybody says of it, our own first, and which of them differ beyond tolerance. */
export interface FigureRow {
  readonly deal: Id<'deal'>;
  readonly field: FigureName;
  readonly sides: readonly MismatchSide[];
  readonly mismatches: readonly Mismatch[];
}

/** The figures of one deal that another system gave, in the order of a deal's life. */
export const dealFigures = (records: LiveRecords, deal: Id<'deal'>): readonly FigureRow[] =>
  records.kept(`figures ${deal}`, '', (kept) => {
    const figures = kept.of('externalFigure', 'deal', deal);
    if (figures.length === 0) return [];
    const own = ownFigures(kept, deal);
    const mismatches = reconcile(figures, new Map([[deal, own]]), firmTolerances(kept));
    const named = new Set(figures.map(({ field }) => field));
    return FIGURE_FIELDS.filter(({ field }) => named.has(field)).map((declared) => ({
      deal,
      field: declared.field,
      sides: sidesOf(declared, figures, own),
      mismatches: mismatches.filter(({ field }) => field === declared.field),
    }));
  });

/** The figures of all deals that are not put away. */
export const firmFigures = (records: LiveRecords): readonly FigureRow[] =>
  records.kept('figures of the firm', '', (kept) =>
    [...figuresByDeal(kept.all('externalFigure')).keys()]
      .filter((deal) => kept.get('deal', deal)?.archived !== true)
      .flatMap((deal) => dealFigures(kept, deal)),
  );

/** How far figures may stand apart in this firm. */
export const firmTolerances = (records: LiveRecords): Tolerances => records.kept('figure tolerances', '', tolerances);
