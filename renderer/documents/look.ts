/** How every document looks: one accent, one ink, one grey; lengths in points (1/72 inch). */
export const INK = '1F2933';
export const MUTED = '5B6770';
export const ACCENT = '0C635E';
export const HAIRLINE = 'D3D9DE';
/** Behind notes and the head of a table. */
export const TINT = 'EEF5F4';

export const BODY_SIZE = 10;
export const SMALL_SIZE = 8.5;
export const TITLE_SIZE = 25;
export const SUBTITLE_SIZE = 13;
/** By level of heading. */
export const HEADING_SIZES = { 1: 16, 2: 12.5, 3: 10.5 } as const;
/** White above and below a heading, by level. */
export const HEADING_SPACE = { 1: [24, 8], 2: [16, 5], 3: [11, 3] } as const;

export const MARGIN = { left: 68, right: 68, top: 74, bottom: 70 } as const;
/** The firm's mark fits into this box. */
export const LOGO_BOX = { width: 170, height: 56 } as const;

export interface Paper {
  readonly name: 'A4' | 'LETTER';
  readonly width: number;
  readonly height: number;
}

/** North America prints on Letter, everybody else on A4. */
export function paperOf(language: string): Paper {
  return /-(US|CA|PH|CL|CO|CR|DO|GT|MX|PA|SV|VE)\b/iu.test(language)
    ? { name: 'LETTER', width: 612, height: 792 }
    : { name: 'A4', width: 595.28, height: 841.89 };
}

/** Width of the text on a page. */
export const textWidth = (paper: Paper): number => paper.width - MARGIN.left - MARGIN.right;

/** The largest size of `width × height` that fits into the box, never larger than it was. */
export function fitted(width: number, height: number, box: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, box.width / Math.max(width, 1), box.height / Math.max(height, 1));
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
}

/** Widths of a table's columns in points: their shares of the text's width; those without one share what is left. */
export function columnWidths(columns: readonly { readonly share?: number }[], whole: number): readonly number[] {
  const taken = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const open = columns.filter(({ share }) => share === undefined).length;
  const left = open > 0 ? Math.max(1 - taken, 0.05 * open) / open : 0;
  const shares = columns.map(({ share }) => share ?? left);
  const sum = shares.reduce((all, share) => all + share, 0) || 1;
  return shares.map((share) => (share / sum) * whole);
}

export const SIGN_LINES = ['Signature', 'Name', 'Title', 'Date'] as const;
/** CSS pixels to points. */
export const POINTS_PER_PIXEL = 0.75;

/** A header has room for one line. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line;
}

/** A wide letter of the body. What is estimated with it is never too low, so that nothing runs off a page. */
const LETTER_WIDTH = 7.5;
/** Lines that are kept on one page: a third of it. */
const TOGETHER = 16;

/** True of rows that surely fit on half a page, and so may be kept on one. Widths in points. */
export function fitsTogether(rows: readonly (readonly string[])[], widths: readonly number[]): boolean {
  const linesIn = (text: string, width: number): number =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER_WIDTH) / Math.max(width, LETTER_WIDTH))), 0);
  const lines = rows.map((cells) => Math.max(1, ...cells.map((text, at) => linesIn(text, widths[at] ?? LETTER_WIDTH))));
  return lines.reduce((sum, count) => sum + count, 0) <= TOGETHER;
}

const LONGEST_CAPTION = 240;

/** What stands below a drawing: its description, or the first sentence of a long one. All of it is its text for screen readers. */
export function captionOf(alt: string): string {
  if (alt.length <= LONGEST_CAPTION) return alt;
  const first = alt.indexOf('. ');
  return first > 0 && first < LONGEST_CAPTION ? alt.slice(0, first + 1) : `${alt.slice(0, LONGEST_CAPTION - 1).trimEnd()}…`;
}
