import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block, Column, Runs } from '#shared/document/document';
import { cellTexts } from '#shared/document/document-text';
import { textRuns } from './docx-runs';
import { styleId } from './docx-styles';
import { ACCENT, columnWidths, fitsTogether, HAIRLINE, INK, SIGN_LINES, textWidth, TINT, type Paper } from './look';

type TableBlock = Extract<Block, { readonly kind: 'table' }>;
type FactList = Extract<Block, { readonly kind: 'facts' }>['facts'];
type Parties = Extract<Block, { readonly kind: 'signatures' }>['parties'];

const none = { style: 'none', size: 0, color: 'auto' } as const;
const thin = { style: 'single', size: 4, color: HAIRLINE } as const;
const NO_BORDERS = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const RULED = { ...NO_BORDERS, insideHorizontal: thin, bottom: thin };
const RULED_MARGIN = { top: 60, bottom: 60, left: 90, right: 90 };
const BARE_MARGIN = { top: 10, bottom: 10, left: 0, right: 120 };
const twips = (points: number): number => Math.round(points * 20);

interface Grid {
  readonly widths: readonly number[];
  readonly borders: typeof NO_BORDERS | typeof RULED;
}

const table = ({ widths, borders }: Grid, rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: borders === RULED ? RULED_MARGIN : BARE_MARGIN,
    borders,
    rows: [...rows],
  });

const cell = (width: number, children: readonly Paragraph[], more: object = {}): TableCell =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children: [...children], ...more });

const inTwips = (points: readonly number[]): number[] => points.map(twips);

/** Columns with a head that stands again on every page; a row is never torn apart. */
export function lineTable({ columns, rows }: TableBlock, paper: Paper): Table {
  const widths = inTwips(columnWidths(columns, textWidth(paper)));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cell(widths[at] ?? 0, [headOf(column)], { shading: { type: 'clear', fill: TINT, color: 'auto' } }),
    ),
  });
  const together = fitsTogether(rows.map(cellTexts), columnWidths(columns, textWidth(paper)));
  const body = rows.map(
    (row, index) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, at) => {
          const borders = row.total ? { borders: { top: { style: 'single', size: 8, color: ACCENT } } } : {};
          return cell(
            widths[at] ?? 0,
            linesOf(row.cells[at] ?? [], column, { bold: row.total === true, keepNext: together && index < rows.length - 1 }),
            borders,
          );
        }),
      }),
  );
  return table({ widths, borders: RULED }, [head, ...body]);
}

const headOf = ({ title, align }: Column): Paragraph =>
  new Paragraph({ style: styleId('Cell head'), alignment: alignmentOf(align), keepNext: true, children: textRuns([{ text: title }]) });

/** A cell without a paragraph is a broken file to Word. */
function linesOf(
  lines: readonly Runs[],
  { align }: Column,
  { bold, keepNext }: { readonly bold: boolean; readonly keepNext: boolean },
): readonly Paragraph[] {
  return (lines.length > 0 ? lines : [[]]).map(
    (runs) =>
      new Paragraph({
        style: 'Cell',
        keepNext,
        alignment: alignmentOf(align),
        children: textRuns(bold ? runs.map((run) => ({ ...run, bold })) : runs),
      }),
  );
}

const alignmentOf = (align: Column['align']) => (align === 'right' ? AlignmentType.END : AlignmentType.START);

/** Label and value, line by line, without rules. */
export function factsTable(facts: FactList, paper: Paper): Table {
  const widths = inTwips(columnWidths([{ share: 0.26 }, {}], textWidth(paper)));
  const together = fitsTogether(
    facts.map(({ value }) => [value]),
    [textWidth(paper) * 0.74],
  );
  return table(
    { widths, borders: NO_BORDERS },
    facts.map(
      ({ label, value }, at) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(widths[0] ?? 0, [
              new Paragraph({ style: 'Label', keepNext: together && at < facts.length - 1, children: textRuns([{ text: label }]) }),
            ]),
            cell(widths[1] ?? 0, [new Paragraph({ style: 'Cell', children: textRuns([{ text: value }]) })]),
          ],
        }),
    ),
  );
}

/** Side by side: for whom, and lines to write on. All of it stays on one page. */
export function signatureTable(parties: Parties, paper: Paper): Table {
  const widths = inTwips(
    columnWidths(
      parties.map(() => ({})),
      textWidth(paper),
    ),
  );
  const row = (texts: readonly string[], style: string, look: { readonly above?: number; readonly ruled?: true; readonly last?: true }) =>
    new TableRow({
      cantSplit: true,
      children: texts.map((text, at) =>
        cell(
          widths[at] ?? 0,
          [
            new Paragraph({
              style,
              keepNext: !look.last,
              spacing: { before: look.above ?? 0 },
              ...(look.ruled ? { border: { bottom: { style: 'single', size: 4, color: INK, space: 2 } } } : {}),
              children: textRuns([{ text, bold: style === 'Cell' && !look.ruled }]),
            }),
          ],
          { margins: { ...BARE_MARGIN, right: 360 } },
        ),
      ),
    });
  const lines = SIGN_LINES.flatMap((line, at) => [
    row(
      parties.map(({ name }) => (line === 'Name' ? (name ?? ' ') : ' ')),
      'Cell',
      { above: at === 0 ? 600 : 260, ruled: true },
    ),
    row(
      parties.map(() => line),
      'Label',
      at === SIGN_LINES.length - 1 ? { last: true } : {},
    ),
  ]);
  return table({ widths, borders: NO_BORDERS }, [
    row(
      parties.map(({ firm }) => `For ${firm}`),
      'Cell',
      {},
    ),
    ...lines,
  ]);
}
