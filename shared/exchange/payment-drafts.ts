import { allocateMoney, money, type Money } from '../values/money';
import { problem, type Draft } from './draft';
import type { Problem } from './import-plan';
import type { InvoiceContext, InvoiceShare } from './invoice-share';
import { t } from '../values/texts';

interface Paid {
  readonly line: number;
  readonly amount: Money;
  readonly paidAt: string;
  readonly isDayKnown: boolean;
}

/**
 * What is paid of an invoice. Where the file lists payments, each is one; else its sum of what is paid is one payment, less
 * what a hand entered here already. A day that the file does not say is the due day or, where that is to come, today.
 */
export function paymentDrafts(share: InvoiceShare, due: string, context: InvoiceContext): readonly Draft[] {
  const { raw, externalId } = share;
  const { known } = context;
  if (raw.kind === 'credit note') return known.gonePayments(externalId, 0, raw.line);
  const problems: Problem[] = [];
  const paid = raw.payments.length > 0 ? listed(share, problems, context) : summed(share, due, context);
  const drafts = paid.map((one, at): Draft => ({
    line: raw.line,
    part: `payment ${at + 1}`,
    source: known.source('payments'),
    type: 'payment',
    externalId: `${externalId}#${at + 1}`,
    title: `Payment of ${raw.number}`,
    values: { amount: one.amount, ...(one.isDayKnown ? { paidAt: one.paidAt } : {}) },
    first: { paidAt: one.paidAt },
    refs: [{ field: 'invoice', to: 'invoice', ids: [externalId], take: 'first' }],
    problems: at === 0 ? problems : [],
    notes: one.isDayKnown
      ? []
      : [t('The file does not say on which day it was paid; the due day stands in for it, or today where that is still to come.')],
  }));
  return [...drafts, ...known.gonePayments(externalId, drafts.length, raw.line)];
}

function summed({ raw, paid, record }: InvoiceShare, due: string, { known, today }: InvoiceContext): readonly Paid[] {
  if (!paid) return [];
  const byHand = known
    .paymentsByHand(record)
    .reduce((sum, { amount }) => (amount.currency === paid.currency ? sum + amount.amount : sum), 0);
  const left = paid.amount - byHand;
  if (left <= 0) return [];
  return [{ line: raw.line, amount: money(left, paid.currency), paidAt: due < today ? due : today, isDayKnown: false }];
}

function listed({ raw, split }: InvoiceShare, problems: Problem[], { reading }: InvoiceContext): readonly Paid[] {
  return raw.payments.flatMap(({ line, date, amount }): Paid[] => {
    const read = reading.money('amount', amount, raw.currency);
    const day = reading.date('issued', date);
    if (read.ok && day.ok) {
      const whole = money(Math.abs(read.value.amount), read.value.currency);
      return [{ line, amount: allocateMoney(whole, split.weights)[split.at] ?? whole, paidAt: day.value.date, isDayKnown: true }];
    }
    const reason = read.ok ? (day.ok ? '' : day.error) : read.error;
    problems.push(problem(line, `The payment on this line stays out. ${reason}`, 'value left out'));
    return [];
  });
}
