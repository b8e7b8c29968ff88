import type { RecordId } from '#shared/ledger/entry';
import type { ReportInput } from '#shared/evidence/report';

/** A passage as it is to be quoted and proved. */
export interface RequestedPassage {
  readonly record: RecordId;
  /** Sentence by sentence, each exactly as it stands in the record or its file. */
  readonly sentences: readonly { readonly text: string; readonly start: number }[];
  readonly source: string;
  readonly proves?: string;
}

/** What an evidence report is to be about: a claim and its verdict, the trace of a record, or both. */
export interface ReportRequest {
  /** What stands on the first page, and in the names of both files. */
  readonly title: string;
  /** The account and deal. */
  readonly subtitle: string;
  readonly claim?: Omit<NonNullable<ReportInput['claim']>, 'deciding' | 'others'> & {
    readonly deciding: readonly RequestedPassage[];
    readonly others: readonly RequestedPassage[];
  };
  readonly coverage?: ReportInput['coverage'];
  /** Where the trace begins. */
  readonly trace?: RecordId;
}
