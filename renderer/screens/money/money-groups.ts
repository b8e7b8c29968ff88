import { rollUp } from '#shared/money/rollup';
import type { MoneyGroup } from '../../components/money/money-group';
import type { FirmDeal } from '../../data/reads/money-firm';
import { type Facet, facetOf } from './money-view';

/** Deals of one currency, grouped. Every deal is in one group, so the groups add up to the whole. */
export function moneyGroups(rows: readonly FirmDeal[], facet: Facet): readonly MoneyGroup[] {
  const groups = new Map<string, { readonly name: string; readonly deals: FirmDeal[] }>();
  for (const row of rows) {
    const { value, label } = facetOf(row, facet);
    const group = groups.get(value) ?? { name: label, deals: [] };
    group.deals.push(row);
    groups.set(value, group);
  }
  return [...groups].flatMap(([key, { name, deals }]) => {
    const [totals] = rollUp(deals.map(({ money }) => money));
    return totals ? [{ key, name, deals, totals }] : [];
  });
}

/** The currencies of deals, the one of most deals first. */
export function currenciesOf(rows: readonly FirmDeal[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { money } of rows) counts.set(money.fees.currency, (counts.get(money.fees.currency) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([currency]) => currency);
}
