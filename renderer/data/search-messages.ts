import type { RecordId } from '#shared/ledger/entry';
import type { RecordType } from '#shared/records/registry';
import type { SearchDocument } from './search-text';

/** To the worker: `put` and `drop` bring the index up to date, `ask` reads it. All are answered in order. */
export type SearchRequest =
  | { readonly kind: 'put'; readonly n: number; readonly documents: readonly SearchDocument[]; readonly gone: readonly RecordId[] }
  | {
      readonly kind: 'ask';
      readonly n: number;
      readonly query: string;
      readonly types?: readonly RecordType[];
      readonly deal?: string;
      readonly limit: number;
    };

export interface RawHit {
  readonly id: RecordId;
  readonly score: number;
  /** Words of the record that matched, as they are compared (`foldWord`). */
  readonly words: readonly string[];
}

export type SearchAnswer = { readonly n: number; readonly hits: readonly RawHit[] };
