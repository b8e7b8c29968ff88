import type { TableFile, TableValue } from '#shared/exchange/table-file';
import type { DataColumn } from '../data-column';

/**
 * A table on screen as a table in a file: all of its columns, those too that a narrow window has no room for, and all of
 * its rows in the order shown. Columns without a name, such as that of a row's menu, hold no values.
 */
export function tableOfColumns<Row>(name: string, columns: readonly DataColumn<Row>[], rows: readonly Row[]): TableFile {
  const named = columns.filter(({ header }) => header !== '');
  return {
    name,
    headers: named.map(({ header }) => header),
    rows: rows.map((row) => named.map((column) => valueIn(column, row))),
  };
}

function valueIn<Row>(column: DataColumn<Row>, row: Row): TableValue {
  if (column.data) return column.data(row);
  const shown = column.cell(row);
  if (typeof shown === 'string' || typeof shown === 'number' || typeof shown === 'boolean') return shown;
  return shown === null || shown === undefined ? undefined : column.sortBy?.(row);
}
