import type { Span } from './sentences';

/** Words of a text that became a record. */
export interface Marked<Mark> {
  readonly quote: string;
  /** Where the quote stood when it was taken; the first place that holds it where this is not known. */
  readonly start?: number | undefined;
  readonly mark: Mark;
}

/** A stretch of the text and the marks that cover all of it. */
export interface Piece<Mark> extends Span {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Cuts a text so that every quoted stretch stands alone, overlapping quotes included. Joined again the pieces are the
 * text, to the letter: offsets counted over them are offsets in the text. A quote that the text does not hold marks
 * nothing (it came from another variant of the mail).
 */
export function piecesOf<Mark>(text: string, marked: readonly Marked<Mark>[]): readonly Piece<Mark>[] {
  const spans = marked.flatMap(({ quote, start: taken, mark }) => {
    const start = placeOf(text, quote, taken);
    return start < 0 ? [] : [{ start, end: start + quote.length, mark }];
  });
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0;
    const marks = spans.filter((span) => span.start <= start && span.end >= end).map((span) => span.mark);
    return { start, end, text: text.slice(start, end), marks };
  });
}

function placeOf(text: string, quote: string, taken: number | undefined): number {
  if (quote === '') return -1;
  return taken !== undefined && text.startsWith(quote, taken) ? taken : text.indexOf(quote);
}
