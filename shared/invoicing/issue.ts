import { undecidedMessage } from '../deal/undecided';
import type { Command } from '../ledger/command';
import type { RecordId } from '../ledger/entry';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Deal, Invoice } from '../records/registry';
import { createRecord, editRecord, together } from '../records/write';
import { standingOf } from '../time/entry';
import type { Undecided } from '../ticket/ticket-error';
import { isDate } from '../values/calendar';
import { compareMoney, formatMoney, sumMoney, type Money } from '../values/money';
import { rankBetween } from '../values/rank';
import { err, ok, type Result } from '../values/result';
import type { InvoicingError } from './invoicing-error';
import { isTaken } from './number';
import { readyToBill, type ReadyItem } from './ready';
import { t } from '../values/texts';

type Decided = Result<Command, InvoicingError>;
const refuse = (message: string): Decided => err({ message });

/** One line of a bill that is being made. `from`: what it stands for; left out, it is a line of its own words. */
export interface DraftLine {
  readonly id: Id<'invoiceLine'>;
  readonly text: string;
  readonly net: Money;
  readonly tax?: Money | undefined;
  readonly from?: ReadyItem | undefined;
}

export interface InvoiceDraft {
  readonly id: Id<'invoice'>;
  readonly number: string;
  readonly issuedAt: CalendarDateText;
  readonly dueAt?: CalendarDateText | undefined;
  readonly reference?: string | undefined;
  readonly lines: readonly DraftLine[];
}

/**
 * Makes a bill: head, lines and the hours on it in one command, so that it is undone whole. Refuses a number that is taken,
 * what is on a bill already, two currencies, more than the cap leaves, and anything that rests on a value nobody has chosen.
 */
export function issueInvoice(
  records: Records,
  deal: Deal,
  draft: InvoiceDraft,
  { today, undecided }: { readonly today: CalendarDateText; readonly undecided: Undecided },
): Decided {
  const problem = headProblem(records, draft) ?? linesProblem(draft.lines) ?? takenProblem(records, deal, draft.lines, today);
  if (problem) return refuse(problem);
  const held = undecidedBehind(deal, draft.lines, undecided);
  if (held) return err(held);
  return ok(issued(deal, draft));
}

function issued(deal: Deal, { id, number, issuedAt, dueAt, reference, lines }: InvoiceDraft): Command {
  const head = createRecord('invoice', id, {
    number: number.trim(),
    deal: deal.id,
    kind: 'invoice',
    issuedAt,
    ...(dueAt ? { dueAt } : {}),
    ...(reference?.trim() ? { reference: reference.trim() } : {}),
  });
  let rank: string | null = null;
  const parts = lines.flatMap((line) => {
    rank = rankBetween(rank, null);
    const values = { invoice: id, text: line.text.trim(), net: line.net, rank, ...(line.tax ? { tax: line.tax } : {}), ...linksOf(line) };
    const hours = line.from?.kind === 'time' ? line.from.entries : [];
    return [
      createRecord('invoiceLine', line.id, values, { deal: deal.id }),
      ...hours.map((entry) => editRecord('timeEntry', entry, { invoiceLine: line.id })),
    ];
  });
  return together('invoice.issue', [head, ...parts]);
}

function linksOf({ from }: DraftLine) {
  switch (from?.kind) {
    case 'milestone':
      return { milestone: from.milestone.id };
    case 'change order':
      return { changeOrder: from.changeOrder.id };
    case 'time':
      return from.scopeLine ? { scopeLine: from.scopeLine } : {};
    case 'retainer':
    case undefined:
      return {};
  }
}

/** Why the head of a bill or credit note is not right yet. */
export function headProblem(
  records: Records,
  { id, number, issuedAt, dueAt }: Pick<InvoiceDraft, 'id' | 'number' | 'issuedAt' | 'dueAt'>,
): string | undefined {
  if (!number.trim()) return t('It needs a number.');
  if (isTaken(records, number, id)) return t('The number {{number}} is taken. Choose the next one.', { number: number.trim() });
  if (!isDate(issuedAt)) return t('Say on which day it is issued.');
  return dueAt !== undefined && dueAt < issuedAt ? t('It cannot be due before it is issued.') : undefined;
}

export function linesProblem(lines: readonly Pick<DraftLine, 'text' | 'net' | 'tax'>[]): string | undefined {
  const [first] = lines;
  if (!first) return t('Choose what to bill, or write a line.');
  if (lines.some(({ text }) => !text.trim())) return t('Each line needs a text.');
  if (lines.some(({ net }) => net.amount <= 0)) return t('Each line needs a sum above zero. To take something back, make a credit note.');
  const mixed = lines.some(({ net, tax }) => net.currency !== first.net.currency || (tax && tax.currency !== first.net.currency));
  return mixed ? t('A bill has one currency. Make one bill for each.') : undefined;
}

/** Somebody else may have billed it since the form was opened. */
function takenProblem(records: Records, deal: Deal, lines: readonly DraftLine[], today: CalendarDateText): string | undefined {
  const ready = readyToBill(records, deal, today);
  const keys = new Set(ready.items.map(({ key }) => key));
  for (const { from, text } of lines) {
    if (!from) continue;
    const isStill = from.kind === 'time' ? from.entries.every(({ id }) => isOpenToBill(records, id)) : keys.has(from.key);
    if (!isStill) return t('“{{text}}” is on a bill already.', { text });
  }
  const ordinary = lines.filter(({ from }) => from?.kind !== 'change order');
  const { capLeft } = ready;
  const currency = lines[0]?.net.currency;
  if (!capLeft || currency !== capLeft.currency) return undefined;
  const sum = sumMoney(
    ordinary.map(({ net }) => net),
    currency,
  );
  if (compareMoney(sum, capLeft) <= 0) return undefined;
  return `The cap leaves ${formatMoney(capLeft, 'en')}; these lines come to ${formatMoney(sum, 'en')}.`;
}

function isOpenToBill(records: Records, id: Id<'timeEntry'>): boolean {
  const entry = records.get('timeEntry', id);
  return entry !== undefined && !entry.archived && standingOf(entry) === 'approved';
}

/** What a bill rests on: the deal, and what its lines stand for. */
function undecidedBehind(deal: Deal, lines: readonly DraftLine[], undecided: Undecided): InvoicingError | undefined {
  for (const record of [deal.id, ...lines.flatMap(sourcesOf)]) {
    const [field, ...others] = undecided(record);
    if (field !== undefined) return { kind: 'undecided', record, field, message: undecidedMessage(record, [field, ...others]) };
  }
  return undefined;
}

function sourcesOf({ from }: DraftLine): readonly RecordId[] {
  switch (from?.kind) {
    case 'milestone':
      return [from.milestone.id];
    case 'change order':
      return [from.changeOrder.id];
    case 'time':
      return [...from.entries.map(({ id }) => id), ...(from.scopeLine ? [from.scopeLine] : [])];
    case 'retainer':
    case undefined:
      return [];
  }
}

/** Gives a bill another number: where two carry one. */
export function renumber(records: Records, invoice: Invoice, number: string): Decided {
  if (!number.trim()) return refuse(t('It needs a number.'));
  if (isTaken(records, number, invoice.id))
    return refuse(t('The number {{number}} is taken. Choose the next one.', { number: number.trim() }));
  return ok(editRecord('invoice', invoice, { number: number.trim() }, { act: 'invoice.renumber' }));
}
