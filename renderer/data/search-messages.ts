import type { RecordId } from '#shared/ledger/entry';
import type { RecordType } from '#shared/records/registry';
import type { Term } from '#shared/evidence/claim';
import type { Passage } from '#shared/evidence/passages';
import type { Source } from '#shared/evidence/source';
import type { Language } from '#shared/evidence/stems';
import type { KnownTerm } from '#shared/evidence/terms';
import type { SearchDocument } from './search-text';

interface Numbered {
  readonly n: number;
}

/** Brings the index up to date. */
export interface PutRequest extends Numbered {
  readonly kind: 'put';
  readonly documents: readonly SearchDocument[];
  readonly gone: readonly RecordId[];
}

export interface AskRequest extends Numbered {
  readonly kind: 'ask';
  readonly query: string;
  readonly types?: readonly RecordType[];
  readonly deal?: string;
  readonly limit: number;
}

/** Which records answer most of a claim. */
export interface CoverRequest extends Numbered {
  readonly kind: 'cover';
  readonly terms: readonly Term[];
  readonly language: Language;
  readonly types: readonly RecordType[];
  readonly homes?: readonly string[];
  readonly limit: number;
}

/** Which sentences of these records do: the index keeps no texts, so they are handed to it. */
export interface ReadRequest extends Numbered {
  readonly kind: 'read';
  readonly terms: readonly KnownTerm[];
  readonly sources: readonly Source[];
}

/** To the worker. All are answered in order. */
export type SearchRequest = PutRequest | AskRequest | CoverRequest | ReadRequest;

export interface RawHit {
  readonly id: RecordId;
  readonly score: number;
  /** Words of the record that matched, as they are compared (`foldWord`). */
  readonly words: readonly string[];
}

export interface HitsAnswer extends Numbered {
  readonly hits: readonly RawHit[];
}

export interface CoverAnswer extends Numbered {
  readonly terms: readonly KnownTerm[];
  readonly records: readonly RecordId[];
}

export interface ReadAnswer extends Numbered {
  readonly passages: readonly Passage[];
}

export type SearchAnswer = HitsAnswer | CoverAnswer | ReadAnswer;

type AnswerTo<R extends SearchRequest> = R extends CoverRequest ? CoverAnswer : R extends ReadRequest ? ReadAnswer : HitsAnswer;

/** Sends a numbered request; resolves with the answer of that number. */
export type Requests = <R extends SearchRequest>(make: (n: number) => R) => Promise<AnswerTo<R>>;
