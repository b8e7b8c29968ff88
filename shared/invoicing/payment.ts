import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Invoice, Payment } from '../records/registry';
import { archiveRecord, createRecord } from '../records/write';
import { isDate } from '../values/calendar';
import { formatMoney, type Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import type { InvoicingError } from './invoicing-error';
import { invoiceSums, openNet } from './sums';
import { t } from '../values/texts';

/**
 * Books what arrived, tax included: part of a bill, all of it, or more; what is too much is shown as overpaid. Refuses
 * another currency than the bill's.
 */
export function bookPayment(
  records: Records,
  invoice: Invoice,
  { id, amount, paidAt, today }: { id: Id<'payment'>; amount: Money; paidAt: CalendarDateText; today: CalendarDateText },
): Result<Command, InvoicingError> {
  const sums = invoiceSums(records, invoice);
  if (!sums) return err({ message: t('The bill has no line yet.') });
  if (amount.amount <= 0) return err({ message: t('Say how much arrived.') });
  if (amount.currency !== sums.currency)
    return err({
      message: t('The bill is in {{currency}}. Book what it came to in {{currency2}}.', {
        currency: sums.currency,
        currency2: sums.currency,
      }),
    });
  if (!isDate(paidAt) || paidAt > today) return err({ message: t('Say on which day it arrived; that day is not still to come.') });
  return ok(createRecord('payment', id, { invoice: invoice.id, paidAt, amount }, { deal: invoice.deal, act: 'payment.book' }));
}

/** Takes a payment back that was booked wrongly. Its history stays. */
export const takeBackPayment = (payment: Payment, invoice: Invoice): Command =>
  archiveRecord(payment, { act: 'payment.takeBack', deal: invoice.deal });

/**
 * Gives up what is still owed on a bill, or part of it: a cost of the deal, kept in the finance ledger, net of tax. The bill
 * stays as it is.
 */
export function writeOff(
  records: Records,
  invoice: Invoice,
  { id, cost, date, why }: { id: Id<'expense'>; cost: Money; date: CalendarDateText; why: string },
): Result<Command, InvoicingError> {
  const sums = invoiceSums(records, invoice);
  if (!sums || sums.open.amount <= 0) return err({ message: t('Nothing is owed on this bill.') });
  if (cost.currency !== sums.currency) return err({ message: t('The bill is in {{currency}}.', { currency: sums.currency }) });
  const most = openNet(sums);
  if (cost.amount <= 0 || cost.amount > most.amount) {
    return err({ message: t('Say how much is given up: at most {{most}} net.', { most: formatMoney(most, 'en') }) });
  }
  if (!why.trim()) return err({ message: t('Say why it is given up. The reason stays in the history.') });
  const values = { deal: invoice.deal, date, text: why.trim(), kind: 'write-off' as const, cost, invoice: invoice.id };
  return ok(createRecord('expense', id, values, { act: 'expense.writeOff' }));
}
