import { isNear } from '../values/words';
import type { Term } from './claim';
import { sameStem, stemOf, type Language } from './stems';

/** Every word that stands somewhere, and in how many records. */
export interface Vocabulary {
  readonly size: number;
  frequency(word: string): number;
  /** Known words that begin so. */
  beginningWith(start: string): readonly string[];
}

/** How a word of a record answers a term of the claim, the closest first. */
export const HOWS = ['exact', 'stem', 'typo', 'synonym'] as const;
export type How = (typeof HOWS)[number];

/** One way of saying a term: words one after the other, each in any of its forms. */
export interface Pattern {
  readonly words: readonly (readonly string[])[];
  readonly how: How;
  /** How much of the term it stands for, up to 1. */
  readonly quality: number;
}

/** A term as the records know it. */
export interface KnownTerm extends Term {
  readonly patterns: readonly Pattern[];
  /** 1 for what stands everywhere, up to 2 for what stands nowhere else; a third of that where the word is weak. */
  readonly weight: number;
}

/** A slip of a word that stands there rightly as well may be another word: it stands for less. */
const QUALITY = { exact: 1, stem: 0.97, otherLanguage: 0.93, typo: 0.8, rareSlip: 0.6, synonym: 0.88 } as const;
const WEAK = 0.35;
/** A slip of a word that is known is rare: at most so often as one in ten. */
const RARE = 10;
/** Letters that a slip leaves as they are: all of a known word's first three, of an unknown word the first. */
const SAFE = 3;

/** What of the vocabulary answers a term: the word, its other endings, slips of the finger, and what the firm calls the same. */
export function knowTerm(term: Term, vocabulary: Vocabulary, language: Language): KnownTerm {
  const own =
    term.own.length === 1
      ? wordPatterns(term.own[0] ?? '', term.synonyms.length > 0, vocabulary, language)
      : phrasePatterns(term.own, 'exact', vocabulary, language);
  const patterns = [
    ...own,
    ...term.synonyms.flatMap((phrase) => phrasePatterns(phrase, term.kind === 'word' ? 'synonym' : 'exact', vocabulary, language)),
  ];
  return { ...term, patterns, weight: weightOf(patterns, vocabulary) * (term.weak ? WEAK : 1) };
}

/** Damped: a rare word says more than a common one, but no word decides alone. */
function weightOf(patterns: readonly Pattern[], vocabulary: Vocabulary): number {
  const often = Math.max(
    0,
    ...patterns.map(({ words }) => Math.min(...words.map((forms) => Math.max(...forms.map((form) => vocabulary.frequency(form)))))),
  );
  if (often === 0) return 1.5;
  const size = Math.max(2, vocabulary.size);
  return 1 + Math.log(size / Math.min(often, size)) / Math.log(size);
}

function wordPatterns(word: string, hasSynonyms: boolean, vocabulary: Vocabulary, language: Language): Pattern[] {
  const patterns: Pattern[] = [];
  const frequency = vocabulary.frequency(word);
  if (frequency > 0) patterns.push({ words: [[word]], how: 'exact', quality: QUALITY.exact });
  for (const other of endingsOf(word, vocabulary, language)) {
    const quality = stemOf(other, language) === stemOf(word, language) ? QUALITY.stem : QUALITY.otherLanguage;
    patterns.push({ words: [[other]], how: 'stem', quality });
  }
  const known = patterns.map(({ words }) => words[0]?.[0] ?? '');
  // A word that nobody has written, and that is no word of the firm's either, may itself be a slip.
  const isUnknown = known.length === 0 && !hasSynonyms;
  const often = Math.max(0, ...known.map((form) => vocabulary.frequency(form)));
  for (const slip of slipsOf(word, isUnknown, vocabulary)) {
    if (known.includes(slip) || (!isUnknown && vocabulary.frequency(slip) * RARE > often)) continue;
    patterns.push({ words: [[slip]], how: 'typo', quality: isUnknown ? QUALITY.typo : QUALITY.rareSlip });
  }
  return patterns;
}

/** Words that differ from it in their endings alone. Endings leave the first three letters as they are. */
function endingsOf(word: string, vocabulary: Vocabulary, language: Language): readonly string[] {
  if (word.length < SAFE || /\d/u.test(word)) return [];
  return vocabulary.beginningWith(word.slice(0, SAFE)).filter((other) => other !== word && sameStem(word, other, language));
}

/** One letter wrong from four on, two from eight on; never the first, and never in a number. */
function slipsOf(word: string, isUnknown: boolean, vocabulary: Vocabulary): readonly string[] {
  const slips = word.length < 4 || /\d/u.test(word) ? 0 : word.length < 8 ? 1 : 2;
  if (slips === 0) return [];
  const near = vocabulary
    .beginningWith(word.slice(0, isUnknown ? 1 : SAFE))
    .filter((other) => other.length > 3 && isNear(word, other, slips));
  // The nearest alone: what is one letter away is not what two letters could be.
  const nearest = near.filter((other) => isNear(word, other, 1));
  return isUnknown && nearest.length > 0 ? nearest : near;
}

function phrasePatterns(phrase: readonly string[], how: 'exact' | 'synonym', vocabulary: Vocabulary, language: Language): Pattern[] {
  const words = phrase.map((word) => [...(vocabulary.frequency(word) > 0 ? [word] : []), ...endingsOf(word, vocabulary, language)]);
  if (words.some((forms) => forms.length === 0)) return [];
  return [{ words, how, quality: how === 'exact' ? QUALITY.exact : QUALITY.synonym }];
}
