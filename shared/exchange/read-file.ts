import { readRows, type RawRow, type Table } from '../values/csv';
import { looseTable } from './any-table';
import { looksLikeCalendar, readCalendar, type Calendar } from './calendar';
import { decodeText, looksLikeText } from './decode-text';
import type { ImportFile } from './import-plan';
import type { Mail } from './mail';
import { isMsg } from './msg';
import { parseMail } from './parse-mail';
import type { TableFormat } from './format';
import { detectTable } from './source';
import { readWorkbook } from './workbook';
import { t } from '../values/texts';

/** A file, read once. What a person chooses afterwards changes the plan, not this. */
export type ReadFile =
  | ({ readonly kind: 'table'; readonly name: string; readonly format: TableFormat; readonly table: Table } & OfBook)
  /** A table of no system that is known: a person says what it holds. `reason`: why it stays out until then. */
  | ({
      readonly kind: 'loose table';
      readonly name: string;
      readonly table: Table;
      readonly signature: string;
      readonly label: string;
      readonly reason: string;
    } & OfBook)
  | { readonly kind: 'calendar'; readonly name: string; readonly calendar: Calendar }
  | { readonly kind: 'mail'; readonly name: string; readonly mail: Mail; readonly raw: Uint8Array }
  | { readonly kind: 'unsupported'; readonly name: string; readonly label: string; readonly reason: string };

/** What a sheet of a workbook says beside its rows. */
interface OfBook {
  /** The workbook, where it has several sheets. */
  readonly book?: string;
  readonly remarks?: readonly string[];
}

/**
 * Reads a file by what is in it; the name only helps where the content leaves it open. A workbook gives each of its sheets.
 * Never throws: what cannot be read says why.
 */
export async function readImportFile({ name, bytes }: ImportFile): Promise<readonly ReadFile[]> {
  const unsupported = (label: string, reason: string): readonly ReadFile[] => [{ kind: 'unsupported', name, label, reason }];
  if (bytes.length === 0) return unsupported('an empty file', t('The file is empty.'));
  if (isMsg(bytes)) return isOldWorkbook(name) ? unsupported('an old workbook', OLD_WORKBOOK) : [await readMailFile(name, bytes)];
  if (/\.(?:eml|msg)$/i.test(name)) return [await readMailFile(name, bytes)];
  if (isZip(bytes)) return readWorkbookFile(name, bytes);
  if (!looksLikeText(bytes)) return unsupported('an unknown file', t('This is neither a table in text form nor a message.'));
  const { text } = decodeText(bytes);
  if (text.startsWith('{"format":"throughline'))
    return unsupported('a Throughline file', t('This is a workspace file: open it instead of importing it.'));
  if (looksLikeCalendar(text)) {
    const calendar = readCalendar(text);
    return calendar.ok ? [{ kind: 'calendar', name, calendar: calendar.value }] : unsupported('a calendar', calendar.error);
  }
  const read = readTableRows(name, readRows(text));
  if (read.kind === 'table') return [read];
  const mail = looksLikeMail(text) ? await readMailFile(name, bytes) : undefined;
  return [mail?.kind === 'mail' ? mail : read];
}

async function readWorkbookFile(name: string, bytes: Uint8Array): Promise<readonly ReadFile[]> {
  const book = await readWorkbook(bytes);
  if (!book.ok) return [{ kind: 'unsupported', name, label: 'a workbook or archive', reason: book.error }];
  const { sheets, unsolved } = book.value;
  if (sheets.length === 0)
    return [{ kind: 'unsupported', name, label: 'an empty workbook', reason: t('No sheet of the workbook has anything in it.') }];
  const remarks = unsolved > 0 ? [unsolvedText(unsolved)] : [];
  const about = { ...(sheets.length > 1 ? { book: name } : {}), ...(remarks.length > 0 ? { remarks } : {}) };
  return sheets.map((sheet) => {
    const read = readTableRows(sheets.length > 1 ? `${name} › ${sheet.name}` : name, sheet.rows);
    return { ...read, ...about };
  });
}

const unsolvedText = (count: number): string =>
  `${count === 1 ? 'One formula' : `${count} formulas`} of the workbook ${count === 1 ? 'has' : 'have'} no result in the file and ${count === 1 ? 'reads' : 'read'} as empty. Open it in a spreadsheet program and save it, and the results are in it.`;

function readTableRows(name: string, rows: readonly RawRow[]): ReadFile {
  const detected = detectTable(rows);
  if (detected.kind === 'table') return { kind: 'table', name, format: detected.format, table: detected.table };
  const loose = looseTable(rows);
  const { label, reason } = detected;
  return loose ? { kind: 'loose table', name, label, reason, ...loose } : { kind: 'unsupported', name, label, reason };
}

const OLD_WORKBOOK = t('This is a workbook in the old format. Save it as .xlsx or CSV.');
const isOldWorkbook = (name: string): boolean => /\.xls$/i.test(name);

async function readMailFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const mail = await parseMail(bytes, name);
  return mail.ok
    ? { kind: 'mail', name, mail: mail.value, raw: bytes }
    : { kind: 'unsupported', name, label: 'a damaged message', reason: mail.error };
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const looksLikeMail = (text: string): boolean =>
  /^(?:from|to|subject|date|message-id|received|return-path|delivered-to):/im.test(text.slice(0, 4000));
