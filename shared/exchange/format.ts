import type { Column } from '../values/csv';
import type { RecordType } from '../records/registry';
import { own } from './own';

/** One use that a column can have, with the headers under which sources export it (in all spellings, folded by `headerName`). */
export interface ColumnRole {
  readonly role: string;
  readonly label: string;
  readonly headers: readonly string[];
}

/** A column whose values each mean one of ours: asked once per distinct value, then remembered. */
export interface ValueQuestion {
  /** The role of the column; the question is `SYSTEM.ROLE/VALUE`. */
  readonly role: string;
  readonly kind: 'status' | 'kind' | 'choice';
  readonly text: (value: string) => string;
  readonly options: readonly string[];
  /** What the value means; `certain` where that is beyond doubt. */
  readonly guess: (value: string) => { readonly value: string; readonly certain: boolean };
}

/** One kind of table that can be brought in: how it is told from others, what its columns are, what has to be asked about them. */
export interface TableFormat {
  /** `hubspot-deals`: what rows are remembered under. */
  readonly source: string;
  /** `hubspot`: derived ids, external ids and remembered answers stand under this name. */
  readonly system: string;
  /** What people call the table: `HubSpot deals`. */
  readonly label: string;
  /** What people call the system. */
  readonly systemLabel: string;
  /** The noun of a row. A reader may make further records of a row. */
  readonly type: RecordType;
  readonly roles: readonly ColumnRole[];
  /** Whether a row of cells, folded by `headerName`, is the headers of such a table. */
  readonly recognises: (names: ReadonlySet<string>) => boolean;
  /** Roles that must have a column; without one the file is refused with this reason. */
  readonly needs?: readonly { readonly role: string; readonly reason: string }[];
  /** Roles whose cells are dates, amounts of money, other numbers, names of people of ours. */
  readonly dates?: readonly string[];
  readonly amounts?: readonly string[];
  readonly numbers?: readonly string[];
  readonly owners?: readonly string[];
  /** Roles that a person made of an owner gets. */
  readonly ownersAre?: readonly ('AE' | 'PM' | 'consultant')[];
  /** Roles whose values stand for a deal of ours: a project, a client. */
  readonly deals?: readonly string[];
  /** The role of the stage, of the pipeline in which it stands, and of what says that it is won or closed. */
  readonly stage?: { readonly role: string; readonly pipeline?: string; readonly won?: string; readonly closed?: string };
  /** Where an amount names its currency: in the column of this role. */
  readonly currency?: string;
  readonly values?: readonly ValueQuestion[];
  /** Roles without a column of their own, made of other cells: the project of `ENG-12`. */
  readonly computed?: Readonly<Record<string, (cell: (role: string) => string) => string>>;
  /** Rows that are no data: sections, subtotals. */
  readonly isSpacer?: (cell: (role: string) => string, filled: number) => boolean;
}

/** `Deal_Owner`, `deal owner ` and `Deal Owner` are one name. */
export const headerName = (header: string): string =>
  header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const hasAll = (names: ReadonlySet<string>, ...wanted: readonly string[]): boolean => wanted.every((name) => names.has(name));
export const hasAny = (names: ReadonlySet<string>, ...wanted: readonly string[]): boolean => wanted.some((name) => names.has(name));

/**
 * Role → column. A choice of the person comes first; then the first header that the source is known to use, in the order
 * in which the roles list their names, so that a better column wins over a second-best one.
 */
export function columnsByRole(
  { roles }: TableFormat,
  columns: readonly Column[],
  chosen: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, Column> {
  const free = columns.filter(({ header }) => own(chosen, header) === undefined);
  const byRole = new Map<string, Column>();
  for (const { role, headers } of roles) {
    const column = columns.find(({ header }) => own(chosen, header) === role) ?? firstNamed(free, headers);
    if (column) byRole.set(role, column);
  }
  return byRole;
}

function firstNamed(columns: readonly Column[], headers: readonly string[]): Column | undefined {
  for (const name of headers) {
    const column = columns.find(({ header }) => headerName(header) === name);
    if (column) return column;
  }
  return undefined;
}
