import { readRows, type Table } from '../values/csv';
import { decodeText, looksLikeText } from './decode-text';
import type { ImportFile } from './import-plan';
import type { Mail } from './mail';
import { isMsg } from './msg';
import { parseMail } from './parse-mail';
import type { TableFormat } from './format';
import { detectTable } from './source';

/** A file, read once. What a person chooses afterwards changes the plan, not this. */
export type ReadFile =
  | { readonly kind: 'table'; readonly name: string; readonly format: TableFormat; readonly table: Table }
  | { readonly kind: 'mail'; readonly name: string; readonly mail: Mail; readonly raw: Uint8Array }
  | { readonly kind: 'unsupported'; readonly name: string; readonly label: string; readonly reason: string };

/** Reads a file by what is in it; the name only helps where the content leaves it open. Never throws: what cannot be read says why. */
export async function readImportFile({ name, bytes }: ImportFile): Promise<ReadFile> {
  const unsupported = (label: string, reason: string): ReadFile => ({ kind: 'unsupported', name, label, reason });
  if (bytes.length === 0) return unsupported('an empty file', 'The file is empty.');
  if (isMsg(bytes) || /\.(?:eml|msg)$/i.test(name)) return readMailFile(name, bytes);
  if (isZip(bytes))
    return unsupported('a workbook or archive', 'This is a workbook or an archive. Save the sheet as CSV, or unpack it first.');
  if (!looksLikeText(bytes)) return unsupported('an unknown file', 'This is neither a table in text form nor a message.');
  const { text } = decodeText(bytes);
  if (text.startsWith('{"format":"throughline'))
    return unsupported('a Throughline file', 'This is a workspace file: open it instead of importing it.');
  const detected = detectTable(readRows(text));
  if (detected.kind === 'table') return { kind: 'table', name, format: detected.format, table: detected.table };
  const mail = looksLikeMail(text) ? await readMailFile(name, bytes) : undefined;
  return mail?.kind === 'mail' ? mail : unsupported(detected.label, detected.reason);
}

async function readMailFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const mail = await parseMail(bytes, name);
  return mail.ok
    ? { kind: 'mail', name, mail: mail.value, raw: bytes }
    : { kind: 'unsupported', name, label: 'a damaged message', reason: mail.error };
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const looksLikeMail = (text: string): boolean =>
  /^(?:from|to|subject|date|message-id|received|return-path|delivered-to):/im.test(text.slice(0, 4000));
