import type { Reading } from './answers';
import type { ReadRow } from './draft';
import { readHubspot } from './hubspot';
import type { MappedTable } from './mapped-table';

/** Reads a table into what its rows say; several records of one row follow each other. */
type Reader = (table: MappedTable, reading: Reading) => readonly ReadRow[];

/** System → how its tables are read. */
const READERS: Readonly<Record<string, Reader>> = { hubspot: readHubspot };

/** What the rows of a table say, as values of our records. A row that cannot be one is refused with its reason. */
export const readTable: Reader = (table, reading) => READERS[table.format.system]?.(table, reading) ?? [];
