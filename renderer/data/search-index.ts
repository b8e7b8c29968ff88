import { readPassages } from '#shared/evidence/passages';
import { knowTerm, type KnownTerm } from '#shared/evidence/terms';
import { SPEAKS } from '#shared/evidence/verdict';
import type { RecordId } from '#shared/ledger/entry';
import type { CoverAnswer, CoverRequest, SearchAnswer, SearchRequest } from './search-messages';
import { WordIndex, type WordGroup } from './word-index';

/** The index over every word of every record. It keeps words, not texts: those are with the records. */
export function openSearchIndex(): (request: SearchRequest) => SearchAnswer {
  const index = new WordIndex();
  return (request) => {
    const { n } = request;
    switch (request.kind) {
      case 'ask':
        return { n, hits: index.search(request).map((hit) => ({ ...hit, id: hit.id as RecordId })) };
      case 'cover':
        return cover(request, index);
      case 'read':
        return { n, passages: readPassages(request.terms, request.sources) };
      case 'put':
        for (const id of request.gone) index.drop(id);
        for (const document of request.documents) index.put(document);
        return { n, hits: [] };
    }
  };
}

/** Records that answer too little to speak of a claim, and are read all the same, to say what came nearest. */
const NEAREST = 10;

function cover({ n, terms, language, types, homes, limit }: CoverRequest, index: WordIndex): CoverAnswer {
  const known = terms.map((term) => knowTerm(term, index, language));
  const groups = known.map((term) => groupOf(term, index));
  const covered = index.cover({ groups, types, limit, ...(homes && { homes }) });
  const enough = known.reduce((sum, { weight }) => sum + weight, 0) * SPEAKS;
  const records = covered.filter(({ weight }, at) => weight >= enough || at < NEAREST).map(({ id }) => id as RecordId);
  return { n, terms: known, records };
}

/** All words that may answer a term, the best first. Of a phrase its rarest word: whether the others stand beside it is read later. */
function groupOf({ patterns, weight }: KnownTerm, index: WordIndex): WordGroup {
  const often = (forms: readonly string[]): number => forms.reduce((sum, form) => sum + index.frequency(form), 0);
  const words = patterns.flatMap(({ words: run, quality }) => {
    const rarest = run.reduce((best, forms) => (often(forms) < often(best) ? forms : best), run[0] ?? []);
    return rarest.map((word) => ({ word, quality }));
  });
  return { weight, words: words.toSorted((a, b) => b.quality - a.quality) };
}
