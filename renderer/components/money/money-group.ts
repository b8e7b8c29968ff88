import type { CurrencyTotals } from '#shared/money/rollup';
import type { FirmDeal } from '../../data/reads/money-firm';

/** Deals of one currency that have something in common, with their sums. */
export interface MoneyGroup {
  readonly key: string;
  readonly name: string;
  readonly deals: readonly FirmDeal[];
  readonly totals: CurrencyTotals;
}
