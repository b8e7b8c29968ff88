import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Document } from '#shared/document/document';
import { documentInstant } from '#shared/document/printable';

/** 1 January 1980, noon by the clock on the wall: the first day that a zip can hold, in every time zone. */
const FIRST_DAY = new Date(1980, 0, 1, 12);

/**
 * The package that the library wrote, with what it leaves to chance and to the clock taken from the document: the same
 * document gives the same bytes, so two people can compare files. Links numbering levels to heading styles, which Word
 * needs for a heading that somebody adds later.
 */
export function settled(docx: Uint8Array, document: Document): Uint8Array {
  const parts = unzipSync(docx);
  const settledParts: Zippable = {};
  for (const name of Object.keys(parts).toSorted()) {
    const bytes = parts[name] ?? new Uint8Array();
    const content = /\.(xml|rels)$/u.test(name) ? strToU8(settledText(name, strFromU8(bytes), document)) : bytes;
    settledParts[name] = [content, { mtime: FIRST_DAY, level: 6 }];
  }
  return zipSync(settledParts);
}

function settledText(name: string, xml: string, document: Document): string {
  if (name === 'docProps/core.xml') return withDates(xml, document);
  if (name === 'word/document.xml' || name === 'word/_rels/document.xml.rels') return withCountedPictures(withNamedLinks(xml));
  if (name === 'word/numbering.xml') return withLinkedLevels(xml);
  return xml;
}

function withDates(xml: string, document: Document): string {
  const at = (documentInstant(document) ?? FIRST_DAY).toISOString();
  return xml.replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*/gu, (_, tag: string) => tag + at);
}

/** `pStyle` belongs after the number's format and before its text (ISO/IEC 29500-1, 17.9.6). */
const withLinkedLevels = (xml: string): string =>
  xml.replaceAll(/<w:numFmt w:val="decimal"\/>(?=(?:(?!<\/w:lvl>).)*?<w:lvlText w:val="((?:%\d\.?)+)"\/>)/gsu, (found, text: string) => {
    const level = /^%1(\.%2(\.%3)?)?$/u.exec(text)?.[0].split('.').length;
    return level === undefined ? found : `${found}<w:pStyle w:val="Heading${level}"/>`;
  });

/** Ids that the library drew by lot, named by the order in which they stand: the same in the text and in its relations. */
function withNamedLinks(xml: string): string {
  const names = new Map<string, string>();
  return xml.replaceAll(/"rId(?!\d+")([\w-]+)"/gu, (_, id: string) => {
    if (!names.has(id)) names.set(id, `"rIdLink${names.size + 1}"`);
    return names.get(id) ?? '';
  });
}

/** Ids of drawings, which the library counts on from file to file. */
function withCountedPictures(xml: string): string {
  let count = 0;
  return xml.replaceAll(/<wp:docPr id="\d+"/gu, () => `<wp:docPr id="${(count += 1)}"`);
}
