import type { Records } from '../records/records';
import type { Invoice } from '../records/registry';
import { formatMoney, type Money } from '../values/money';
import { numberedTwice } from './number';
import { billedNet } from './sums';
import { t } from '../values/texts';

/** Something about bills that two devices brought about without seeing each other. Nothing of it is lost; somebody settles it. */
export interface InvoiceProblem {
  readonly key: string;
  readonly kind: 'same number' | 'billed twice';
  readonly message: string;
  readonly invoices: readonly Invoice[];
}

export function invoiceProblems(records: Records): readonly InvoiceProblem[] {
  const numbers = numberedTwice(records).map((invoices): InvoiceProblem => {
    const number = invoices[0]?.number ?? '';
    const count = invoices.length === 2 ? t('Two bills carry') : t('{{invoices}} bills carry', { invoices: invoices.length });
    return {
      key: `number ${number}`,
      kind: 'same number',
      message: t('{{number}} the number {{number2}}. Give one of them another.', { number: count, number2: number }),
      invoices,
    };
  });
  return [...numbers, ...twice(records)];
}

/** A fee that stands on more bills than it is worth. */
function twice(records: Records): readonly InvoiceProblem[] {
  const fees = [
    ...records.all('milestone').map(({ id, title, fee }) => ({ field: 'milestone' as const, id, title, fee })),
    ...records.all('changeOrder').map(({ id, title, price }) => ({ field: 'changeOrder' as const, id, title, fee: price })),
  ];
  return fees.flatMap(({ field, id, title, fee }): readonly InvoiceProblem[] => {
    const lines = records.of('invoiceLine', field, id);
    if (!fee || lines.length < 2) return [];
    const billed = billedNet(records, field, id, fee.currency);
    const invoices = [...new Set(lines.map(({ invoice }) => invoice))].flatMap((bill) => {
      const found = records.get('invoice', bill);
      return found?.kind === 'invoice' ? [found] : [];
    });
    return billed.amount > fee.amount && invoices.length > 1 ? [overBilled(id, title, billed, fee, invoices)] : [];
  });
}

const overBilled = (id: string, title: string, billed: Money, fee: Money, invoices: readonly Invoice[]): InvoiceProblem => ({
  key: id,
  kind: 'billed twice',
  message: t('“{{title}}” is worth {{fee}} and billed with {{billed}}. Credit what is too much.', {
    title,
    fee: formatMoney(fee, 'en'),
    billed: formatMoney(billed, 'en'),
  }),
  invoices,
});
