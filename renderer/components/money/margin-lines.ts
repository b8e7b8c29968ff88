import type { Margin, MarginFigure } from '#shared/money/margin';
import { type FigureLine, figureLine } from './FigureList';
import { amountText, shareText } from './money-words';
import { numberText } from '../text-of';
import { t } from '#shared/values/texts';

/** The four margins of a deal. */
export function marginLines(margin: Margin): readonly FigureLine[] {
  return [
    marginLine(t('Margin at completion'), margin.atCompletion, t('(contracted − cost at completion) / contracted'), 'sum'),
    {
      ...marginLine(t('Margin sold'), margin.marginSold, t('(signed value − planned cost) / signed value'), 'part'),
      note: margin.marginSold.frozen ? t('as signed') : t('not frozen'),
    },
    marginLine(t('Re-based margin'), margin.rebased, t('(contracted − planned cost, billed change orders included) / contracted'), 'part'),
    marginLine(t('Billed margin'), margin.billedMargin, t('(billed − actual cost) / billed'), 'part'),
  ];
}

const marginLine = (name: string, figure: MarginFigure, about: string, as: 'sum' | 'part'): FigureLine => ({
  ...figureLine(name, figure, about, { as }),
  value: figure.value ? `${amountText(figure.value)} · ${shareText(figure.share)}` : 'n/a',
});

/** What a deal costs, what is still to come and how it compares with the plan. */
export function costLines(margin: Margin): readonly FigureLine[] {
  return [
    figureLine(t('Cost at completion'), margin.eac, t('EAC = actual cost + cost to come'), { as: 'sum' }),
    figureLine(t('Actual cost'), margin.actualCost, t('AC = hours × the cost rate of their day + expenses'), { as: 'part' }),
    figureLine(t('Hours worked'), margin.labourCost, t('Hours × the cost rate of their day'), { as: 'part' }),
    figureLine(t('Expenses'), margin.expenses, t('Travel, licences, subcontractors'), { as: 'part' }),
    figureLine(t('Cost to come'), margin.etc, t('ETC = remaining hours of each scope line × its planned rate'), { as: 'part' }),
    figureLine(t('Planned cost'), margin.plannedCost, t('Of the scope that was signed'), { as: 'sum' }),
    figureLine(t('of billed change orders'), margin.changeOrderCost, t('Planned cost of billed change orders'), { as: 'part' }),
    figureLine(t('Variance at completion'), margin.vac, t('VAC = planned cost, billed change orders included − cost at completion'), {
      as: 'part',
    }),
    figureLine(t('Earned'), margin.earned, t('complete × contracted'), {
      as: 'sum',
      note: t('{{complete}} complete', { complete: shareText(margin.complete) }),
    }),
    figureLine(t('Over-billed'), margin.overBilled, t('billed − earned'), { as: 'part' }),
    ...pursuit(margin),
  ];
}

function pursuit({ pursuit: { hours, cost } }: Margin): readonly FigureLine[] {
  if (hours === 0) return [];
  return [
    figureLine(t('Winning it cost'), cost, t('Hours of pursuit: cost of sale, in none of the numbers above.'), {
      note: `${numberText(hours)} h`,
    }),
  ];
}
