import { isAnyTable } from './any-table';
import { readAnyTable } from './any-table-rows';
import type { Reading } from './answers';
import type { ReadRow } from './draft';
import { readAsana } from './asana';
import { readHubspot } from './hubspot';
import { readInvoices } from './invoice-drafts';
import type { ReadContext } from './read-context';
import { readTime } from './time-drafts';
import { readJira } from './jira';
import type { MappedTable } from './mapped-table';
import { readSalesforce } from './salesforce';

/** Reads a table into what its rows say; several records of one row follow each other. */
type Reader = (table: MappedTable, reading: Reading, context: ReadContext) => readonly ReadRow[];

/** System → how its tables are read. */
const READERS: Readonly<Record<string, Reader>> = {
  hubspot: readHubspot,
  xero: readInvoices,
  quickbooks: readInvoices,
  harvest: readTime,
  toggl: readTime,
  clockify: readTime,
  salesforce: readSalesforce,
  jira: readJira,
  asana: readAsana,
};

/** What the rows of a table say, as values of our records. A row that cannot be one is refused with its reason. */
export const readTable: Reader = (table, reading, context) =>
  isAnyTable(table.format.system) ? readAnyTable(table, reading) : (READERS[table.format.system]?.(table, reading, context) ?? []);
