import { rollUp } from '#shared/money/rollup';
import type { MoneyGroup } from '../../components/money/money-group';
import { moneyText } from '../../components/text-of';
import type { FirmDeal } from '../../data/reads/money-firm';
import { NO_DEPARTMENT } from './lanes';
import { t } from '#shared/values/texts';

/**
 * A line for each department and currency, and for each currency one for all departments where there are several. Two
 * currencies are never added: a department that buys in both has two lines.
 */
export function laneGroups(deals: readonly FirmDeal[]): readonly MoneyGroup[] {
  const lanes = new Map<string, FirmDeal[]>();
  for (const row of deals) {
    const lane = row.deal.department?.trim() || NO_DEPARTMENT;
    lanes.set(lane, [...(lanes.get(lane) ?? []), row]);
  }
  const names = [...lanes.keys()].toSorted((a, b) => Number(a === NO_DEPARTMENT) - Number(b === NO_DEPARTMENT) || a.localeCompare(b));
  const own = names.flatMap((lane) => byCurrency(lane === NO_DEPARTMENT ? t('No department') : lane, lanes.get(lane) ?? []));
  return names.length > 1 ? [...own, ...byCurrency(t('All departments'), deals)] : own;
}

function byCurrency(name: string, deals: readonly FirmDeal[]): readonly MoneyGroup[] {
  const sums = rollUp(deals.map(({ money }) => money));
  return sums.map((totals) => ({
    key: `${name} ${totals.currency}`,
    name: sums.length > 1 ? `${name}, ${totals.currency}` : name,
    deals: deals.filter(({ money }) => money.fees.currency === totals.currency),
    totals,
  }));
}

/** What the signed deals of each lane are contracted for: a text for each currency, by the name of the department. */
export function laneContracts(deals: readonly FirmDeal[]): ReadonlyMap<string, readonly string[]> {
  const lanes = new Map<string, FirmDeal[]>();
  for (const row of deals) {
    const lane = row.deal.department?.trim() || NO_DEPARTMENT;
    lanes.set(lane, [...(lanes.get(lane) ?? []), row]);
  }
  return new Map(
    [...lanes].map(([lane, own]) => [
      lane,
      rollUp(own.map(({ money }) => money)).flatMap(({ fees }) => {
        const { value, deals: known } = fees.contracted;
        return known.length > 0 ? [t('{{value}} contracted', { value: moneyText(value, 'whole') })] : [];
      }),
    ]),
  );
}
