import { undecidedMessage } from '../deal/undecided';
import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Invoice, InvoiceLine } from '../records/registry';
import { createRecord, editRecord, together } from '../records/write';
import type { Undecided } from '../ticket/ticket-error';
import { allocateMoney, formatMoney, money, subtractMoney, type Money } from '../values/money';
import { rankBetween } from '../values/rank';
import { err, ok, type Result } from '../values/result';
import type { InvoicingError } from './invoicing-error';
import { headProblem } from './issue';
import { creditNotesOf, invoiceLinesOf } from './sums';
import { t } from '../values/texts';

/** What is left of a line to take back: net and tax. */
export interface CreditableLine {
  readonly line: InvoiceLine;
  readonly net: Money;
  readonly tax: Money;
}

/**
 * The lines of a bill with what credit notes have left of them. A note's line says which line it takes back by what it
 * stands for, else by its text; what fits none of them is taken off the first lines that have room.
 */
export function creditableLines(records: Records, invoice: Invoice): readonly CreditableLine[] {
  const left = invoiceLinesOf(records, invoice.id).map((line) => ({
    line,
    net: line.net,
    tax: line.tax ?? money(0, line.net.currency),
  }));
  const taken = creditNotesOf(records, invoice.id).flatMap(({ id }) => records.of('invoiceLine', 'invoice', id));
  for (const credit of taken) {
    const own = left.findIndex(({ line }) => sourceKey(line) === sourceKey(credit));
    takeOff(left, own < 0 ? left.findIndex(({ net }) => net.amount > 0) : own, credit);
  }
  return left;
}

const sourceKey = ({ milestone, changeOrder, scopeLine, text }: InvoiceLine): string =>
  [milestone, changeOrder, scopeLine, text?.trim()].map((part) => part ?? '').join(' ');

function takeOff(left: { line: InvoiceLine; net: Money; tax: Money }[], at: number, credit: InvoiceLine): void {
  const found = left[at];
  if (found?.net.currency !== credit.net.currency) return;
  const { line, net, tax } = found;
  left[at] = { line, net: subtractMoney(net, credit.net), tax: credit.tax ? subtractMoney(tax, credit.tax) : tax };
}

export interface CreditDraft {
  readonly id: Id<'invoice'>;
  readonly number: string;
  readonly issuedAt: CalendarDateText;
  /** What is taken back of each line, net; its share of the tax goes with it. */
  readonly credits: readonly { readonly id: Id<'invoiceLine'>; readonly line: Id<'invoiceLine'>; readonly net: Money }[];
  readonly why?: string;
}

/** Takes back a bill, or part of it. Its lines stand for what those of the bill do, and hours of a line that is taken back whole are let go, so that both can be billed anew. */
export function creditInvoice(
  records: Records,
  invoice: Invoice,
  draft: CreditDraft,
  undecided: Undecided,
): Result<Command, InvoicingError> {
  if (invoice.kind === 'credit note') return err({ message: t('A credit note is not credited. Make a new bill.') });
  const credits = draft.credits.filter(({ net }) => net.amount !== 0);
  const problem = headProblem(records, draft) ?? creditsProblem(records, invoice, credits);
  if (problem) return err({ message: problem });
  const [field, ...others] = undecided(invoice.id);
  if (field !== undefined)
    return err({ kind: 'undecided', record: invoice.id, field, message: undecidedMessage(invoice.id, [field, ...others]) });
  return ok(credited(records, invoice, { ...draft, credits }));
}

function creditsProblem(records: Records, invoice: Invoice, credits: CreditDraft['credits']): string | undefined {
  if (credits.length === 0) return t('Say what is taken back.');
  const lines = new Map(creditableLines(records, invoice).map((one) => [one.line.id, one]));
  for (const { line, net } of credits) {
    const left = lines.get(line);
    if (!left || left.net.currency !== net.currency) return t('That line is not on this bill.');
    if (net.amount < 0) return t('What is taken back is above zero.');
    if (net.amount > left.net.amount)
      return t('“{{text}}” has {{net}} left to take back.', { text: left.line.text ?? t('The line'), net: formatMoney(left.net, 'en') });
  }
  return undefined;
}

function credited(records: Records, invoice: Invoice, { id, number, issuedAt, credits, why }: CreditDraft): Command {
  const head = createRecord('invoice', id, {
    number: number.trim(),
    deal: invoice.deal,
    kind: 'credit note',
    credits: invoice.id,
    issuedAt,
  });
  const lines = new Map(creditableLines(records, invoice).map((one) => [one.line.id, one]));
  let rank: string | null = null;
  const parts = credits.flatMap(({ id: own, line: of, net }) => {
    const left = lines.get(of);
    if (!left) return [];
    rank = rankBetween(rank, null);
    const isWhole = net.amount === left.net.amount;
    const { text, milestone, changeOrder, scopeLine } = left.line;
    const links = { ...(milestone ? { milestone } : {}), ...(changeOrder ? { changeOrder } : {}), ...(scopeLine ? { scopeLine } : {}) };
    const values = { invoice: id, net, tax: isWhole ? left.tax : shareOfTax(left, net), rank, ...(text ? { text } : {}), ...links };
    const entries = isWhole ? records.of('timeEntry', 'invoiceLine', of) : [];
    return [
      createRecord('invoiceLine', own, values, { deal: invoice.deal }),
      ...entries.map((entry) => editRecord('timeEntry', entry, { invoiceLine: null })),
    ];
  });
  return together('invoice.credit', [head, ...parts], why?.trim() ? { why: why.trim() } : {});
}

const shareOfTax = ({ net, tax }: CreditableLine, of: Money): Money =>
  allocateMoney(tax, [of.amount, net.amount - of.amount])[0] ?? money(0, of.currency);
