import { COST_FIGURES, type CostFigure, type CurrencyTotals, type FeeFigure, type MarginFigureName } from '#shared/money/rollup';
import type { Figure } from '#shared/money/figure';
import type { Money } from '#shared/values/money';
import { amountText } from './money-words';
import type { Drill } from '../records-behind/RecordsDrawer';
import type { FirmDeal } from '../../data/reads/money-firm';
import type { MoneyGroup } from './money-group';
import { t } from '#shared/values/texts';

/** A number in a cell: what it says, and what it opens. */
export interface ShownAmount {
  readonly value: Money | undefined;
  readonly drill: () => Drill;
}

type Key = FeeFigure | CostFigure;

const isCost = (key: Key): key is CostFigure => (COST_FIGURES as readonly string[]).includes(key);

const figureOf = ({ money }: FirmDeal, key: Key): Figure | undefined => (isCost(key) ? money.margin?.[key] : money.fees[key]);

/** One number of a deal, with the records behind it. */
export function dealAmounts(row: FirmDeal, key: Key, name: string): ShownAmount {
  const figure = figureOf(row, key);
  return {
    value: figure?.value,
    drill: () => ({ title: `${name}: ${row.deal.name}`, value: amountText(figure?.value), records: figure?.records ?? [] }),
  };
}

export const dealShare = ({ money }: FirmDeal, key: MarginFigureName): number | undefined => money.margin?.[key].share;
export const groupShare = ({ totals }: MoneyGroup, key: MarginFigureName): number | undefined => totals.margins?.[key].share;

/** One number of a group; n/a where it is known of none of its deals. */
export function groupAmount(group: MoneyGroup, key: Key, name: string): ShownAmount {
  const total = isCost(key) ? group.totals.costs?.[key] : group.totals.fees[key];
  const value = total && total.deals.length > 0 ? total.value : undefined;
  return { value, drill: () => sumDrill(`${name}: ${group.name}`, value, group.deals, key) };
}

/** A sum over deals: each deal with what it adds, and all records behind them. */
export function sumDrill(title: string, value: Money | undefined, deals: readonly FirmDeal[], key: Key): Drill {
  const figures = deals.map((row) => ({ row, figure: figureOf(row, key) }));
  const unknown = figures.filter(({ figure }) => figure?.value === undefined).length;
  return {
    title,
    value: amountText(value),
    ...(unknown > 0
      ? { about: t('{{unknown}} of {{deals}} deals are left out: for them it is n/a.', { unknown, deals: deals.length }) }
      : {}),
    records: figures.flatMap(({ figure }) => figure?.records ?? []),
    causes: figures.flatMap(({ row, figure }) =>
      figure?.value && figure.value.amount !== 0 ? [{ record: row.deal.id, amount: figure.value, at: row.deal.signedAt }] : [],
    ),
  };
}

/** The same for all deals of a currency. */
export const totalDrill = (name: string, totals: CurrencyTotals, deals: readonly FirmDeal[], key: Key): Drill =>
  sumDrill(name, (isCost(key) ? totals.costs?.[key] : totals.fees[key])?.value, deals, key);
