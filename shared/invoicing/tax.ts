import type { Records } from '../records/records';
import type { Deal } from '../records/registry';
import { percentOf } from '../values/percent';
import { multiplyMoney, type Money } from '../values/money';

/** The tax of a line: `percent` of its net, rounded once, half away from zero. */
export const taxOf = (net: Money, percent: number): Money => multiplyMoney(net, percent / 100);

/** The tax that the account was last billed with, in percent; 0 where it never was. */
export function usualTaxPercent(records: Records, deal: Deal): number {
  const deals = deal.account ? records.of('deal', 'account', deal.account) : [deal];
  const invoices = deals.flatMap(({ id }) => records.of('invoice', 'deal', id)).filter(({ kind }) => kind === 'invoice');
  const [last] = invoices.toSorted((a, b) => ((a.issuedAt ?? '') < (b.issuedAt ?? '') ? 1 : -1));
  const line = last && records.of('invoiceLine', 'invoice', last.id).find(({ net }) => net.amount !== 0);
  return line?.tax ? percentOf(line.tax.amount / line.net.amount, 1) : 0;
}
