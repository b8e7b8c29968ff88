import type { EntryId, Json, LedgerName, RecordId } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';

/** Content-addressed: the sha-256 of the bytes. */
export type FileId = `file:${string}`;

/** What goes into a workspace file. What does not is there as its place in its chain only, so that the chains still verify. */
export type ExportScope =
  | { readonly kind: 'all' }
  /** Every record that belongs to it or ever did, and whatever is needed to read them. */
  | { readonly kind: 'account'; readonly account: Id<'account'> }
  | { readonly kind: 'deal'; readonly deal: Id<'deal'> }
  /** Entries made at or after this instant, in milliseconds since 1970: for somebody who has what was before. */
  | { readonly kind: 'since'; readonly at: number }
  /** Entries that the server is not known to hold. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'entries'; readonly ids: readonly EntryId[] }
  | EvidenceScope;

/** What is needed to prove something about some records, and not a word of others: an evidence file. */
export interface EvidenceScope {
  readonly kind: 'evidence';
  /** Entries that are disclosed, each only as far as it writes one of `records`. */
  readonly entries: readonly EntryId[];
  readonly records: ReadonlySet<RecordId>;
  readonly files: readonly FileId[];
  /** What is to be proved. */
  readonly manifest: Json;
}

export interface ExportChoice {
  /** Everything, where it is absent. */
  readonly scope?: ExportScope;
  /** Both, where it is absent. Without `finance`, costs and margins stay here. */
  readonly ledgers?: readonly LedgerName[];
}

/** What an export would hold. */
export interface ExportMeasure {
  /** Entries in it, whole. */
  readonly entries: number;
  /** Entries of which only the place in the chain is in it. */
  readonly leftOut: number;
  readonly files: number;
  /** About how many bytes the file has. */
  readonly bytes: number;
}
