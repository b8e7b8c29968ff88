import type { RecordId } from '../ledger/entry';
import { foldWord, WORD } from '../values/words';
import { amountsIn, sameAmount } from './amounts';
import { sentencesIn, type Sentence } from './sentences';
import type { Part, PartRole, Source } from './source';
import type { How, KnownTerm } from './terms';

/** Words of a record that answer a term of the claim. */
export interface Match {
  /** Which term, by its place in the claim. */
  readonly term: number;
  readonly how: How;
  readonly quality: number;
  /** Where they stand in the part's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** One to three sentences of one part of a record that speak of the claim. */
export interface Passage {
  readonly record: RecordId;
  readonly role: PartRole;
  readonly label: string;
  readonly sentences: readonly Sentence[];
  /** The share of the claim's weight that each sentence answers alone; 0 where it lacks a number, a sum or the "free" of the claim. */
  readonly shares: readonly number[];
  /** What stands before and after it: who speaks, and what was answered. */
  readonly before?: Sentence;
  readonly after?: Sentence;
  readonly matches: readonly Match[];
  /** Share of the claim's weight that the passage itself answers, 0 to 1. */
  readonly direct: number;
  /** The same, where what only stands elsewhere in the record counts half. */
  readonly coverage: number;
  /** Terms without which it is another promise, and that stand nowhere in the record. */
  readonly missing: readonly number[];
  /** Coverage and how close together the words stand: what hits are sorted by. */
  readonly score: number;
}

/** Passages that answer less are none. */
const LEAST = 0.28;
const MOST_PER_PART = 4;
const WIDEST = 3;
/** A passage of two or three sentences must answer clearly more than one of them alone. */
const WIDTH_QUALITY = [1, 0.94, 0.88] as const;
const ELSEWHERE = 0.5;
/** Words of a phrase may have so many others between them: "take € 6,000 off". */
const GAP = 2;

/** The best passages of each part of each record, the best first. */
export function readPassages(terms: readonly KnownTerm[], sources: readonly Source[]): readonly Passage[] {
  const reader = wordsOf(terms);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  return sources.flatMap((source) => passagesOf(source, terms, reader, total)).toSorted((a, b) => b.score - a.score);
}

/** For each word: the terms that it answers alone, and those whose phrase it begins. */
interface Reader {
  readonly words: ReadonlyMap<string, readonly Omit<Match, 'start' | 'end'>[]>;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

interface Phrase {
  readonly rest: readonly ReadonlySet<string>[];
  readonly match: Omit<Match, 'start' | 'end'>;
}

function wordsOf(terms: readonly KnownTerm[]): Reader {
  const words = new Map<string, Omit<Match, 'start' | 'end'>[]>();
  const phrases = new Map<string, Phrase[]>();
  for (const [term, { patterns, amount }] of terms.entries()) {
    if (amount) continue;
    for (const { words: run, how, quality } of patterns) {
      const [first = [], ...rest] = run;
      for (const form of first) {
        const match = { term, how, quality };
        if (rest.length === 0) words.set(form, [...(words.get(form) ?? []), match]);
        else phrases.set(form, [...(phrases.get(form) ?? []), { rest: rest.map((forms) => new Set(forms)), match }]);
      }
    }
  }
  return { words, phrases };
}

function passagesOf(source: Source, terms: readonly KnownTerm[], reader: Reader, total: number): readonly Passage[] {
  const read = source.parts.map((part) => ({ part, matches: matchesIn(part.text, terms, reader) }));
  const anywhere = new Set(read.flatMap(({ matches }) => matches.map(({ term }) => term)));
  const reach = weightOf([...anywhere], terms) / total;
  if (reach < LEAST) return [];
  const keys = [...terms.keys()].filter((term) => terms[term]?.key);
  const missing = keys.filter((term) => !anywhere.has(term));
  const measure = (part: Part, window: Window): Passage => {
    const found = bestOf(window.matches);
    const direct = qualityOf(found, terms) / total;
    const elsewhere = [...anywhere].filter((term) => !found.has(term));
    const coverage = direct + (ELSEWHERE * weightOf(elsewhere, terms)) / total;
    const shares = window.sentences.map((sentence) => {
      const own = bestOf(window.matches.filter((match) => isWithin(match, sentence)));
      return keys.every((key) => own.has(key)) ? qualityOf(own, terms) / total : 0;
    });
    const score = ((coverage + direct) / 2) * closeness(window) * (WIDTH_QUALITY[window.sentences.length - 1] ?? 1);
    return { record: source.id, role: part.role, label: part.label, ...window, shares, direct, coverage, missing, score };
  };
  return read.flatMap(({ part, matches }) => {
    const passages = windowsOf(part, matches).map((window) => measure(part, window));
    const enough = passages.filter(({ coverage, direct }) => coverage >= LEAST && direct > 0);
    return enough
      .toSorted((a, b) => b.score - a.score)
      .reduce(withoutOverlap, [] as Passage[])
      .slice(0, MOST_PER_PART);
  });
}

const isWithin = (match: Pick<Match, 'start' | 'end'>, sentence: Sentence): boolean =>
  match.start >= sentence.start && match.end <= sentence.end;

type Window = Pick<Passage, 'sentences' | 'matches' | 'before' | 'after'>;

/** Runs of one to three sentences, each beginning and ending with a sentence that answers something. */
function windowsOf({ text }: Part, matches: readonly Match[]): readonly Window[] {
  if (matches.length === 0) return [];
  const sentences = sentencesIn(text);
  const inSentence = sentences.map((sentence) => matches.filter((match) => isWithin(match, sentence)));
  const windows: Window[] = [];
  for (let from = 0; from < sentences.length; from += 1) {
    if (inSentence[from]?.length === 0) continue;
    for (let width = 1; width <= WIDEST && from + width <= sentences.length; width += 1) {
      if (width > 1 && inSentence[from + width - 1]?.length === 0) continue;
      const [before, after] = [sentences[from - 1], sentences[from + width]];
      windows.push({
        sentences: sentences.slice(from, from + width),
        matches: inSentence.slice(from, from + width).flat(),
        ...(before && { before }),
        ...(after && { after }),
      });
    }
  }
  return windows;
}

/** Keeps what does not repeat sentences of a better passage. */
function withoutOverlap(kept: Passage[], next: Passage): Passage[] {
  const [from, to] = [next.sentences[0]?.start ?? 0, next.sentences.at(-1)?.end ?? 0];
  const overlaps = kept.some(({ sentences }) => (sentences[0]?.start ?? 0) < to && (sentences.at(-1)?.end ?? 0) > from);
  return overlaps ? kept : [...kept, next];
}

function matchesIn(text: string, terms: readonly KnownTerm[], { words, phrases }: Reader): readonly Match[] {
  const tokens = [...text.matchAll(WORD)].map((found) => ({
    word: foldWord(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const matches: Match[] = [];
  for (const [at, { word, start, end }] of tokens.entries()) {
    for (const match of words.get(word) ?? []) matches.push({ ...match, start, end });
    for (const { rest, match } of phrases.get(word) ?? []) {
      const last = endOfPhrase(tokens, at, rest);
      if (last !== undefined) matches.push({ ...match, start, end: last });
    }
  }
  const sums = terms.some(({ amount }) => amount) ? amountsIn(text) : [];
  for (const [term, { amount }] of terms.entries()) {
    if (!amount) continue;
    for (const sum of sums) if (sameAmount(sum, amount)) matches.push({ term, how: 'exact', quality: 1, start: sum.start, end: sum.end });
  }
  return matches.toSorted((a, b) => a.start - b.start);
}

function endOfPhrase(
  tokens: readonly { readonly word: string; readonly end: number }[],
  from: number,
  rest: readonly ReadonlySet<string>[],
): number | undefined {
  let at = from;
  for (const forms of rest) {
    const step = Array.from({ length: GAP + 1 }, (_, gap) => gap + 1).find((ahead) => forms.has(tokens[at + ahead]?.word ?? ''));
    if (step === undefined) return undefined;
    at += step;
  }
  return tokens[at]?.end;
}

/** The best answer to each term. */
function bestOf(matches: readonly Match[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { term, quality } of matches) best.set(term, Math.max(quality, best.get(term) ?? 0));
  return best;
}

const qualityOf = (found: ReadonlyMap<number, number>, terms: readonly KnownTerm[]): number =>
  [...found].reduce((sum, [term, quality]) => sum + quality * (terms[term]?.weight ?? 0), 0);

const weightOf = (found: readonly number[], terms: readonly KnownTerm[]): number =>
  found.reduce((sum, term) => sum + (terms[term]?.weight ?? 0), 0);

/** 1 where the words stand side by side, 0.8 where they are lost in a long passage. */
function closeness({ sentences, matches }: Window): number {
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
  const held = matches.reduce((sum, { start, end }) => sum + end - start, 0);
  return 0.8 + 0.2 * Math.min(1, Math.sqrt(held / Math.max(1, length)));
}
