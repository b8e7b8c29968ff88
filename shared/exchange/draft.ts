import type { RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { RecordType } from '../records/registry';
import type { Problem } from './import-plan';

/** A reference as the file has it: ids of the same system, the first one first. */
export interface DraftRef {
  readonly field: string;
  readonly to: RecordType;
  /** The role of the column that it stands in, for problems. */
  readonly role?: string;
  readonly ids: readonly string[];
  /** Used where the file names no ids. */
  readonly name?: string;
  /** An invoice by its number, of whatever system: where no invoice, or more than one, has it, nothing is said. */
  readonly number?: string;
  /** All of them, or the first with the others listed. */
  readonly take: 'all' | 'first';
}

/** One row, read: what the source says of one record. References are not looked up yet. */
export interface Draft {
  readonly line: number;
  /** Tells the further records of a line apart: `comment 1`. */
  readonly part?: string;
  /** What it is remembered under, where that is not the source of its table: a comment is no ticket. */
  readonly source?: string;
  /** What it is a part of, as the source names it: an invoice that two deals share is told whole by one file or by none. */
  readonly whole?: string;
  /** Its external id was made here, of its name or its words: no id of the source that a record should carry. */
  readonly derived?: true;
  readonly type: RecordType;
  readonly externalId: string;
  readonly title: string;
  /** `null` where the file has an empty cell; a field without a column, or that could not be read, is absent. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly refs: readonly DraftRef[];
  readonly problems: readonly Problem[];
  /** Values that a record begins with; an import never changes them afterwards. */
  readonly first?: Readonly<Record<string, unknown>>;
  /** Good to know, nothing to do. */
  readonly notes?: readonly string[];
  /** A record of ours that nobody imported yet and that this row is. */
  readonly adopts?: RecordId | undefined;
  /** What the row was remembered as before; its new name takes that over. */
  readonly before?: Id<'importedRow'>;
  /** The source has it no longer, or takes it back: it is put away, until the source has it again. */
  readonly isGone?: true;
  /** What is remembered beside the values, to know the row by. */
  readonly keeps?: Readonly<Record<string, string>>;
}

/** A row that cannot come in. */
export interface Refused {
  readonly line: number;
  readonly title: string;
  readonly problems: readonly Problem[];
}

export type ReadRow = { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'refused'; readonly refused: Refused };

/** Collects what one row says, and what is wrong with it, while it is read. */
export class RowNotes {
  readonly problems: Problem[] = [];
  readonly values: Record<string, unknown> = {};
  private readonly line: number;

  constructor(line: number) {
    this.line = line;
  }

  /** Takes a value that was read, or notes why it stays out. */
  take<T>(
    field: string,
    read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
    column: string,
  ): void {
    if (read.ok) this.values[field] = read.value;
    else this.problems.push({ line: this.line, reason: read.error, column, effect: 'value left out' });
  }

  check(reason: string, column?: string, value?: string): void {
    this.problems.push(problem(this.line, reason, 'check', column, value));
  }

  leaveOut(reason: string, column?: string, value?: string): void {
    this.problems.push(problem(this.line, reason, 'value left out', column, value));
  }
}

export function problem(line: number, reason: string, effect: Problem['effect'], column?: string, value?: string): Problem {
  return { line, reason, ...(column === undefined ? {} : { column }), ...(value === undefined ? {} : { value }), effect };
}

export const refusedRow = (line: number, title: string, reason: string, column?: string, value?: string): ReadRow => ({
  kind: 'refused',
  refused: { line, title, problems: [problem(line, reason, 'row left out', column, value)] },
});
