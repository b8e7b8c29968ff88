/** A cell to write: numbers stay numbers. */
export type Cell = string | number | boolean | null | undefined;

/** Signs that make a spreadsheet take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV (RFC 4180, CRLF). A text that a spreadsheet would run as a formula gets a quote in front of it; numbers do
 * not, so −5 stays a number.
 */
export function csvText(headers: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [headers.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = plainCell(cell);
  return /["',;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that no spreadsheet takes for a formula. */
export const plainCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
