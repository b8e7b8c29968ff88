import { tableAt, type RawRow, type Table } from '../values/csv';
import { columnsByRole, headerName, type TableFormat } from './format';
import { HUBSPOT } from './hubspot-columns';
import { INVOICE_FORMATS } from './invoice-formats';
import { TIME_FORMATS } from './time-formats';

/** Every table that can be brought in by itself. Of two that fit, the first counts. */
export const FORMATS: readonly TableFormat[] = [...HUBSPOT, ...INVOICE_FORMATS, ...TIME_FORMATS];

/** The systems behind them: what a person is asked about is asked once per system. */
export const SYSTEMS: readonly string[] = [...new Set(FORMATS.map(({ system }) => system))];

/** What people call the system behind a source: `HubSpot` of `hubspot-deals`. */
export const systemLabelOf = (source: string): string | undefined => FORMATS.find((format) => format.source === source)?.systemLabel;

/** Exports that are recognised, so that the refusal names them. */
const OTHERS: readonly { readonly label: string; readonly headers: readonly string[] }[] = [
  { label: 'a Jira export', headers: ['issue key', 'summary'] },
  { label: 'a Salesforce export', headers: ['opportunity name', 'stage'] },
];

export type Detection =
  | { readonly kind: 'table'; readonly format: TableFormat; readonly table: Table }
  | { readonly kind: 'unknown'; readonly label: string; readonly reason: string };

/** Rows among which the headers are looked for: reports put a title above them. */
const PREAMBLE_LIMIT = 30;
const SUPPORTED = 'HubSpot exports of companies, contacts, deals and notes (CSV) and e-mail (.eml, .msg) can be brought in.';

/** What a table is, told by the names in its headers, wherever in the first rows they stand. */
export function detectTable(rows: readonly RawRow[]): Detection {
  const first = rows[0];
  if (!first) return { kind: 'unknown', label: 'an empty file', reason: 'The file is empty.' };
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
    const known = OTHERS.find(({ headers }) => headers.every((header) => names.has(header)));
    if (known) return { kind: 'unknown', label: known.label, reason: `This is ${known.label}. ${SUPPORTED}` };
    const nearly = FORMATS.find((format) => format.recognises(names));
    if (nearly) return { kind: 'unknown', label: nearly.label, reason: missing(nearly, rows, index) ?? SUPPORTED };
  }
  return { kind: 'unknown', label: 'an unknown table', reason: `The headers are not those of an export that is known here. ${SUPPORTED}` };
}
