import { strFromU8, unzipSync } from 'fflate';
import type { Document } from '#shared/document/document';

/** The parts of a Word file that are text, by name. */
export function wordParts(docx: Uint8Array): ReadonlyMap<string, string> {
  const parts = Object.entries(unzipSync(docx)).filter(([name]) => /\.(xml|rels)$/u.test(name));
  return new Map(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The words of a Word file's body: one line a paragraph. */
export function wordText(docx: Uint8Array): string {
  const xml = wordParts(docx).get('word/document.xml') ?? '';
  return xml
    .replaceAll(/<w:br\/>|<\/w:p>/gu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The words of a PDF, page by page, as a reader that is not ours finds them. */
export async function pdfPages(pdf: Uint8Array): Promise<readonly string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const file = await getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  return pages;
}

/** The words of a text without the white between them, which every reader sets differently. */
export const withoutSpace = (text: string): string => text.replaceAll(/\s+/gu, '');

export const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** What the document says, from top to bottom, without the names that stand beside each other under it. */
export function wordsOf(document: Document): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && ['text', 'title', 'label', 'value', 'source', 'firm', 'alt'].includes(key)) found.push(value);
    else if (Array.isArray(value)) for (const part of value) walk(part, key);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      for (const [name, part] of Object.entries(value)) walk(part, name);
    }
  };
  walk([document.title, document.subtitle, document.facts, document.blocks], 'title');
  return found.filter((text) => text.trim() !== '');
}
