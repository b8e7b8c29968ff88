import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Document } from '#shared/document/document';
import { documentInstant, printable } from '#shared/document/printable';
import { ACCENT, BODY_SIZE, HAIRLINE, INK, MARGIN, MUTED, oneLine, paperOf, SMALL_SIZE, textWidth, type Paper } from './look';
import { firstPage } from './pdf-blocks';
import { loadPdfEngine } from './pdf-engine';
import { pdfBlocks } from './pdf-flow';
import { inPdfLetters } from './pdf-letters';
import { browserRasteriser, type Rasteriser } from './rasterise';

export const PDF_TYPE = 'application/pdf';

/** The document as a PDF, drawings as vectors, with bookmarks. The same document gives the same bytes. */
export async function documentToPdf(document: Document, rasteriser: Rasteriser = browserRasteriser): Promise<Blob> {
  const { logo: given, ...clean } = inPdfLetters(printable(document));
  const logo = given && (await rasteriser.logo(given));
  const engine = await loadPdfEngine();
  const bytes = await engine.createPdf(definitionOf({ ...clean, ...(logo ? { logo } : {}) })).getBuffer();
  return new Blob([bytes as BlobPart], { type: PDF_TYPE });
}

function definitionOf(document: Document): TDocumentDefinitions {
  const paper = paperOf(document.language);
  const at = documentInstant(document);
  return {
    version: '1.7',
    language: document.language,
    displayTitle: true,
    pageSize: { width: paper.width, height: paper.height },
    pageMargins: [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
    info: {
      title: document.title,
      subject: document.subtitle ?? document.title,
      author: document.author,
      creator: 'Throughline',
      ...(at ? { creationDate: at, modDate: at } : {}),
    },
    defaultStyle: { font: 'Roboto', fontSize: BODY_SIZE, color: `#${INK}`, lineHeight: 1.25 },
    header: (page) => (page === 1 ? null : pageHeader(oneLine(document.pageHeader), paper)),
    footer: (page, pages) => pageFooter(oneLine(document.pageFooter), `Page ${page} of ${pages}`, paper),
    // A heading that nothing keeps with what follows says how low on a page it may stand.
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel !== undefined && startPosition.verticalRatio > headlineLevel,
    content: [...firstPage(document, paper), ...pdfBlocks(document, paper)],
  };
}

const rule = (paper: Paper): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth(paper), y2: 0, lineWidth: 0.5, lineColor: `#${HAIRLINE}` }],
});

const pageHeader = (text: string, paper: Paper): Content => ({
  margin: [MARGIN.left, 36, MARGIN.right, 0],
  stack: [{ text, fontSize: SMALL_SIZE, color: `#${MUTED}`, margin: [0, 0, 0, 5] }, rule(paper)],
});

const pageFooter = (text: string, pages: string, paper: Paper): Content => ({
  margin: [MARGIN.left, 18, MARGIN.right, 0],
  stack: [
    rule(paper),
    {
      margin: [0, 6, 0, 0],
      fontSize: SMALL_SIZE,
      color: `#${MUTED}`,
      columns: [
        { text, width: '*' },
        { text: pages, width: 'auto', alignment: 'right', color: `#${ACCENT}` },
      ],
    },
  ],
});
