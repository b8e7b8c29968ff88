import type { RecordId } from '../ledger/entry';
import type { Role } from '../records/define-record';
import type { RecordType } from '../records/registry';
import type { Mail } from './mail';
import type { Remembered } from './remembered';

/** What a file is, as far as it can be brought in: the source of a table format (`hubspot-deals`), or of a message. */
export type SourceId = string;

/** A file as it was picked or named on the command line. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a person decided about an import. Everything else follows from the files and the workspace. */
export interface ImportChoices {
  /** Question → answer. */
  readonly answers: Readonly<Record<string, string>>;
  /** File → header → role of the column ('' brings nothing). */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** File or sheet → what it holds: `auto`, a noun, or '' where it shall stay out. */
  readonly kinds: Readonly<Record<string, string>>;
  /** `record/field` → whose value stays where a field was changed by hand and in the file. */
  readonly conflicts: Readonly<Record<string, 'ours' | 'file'>>;
  /** Mail file, or row of a calendar, → the deal that it is filed under. Nothing is filed without a choice. */
  readonly deals: Readonly<Record<string, string>>;
  /** E-mail addresses of proposed contacts that shall be made. */
  readonly newContacts: readonly string[];
  /** `file:line`, or `file:line/part`, of rows that shall not come in. A line that stays out takes its parts with it. */
  readonly leaveOut: readonly string[];
  /** Whether owners whom nobody knows may become people of ours: not every role adds people. */
  readonly newPeople: boolean;
  /** What who imports is allowed to; absent where nobody asks, as on a command line. */
  readonly roles?: readonly Role[];
  /** Whether cost rates may go to the finance ledger: who imports holds it and keeps the books. */
  readonly costRates?: boolean;
}

export const NO_CHOICES: ImportChoices = {
  answers: {},
  columns: {},
  kinds: {},
  conflicts: {},
  deals: {},
  newContacts: [],
  leaveOut: [],
  newPeople: true,
};

/** Something that a person should know of one line of a file. */
export interface Problem {
  readonly line: number;
  readonly reason: string;
  readonly column?: string;
  readonly value?: string;
  /** What follows: the row stays out, it comes in without this value, or it comes in and deserves a look. */
  readonly effect: 'row left out' | 'value left out' | 'check';
}

export type RowAction = 'create' | 'update' | 'skip' | 'conflict' | 'problem';

export interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly was?: unknown;
  readonly becomes: unknown;
}

/** A field that was changed by hand and in the file since the last import. Until somebody chooses, ours stays. */
export interface FieldConflict {
  readonly id: string;
  readonly field: string;
  readonly label: string;
  /** What the source brought last. */
  readonly base?: unknown;
  readonly ours: unknown;
  readonly file: unknown;
  readonly choice?: 'ours' | 'file';
}

/** What happens to one row of a file, or to one part of it where a row holds several records. */
export interface PlannedRow {
  readonly line: number;
  /** Tells the further records of a line apart: `comment 1`. */
  readonly part?: string;
  readonly action: RowAction;
  readonly type: RecordType;
  readonly record?: RecordId;
  readonly title: string;
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldConflict[];
  readonly problems: readonly Problem[];
  /** Good to know, nothing to do. */
  readonly notes: readonly string[];
  /** Of a meeting: which deal it may belong to. It is filed by choice, as mail is. */
  readonly filing?: { readonly thread: string; readonly suggestions: readonly DealSuggestion[] };
  /** What is written; absent when nothing is. */
  readonly write?: RowWrite;
}

/** Values of a record, and what the source brought, so that the next import knows who changed what. */
export interface RowWrite {
  readonly values: Readonly<Record<string, unknown>>;
  readonly imported?: ImportedRowWrite;
}

export interface ImportedRowWrite {
  readonly id: `importedRow:${string}`;
  readonly source: string;
  readonly externalId: string;
  readonly brought: Readonly<Record<string, unknown>>;
}

/** Where a column of the file goes. */
export interface ColumnUse {
  readonly header: string;
  /** '' when the column is not brought in. */
  readonly role: string;
  readonly samples: readonly string[];
}

export interface Counts {
  readonly create: number;
  readonly update: number;
  readonly skip: number;
  readonly conflict: number;
  /** Problems, not rows: a row that comes in can have one. */
  readonly problem: number;
}

export interface FilePlan {
  /** The name of the file; of a sheet among several, `book.xlsx › Sheet`. */
  readonly file: string;
  /** The file that was chosen, where this is one sheet of it. */
  readonly book?: string;
  /** What a table holds, and what it can hold instead. */
  readonly holds?: { readonly value: string; readonly options: readonly { readonly value: string; readonly label: string }[] };
  readonly source: SourceId;
  /** Of a table: the system that it comes from. */
  readonly system?: string;
  /** `HubSpot deals`, `E-mail`, or what the file seems to be. */
  readonly label: string;
  readonly rows: readonly PlannedRow[];
  readonly counts: Counts;
  readonly problems: readonly Problem[];
  readonly columns: readonly ColumnUse[];
  /** What a column of this source can be used for. */
  readonly roles: readonly { readonly role: string; readonly label: string }[];
  readonly mail?: PlannedMail;
}

export interface DealSuggestion {
  readonly deal: `deal:${string}`;
  readonly reason: string;
  /** Weak: only the firm or its domain points there. Never to be applied without a person. */
  readonly strength: 'strong' | 'weak';
}

/** A person at a client whom the workspace does not know yet. */
export interface ContactProposal {
  readonly name: string;
  readonly email: string;
  readonly account?: `account:${string}`;
}

export interface PlannedMail {
  readonly mail: Mail;
  /** As it came: kept as a file. */
  readonly raw: Uint8Array;
  readonly thread: string;
  readonly suggestions: readonly DealSuggestion[];
  readonly proposals: readonly ContactProposal[];
}

export type QuestionKind =
  'stage' | 'owner' | 'deal' | 'status' | 'kind' | 'choice' | 'currency' | 'date order' | 'decimal sign' | 'scope line';

/** What has to be known before values mean something. Answered once, then remembered by the firm. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  /** `hubspot`, or wherever else the files come from. */
  readonly system: string;
  readonly text: string;
  /** The value as it stands in the files. */
  readonly value: string;
  readonly places: readonly { readonly file: string; readonly line: number }[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The answer in force. */
  readonly answer: string;
  /** Why: a person chose it now, or before; it matches beyond doubt; or it is our best guess. */
  readonly basis: 'chosen' | 'remembered' | 'matched' | 'assumed';
}

/** A record that is made because a row or a choice needs it: an owner who is nobody yet, a contact that was proposed, a cost rate. */
export interface NewRecord {
  readonly id: RecordId;
  readonly type: 'person' | 'contact' | 'costRate';
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a source says of a deal, kept beside our own record to be compared. */
export interface NewFigure {
  readonly id: `externalFigure:${string}`;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Everything that an import would do. Nothing has happened. */
export interface ImportPlan {
  readonly files: readonly FilePlan[];
  readonly questions: readonly Question[];
  readonly counts: Counts;
  readonly also: readonly NewRecord[];
  /** Figures for reconciliation that are new or differ from those of the last import. */
  readonly figures: readonly NewFigure[];
  /** Answers and uses of columns that the firm does not remember yet. An owner left open for want of anybody is asked about again. */
  readonly remember: readonly Remembered[];
}

/** What choices call a row: `file:line`, or `file:line/part`. */
export const rowKey = (file: string, { line, part }: { readonly line: number; readonly part?: string }): string =>
  part === undefined ? `${file}:${line}` : `${file}:${line}/${part}`;
