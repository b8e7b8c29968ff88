import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { Block, Column, Row } from '#shared/document/document';
import {
  ACCENT,
  BODY_SIZE,
  columnWidths,
  fitsTogether,
  HAIRLINE,
  INK,
  MUTED,
  SIGN_LINES,
  SMALL_SIZE,
  textWidth,
  TINT,
  type Paper,
} from './look';
import { pdfRuns } from './pdf-runs';
import { cellTexts } from '#shared/document/document-text';

type TableBlock = Extract<Block, { readonly kind: 'table' }>;
type FactList = Extract<Block, { readonly kind: 'facts' }>['facts'];
type Parties = Extract<Block, { readonly kind: 'signatures' }>['parties'];

const PADDING = { x: 6, y: 4 };

/** Columns with a head that stands again on every page; a row is torn apart only where it is taller than a page. */
export function lineGrid({ columns, rows }: TableBlock, paper: Paper): Content {
  const widths = columnWidths(columns, textWidth(paper)).map((width) => Math.max(width - 2 * PADDING.x, 1));
  return {
    margin: [0, 4, 0, 12],
    fontSize: BODY_SIZE - 0.5,
    unbreakable: fitsTogether(rows.map(cellTexts), widths),
    table: {
      widths,
      headerRows: 1,
      keepWithHeaderRows: rows.length > 0 ? 1 : 0,
      dontBreakRows: true,
      body: [columns.map(headOf), ...rows.map((row) => columns.map((column, at) => cellOf(row, column, at)))],
    },
    layout: ruled(rows),
  };
}

const headOf = ({ title, align }: Column): TableCell => ({
  text: title,
  alignment: align,
  bold: true,
  fontSize: SMALL_SIZE,
  color: `#${ACCENT}`,
  fillColor: `#${TINT}`,
});

const cellOf = ({ cells, total }: Row, { align }: Column, at: number): TableCell => ({
  stack: (cells[at] ?? []).map((runs) => ({ text: pdfRuns(runs) })),
  alignment: align,
  bold: total === true,
});

const isTotal = (rows: readonly Row[], body: number): boolean => rows[body]?.total === true;

/** Hairlines between rows, none at the sides, the accent above a total. Line 0 is the top of the head. */
const ruled = (rows: readonly Row[]): CustomTableLayout => ({
  hLineWidth: (line) => (line === 0 ? 0 : isTotal(rows, line - 1) ? 1 : 0.5),
  hLineColor: (line) => `#${isTotal(rows, line - 1) ? ACCENT : HAIRLINE}`,
  vLineWidth: () => 0,
  paddingLeft: () => PADDING.x,
  paddingRight: () => PADDING.x,
  paddingTop: () => PADDING.y,
  paddingBottom: () => PADDING.y,
});

const BARE: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 12,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

/** Label and value, line by line, without rules. */
export function factsGrid(facts: FactList, paper: Paper): Content {
  if (facts.length === 0) return { text: '' };
  const whole = textWidth(paper);
  return {
    margin: [0, 2, 0, 10],
    unbreakable: fitsTogether(
      facts.map(({ value }) => [value]),
      [whole * 0.74],
    ),
    table: {
      widths: [whole * 0.26 - 12, whole * 0.74 - 12],
      dontBreakRows: true,
      body: facts.map(({ label, value }) => [
        { text: label, color: `#${MUTED}`, fontSize: SMALL_SIZE, margin: [0, 1, 0, 0] },
        { text: value, fontSize: BODY_SIZE - 0.5 },
      ]),
    },
    layout: BARE,
  };
}

/** Side by side: for whom, and lines to write on. All of it stays on one page. */
export function signatureGrid(parties: Parties, paper: Paper): Content {
  const width = textWidth(paper) / Math.max(parties.length, 1) - 24;
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columnGap: 24,
    columns: parties.map(({ firm, name }) => ({
      width,
      stack: [
        { text: `For ${firm}`, bold: true, margin: [0, 0, 0, 26] },
        ...SIGN_LINES.flatMap((label) => signLine(label, label === 'Name' ? name : undefined, width)),
      ],
    })),
  };
}

const signLine = (label: string, value: string | undefined, width: number): Content[] => [
  { text: value ?? ' ', margin: [0, 0, 0, 1] },
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: `#${INK}` }] },
  { text: label, fontSize: SMALL_SIZE, color: `#${MUTED}`, margin: [0, 2, 0, 10] },
];
