import { Document as WordDocument, Footer, Header, PageNumber, Packer, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Document } from '#shared/document/document';
import { printable } from '#shared/document/printable';
import { blocksOf, firstPage, type WordPicture } from './docx-blocks';
import { settled } from './docx-package';
import { NUMBERING, wordStyles } from './docx-styles';
import { HAIRLINE, MARGIN, oneLine, paperOf, textWidth, type Paper } from './look';
import { browserRasteriser, type Rasteriser } from './rasterise';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The document as a Word file: real heading styles with real numbering, so that the navigation pane and a table of
 * contents work. The same document gives the same bytes. Rejects where a drawing cannot be made into a picture.
 */
export async function documentToDocx(document: Document, rasteriser: Rasteriser = browserRasteriser): Promise<Blob> {
  const clean = printable(document);
  const logo = clean.logo && (await rasteriser.logo(clean.logo));
  const pictures = new Map<object, WordPicture>();
  for (const block of clean.blocks) {
    if (block.kind === 'picture') pictures.set(block, { png: await rasteriser.png(block), picture: block });
  }
  const file = wordDocument({ ...clean, ...(logo ? { logo } : { logo: undefined }) }, pictures);
  const bytes = settled(new Uint8Array(await Packer.toArrayBuffer(file)), clean);
  return new Blob([bytes as BlobPart], { type: DOCX_TYPE });
}

function wordDocument(
  document: Omit<Document, 'logo'> & Pick<Partial<Document>, 'logo'>,
  pictures: ReadonlyMap<object, WordPicture>,
): WordDocument {
  const paper = paperOf(document.language);
  return new WordDocument({
    title: document.title,
    subject: document.subtitle ?? document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: wordStyles(document.language, document.numbered),
    numbering: NUMBERING,
    sections: [
      {
        properties: { titlePage: true, page: pageOf(paper) },
        headers: { default: pageHeader(oneLine(document.pageHeader)), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: pageFooter(oneLine(document.pageFooter), paper), first: pageFooter(oneLine(document.pageFooter), paper) },
        children: [...firstPage(document, paper), ...blocksOf(document, pictures, paper)],
      },
    ],
  });
}

const twips = (points: number): number => Math.round(points * 20);

const pageOf = (paper: Paper) => ({
  size: { width: twips(paper.width), height: twips(paper.height) },
  margin: {
    top: twips(MARGIN.top),
    bottom: twips(MARGIN.bottom),
    left: twips(MARGIN.left),
    right: twips(MARGIN.right),
    header: twips(36),
    footer: twips(34),
  },
});

const line = { style: 'single', size: 4, color: HAIRLINE, space: 6 } as const;

const pageHeader = (text: string): Header =>
  new Header({ children: [new Paragraph({ style: 'Header', border: { bottom: line }, children: [new TextRun(text)] })] });

function pageFooter(text: string, paper: Paper): Footer {
  const children = [new TextRun(text), new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })];
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(textWidth(paper)) }];
  return new Footer({ children: [new Paragraph({ style: 'Footer', border: { top: line }, tabStops, children })] });
}
