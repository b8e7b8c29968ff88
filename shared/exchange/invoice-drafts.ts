import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { allocateMoney, sumMoney, type Money } from '../values/money';
import { ranksBetween } from '../values/rank';
import { err, ok, type Result } from '../values/result';
import type { Reading } from './answers';
import { INVOICES, projectsOf } from './composed-names';
import { projectName } from './deal-of-project';
import { problem, refusedRow, type Draft, type ReadRow } from './draft';
import { invoiceSums, type InvoiceSums, type LineSums } from './invoice-sums';
import type { InvoiceContext, InvoiceShare } from './invoice-share';
import { KnownInvoices, sharedInvoiceId } from './known-invoices';
import type { MappedTable } from './mapped-table';
import { paymentDrafts } from './payment-drafts';
import type { RawInvoice, RawInvoices } from './raw-invoice';
import type { ReadContext } from './read-context';
import { t } from '../values/texts';

/** The invoices of a Xero or QuickBooks file, each with its lines and what is paid of it. */
export function readInvoices(table: MappedTable, reading: Reading, context: ReadContext): readonly ReadRow[] {
  const { invoices, refused }: RawInvoices = INVOICES[table.format.system]?.(table) ?? { invoices: [], refused: [] };
  const known = new KnownInvoices(context.records, table.format.system);
  const whole: InvoiceContext = { ...context, table, reading, known };
  const rows = [
    ...refused.map(({ line, title, problem: why }): ReadRow => ({ kind: 'refused', refused: { line, title, problems: [why] } })),
    ...invoices.flatMap((invoice) => readInvoice(invoice, whole)),
  ];
  return rows.toSorted((a, b) => lineOf(a) - lineOf(b));
}

const lineOf = (row: ReadRow): number => (row.kind === 'draft' ? row.draft.line : row.refused.line);

/** A credit note may have the number of an invoice. */
const externalIdOf = ({ kind, number }: RawInvoice): string => (kind === 'invoice' ? number : `credit note ${number}`);

function readInvoice(raw: RawInvoice, context: InvoiceContext): readonly ReadRow[] {
  const { known } = context;
  const refuse = (reason: string, line = raw.line): readonly ReadRow[] => [refusedRow(line, raw.number, reason)];
  if (raw.state !== 'issued') return notBilled(raw, context).map(asRow(raw));
  const sums = invoiceSums(raw, context.reading);
  if (!sums.ok) return refuse(sums.error.reason, sums.error.line);
  const dates = datesOf(raw, context);
  if (!dates.ok) return refuse(dates.error);
  const shares = sharesOf(raw, sums.value, context);
  if (!shares.ok) return refuse(shares.error);
  const drafts = shares.value.flatMap((share) => shareDrafts(share, sums.value, dates.value, context));
  const stays = new Set(shares.value.map(({ externalId }) => externalId));
  return [...drafts, ...known.gone(externalIdOf(raw), stays, raw.line)].map(asRow(raw));
}

/** A draft or a voided invoice bills nothing: it stays out, and what an earlier import brought of it is put away. */
function notBilled(raw: RawInvoice, { known, table }: InvoiceContext): readonly Draft[] {
  const externalId = externalIdOf(raw);
  const { systemLabel } = table.format;
  const why =
    raw.state === 'void'
      ? t('It is voided or deleted in {{systemLabel}}.', { systemLabel })
      : t('It is a draft in {{systemLabel}}: it comes in once it is sent.', { systemLabel });
  const gone = known.gone(externalId, new Set(), raw.line);
  if (gone.length > 0) return gone.map((draft) => ({ ...draft, notes: [why] }));
  const { line, number } = raw;
  return [{ line, type: 'invoice', externalId, title: number, values: {}, refs: [], problems: [], isGone: true, notes: [why] }];
}

const asRow =
  (raw: RawInvoice) =>
  (draft: Draft): ReadRow => ({ kind: 'draft', draft: { ...draft, whole: externalIdOf(raw) } });

interface InvoiceDates {
  readonly issuedAt: string;
  readonly dueAt: string | null;
}

function datesOf(raw: RawInvoice, { reading }: InvoiceContext): Result<InvoiceDates, string> {
  if (raw.issued === '') return err(t('The invoice has no date, so nobody knows since when it counts as billed.'));
  const issued = reading.date('issued', raw.issued);
  if (!issued.ok) return err(issued.error);
  const due = raw.due === '' ? undefined : reading.date('due', raw.due);
  if (due && !due.ok) return err(due.error);
  return ok({ issuedAt: issued.value.date, dueAt: due?.ok ? due.value.date : null });
}

/** The invoice by deal. A deal that is not chosen keeps the whole invoice out: a part of it would be a wrong sum. */
function sharesOf(raw: RawInvoice, sums: InvoiceSums, { reading, known }: InvoiceContext): Result<readonly InvoiceShare[], string> {
  const projects = projectsOf(raw);
  const [only = ''] = projects;
  const projectOf = ({ raw: { project } }: LineSums): string => (project === '' && projects.length === 1 ? only : project);
  const byDeal = new Map<Id<'deal'>, LineSums[]>();
  for (const line of sums.lines) {
    const name = projectName({ client: raw.client, project: projectOf(line) }) || '(no client)';
    const deal = reading.project(name);
    if (deal === undefined) return err(t('“{{name}}” has no deal here yet. Choose one under Deals, and the invoice comes in.', { name }));
    byDeal.set(deal, [...(byDeal.get(deal) ?? []), line]);
  }
  const gross = [...byDeal.values()].map((lines) => Math.max(0, grossOf(lines, sums.currency).amount));
  const paid = sums.paid && allocateMoney(sums.paid, gross);
  const base = externalIdOf(raw);
  const isShared = byDeal.size > 1;
  return ok(
    [...byDeal].map(([deal, lines], at) => {
      const externalId = isShared ? sharedInvoiceId(base, deal) : base;
      const record = known.recordOf(externalId, raw.kind, raw.number);
      return { raw, externalId, record, deal, lines, paid: paid?.[at], currency: sums.currency, isShared, split: { at, weights: gross } };
    }),
  );
}

const grossOf = (lines: readonly LineSums[], currency: string): Money =>
  sumMoney(
    lines.flatMap(({ net, tax }) => (tax ? [net, tax] : [net])),
    currency,
  );

function shareDrafts(share: InvoiceShare, sums: InvoiceSums, dates: InvoiceDates, context: InvoiceContext): readonly Draft[] {
  const { known } = context;
  const invoice = invoiceDraft(share, sums, dates, context);
  const payments = paymentDrafts(share, dates.dueAt ?? dates.issuedAt, context);
  if (!known.isByHand(share.record, share.externalId) || context.records.of('invoiceLine', 'invoice', share.record).length === 0)
    return [invoice, ...lineDrafts(share, context), ...known.goneAfter(share.externalId, share.lines.length, share.raw.line), ...payments];
  return [{ ...invoice, ...lineCheck(share, invoice, context.records) }, ...payments];
}

/** Lines that a hand entered stay; the file only says whether they sum to the same. */
function lineCheck(
  { record, lines, currency, raw }: InvoiceShare,
  { problems, notes = [] }: Draft,
  records: Records,
): Pick<Draft, 'problems' | 'notes'> {
  const ours = records
    .of('invoiceLine', 'invoice', record)
    .reduce((sum, { net }) => (net.currency === currency ? sum + net.amount : Number.NaN), 0);
  const theirs = sumMoney(
    lines.map(({ net }) => net),
    currency,
  ).amount;
  const kept = [...notes, t('It was entered by hand here: its lines stay as they are.')];
  if (ours === theirs) return { problems, notes: kept };
  return {
    problems: [
      ...problems,
      problem(raw.line, t('It was entered by hand with another sum than the file has. Its lines stay; look which is right.'), 'check'),
    ],
    notes: kept,
  };
}

function invoiceDraft(share: InvoiceShare, sums: InvoiceSums, dates: InvoiceDates, { table, known, records }: InvoiceContext): Draft {
  const { raw, deal, externalId, isShared, currency } = share;
  const amount = records.get('deal', deal)?.amount;
  const isOther = amount !== undefined && amount.currency !== currency;
  const other = isOther
    ? [
        problem(
          raw.line,
          t('The invoice is in {{currency}}, the deal in {{currency2}}. The two are never added.', {
            currency,
            currency2: amount.currency,
          }),
          'check',
        ),
      ]
    : [];
  const credited = raw.kind === 'credit note' ? raw.reference : '';
  return {
    line: raw.line,
    ...(isShared ? { part: deal } : {}),
    type: 'invoice',
    externalId,
    title: raw.number,
    values: {
      number: raw.number,
      deal,
      kind: raw.kind,
      ...dates,
      ...(table.byRole.has('reference') ? { reference: raw.reference || null } : {}),
    },
    refs: credited === '' ? [] : [{ field: 'credits', to: 'invoice', ids: [credited], number: credited, take: 'first' }],
    problems: [...sums.problems, ...other],
    notes: isShared
      ? [t('Its lines belong to two deals or more: it stands once for each, with its lines and its share of what is paid.')]
      : [],
    adopts: known.enteredByHand(raw.kind, raw.number),
    keeps: saidSums(share),
  };
}

/** What the file itself says of the invoice, whatever becomes of it here: reconciliation sums it up. */
function saidSums({ lines, paid, raw, currency }: InvoiceShare): Readonly<Record<string, string>> {
  const net = sumMoney(
    lines.map((line) => line.net),
    currency,
  );
  const isPaid = paid !== undefined && raw.kind === 'invoice';
  return { net: String(net.amount), currency, ...(isPaid ? { paid: String(paid.amount) } : {}) };
}

function lineDrafts(share: InvoiceShare, { records, known }: InvoiceContext): readonly Draft[] {
  const { raw, externalId, deal, lines } = share;
  const ranks = ranksBetween(null, null, lines.length);
  return lines.map(({ raw: line, net, tax }, at) => ({
    line: raw.line,
    part: `line ${line.line} ${at}`,
    source: known.source('lines'),
    type: 'invoiceLine',
    externalId: `${externalId}#${at + 1}`,
    title: line.text || `Line ${at + 1} of ${raw.number}`,
    values: { text: line.text || null, net, tax: tax ?? null },
    first: { rank: ranks[at], ...billedThing(line.text, deal, records) },
    refs: [{ field: 'invoice', to: 'invoice', ids: [externalId], take: 'first' }],
    problems: [],
  }));
}

/** A line that is called as a milestone or a change order of the deal bills it. */
function billedThing(text: string, deal: Id<'deal'>, records: Records): Readonly<Record<string, string>> {
  const fold = (title: string) => title.trim().toLowerCase();
  const called = <T extends { readonly id: string; readonly title: string }>(all: readonly T[]) =>
    all.filter(({ title }) => fold(title) === fold(text));
  if (text.trim() === '') return {};
  const [milestone, ...otherMilestones] = called(records.of('milestone', 'deal', deal));
  if (milestone && otherMilestones.length === 0) return { milestone: milestone.id };
  const [order, ...otherOrders] = called(records.of('changeOrder', 'deal', deal));
  return order && otherOrders.length === 0 ? { changeOrder: order.id } : {};
}
