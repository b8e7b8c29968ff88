import { HeadingLevel, ImageRun, PageBreak, Paragraph, type Table } from 'docx';
import type { Block, Document, Picture, Runs } from '#shared/document/document';
import { imageSize } from '#shared/document/image-size';
import { textRuns } from './docx-runs';
import { factsTable, lineTable, signatureTable } from './docx-tables';
import { BULLETS, HEADINGS, STEPS, styleId } from './docx-styles';
import { ACCENT, captionOf, fitted, LOGO_BOX, POINTS_PER_PIXEL, textWidth, type Paper } from './look';

/** A drawing and its pixels. */
export interface WordPicture {
  readonly picture: Picture;
  readonly png: Uint8Array;
}

type Piece = Paragraph | Table;
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** The mark, the title and the facts that stand before everything else. */
export function firstPage(
  document: Pick<Document, 'title' | 'subtitle' | 'facts'> & { readonly logo?: Document['logo'] | undefined },
  paper: Paper,
): readonly Piece[] {
  const rule = { border: { bottom: { style: 'single', size: 12, color: ACCENT, space: 10 } } } as const;
  const title = { style: 'Title', ...(document.subtitle === undefined ? rule : {}), children: textRuns([{ text: document.title }]) };
  return [
    ...(document.logo ? [logoLine(document.logo)] : []),
    new Paragraph(title),
    ...(document.subtitle === undefined
      ? []
      : [new Paragraph({ style: 'Subtitle', ...rule, children: textRuns([{ text: document.subtitle }]) })]),
    ...(document.facts.length > 0 ? [factsTable(document.facts, paper), gap()] : []),
  ];
}

/** Everything after the first page's head, from top to bottom. */
export function blocksOf(
  document: Pick<Document, 'blocks' | 'numbered'>,
  pictures: ReadonlyMap<object, WordPicture>,
  paper: Paper,
): readonly Piece[] {
  return document.blocks.flatMap((block, at) => piecesOf(block, { at, numbered: document.numbered, pictures, paper }));
}

interface Place {
  readonly at: number;
  readonly numbered: boolean;
  readonly pictures: ReadonlyMap<object, WordPicture>;
  readonly paper: Paper;
}

function piecesOf(block: Block, { at, numbered, pictures, paper }: Place): readonly Piece[] {
  switch (block.kind) {
    case 'heading': {
      const numbering = numbered ? { numbering: { reference: HEADINGS, level: block.level - 1 } } : {};
      return [new Paragraph({ heading: LEVELS[block.level], ...numbering, children: textRuns([{ text: block.text }]) })];
    }
    case 'paragraph':
      return [new Paragraph({ children: textRuns(block.runs) })];
    case 'list':
      return [
        ...block.items.map((item) => listItem(item, block.ordered ? { reference: STEPS, instance: at } : { reference: BULLETS })),
        gap(),
      ];
    case 'quote':
      return [
        new Paragraph({ style: 'Quote', children: textRuns([{ text: block.text }]) }),
        new Paragraph({ style: styleId('Quote source'), children: textRuns([{ text: block.source }]) }),
      ];
    case 'note':
      return [new Paragraph({ style: 'Note', keepLines: true, children: textRuns(block.runs) })];
    case 'facts':
      return [factsTable(block.facts, paper), gap()];
    case 'table':
      return [lineTable(block, paper), gap()];
    case 'picture':
      return pictureLines(pictures.get(block), paper);
    case 'signatures':
      return [gap(), signatureTable(block.parties, paper), gap()];
    case 'page break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Word glues two tables that touch, and a table to what follows. */
const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: 140, lineRule: 'exact' } });

const listItem = (runs: Runs, { reference, instance }: { readonly reference: string; readonly instance?: number }): Paragraph =>
  new Paragraph({
    style: styleId('List item'),
    numbering: { reference, level: 0, ...(instance === undefined ? {} : { instance }) },
    children: textRuns(runs),
  });

function logoLine({ bytes, type }: NonNullable<Document['logo']>): Paragraph {
  const size = imageSize(bytes) ?? { width: 1, height: 1 };
  const transformation = inPixels(fitted(size.width * POINTS_PER_PIXEL, size.height * POINTS_PER_PIXEL, LOGO_BOX));
  const image = new ImageRun({ type: type === 'image/png' ? 'png' : 'jpg', data: bytes, transformation, altText: altText('Logo') });
  return new Paragraph({ spacing: { after: 240 }, children: [image] });
}

function pictureLines(drawn: WordPicture | undefined, paper: Paper): readonly Paragraph[] {
  if (!drawn) return [];
  const { width, height, alt } = drawn.picture;
  const box = { width: textWidth(paper), height: paper.height * 0.62 };
  const transformation = inPixels(fitted(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL, box));
  return [
    new Paragraph({ style: 'Picture', children: [new ImageRun({ type: 'png', data: drawn.png, transformation, altText: altText(alt) })] }),
    new Paragraph({ style: 'Caption', children: textRuns([{ text: captionOf(alt) }]) }),
  ];
}

const inPixels = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width: Math.round(width / POINTS_PER_PIXEL),
  height: Math.round(height / POINTS_PER_PIXEL),
});

const altText = (text: string) => ({ title: text, description: text, name: text.slice(0, 60) });
