import { decimalOf, type Decimal } from '../values/cell-numbers';
import { dateOrderOf, type DateOrder } from './cell-dates';
import { valuesOf, type MappedTable } from './mapped-table';

/** The order of day and month in a column; where it leaves that open, what the other columns of days in its file say. */
export function dateOrderIn(table: MappedTable, role: string): DateOrder | 'ambiguous' | undefined {
  return settledBy(table, role, table.format.dates ?? [], dateOrderOf);
}

/** The decimal sign of a column; where it leaves that open, what the other columns of numbers in its file say. */
export function decimalIn(table: MappedTable, role: string): Decimal | 'ambiguous' | undefined {
  return settledBy(table, role, [...(table.format.amounts ?? []), ...(table.format.numbers ?? [])], decimalOf);
}

/** A program writes all columns of a file in one way. */
function settledBy<T extends string>(
  table: MappedTable,
  role: string,
  roles: readonly string[],
  styleOf: (values: readonly string[]) => T | 'ambiguous' | undefined,
): T | 'ambiguous' | undefined {
  const own = styleOf(valuesOf(table, role));
  if (own !== 'ambiguous') return own;
  const others = styleOf(roles.flatMap((other) => valuesOf(table, other)));
  return others ?? own;
}
