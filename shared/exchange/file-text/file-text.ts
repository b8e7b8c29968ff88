import { decodeText, looksLikeText } from '../decode-text';
import { htmlText } from '../html-text';
import { isMsg } from '../msg';
import { parseMail } from '../parse-mail';
import { withinLimit } from '../text-limit';
import { docxText } from './docx-text';
import { pdfText, ReaderMissing } from './pdf-text';
import { cleaned, unreadable, wordsOf, type TextPart, type Words } from './text-part';

/** Rises when the same bytes may give other words than before: what was kept of earlier readings is made again. */
export const READING = 1;

/** Bytes of one file that are read. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Messages within messages that are opened. */
const MOST_DEPTH = 3;
const MOST_PARTS = 200;

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What a file says, told by what is in it and not by its name. A message gives its attachments, each a part; its own words
 * are with its moment, and a part only where they are longer than an entry can hold. The same bytes always give the same
 * words. What cannot be read says why; it throws only where the app's own reader cannot be loaded (`ReaderMissing`).
 */
export async function fileText(file: NamedBytes): Promise<readonly TextPart[]> {
  return partsOf(file, '', 0);
}

async function partsOf(file: NamedBytes, path: string, depth: number): Promise<readonly TextPart[]> {
  const part = (words: Words): readonly TextPart[] => [{ name: path, ...words }];
  if (file.bytes.length > MOST_BYTES) return part(unreadable('It is larger than 64 MB.'));
  try {
    if (isMessage(file)) return await messageParts(file, path, depth);
    return part(await documentWords(file));
  } catch (thrown) {
    if (thrown instanceof ReaderMissing) throw thrown;
    // A reader of a foreign format met what its authors did not think of.
    return part(unreadable('It could not be read.'));
  }
}

const isMessage = ({ name, bytes }: NamedBytes): boolean =>
  /\.eml$/i.test(name) || (isMsg(bytes) && !/\.(?:doc|xls|ppt|msi|mpp|vsd)$/i.test(name));

async function messageParts(file: NamedBytes, path: string, depth: number): Promise<readonly TextPart[]> {
  if (depth >= MOST_DEPTH) return [{ name: path, ...unreadable('It lies too many messages deep.') }];
  const mail = await parseMail(file.bytes, file.name);
  if (!mail.ok) return [{ name: path, ...unreadable(mail.error) }];
  const { text, attachments } = mail.value;
  const isInRecord = depth === 0 && !withinLimit(text).cut;
  const parts: TextPart[] = isInRecord ? [] : [{ name: path, ...wordsOf(text) }];
  for (const attachment of attachments.slice(0, MOST_PARTS)) {
    const called = nameOf(attachment.name, attachment.type);
    parts.push(...(await partsOf({ name: called, bytes: attachment.bytes }, path === '' ? called : `${path} › ${called}`, depth + 1)));
  }
  return parts;
}

/** A message in a message often has no name, or one without an ending. */
function nameOf(name: string, type: string): string {
  const called = cleaned(name).trim() || 'attachment';
  return type === 'message/rfc822' && !/\.eml$/i.test(called) ? `${called}.eml` : called;
}

async function documentWords({ name, bytes }: NamedBytes): Promise<Words> {
  if (bytes.length === 0) return { state: 'empty', text: '' };
  if (isPdf(bytes)) return pdfText(bytes);
  if (isZip(bytes)) return isOtherOffice(name) ? unreadable('Workbooks and slides are not read.') : docxText(bytes);
  if (/\.(?:png|jpe?g|gif|webp|bmp|tiff?|heic|svg)$/i.test(name)) return unreadable('It is a picture.');
  if (!looksLikeText(bytes)) return unreadable('It is not a kind of document that is read.');
  const { text } = decodeText(bytes);
  return wordsOf(/\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html)/i.test(text) ? htmlText(text) : text);
}

/** The mark may stand behind other bytes, within the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 1024);
  for (let at = 0; at + 4 < head.length; at += 1)
    if (head[at] === 0x25 && head[at + 1] === 0x50 && head[at + 2] === 0x44 && head[at + 3] === 0x46 && head[at + 4] === 0x2d) return true;
  return false;
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const isOtherOffice = (name: string): boolean => /\.(?:xlsx|xlsm|pptx|ods|odp)$/i.test(name);
