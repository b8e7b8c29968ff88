/** A stretch of a text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a text, without the white space around them. Mail arrives hard-wrapped at 72 columns, so a single
 * line break counts as a space; an empty line, a list item or a quotation mark `>` starts a new sentence.
 */
export function sentencesOf(text: string, locale?: string): readonly Span[] {
  const flat = text.replace(/\n(?![ \t]*(?:\n|[-*•>]|\d+[.)]))/g, (found, at: number) => (text[at - 1] === '\n' ? found : ' '));
  const segments = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(flat);
  return [...segments].flatMap(({ segment, index }) => trimmed(segment, index));
}

/** The words of a text: what the arrow keys step over when a selection is made without a mouse. */
export function wordsOf(text: string, locale?: string): readonly Span[] {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(text);
  return [...segments].flatMap(({ segment, index, isWordLike }) => (isWordLike ? [{ start: index, end: index + segment.length }] : []));
}

/** The span with its surrounding white space cut off; nothing where only white space was selected. */
export function trimSpan(text: string, span: Span): Span | undefined {
  return trimmed(text.slice(span.start, span.end), span.start)[0];
}

function trimmed(segment: string, index: number): Span[] {
  const start = index + segment.length - segment.trimStart().length;
  const end = index + segment.trimEnd().length;
  return start < end ? [{ start, end }] : [];
}
