/** Words in one style, inside a paragraph. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  /** An https or mailto address. */
  readonly link?: string;
}

/** One paragraph's words. */
export type Runs = readonly Run[];

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Share of the width; columns without one share what is left. Together at most 1. */
  readonly share?: number;
}

export interface Row {
  /** One cell a column; each a list of paragraphs. */
  readonly cells: readonly (readonly Runs[])[];
  /** A total stands in bold, with a line above. */
  readonly total?: boolean;
}

/** A drawing as SVG text with its size in CSS pixels; `alt` says in words what it shows. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A piece of a document, from top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }
  /** Somebody's own words, and who said them where and when. */
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  /** What a reader must not overlook. */
  | { readonly kind: 'note'; readonly runs: Runs }
  /** `facts` beside each other: label and value. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | ({ readonly kind: 'picture' } & Picture)
  /** A place to sign for each party, with name and day left open where they are not known. */
  | { readonly kind: 'signatures'; readonly parties: readonly { readonly firm: string; readonly name?: string }[] }
  | { readonly kind: 'page break' };

/** The firm's mark on every first page: PNG or JPEG. */
export interface Logo {
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg';
}

/**
 * A printable document without a rendering: what it says, in which order. `renderer/documents` makes a `.docx` or a PDF
 * of it; the same document always gives the same words in both.
 */
export interface Document {
  readonly title: string;
  readonly subtitle?: string;
  /** Facts of the first page: client, date, version. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** At the top of every page but the first. */
  readonly pageHeader: string;
  /** At the foot of every page, beside "Page 1 of 9". */
  readonly pageFooter: string;
  /** True where headings carry numbers: 1, 1.1, 1.1.1. */
  readonly numbered: boolean;
  /** BCP 47. */
  readonly language: string;
  readonly author: string;
  /** Day of the document, ISO date. */
  readonly date: string;
  readonly logo?: Logo;
  readonly blocks: readonly Block[];
}

/** Plain words as runs. */
export const plain = (text: string): Runs => [{ text }];

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: plain(text) });
