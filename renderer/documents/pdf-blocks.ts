import type { Content } from 'pdfmake/interfaces';
import type { Block, Document, Picture, Runs } from '#shared/document/document';
import { imageSize } from '#shared/document/image-size';
import {
  ACCENT,
  captionOf,
  fitted,
  HAIRLINE,
  HEADING_SIZES,
  HEADING_SPACE,
  INK,
  LOGO_BOX,
  MUTED,
  POINTS_PER_PIXEL,
  SMALL_SIZE,
} from './look';
import { SUBTITLE_SIZE, textWidth, TINT, TITLE_SIZE, type Paper } from './look';
import { pdfRuns } from './pdf-runs';
import { factsGrid, lineGrid, signatureGrid } from './pdf-tables';

/** The mark, the title and the facts that stand before everything else. */
export function firstPage(document: Document, paper: Paper): readonly Content[] {
  const width = textWidth(paper);
  return [
    ...(document.logo ? [logoOf(document.logo)] : []),
    { text: document.title, fontSize: TITLE_SIZE, bold: true, lineHeight: 1.12, margin: [0, 18, 0, 3] },
    ...(document.subtitle === undefined
      ? []
      : [{ text: document.subtitle, fontSize: SUBTITLE_SIZE, color: `#${MUTED}`, margin: [0, 2, 0, 0] as Margin }]),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.5, lineColor: `#${ACCENT}` }], margin: [0, 12, 0, 12] },
    ...(document.facts.length > 0 ? [factsGrid(document.facts, paper)] : []),
  ];
}

type Margin = [number, number, number, number];

/** What a block does not know of itself. */
export interface Standing {
  /** In front of a heading. */
  readonly number: string | undefined;
  readonly afterHeading: boolean;
  /** How low on a page a heading may stand; none where something else keeps it with what follows. */
  readonly lowest?: number;
}

export type PrintedBlock = Exclude<Block, { kind: 'page break' }>;

/** One block in the engine's own terms. */
export function contentOf(block: PrintedBlock, standing: Standing, paper: Paper): Content {
  switch (block.kind) {
    case 'heading':
      return headingOf(block, standing);
    case 'paragraph':
      return { text: pdfRuns(block.runs), margin: [0, 0, 0, 6] };
    case 'list':
      return listOf(block.items, block.ordered);
    case 'quote':
      return barred(
        [
          { text: block.text, italics: true, margin: [0, 0, 0, 2] },
          { text: block.source, fontSize: SMALL_SIZE, color: `#${MUTED}` },
        ],
        { color: HAIRLINE },
      );
    case 'note':
      return barred([{ text: pdfRuns(block.runs) }], { color: ACCENT, fill: TINT });
    case 'facts':
      return factsGrid(block.facts, paper);
    case 'table':
      return lineGrid(block, paper);
    case 'picture':
      return pictureOf(block, paper);
    case 'signatures':
      return signatureGrid(block.parties, paper);
  }
}

function headingOf({ level, text }: Extract<Block, { kind: 'heading' }>, { number, afterHeading, lowest }: Standing): Content {
  const [full, below] = HEADING_SPACE[level];
  const above = afterHeading ? full / 3 : full;
  const title = number === undefined ? text : `${number}   ${text}`;
  return {
    text: number === undefined ? text : [{ text: `${number}   `, color: `#${ACCENT}` }, { text }],
    fontSize: HEADING_SIZES[level],
    bold: true,
    lineHeight: 1.15,
    color: `#${level === 1 ? ACCENT : INK}`,
    margin: [0, above, 0, below],
    ...(lowest === undefined ? {} : { headlineLevel: lowest }),
    outline: true,
    outlineText: title,
  };
}

const listOf = (items: readonly Runs[], ordered: boolean): Content => {
  const lines = items.map((item) => ({ text: pdfRuns(item), margin: [2, 3, 0, 0] as Margin }));
  const look = { markerColor: `#${ACCENT}`, margin: [4, 0, 0, 8] as Margin };
  return ordered ? { ol: lines, ...look } : { ul: lines, ...look };
};

/** Text beside a bar of colour. May run over pages: a quoted mail can be long. */
const barred = (stack: Content[], { color, fill }: { readonly color: string; readonly fill?: string }): Content => ({
  margin: [0, 4, 0, 10],
  table: { widths: ['*'], body: [[{ stack, border: [true, false, false, false] }]] },
  layout: {
    vLineWidth: (at) => (at === 0 ? 2.5 : 0),
    hLineWidth: () => 0,
    vLineColor: () => `#${color}`,
    fillColor: () => (fill === undefined ? null : `#${fill}`),
    paddingLeft: () => 10,
    paddingRight: () => 10,
    paddingTop: () => (fill === undefined ? 1 : 7),
    paddingBottom: () => (fill === undefined ? 1 : 5),
  },
});

function logoOf({ bytes, type }: NonNullable<Document['logo']>): Content {
  const size = imageSize(bytes) ?? { width: 1, height: 1 };
  const box = fitted(size.width * POINTS_PER_PIXEL, size.height * POINTS_PER_PIXEL, LOGO_BOX);
  return { image: `data:${type};base64,${base64Of(bytes)}`, ...box, margin: [0, 0, 0, 14] };
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function pictureOf({ svg, width, height, alt }: Picture, paper: Paper): Content {
  const box = fitted(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL, { width: textWidth(paper), height: paper.height * 0.62 });
  return {
    unbreakable: true,
    margin: [0, 6, 0, 12],
    stack: [
      { svg, width: box.width, height: box.height },
      { text: captionOf(alt), fontSize: SMALL_SIZE, color: `#${MUTED}`, margin: [0, 5, 0, 0] },
    ],
  };
}
