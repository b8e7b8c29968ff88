import type { Sheet, SheetCell } from '#shared/exchange/table-file';
import writeXlsxFile, { type Cell } from 'write-excel-file/universal';

/** A workbook with one sheet: names of the columns in bold, which stay in view, and the rows below them. */
export async function sheetToXlsx(sheet: Sheet): Promise<Blob> {
  const head = sheet.headers.map((value): Cell => ({ value, type: String, fontWeight: 'bold' }));
  const rows = sheet.rows.map((row) => row.map(cellOf));
  const options = { sheet: sheet.name, columns: sheet.widths.map((width) => ({ width })), stickyRowsCount: 1 };
  return writeXlsxFile([head, ...rows], options).toBlob();
}

/** The type is always said: left to the library, a text that looks like something else might become that. */
function cellOf(cell: SheetCell): Cell {
  if (!cell) return null;
  const { value, format } = cell;
  if (typeof value === 'string') return { value, type: String };
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (typeof value === 'number') return { value, type: Number, ...(format ? { format } : {}) };
  return { value, type: Date, format: format ?? 'yyyy-mm-dd' };
}
