// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heading, paragraph, plain, type Document, type Row } from '#shared/document/document';
import { documentToDocx } from './docx';
import { documentToPdf } from './pdf';
import { unprintedLetters } from './pdf-letters';
import { aDocument } from './testing/a-document';
import { aHostileDocument } from './testing/a-hostile-document';
import { A_LOGO, nodeRasteriser } from './testing/node-rasteriser';
import { bytesOf, pdfPages, withoutSpace, wordParts, wordsOf, wordText } from './testing/read-back';

const docx = async (document: Document): Promise<Uint8Array> => bytesOf(await documentToDocx(document, nodeRasteriser));
const pdf = async (document: Document): Promise<Uint8Array> => bytesOf(await documentToPdf(document, nodeRasteriser));

/** The first words that do not stand behind those before them. */
function firstOutOfOrder(words: readonly string[], said: string): string | undefined {
  let at = 0;
  return words.find((text) => {
    const found = said.indexOf(withoutSpace(text), at);
    at = found + 1;
    return found < 0;
  });
}

function expectWellFormed(file: Uint8Array): void {
  for (const [name, xml] of wordParts(file)) {
    const problem = new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent;
    expect(problem, name).toBeUndefined();
  }
}

describe('a document as Word file and as PDF', () => {
  test('says every word of the document, in the order in which it stands, in both', async () => {
    const document = aDocument({ logo: A_LOGO });
    const inWord = withoutSpace(wordText(await docx(document)));
    const inPdf = withoutSpace((await pdfPages(await pdf(document))).join('\n'));
    for (const said of [inWord, inPdf]) expect(said).toContain('HenrikHalden');
    expect(firstOutOfOrder(wordsOf(document), inWord)).toBeUndefined();
    expect(firstOutOfOrder(wordsOf(document), inPdf)).toBeUndefined();
  });

  test('numbers headings by Word’s own styles, and by the same numbers in the PDF', async () => {
    const parts = wordParts(await docx(aDocument()));
    const body = new DOMParser().parseFromString(parts.get('word/document.xml') ?? '', 'application/xml');
    const levels = [...body.getElementsByTagName('w:pStyle')]
      .map((style) => style.getAttribute('w:val'))
      .filter((name) => name?.startsWith('Heading'));
    expect(levels).toEqual(['Heading1', 'Heading1', 'Heading2', 'Heading2', 'Heading3', 'Heading1', 'Heading1']);
    expect(parts.get('word/numbering.xml')).toMatch(/<w:pStyle w:val="Heading3"\/><w:lvlText w:val="%1.%2.%3"\/>/u);

    const pages = withoutSpace((await pdfPages(await pdf(aDocument()))).join(''));
    for (const numbered of ['1Background', '2Scopeofwork', '2.1Integrate', '2.2Portal', '2.2.1Sign-in', '3Price', '4Signatures']) {
      expect(pages).toContain(numbered);
    }
  });

  test('has a header from the second page on, and the page of how many on each', async () => {
    const pages = await pdfPages(await pdf(aDocument()));
    const has = (page: string | undefined): boolean => page?.includes('Halden & Pryce · Order-to-cash on the new ERP') ?? false;
    expect(pages.map(has)).toEqual(pages.map((_, page) => page > 0));
    expect(pages.map((page) => /Page \d+ of \d+/u.exec(page)?.[0])).toEqual(pages.map((_, page) => `Page ${page + 1} of ${pages.length}`));

    const parts = wordParts(await docx(aDocument()));
    expect(parts.get('word/document.xml')).toContain('<w:titlePg/>');
    expect([...parts].filter(([name, xml]) => name.startsWith('word/footer') && /NUMPAGES/u.test(xml))).toHaveLength(2);
  });

  test('is the same file, byte for byte, whoever makes it and when', async () => {
    const document = aDocument({ logo: A_LOGO });
    expect(await docx(document)).toEqual(await docx(document));
    expect(await pdf(document)).toEqual(await pdf(document));
  });

  test('carries title, author, language and the document’s own day', async () => {
    const parts = wordParts(await docx(aDocument({ language: 'de-DE' })));
    expect(parts.get('docProps/core.xml')).toMatch(/Order-to-cash on the new ERP.*Halden &amp; Pryce.*2026-10-14T12:00:00.000Z/su);
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="de-DE"/>');
  });

  test('prints 500 lines with the head of the table on every page', async () => {
    const rows: Row[] = Array.from({ length: 500 }, (_, at) => ({ cells: [[plain(`Line ${at + 1}.`)], [plain('€1,000.00')]] }));
    const columns = [
      { title: 'What we do', align: 'left' },
      { title: 'Price', align: 'right', share: 0.2 },
    ] as const;
    const document = aDocument({ blocks: [heading(1, 'Lines'), { kind: 'table', columns, rows }] });
    const pages = await pdfPages(await pdf(document));
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.filter((page) => page.includes('What we do'))).toHaveLength(pages.length);
    const inWord = wordText(await docx(document));
    for (const [said, where] of [
      [pages.join('\n'), 'PDF'],
      [inWord, 'Word'],
    ] as const) {
      expect(
        rows.filter((_, at) => !said.includes(`Line ${at + 1}.`)),
        where,
      ).toEqual([]);
    }
  });

  test('survives whatever was imported: control characters, half letters, endless words, other directions', async () => {
    const document = aHostileDocument();
    const file = await docx(document);
    expectWellFormed(file);
    expect(wordText(file)).toContain('שלום مرحبا 日本');
    expect([...wordParts(file).values()].join('')).not.toContain('javascript:');
    expect((await pdfPages(await pdf(document))).join('')).toContain('quoted');
    expect(unprintedLetters(document)).toEqual(expect.arrayContaining(['ש', '日', '👩']));
    expect(unprintedLetters(aDocument())).toEqual([]);
  });

  test('any text at all makes a well-formed Word file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }), async (title, text) => {
        expectWellFormed(await docx(aDocument({ title, blocks: [heading(2, text), paragraph(title)] })));
      }),
      { numRuns: 8 },
    );
  });

  test('every letter that is taken as printable has its shape in the font', async () => {
    const all = Array.from({ length: 0xd7ff - 0x20 }, (_, at) => String.fromCodePoint(at + 0x20)).filter(
      (letter) => letter.normalize('NFC') === letter,
    );
    const missing = new Set(unprintedLetters(aDocument({ blocks: [paragraph(all.join(''))] })));
    const printed = all.filter((letter) => !missing.has(letter) && /[\p{L}\p{Sc}\p{N}]/u.test(letter));
    expect(printed.length).toBeGreaterThan(700);
    const said = (await pdfPages(await pdf(aDocument({ title: 'Letters', blocks: [paragraph(printed.join(' '))] })))).join('');
    expect(printed.filter((letter) => !said.normalize('NFKC').includes(letter.normalize('NFKC')))).toEqual([]);
  });
});
