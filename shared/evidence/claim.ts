import type { Records } from '../records/records';
import type { CalendarDate } from '../values/calendar';
import { foldWord, WORD } from '../values/words';
import { amountsIn, numberWord, wordsOfNumber, type Amount } from './amounts';
import { namesIn, type Named } from './names';
import { periodIn, type Period } from './periods';
import type { Scope } from './scope';
import { isEmptyWord, isGermanWord, isNegator, isWeakWord } from './stop-words';
import { sameStem, type Language } from './stems';
import { phraseAt, synonymPhrases, type Phrases } from './synonyms';

/** One idea of a claim, and the ways in which it may have been said. */
export interface Term {
  readonly kind: 'word' | 'number' | 'amount';
  /** As the claim says it. */
  readonly said: string;
  /** The claim's own words first; several words are a phrase. */
  readonly own: readonly string[];
  readonly synonyms: Phrases;
  /** Counts little: it stands in many promises. */
  readonly weak: boolean;
  /** Without it the promise is another one: a number, a sum, "free". */
  readonly key: boolean;
  readonly amount?: Pick<Amount, 'value' | 'currency'>;
}

/** A claim in plain words, taken apart. */
export interface Claim {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly who: readonly Named[];
  readonly period?: Period;
  /** It says that something would not be done. */
  readonly negated: boolean;
  /** Whose endings are tried beside the English ones. */
  readonly language: Language;
}

export interface ClaimContext {
  readonly scope: Scope;
  readonly records: Records;
  readonly today: CalendarDate;
  readonly language: Language;
}

/** A claim of more ideas is cut: each takes one bit of a document's mark. */
const MOST_TERMS = 24;

/** Takes a claim apart: names, a time, sums and numbers, phrases that the firm knows synonyms of, and the words that are left. */
export function parseClaim(text: string, { scope, records, today, language }: ClaimContext): Claim {
  const period = periodIn(text, today);
  const names = namesIn(text, scope, records);
  const amounts = amountsIn(text);
  const taken = [...names, ...amounts, ...(period ? [period] : [])];
  const words = [...text.matchAll(WORD)]
    .map((found) => ({ said: found[0], word: foldWord(found[0]), start: found.index, end: found.index + found[0].length }))
    .filter(({ start, end }) => !taken.some((span) => start < span.end && end > span.start));
  const groups = synonymPhrases(records);
  const { terms, negated } = termsOf(words, groups, text);
  const sums = amounts.map((amount) => termOfAmount(text.slice(amount.start, amount.end), amount));
  return {
    text,
    terms: distinct([...sums, ...terms]).slice(0, MOST_TERMS),
    who: names,
    ...(period && { period: { from: period.from, to: period.to, said: period.said } }),
    negated,
    language: words.some(({ word }) => isGermanWord(word)) ? 'de' : language,
  };
}

interface ClaimWord {
  readonly said: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function termsOf(
  words: readonly ClaimWord[],
  groups: readonly Phrases[],
  text: string,
): Pick<Claim, 'negated'> & { readonly terms: readonly Term[] } {
  const folded = words.map(({ word }) => word);
  const terms: Term[] = [];
  // "won't" falls into two words, of which neither says no.
  let negated = /\b\p{L}+n[’']t\b/iu.test(text);
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(folded, at, groups);
    const length = phrase?.length ?? 1;
    const run = words.slice(at, at + length);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) break;
    const own = run.map(({ word }) => word);
    const isEmpty = length === 1 && (isEmptyWord(first.word) || first.word.length < 2) && numberWord(first.word) === undefined;
    if (isEmpty) negated ||= isNegator(first.word);
    else terms.push(termOf(text.slice(first.start, last.end), own, phrase?.group));
    at += length - 1;
  }
  return { terms, negated };
}

function termOf(said: string, own: readonly string[], group: Phrases | undefined): Term {
  const number = own.length === 1 ? numberWord(own[0] ?? '') : undefined;
  if (number !== undefined) {
    const forms = wordsOfNumber(number).filter((word) => word !== own[0]);
    return { kind: 'number', said, own, synonyms: forms.map((word) => [word]), weak: false, key: number !== 1 };
  }
  const synonyms = (group ?? []).filter((phrase) => !samePhrase(phrase, own));
  const isFree = group?.some((phrase) => phrase.length === 1 && phrase[0] === 'free') ?? false;
  return { kind: 'word', said, own, synonyms, weak: own.length === 1 && isWeakWord(own[0] ?? ''), key: isFree };
}

function termOfAmount(said: string, { value, currency }: Amount): Term {
  const forms = [String(value), ...(value % 1_000 === 0 ? [`${value / 1_000}k`, String(value / 1_000)] : [])];
  const synonyms = forms.slice(1).map((form) => [form]);
  const amount = { value, ...(currency && { currency }) };
  return { kind: 'amount', said, own: forms.slice(0, 1), synonyms, weak: false, key: true, amount };
}

const samePhrase = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => sameStem(word, b[at] ?? ''));

/** The same idea said twice counts once. */
function distinct(terms: readonly Term[]): readonly Term[] {
  return terms.filter((term, at) => !terms.slice(0, at).some((before) => sameIdea(before, term)));
}

const sameIdea = (a: Term, b: Term): boolean =>
  samePhrase(a.own, b.own) || (a.amount === undefined && a.synonyms.some((phrase) => samePhrase(phrase, b.own)));
