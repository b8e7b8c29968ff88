import { minorDigits, money, sumMoney, type Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import type { Reading } from './answers';
import { problem } from './draft';
import type { Problem } from './import-plan';
import type { RawInvoice, RawLine } from './raw-invoice';
import { t } from '../values/texts';

/** A line with its sums: net of tax, positive on a credit note too. */
export interface LineSums {
  readonly raw: RawLine;
  readonly net: Money;
  readonly tax: Money | undefined;
}

export interface InvoiceSums {
  readonly currency: string;
  readonly lines: readonly LineSums[];
  /** What the client has paid of it so far, tax included; undefined where the file does not say. */
  readonly paid: Money | undefined;
  readonly problems: readonly Problem[];
}

/** Why no sum can be made of an invoice, and on which line. */
export interface SumRefusal {
  readonly line: number;
  readonly reason: string;
}

type Sums<T> = Result<T, SumRefusal>;

/**
 * The sums of an invoice. Amounts with tax inside are told from those without by the invoice's own total: where the lines
 * sum to it, tax is inside and is taken out; where they sum to it less its tax, they are net. One cell that cannot be read
 * refuses the whole invoice: a part of it would be a wrong sum.
 */
export function invoiceSums(raw: RawInvoice, reading: Reading): Sums<InvoiceSums> {
  const amounts: { readonly line: RawLine; readonly amount: Money; readonly tax: Money | undefined }[] = [];
  for (const line of raw.lines) {
    const amount = amountOf(line, raw, reading);
    if (!amount.ok) return amount;
    const tax = cellMoney('tax', line.tax, line.line, raw, reading);
    if (!tax.ok) return tax;
    amounts.push({ line, amount: amount.value, tax: tax.value });
  }
  const total = cellMoney('total', raw.total, raw.line, raw, reading);
  const taxTotal = cellMoney('taxTotal', raw.taxTotal, raw.line, raw, reading);
  const paid = paidOf(raw, reading);
  if (!total.ok) return total;
  if (!taxTotal.ok) return taxTotal;
  if (!paid.ok) return paid;
  const currency = total.value?.currency ?? amounts[0]?.amount.currency ?? 'EUR';
  const other = amounts.find(({ amount }) => amount.currency !== currency);
  if (other)
    return err({
      line: other.line.line,
      reason: t('The invoice is in {{currency}}, this line in {{currency2}}: they cannot be one sum.', {
        currency,
        currency2: other.amount.currency,
      }),
    });
  const inside = isTaxInside(
    sumMoney(
      amounts.map(({ amount }) => amount),
      currency,
    ),
    total.value,
    taxTotal.value,
  );
  const turned =
    raw.kind === 'credit note' &&
    isNegative(
      total.value,
      amounts.map(({ amount }) => amount),
    )
      ? -1
      : 1;
  const lines = amounts.map(({ line, amount, tax }): LineSums => {
    const net = inside.is && tax ? amount.amount - tax.amount : amount.amount;
    return { raw: line, net: money(turned * net, currency), tax: tax && money(turned * tax.amount, currency) };
  });
  return ok({
    currency,
    lines,
    paid: paid.value && money(Math.abs(paid.value.amount), currency),
    problems: inside.problem === undefined ? [] : [problem(raw.line, inside.problem, 'check')],
  });
}

function isNegative(total: Money | undefined, amounts: readonly Money[]): boolean {
  return (total?.amount ?? amounts.reduce((sum, { amount }) => sum + amount, 0)) < 0;
}

function isTaxInside(sum: Money, total: Money | undefined, tax: Money | undefined): { readonly is: boolean; readonly problem?: string } {
  if (!total || total.currency !== sum.currency) return { is: false };
  const withTax = sum.amount === total.amount;
  if (withTax && (tax?.amount ?? 0) !== 0) return { is: true };
  if (withTax || sum.amount === total.amount - (tax?.amount ?? 0) || tax === undefined) return { is: false };
  return { is: false, problem: t('The lines do not sum to the total of the invoice, with tax or without. They come in as they stand.') };
}

/** The amount of a line: as it stands, or quantity × price less discount where it does not. A line of words only is nothing. */
function amountOf(line: RawLine, raw: RawInvoice, reading: Reading): Sums<Money> {
  const written = cellMoney('amount', line.amount, line.line, raw, reading);
  if (!written.ok) return written;
  if (written.value) return ok(written.value);
  const zero = reading.money('amount', '0', raw.currency);
  const currency = zero.ok ? zero.value.currency : 'EUR';
  if (line.unit === '') return ok(money(0, currency));
  const factors = [line.quantity || '1', line.unit, line.discount.replace('%', '') || '0'].map((cell, at) =>
    reading.number(['quantity', 'unit', 'discount'][at] ?? 'unit', cell),
  );
  const numbers = factors.map((one) => (one.ok ? Number(one.value) : Number.NaN));
  const [quantity = 0, unit = 0, discount = 0] = numbers;
  const exact = quantity * unit * (1 - discount / 100) * 10 ** minorDigits(currency);
  // What binary fractions leave out of a half cent shall not decide which way it is rounded.
  const rounded = Math.sign(exact) * Math.round(Math.abs(exact) + 1e-7);
  if (!Number.isSafeInteger(rounded))
    return err({ line: line.line, reason: t('“{{quantity}} × {{unit}}” is not an amount.', { quantity: line.quantity, unit: line.unit }) });
  return ok(money(rounded, currency));
}

function cellMoney(role: string, cell: string, line: number, raw: RawInvoice, reading: Reading): Sums<Money | undefined> {
  if (cell === '') return ok(undefined);
  const read = reading.money(role, cell, raw.currency);
  return read.ok ? ok(read.value) : err({ line, reason: read.error });
}

/** Paid as the file says it, or what is no longer open. */
function paidOf(raw: RawInvoice, reading: Reading): Sums<Money | undefined> {
  if (raw.paid !== '' || raw.balance === '' || raw.total === '') return cellMoney('paid', raw.paid, raw.line, raw, reading);
  const total = cellMoney('total', raw.total, raw.line, raw, reading);
  const open = cellMoney('balance', raw.balance, raw.line, raw, reading);
  if (!total.ok) return total;
  if (!open.ok) return open;
  return ok(total.value && open.value && money(total.value.amount - open.value.amount, total.value.currency));
}
