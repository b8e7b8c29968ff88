import type { RawRow } from '../values/csv';
import { cellOf, type MappedTable } from './mapped-table';
import { refusedInvoiceRow, type RawInvoice, type RawInvoices, type RawLine, type RefusedInvoiceRow } from './raw-invoice';
import { t } from '../values/texts';

/**
 * The invoices of a Xero export: one row per line, so rows are put together by kind and number. `Total`, `TaxTotal`,
 * `InvoiceAmountPaid` repeat on every row of an invoice and are taken once.
 */
export function xeroInvoices(table: MappedTable): RawInvoices {
  const invoices = new Map<string, RawInvoice>();
  const refused: RefusedInvoiceRow[] = [];
  for (const row of table.table.rows) {
    const cell = (role: string) => cellOf(table, row, role);
    const wrong = wrongRow(row, cell);
    if (wrong !== undefined) {
      refused.push(refusedInvoiceRow(row.line, cell('number') || cell('client') || firstCell(row), wrong));
      continue;
    }
    const key = `${kindOf(cell)} ${cell('number')}`;
    const invoice = invoices.get(key) ?? begun(row, cell);
    invoice.lines.push(lineOf(row, cell));
    invoices.set(key, invoice);
  }
  return { invoices: [...invoices.values()], refused };
}

type Cell = (role: string) => string;

function wrongRow(row: RawRow, cell: Cell): string | undefined {
  if (row.damage !== undefined) return row.damage;
  if (cell('number') === '') return t('The row has no invoice number, so it belongs to no invoice.');
  if (/bill|purchase|supplier/i.test(cell('type'))) return t('This is a bill of a supplier. Only what is sold comes in here.');
  if (/prepayment|overpayment/i.test(cell('type')))
    return t('A prepayment or overpayment is no invoice. Enter it as a payment of the invoice it is for.');
  return undefined;
}

const firstCell = ({ cells }: RawRow): string => cells.find((cell) => cell.trim() !== '')?.trim() ?? '';

const kindOf = (cell: Cell): RawInvoice['kind'] =>
  /credit/i.test(cell('type')) || (cell('type') === '' && /^[(-]/.test(cell('total'))) ? 'credit note' : 'invoice';

function begun(row: RawRow, cell: Cell): RawInvoice {
  return {
    line: row.line,
    number: cell('number'),
    kind: kindOf(cell),
    state: stateOf(cell('status')),
    client: cell('client'),
    reference: cell('reference'),
    issued: cell('issued'),
    due: cell('due'),
    currency: cell('currency'),
    lines: [],
    total: cell('total'),
    taxTotal: cell('taxTotal'),
    paid: cell('paid'),
    balance: '',
    payments: [],
  };
}

function stateOf(status: string): RawInvoice['state'] {
  if (/void|deleted/i.test(status)) return 'void';
  return /draft|submitted|awaiting approval/i.test(status) ? 'draft' : 'issued';
}

/** A tracking category counts as the project where its name says so; a region or a department is none. */
const PROJECT = /project|job|engagement|deal|matter|case|projekt|projet|proyecto/i;

function lineOf({ line }: RawRow, cell: Cell): RawLine {
  const tracked = ['1', '2'].find((n) => PROJECT.test(cell(`trackingName${n}`)));
  return {
    line,
    project: tracked === undefined ? '' : cell(`trackingOption${tracked}`),
    text: cell('text'),
    amount: cell('amount'),
    tax: cell('tax'),
    quantity: cell('quantity'),
    unit: cell('unit'),
    discount: cell('discount'),
  };
}
