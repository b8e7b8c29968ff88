import type { Column, RawRow, Table } from '../values/csv';
import type { Records } from '../records/records';
import type { ColumnUse, ImportChoices } from './import-plan';
import { rememberedAnswer, type Remembered } from './remembered';
import { columnsByRole, headerName, type TableFormat } from './format';
import { own } from './own';

/** A table whose columns have their uses. */
export interface MappedTable {
  readonly file: string;
  readonly source: string;
  readonly format: TableFormat;
  readonly table: Table;
  readonly byRole: ReadonlyMap<string, Column>;
}

/** Gives columns their uses: as chosen now, as chosen before for this kind of file, or by their names. */
export function mapTable(file: string, format: TableFormat, table: Table, records: Records, choices: ImportChoices): MappedTable {
  const { source } = format;
  const chosen = { ...rememberedColumns(source, table.columns, records), ...own(choices.columns, file) };
  const mapped: MappedTable = { file, source, format, table, byRole: columnsByRole(format, table.columns, chosen) };
  const { isSpacer } = format;
  if (!isSpacer) return mapped;
  const filled = (row: RawRow) => row.cells.filter((cell) => cell.trim() !== '').length;
  const rows = table.rows.filter((row) => !isSpacer((role) => cellOf(mapped, row, role), filled(row)));
  return { ...mapped, table: { ...table, rows } };
}

/** What the firm remembers of a column, whatever the capitals of its header. */
const columnKey = (source: string, header: string): string => `columns.${source}/${headerName(header)}`;

function rememberedColumns(source: string, columns: readonly Column[], records: Records): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ header }) => {
      const role = rememberedAnswer(columnKey(source, header), records);
      return role === undefined ? [] : [[header, role] as const];
    }),
  );
}

/** The choices that were made now, to be remembered for the next file of this kind. */
export function columnsToRemember({ file, source, table }: MappedTable, choices: ImportChoices): readonly Remembered[] {
  const chosen = own(choices.columns, file) ?? {};
  return table.columns.flatMap(({ header }) => {
    const role = own(chosen, header);
    return role === undefined ? [] : [{ question: columnKey(source, header), answer: role }];
  });
}

/** The trimmed text under a role, or what the format makes of the other cells; '' where the file has no such column. */
export function cellOf(table: MappedTable, row: RawRow, role: string): string {
  const column = table.byRole.get(role);
  if (column !== undefined) return (row.cells[column.index] ?? '').trim();
  const computed = own(table.format.computed ?? {}, role);
  return computed === undefined ? '' : computed((other) => cellOf(table, row, other));
}

export const hasRole = ({ byRole, format }: MappedTable, role: string): boolean =>
  byRole.has(role) || own(format.computed ?? {}, role) !== undefined;

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
