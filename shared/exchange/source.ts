import { tableAt, type RawRow, type Table } from '../values/csv';
import { columnsByRole, headerName, type TableFormat } from './format';
import { ASANA } from './asana-columns';
import { HUBSPOT } from './hubspot-columns';
import { INVOICE_FORMATS } from './invoice-formats';
import { JIRA } from './jira-columns';
import { SALESFORCE } from './salesforce-columns';
import { TIME_FORMATS } from './time-formats';
import { t } from '../values/texts';

/** Every table that can be brought in by itself. Of two that fit, the first counts. */
export const FORMATS: readonly TableFormat[] = [...SALESFORCE, JIRA, ASANA, ...HUBSPOT, ...INVOICE_FORMATS, ...TIME_FORMATS];

/** What people call the systems behind them. */
export const SYSTEM_LABELS: readonly string[] = [...new Set(FORMATS.map(({ systemLabel }) => systemLabel))];

/** What people call the system behind a source: `HubSpot` of `hubspot-deals`. */
export const systemLabelOf = (source: string): string | undefined => FORMATS.find((format) => format.source === source)?.systemLabel;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export type Detection =
  | { readonly kind: 'table'; readonly format: TableFormat; readonly table: Table }
  | { readonly kind: 'unknown'; readonly label: string; readonly reason: string };

/** Rows among which the headers are looked for: reports put a title above them. */
const PREAMBLE_LIMIT = 30;
const SUPPORTED = t('Exports of {{listed}} and e-mail (.eml, .msg) can be brought in.', { listed: listed(SYSTEM_LABELS) });

/** What a table is, told by the names in its headers, wherever in the first rows they stand. */
export function detectTable(rows: readonly RawRow[]): Detection {
  const first = rows[0];
  if (!first) return { kind: 'unknown', label: 'an empty file', reason: t('The file is empty.') };
  const heads = rows.slice(0, PREAMBLE_LIMIT).map(({ cells }) => new Set(cells.map(headerName)));
  for (const [index, names] of heads.entries()) {
    const format = FORMATS.find((one) => one.recognises(names) && missing(one, rows, index) === undefined);
    if (format) return { kind: 'table', format, table: tableAt(rows, index) };
  }
  return refusal(rows, heads);
}

/** Why the table under these headers stays out though it is of this format; undefined where nothing is missing. */
function missing(format: TableFormat, rows: readonly RawRow[], index: number): string | undefined {
  if (!format.needs) return undefined;
  const byRole = columnsByRole(format, tableAt(rows.slice(index, index + 1), 0).columns);
  return format.needs.find(({ role }) => !byRole.has(role))?.reason;
}

function refusal(rows: readonly RawRow[], heads: readonly ReadonlySet<string>[]): Detection {
  for (const [index, names] of heads.entries()) {
    const nearly = FORMATS.find((format) => format.recognises(names));
    if (nearly) return { kind: 'unknown', label: nearly.label, reason: missing(nearly, rows, index) ?? SUPPORTED };
  }
  return { kind: 'unknown', label: 'an unknown table', reason: `The headers are not those of an export that is known here. ${SUPPORTED}` };
}
