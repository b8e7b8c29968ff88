import { PostingList } from './posting-list';
import { foldWord, isNear, WORD } from '#shared/values/words';

export interface IndexedDocument {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly text: string;
  readonly deal?: string;
  /** The account of what is filed under no deal. */
  readonly account?: string;
}

/** Words that all stand for one idea of a claim, the best first, and how much it weighs. */
export interface WordGroup {
  readonly weight: number;
  readonly words: readonly { readonly word: string; readonly quality: number }[];
}

export interface CoverQuery {
  readonly groups: readonly WordGroup[];
  readonly types: readonly string[];
  /** Deals and accounts under which a document must be filed; absent: anywhere. */
  readonly homes?: readonly string[];
  readonly limit: number;
}

export interface Query {
  readonly query: string;
  readonly types?: readonly string[];
  readonly deal?: string;
  readonly limit: number;
}

export interface WordHit {
  readonly id: string;
  readonly score: number;
  /** Words of the document that matched, as they are compared. */
  readonly words: readonly string[];
}

/** A word of the index that answers a word of the query, and how well. */
interface Answer {
  readonly word: string;
  readonly list: PostingList;
  readonly weight: number;
}

/** A word in the title counts as so many in the text. */
const TITLE = 4;
/** BM25: how soon more of the same word stops counting, and how much a long text is held against it. */
const K1 = 1.2;
const B = 0.5;
const GROWING = 0.6;
const MISSPELT = 0.3;
/** Words of the index that one word of the query may stand for; the shortest first, which are the nearest. */
const MOST_ANSWERS = 200;
/** A query of more words is cut: each takes one bit of a document's mark. */
const MOST_WORDS = 30;

/**
 * An inverted index in flat arrays: for each word, which documents have it and how often. A word that stands in every
 * one of 100,000 documents is scored in a few milliseconds, where an index of objects takes hundreds
 * (decisions/0003-own-word-index.md). A changed document is entered anew and its old number is dead.
 */
export class WordIndex {
  readonly #lists = new Map<string, PostingList>();
  readonly #numbers = new Map<string, number>();
  #documents: (Pick<IndexedDocument, 'id' | 'type' | 'deal' | 'account'> | undefined)[] = [];
  /** Words per document, for BM25. */
  #lengths: number[] = [];
  #totalLength = 0;
  /** The vocabulary in order, and what came since it was last put in order. */
  #sorted: string[] = [];
  #unsorted: string[] = [];
  #scores = new Float32Array(0);
  #marks = new Uint32Array(0);

  readonly #renumberFrom: number;

  /** `renumberFrom`: how many documents make it worth while to throw out dead ones. */
  constructor(renumberFrom = 2_000) {
    this.#renumberFrom = renumberFrom;
  }

  get size(): number {
    return this.#numbers.size;
  }

  put(document: IndexedDocument): void {
    this.drop(document.id);
    const number = this.#documents.length;
    const { id, type, deal, account } = document;
    this.#documents.push({ id, type, ...(deal !== undefined && { deal }), ...(account !== undefined && { account }) });
    this.#numbers.set(id, number);
    const counts = new Map<string, number>();
    count(counts, document.title, TITLE);
    count(counts, document.text, 1);
    let length = 0;
    for (const [word, times] of counts) {
      this.#list(word).add(number, times);
      length += times;
    }
    this.#lengths.push(length);
    this.#totalLength += length;
  }

  drop(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    this.#documents[number] = undefined;
    this.#totalLength -= this.#lengths[number] ?? 0;
    if (this.#documents.length > this.#renumberFrom && this.#documents.length > 2 * this.#numbers.size) this.#renumber();
  }

  /** The best documents first. All words must match; where no document has them all, those with the most of them. */
  search({ query, types, deal, limit }: Query): WordHit[] {
    const words = [...new Set([...query.matchAll(WORD)].map(([word]) => foldWord(word)))].slice(0, MOST_WORDS);
    const answers = words.map((word, at) => this.#answersTo(word, at === words.length - 1));
    const touched = this.#score(answers);
    const wanted = types && new Set(types);
    const isWanted = (number: number): boolean => {
      const document = this.#documents[number];
      return document !== undefined && (!wanted || wanted.has(document.type)) && (deal === undefined || document.deal === deal);
    };
    const all = 2 ** answers.length - 1;
    const full = this.#best(touched, (number) => this.#marks[number] === all && isWanted(number), limit);
    const best = full.length > 0 ? full : this.#best(touched, isWanted, limit);
    const hits = best.map((number) => this.#hit(number, answers));
    for (const number of touched) this.#marks[number] = this.#scores[number] = 0;
    return hits;
  }

  /** In how many documents a word stands, those that were dropped lately included. */
  frequency(word: string): number {
    return this.#lists.get(word)?.length ?? 0;
  }

  /** Known words that begin so, in order. */
  beginningWith(start: string): readonly string[] {
    return this.#between(start, `${start}\uffff`);
  }

  /**
   * The documents that answer most of a claim's weight, the most first. No part of a document answers more than the document, so
   * what is not among the best `limit` holds nothing that answers more than the last of them.
   */
  cover({ groups, types, homes, limit }: CoverQuery): { readonly id: string; readonly weight: number }[] {
    this.#fitScratch();
    const touched: number[] = [];
    for (const [at, { weight, words }] of groups.entries())
      for (const { word, quality } of words) this.#add(word, 2 ** at, weight * quality, touched);
    const [wanted, places] = [new Set(types), homes && new Set(homes)];
    const best = this.#best(touched, (number) => isAt(this.#documents[number], wanted, places), limit);
    const covered = best.map((number) => ({ id: this.#documents[number]?.id ?? '', weight: this.#scores[number] as number }));
    for (const number of touched) this.#marks[number] = this.#scores[number] = 0;
    return covered;
  }

  /** Adds to every document with the word what it is worth, once for each bit: the first word of a group is its best. */
  #add(word: string, bit: number, worth: number, touched: number[]): void {
    const list = this.#lists.get(word);
    if (list === undefined) return;
    const { documents, length } = list;
    for (let n = 0; n < length; n += 1) {
      const number = documents[n] as number;
      const mark = this.#marks[number] as number;
      if ((mark & bit) !== 0) continue;
      if (mark === 0) touched.push(number);
      this.#marks[number] = mark | bit;
      this.#scores[number] = (this.#scores[number] as number) + worth;
    }
  }

  /** The word itself, what it is the beginning of, or, where the index has neither, what it may be a slip of. */
  #answersTo(word: string, mayGrow: boolean): Answer[] {
    const answers: Answer[] = [];
    const exact = this.#lists.get(word);
    if (exact !== undefined) answers.push({ word, list: exact, weight: 1 });
    if (mayGrow && word.length > 1) {
      const longer = this.#between(word, `${word}\uffff`)
        .filter((other) => other !== word)
        .sort((a, b) => a.length - b.length);
      for (const other of longer.slice(0, MOST_ANSWERS)) {
        answers.push({ word: other, list: this.#list(other), weight: (GROWING * word.length) / other.length });
      }
    }
    return answers.length > 0 ? answers : this.#slipsOf(word);
  }

  /** One letter wrong from five on, two from seven on; never the first, and never in a number. */
  #slipsOf(word: string): Answer[] {
    const slips = word.length < 5 || /\d/u.test(word) ? 0 : word.length < 7 ? 1 : 2;
    if (slips === 0) return [];
    const first = word.charAt(0);
    const near = this.#between(first, `${first}\uffff`).filter((other) => isNear(word, other, slips));
    return near.slice(0, MOST_ANSWERS).map((other) => ({ word: other, list: this.#list(other), weight: MISSPELT }));
  }

  /** Adds up the scores and marks which word of the query each document answers. Gives the documents it touched. */
  #score(answers: readonly (readonly Answer[])[]): number[] {
    this.#fitScratch();
    const touched: number[] = [];
    const size = Math.max(1, this.size);
    const average = Math.max(1, this.#totalLength / size);
    for (const [at, ofWord] of answers.entries()) {
      const bit = 2 ** at;
      for (const { list, weight } of ofWord) {
        const rarity = weight * Math.log(1 + size / list.length);
        const { documents, times, length } = list;
        for (let n = 0; n < length; n += 1) {
          const number = documents[n] as number;
          const often = times[n] as number;
          const against = K1 * (1 - B + (B * (this.#lengths[number] as number)) / average);
          if (this.#marks[number] === 0) touched.push(number);
          this.#marks[number] = (this.#marks[number] as number) | bit;
          this.#scores[number] = (this.#scores[number] as number) + (rarity * often * (K1 + 1)) / (often + against);
        }
      }
    }
    return touched;
  }

  /** The `limit` highest scores among the touched, highest first, without sorting all of them. */
  #best(touched: readonly number[], isWanted: (number: number) => boolean, limit: number): number[] {
    const best: number[] = [];
    const scoreOf = (number: number): number => this.#scores[number] as number;
    for (const number of touched) {
      if (best.length >= limit && scoreOf(number) <= scoreOf(best[best.length - 1] as number)) continue;
      if (!isWanted(number)) continue;
      let at = best.length;
      while (at > 0 && scoreOf(best[at - 1] as number) < scoreOf(number)) at -= 1;
      best.splice(at, 0, number);
      if (best.length > limit) best.pop();
    }
    return best;
  }

  #hit(number: number, answers: readonly (readonly Answer[])[]): WordHit {
    const words = answers.flatMap((ofWord) => ofWord.filter(({ list }) => list.has(number)).map(({ word }) => word));
    return { id: this.#documents[number]?.id ?? '', score: this.#scores[number] as number, words };
  }

  #list(word: string): PostingList {
    let list = this.#lists.get(word);
    if (list === undefined) {
      list = new PostingList();
      this.#lists.set(word, list);
      this.#unsorted.push(word);
    }
    return list;
  }

  #between(from: string, to: string): string[] {
    if (this.#unsorted.length > 0) {
      this.#sorted = [...this.#sorted, ...this.#unsorted].sort();
      this.#unsorted = [];
    }
    return this.#sorted.slice(lowerBound(this.#sorted, from), lowerBound(this.#sorted, to));
  }

  #fitScratch(): void {
    if (this.#scores.length >= this.#documents.length) return;
    const room = Math.ceil(this.#documents.length * 1.5);
    this.#scores = new Float32Array(room);
    this.#marks = new Uint32Array(room);
  }

  /** Half of the numbers are dead: gives the living ones new numbers and throws the dead out of every list. */
  #renumber(): void {
    const next = new Map<number, number>();
    for (const [number, document] of this.#documents.entries()) if (document !== undefined) next.set(number, next.size);
    this.#lengths = [...next.keys()].map((number) => this.#lengths[number] as number);
    this.#documents = [...next.keys()].map((number) => this.#documents[number]);
    for (const [id, number] of this.#numbers) this.#numbers.set(id, next.get(number) as number);
    for (const [word, list] of this.#lists) {
      list.renumber(next);
      if (list.length === 0) this.#lists.delete(word);
    }
    this.#sorted = [...this.#lists.keys()].sort();
    this.#unsorted = [];
  }
}

function isAt(
  document: Pick<IndexedDocument, 'type' | 'deal' | 'account'> | undefined,
  types: ReadonlySet<string>,
  homes: ReadonlySet<string> | undefined,
): boolean {
  if (document === undefined || !types.has(document.type)) return false;
  return homes === undefined || homes.has(document.deal ?? document.account ?? '');
}

function count(counts: Map<string, number>, text: string, weight: number): void {
  for (const [word] of text.matchAll(WORD)) {
    const folded = foldWord(word);
    counts.set(folded, (counts.get(folded) ?? 0) + weight);
  }
}

function lowerBound(sorted: readonly string[], value: string): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
