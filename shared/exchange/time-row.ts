import type { RawRow } from '../values/csv';
import { cellOf, type MappedTable } from './mapped-table';
import type { ClientProject } from './deal-of-project';

/** A row of a report of hours: cells, put together where a report has them apart. */
export interface TimeRow extends ClientProject {
  readonly row: RawRow;
  readonly task: string;
  /** `Ana Ruiz (ana@firm.example)`, as the owners of a CRM are written. */
  readonly person: string;
  cell(role: string): string;
}

/** The rows of a Harvest, Toggl or Clockify report. */
export function timeRows(table: MappedTable): readonly TimeRow[] {
  return table.table.rows.map((row) => {
    const cell = (role: string) => cellOf(table, row, role);
    const name = [cell('firstName'), cell('lastName')].filter((part) => part !== '').join(' ') || cell('person');
    const email = cell('email');
    const isApart = email !== '' && name !== '' && email !== name;
    return {
      row,
      client: cell('client'),
      project: cell('project') || cell('projectCode'),
      task: cell('task'),
      person: isApart ? `${name} (${email})` : name || email,
      cell,
    };
  });
}

/** The currency that the header of a column names: `Billable Rate (USD)`. */
export function currencyOfHeader({ byRole }: MappedTable, role: string): string {
  return /\b([A-Z]{3})\b\)?\s*$/.exec(byRole.get(role)?.header ?? '')?.[1] ?? '';
}
