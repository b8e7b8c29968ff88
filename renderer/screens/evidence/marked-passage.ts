import type { Match, Passage } from '#shared/evidence/passages';

/** A stretch of a passage: words that answer a term, or the words between. */
export interface MarkedPiece {
  readonly text: string;
  readonly match?: Match;
  readonly at: number;
}

/** Cuts a passage where words answer the claim. Joined again the pieces are the sentences, a space between each two. */
export function piecesOfPassage({ sentences, matches }: Pick<Passage, 'sentences' | 'matches'>): readonly MarkedPiece[] {
  return sentences.flatMap((sentence, index) => {
    const own = matches.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const pieces: MarkedPiece[] = index > 0 ? [{ text: ' ', at: sentence.start - 0.5 }] : [];
    let at = sentence.start;
    for (const match of own) {
      if (match.start < at) continue;
      if (match.start > at) pieces.push({ text: textAt(sentence, at, match.start), at });
      pieces.push({ text: textAt(sentence, match.start, match.end), at: match.start, match });
      at = match.end;
    }
    return at < sentence.end ? [...pieces, { text: textAt(sentence, at, sentence.end), at }] : pieces;
  });
}

const textAt = (sentence: { readonly text: string; readonly start: number }, from: number, to: number): string =>
  sentence.text.slice(from - sentence.start, to - sentence.start).replace(/\s+/gu, ' ');
