import MiniSearch, { type SearchResult } from 'minisearch';
import type { RawHit, SearchAnswer, SearchRequest } from './search-messages';
import type { SearchDocument } from './search-text';
import { foldWord } from './words';

/** The index over every word of every record. It keeps words, not texts: those are with the records. */
export function openSearchIndex(): (request: SearchRequest) => SearchAnswer {
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'text'],
    storeFields: ['type', 'deal'],
    processTerm: (word) => foldWord(word) || null,
  });

  const put = (documents: readonly SearchDocument[], gone: readonly string[]): void => {
    for (const id of gone) if (index.has(id)) index.discard(id);
    for (const document of documents) {
      if (index.has(document.id)) index.discard(document.id);
      index.add(document);
    }
  };

  const ask = ({ query, types, deal, limit }: Extract<SearchRequest, { kind: 'ask' }>): readonly RawHit[] => {
    const wanted = types && new Set<string>(types);
    const filter = (hit: SearchResult) => (wanted === undefined || wanted.has(hit['type'])) && (deal === undefined || hit['deal'] === deal);
    const matching = (combineWith: 'AND' | 'OR') =>
      index.search(query, { combineWith, filter, prefix: isPrefix, fuzzy, boost: { title: 3 }, weights });
    const all = matching('AND');
    const found = all.length > 0 ? all : matching('OR');
    return found.slice(0, limit).map(({ id, score, terms }) => ({ id, score, words: terms }));
  };

  return (request) => {
    if (request.kind === 'ask') return { n: request.n, hits: ask(request) };
    put(request.documents, request.gone);
    return { n: request.n, hits: [] };
  };
}

/** The word before is typed out; the last one may still be growing. */
const isPrefix = (term: string, at: number, terms: string[]): boolean => at === terms.length - 1 && term.length > 1;
/** One letter wrong from five on; two from seven on, which two letters in the wrong order count as. Numbers must be right. */
const fuzzy = (term: string): number | false => (term.length < 5 || /\d/u.test(term) ? false : term.length < 7 ? 1 : 2);
const weights = { fuzzy: 0.3, prefix: 0.6 };
