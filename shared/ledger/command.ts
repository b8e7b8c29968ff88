import type { EntryId, Json, RecordId, Redaction } from './entry';

/** The change that a command wants on one record. */
export interface Change {
  readonly record: RecordId;
  readonly set: Readonly<Record<string, Json>>;
  /**
   * field → the heads that the person had in view when the edit began. Absent: the heads at the moment of the
   * commit. An editor that stays open passes what it showed, so that a value which arrived meanwhile is a clash
   * and not silently replaced.
   */
  readonly saw?: Readonly<Record<string, readonly EntryId[]>>;
}

/**
 * What a business rule decided: nothing has happened yet. `commit` turns it into one entry.
 * All its changes belong to one ledger; a rule that touches both returns two commands.
 */
export interface Command {
  /** Business verb, `noun.verb`. */
  readonly act: string;
  readonly deal?: RecordId;
  readonly account?: RecordId;
  /** Words of the person who did it, shown in history. */
  readonly why?: string;
  /** True on acts that freeze: the entry carries the author's `have`. */
  readonly freezes?: true;
  /** On an undo: the entries that it takes back. */
  readonly undoes?: readonly EntryId[];
  /** On a withdrawal: the author's own refused entries. */
  readonly withdraws?: readonly EntryId[];
  /** On a redaction: the edits whose values are erased. */
  readonly redacts?: readonly Redaction[];
  readonly changes: readonly Change[];
}
