import type { RecordId } from '#shared/ledger/entry';
import type { SearchAnswer, SearchRequest } from './search-messages';
import { WordIndex } from './word-index';

/** The index over every word of every record. It keeps words, not texts: those are with the records. */
export function openSearchIndex(): (request: SearchRequest) => SearchAnswer {
  const index = new WordIndex();
  return (request) => {
    if (request.kind === 'ask') return { n: request.n, hits: index.search(request).map((hit) => ({ ...hit, id: hit.id as RecordId })) };
    for (const id of request.gone) index.drop(id);
    for (const document of request.documents) index.put(document);
    return { n: request.n, hits: [] };
  };
}
