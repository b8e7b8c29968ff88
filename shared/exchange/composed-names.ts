import { projectName, type ClientProject } from './deal-of-project';
import type { MappedTable } from './mapped-table';
import { quickbooksInvoices } from './quickbooks';
import type { RawInvoices } from './raw-invoice';
import { currencyOfHeader, timeRows } from './time-row';
import { xeroInvoices } from './xero';

/** A name that has to be asked about, where several cells or rows make it up. */
export interface ComposedName {
  readonly line: number;
  readonly value: string;
}

export interface ComposedDeal extends ComposedName, ClientProject {}

/** What has to be known of a table that its columns alone do not tell. */
export interface Composed {
  readonly deals: readonly ComposedDeal[];
  readonly owners: readonly ComposedName[];
  /** Lines with a sum whose currency nothing names. */
  readonly bare: readonly number[];
}

const NOTHING: Composed = { deals: [], owners: [], bare: [] };

/** Names made of several cells or rows: a project of a client, a person with first and last name. */
export function composedNames(table: MappedTable): Composed {
  if (table.format.type === 'timeEntry') return ofTime(table);
  const read = INVOICES[table.format.system];
  return read && table.format.type === 'invoice' ? ofInvoices(read(table)) : NOTHING;
}

/** System → how the rows of its invoices are put together. */
export const INVOICES: Readonly<Record<string, (table: MappedTable) => RawInvoices>> = {
  xero: xeroInvoices,
  quickbooks: quickbooksInvoices,
};

function ofInvoices({ invoices }: RawInvoices): Composed {
  const live = invoices.filter(({ state }) => state === 'issued');
  const deals = live.flatMap((invoice) => projectsOf(invoice).map((project) => named(invoice.line, { client: invoice.client, project })));
  const bare = live.filter(({ currency }) => currency === '').map(({ line }) => line);
  return { deals, owners: [], bare };
}

/** The projects of an invoice; a line that names none belongs to the only one that is named. */
export function projectsOf({ lines }: RawInvoices['invoices'][number]): readonly string[] {
  const named = [...new Set(lines.map(({ project }) => project).filter((project) => project !== ''))];
  const isSplit = named.length !== 1 && lines.some(({ project }) => project === '');
  return isSplit || named.length === 0 ? [...named, ''] : named;
}

const named = (line: number, of: ClientProject): ComposedDeal => ({ line, ...of, value: projectName(of) || '(no client)' });

function ofTime(table: MappedTable): Composed {
  const rows = timeRows(table).filter(({ row }) => row.damage === undefined);
  const money = ['billRate', 'billAmount', 'costRate'].filter((role) => table.byRole.has(role) && currencyOfHeader(table, role) === '');
  return {
    deals: rows.map(({ row, client, project }) => named(row.line, { client, project })),
    owners: rows.filter(({ person }) => person !== '').map(({ row, person }) => ({ line: row.line, value: person })),
    bare: rows.filter(({ cell }) => cell('currency') === '' && money.some((role) => cell(role) !== '')).map(({ row }) => row.line),
  };
}
