import type { RawRow } from '../values/csv';
import { cellOf, type MappedTable } from './mapped-table';
import { refusedInvoiceRow, type RawInvoice, type RawInvoices, type RawLine, type RefusedInvoiceRow } from './raw-invoice';
import { t } from '../values/texts';

/**
 * The invoices of a QuickBooks Online file, in any of its three shapes:
 * - the list: one row per invoice, with a total and what is still open;
 * - the import template: one row per line, the fields of the invoice only on its first row;
 * - a report: a title above the headers, a row that names the client above its invoices and `Total for …` below them.
 */
export function quickbooksInvoices(table: MappedTable): RawInvoices {
  const reading = new Reading(table);
  for (const row of table.table.rows) reading.take(row);
  return reading.done();
}

type Cell = (role: string) => string;
type Kind = RawInvoice['kind'] | 'receipt' | 'payment' | 'other';

const TOTAL_FOR = /^(?:total|summe|gesamt|totaal|totale)\b/i;
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/credit|gutschrift|crédit|avoir|crédito|credito|creditnota/i, 'credit note'],
  [/receipt|verkaufsbeleg|reçu|recibo|kassabon/i, 'receipt'],
  [/payment|zahlung|paiement|pago|betaling|pagamento|deposit/i, 'payment'],
  [/invoice|rechnung|facture|factura|factuur|fatura|fattura/i, 'invoice'],
];

/** Where no row names its kind, every row is of an invoice. */
const kindOf = (type: string): Kind => (type === '' ? 'invoice' : (KINDS.find(([words]) => words.test(type))?.[1] ?? 'other'));

class Reading {
  private readonly table: MappedTable;
  private readonly invoices = new Map<string, RawInvoice>();
  private readonly refused: RefusedInvoiceRow[] = [];
  private readonly paying: { readonly row: RawRow; readonly cell: Cell }[] = [];
  private current: RawInvoice | undefined;
  /** The client whose group the rows stand in, in a report. */
  private group = '';

  constructor(table: MappedTable) {
    this.table = table;
  }

  take(row: RawRow): void {
    const cell = (role: string) => cellOf(this.table, row, role);
    if (row.damage !== undefined) return this.refuse(row, row.damage);
    if (this.isHeading(row, cell)) return;
    const kind = kindOf(cell('type'));
    if (kind === 'payment') this.paying.push({ row, cell });
    else if (kind === 'other') this.refuse(row, t('A row of the kind “{{cell}}” is no invoice.', { cell: cell('type') }));
    else this.line(row, cell, kind);
  }

  done(): RawInvoices {
    for (const { row, cell } of this.paying) this.payment(row, cell);
    return { invoices: [...this.invoices.values()], refused: this.refused };
  }

  /** A row that only names the client of the rows below it, or sums up those above. */
  private isHeading(row: RawRow, cell: Cell): boolean {
    const filled = row.cells.filter((text) => text.trim() !== '');
    const first = filled[0]?.trim() ?? '';
    const hasInvoice = cell('number') !== '' || cell('issued') !== '' || cell('lineAmount') !== '' || cell('item') !== '';
    if (hasInvoice) return false;
    if (TOTAL_FOR.test(first)) {
      this.current = undefined;
      return true;
    }
    if (filled.length !== 1 || (cell('text') !== '' && this.current)) return false;
    this.group = first;
    this.current = undefined;
    return true;
  }

  private line(row: RawRow, cell: Cell, kind: Exclude<Kind, 'payment' | 'other'>): void {
    const number = cell('number') || (this.current && cell('client') === '' && cell('issued') === '' ? this.current.number : '');
    if (number === '') return this.refuse(row, t('The row has no invoice number, so it belongs to no invoice.'));
    const isCredit = kind === 'credit note';
    const key = cell('number') === '' && this.current ? keyOf(this.current) : `${isCredit ? 'credit note' : 'invoice'} ${number}`;
    const invoice = this.invoices.get(key) ?? this.begun(row, cell, kind, number);
    this.invoices.set(key, invoice);
    this.current = invoice;
    invoice.lines.push(lineOf(row, cell, this.projectOf(cell)));
  }

  private begun(row: RawRow, cell: Cell, kind: Kind, number: string): RawInvoice {
    const isPaid = kind === 'receipt' || (cell('balance') === '' && /^(?:paid|closed|bezahlt|payé|pagad[oa])/i.test(cell('status')));
    return {
      line: row.line,
      number,
      kind: kind === 'credit note' ? 'credit note' : 'invoice',
      state: /void|storniert|annul|anulad/i.test(cell('status')) ? 'void' : 'issued',
      client: this.clientAndProject(cell)[0],
      reference: '',
      issued: cell('issued'),
      due: cell('due'),
      currency: cell('currency'),
      lines: [],
      total: this.isPerLine() ? '' : cell('amount'),
      taxTotal: this.isPerLine() ? '' : cell('tax'),
      paid: isPaid ? cell('amount') : '',
      balance: this.isPerLine() ? '' : cell('balance'),
      payments: [],
    };
  }

  /** In a list a row is a whole invoice and its amount the total; where rows are lines, it is that of the line. */
  private isPerLine(): boolean {
    return ['lineAmount', 'item', 'quantity', 'unit'].some((role) => this.table.byRole.has(role));
  }

  /** A customer of a customer is a project of it: `Northwind Foods:Website relaunch`. */
  private clientAndProject(cell: Cell): readonly [string, string] {
    const [client = '', ...project] = (cell('client') || this.group).split(':');
    return [client.trim(), project.join(':').trim()];
  }

  private projectOf(cell: Cell): string {
    return cell('project') || this.clientAndProject(cell)[1];
  }

  private payment(row: RawRow, cell: Cell): void {
    const number =
      cell('appliesTo')
        .replace(/^\D*#?\s*(?=\S*\d)/, '')
        .trim() || cell('appliesTo');
    const invoice = this.invoices.get(`invoice ${cell('appliesTo')}`) ?? this.invoices.get(`invoice ${number}`);
    if (cell('appliesTo') === '')
      return this.refuse(
        row,
        t('The payment does not say which invoice it pays. Export the invoices with their balance: what is paid is taken from it.'),
      );
    if (!invoice) return this.refuse(row, t('The payment is for {{cell}}, which is not in this file.', { cell: cell('appliesTo') }));
    invoice.payments.push({ line: row.line, date: cell('issued'), amount: cell('amount') });
  }

  private refuse(row: RawRow, reason: string): void {
    const title = cellOf(this.table, row, 'number') || row.cells.find((text) => text.trim() !== '')?.trim() || '';
    this.refused.push(refusedInvoiceRow(row.line, title, reason));
  }
}

const keyOf = ({ kind, number }: RawInvoice): string => `${kind} ${number}`;

function lineOf({ line }: RawRow, cell: Cell, project: string): RawLine {
  const item = cell('item').split(':').at(-1)?.trim() ?? '';
  const text = cell('text') || cell('memo');
  return {
    line,
    project,
    text: [item, text].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join(': '),
    amount: cell('lineAmount') || cell('net') || cell('amount'),
    tax: cell('tax'),
    quantity: cell('quantity'),
    unit: cell('unit'),
    discount: '',
  };
}
