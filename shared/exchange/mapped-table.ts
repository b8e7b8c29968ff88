import type { Column, RawRow, Table } from './csv';
import type { ColumnUse, ImportChoices } from './import-plan';
import { columnsByRole, type TableSource } from './source';

/** A table whose columns have their uses. */
export interface MappedTable {
  readonly file: string;
  readonly source: TableSource;
  readonly table: Table;
  readonly byRole: ReadonlyMap<string, Column>;
}

export function mapTable(file: string, source: TableSource, table: Table, choices: ImportChoices): MappedTable {
  return { file, source, table, byRole: columnsByRole(source, table.columns, choices.columns[file]) };
}

/** The trimmed text under a role; '' where the file has no such column. */
export function cellOf({ byRole }: MappedTable, row: RawRow, role: string): string {
  const column = byRole.get(role);
  return column === undefined ? '' : (row.cells[column.index] ?? '').trim();
}

/** All values of a column, blanks left out, damaged rows too. */
export function valuesOf(mapped: MappedTable, role: string): readonly string[] {
  return mapped.table.rows
    .filter(({ damage }) => damage === undefined)
    .map((row) => cellOf(mapped, row, role))
    .filter((text) => text !== '');
}

const SAMPLES = 3;

/** Where every column of the file goes, those that nobody reads included, with a few values to tell it by. */
export function columnUses({ table, byRole }: MappedTable): readonly ColumnUse[] {
  const roles = new Map([...byRole].map(([role, column]) => [column.index, role]));
  return table.columns.map(({ index, header }) => ({
    header,
    role: roles.get(index) ?? '',
    samples: [...new Set(table.rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((text) => text !== ''))].slice(0, SAMPLES),
  }));
}
