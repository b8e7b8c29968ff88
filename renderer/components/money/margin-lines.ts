import type { Margin, MarginFigure } from '#shared/money/margin';
import { type FigureLine, figureLine } from './FigureList';
import { amountText, shareText } from './money-words';
import { numberText } from '../text-of';

/** The four margins of a deal. */
export function marginLines(margin: Margin): readonly FigureLine[] {
  return [
    marginLine('Margin at completion', margin.atCompletion, '(contracted − cost at completion) / contracted', 'sum'),
    {
      ...marginLine('Margin sold', margin.marginSold, '(signed value − planned cost) / signed value', 'part'),
      note: margin.marginSold.frozen ? 'as signed' : 'not frozen',
    },
    marginLine('Re-based margin', margin.rebased, '(contracted − planned cost, billed change orders included) / contracted', 'part'),
    marginLine('Billed margin', margin.billedMargin, '(billed − actual cost) / billed', 'part'),
  ];
}

const marginLine = (name: string, figure: MarginFigure, about: string, as: 'sum' | 'part'): FigureLine => ({
  ...figureLine(name, figure, about, { as }),
  value: figure.value ? `${amountText(figure.value)} · ${shareText(figure.share)}` : 'n/a',
});

/** What a deal costs, what is still to come and how it compares with the plan. */
export function costLines(margin: Margin): readonly FigureLine[] {
  return [
    figureLine('Cost at completion', margin.eac, 'EAC = actual cost + cost to come', { as: 'sum' }),
    figureLine('Actual cost', margin.actualCost, 'AC = hours × the cost rate of their day + expenses', { as: 'part' }),
    figureLine('Hours worked', margin.labourCost, 'Hours × the cost rate of their day', { as: 'part' }),
    figureLine('Expenses', margin.expenses, 'Travel, licences, subcontractors', { as: 'part' }),
    figureLine('Cost to come', margin.etc, 'ETC = remaining hours of each scope line × its planned rate', { as: 'part' }),
    figureLine('Planned cost', margin.plannedCost, 'Of the scope that was signed', { as: 'sum' }),
    figureLine('of billed change orders', margin.changeOrderCost, 'Planned cost of billed change orders', { as: 'part' }),
    figureLine('Variance at completion', margin.vac, 'VAC = planned cost, billed change orders included − cost at completion', {
      as: 'part',
    }),
    figureLine('Earned', margin.earned, 'complete × contracted', { as: 'sum', note: `${shareText(margin.complete)} complete` }),
    figureLine('Over-billed', margin.overBilled, 'billed − earned', { as: 'part' }),
    ...pursuit(margin),
  ];
}

function pursuit({ pursuit: { hours, cost } }: Margin): readonly FigureLine[] {
  if (hours === 0) return [];
  return [
    figureLine('Winning it cost', cost, 'Hours of pursuit: cost of sale, in none of the numbers above.', {
      note: `${numberText(hours)} h`,
    }),
  ];
}
