export interface TextPart {
  readonly words: string;
  readonly marked: boolean;
  /** Where the part begins in the text. */
  readonly at: number;
}

/** The text cut at whole words that are among `terms` (lower case); together the parts are the text. */
export function markedParts(text: string, terms: readonly string[]): readonly TextPart[] {
  const wanted = new Set(terms);
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!wanted.has(match[0].toLocaleLowerCase())) continue;
    if (match.index > from) parts.push({ words: text.slice(from, match.index), marked: false, at: from });
    parts.push({ words: match[0], marked: true, at: match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ words: text.slice(from), marked: false, at: from });
  return parts;
}
