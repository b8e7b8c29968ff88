/** Any JSON value, as the ledger keeps and hashes it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `type:body`, for example `deal:01J8ZC…`. The type before the first colon names the record's declaration. */
export type RecordId = `${string}:${string}`;

/** One installation of the app, for one ledger: 16 lower-case hex digits, minted once, never shared. */
export type DeviceId = string;

/** `${device}.${seq, 8 digits}.${first 12 hex of the entry's hash}`. Content-addressed: it cannot mean two things. */
export type EntryId = string;

/** The names of the ledgers of a workspace; each is its own database, with its own chain per device. */
export type LedgerName = 'team' | 'finance';

/** The field whose value `true` takes a record out of lists, in every record type. */
export const ARCHIVED = 'archived';

/** field → the entries whose value the author saw as current. On a field not set: a witness only. */
export type Over = Readonly<Record<string, readonly EntryId[]>>;

/** What one entry does to one record. An entry has at most one edit per record. */
export interface Edit {
  readonly record: RecordId;
  /** field → new value. `null` clears, absent means unchanged. A set member is a field `buyers/contact:x`. */
  readonly set: Readonly<Record<string, Json>>;
  readonly over?: Over;
  /** 32 hex digits of chance, so that a digest left by a redaction cannot be guessed back. */
  readonly salt: string;
}

/** What a redaction leaves of an edit: everything but its values and salt, and their digest, so that chains still verify. */
export interface RedactedEdit {
  readonly record: RecordId;
  /** The names of the fields that were set, sorted. */
  readonly fields: readonly string[];
  readonly over?: Over;
  readonly digest: string;
}

/** Place of an entry in a command that is too large for one entry: part `n` of `of`, counted from 1. */
export interface Series {
  readonly id: string;
  readonly n: number;
  readonly of: number;
}

/** An unbroken run of one device's entries, down from an entry that has no successor here. */
export interface Tip {
  readonly seq: number;
  /** Full hash of the entry at `seq`; it commits to everything before it. */
  readonly hash: string;
  /** First sequence number of the run; absent: it reaches back to the device's first entry. */
  readonly from?: number;
}

/** Per device: its tips (more than one where the chain forked or has holes) and the gaps below them. */
export interface Have {
  readonly [device: DeviceId]: {
    readonly tips: readonly Tip[];
    /** Inclusive ranges of sequence numbers of which nothing is held below the highest tip. */
    readonly holes?: readonly (readonly [number, number])[];
  };
}

/** Names the edit of `entry` on `record`, whose values a redaction erases. */
export interface Redaction {
  readonly entry: EntryId;
  readonly record: RecordId;
}

/**
 * One command of one person on one device: the atom of history. The object is what was received: keys that this
 * version does not know are still on it, and are hashed and carried.
 */
export interface Entry {
  readonly id: EntryId;
  /** Governs the meaning of the edits, never the hashing. */
  readonly v: 1;
  /** Full hash of this device's previous entry; '' for its first. */
  readonly prev: string;
  /** Hybrid logical clock, sortable text. */
  readonly at: string;
  readonly by: RecordId;
  /** Business verb: `deal.win`, `ticket.close`, `import.hubspot`. */
  readonly act: string;
  readonly deal?: RecordId;
  readonly account?: RecordId;
  readonly why?: string;
  /** On acts that freeze (send, accept, approve, decide): exactly what the author had before them. */
  readonly have?: Have;
  readonly series?: Series;
  /** On an undo: the entries that it takes back. */
  readonly undoes?: readonly EntryId[];
  /** On `ledger.withdraw`: the author's own refused entries, in whose place stubs travel. */
  readonly withdraws?: readonly EntryId[];
  /** On `ledger.redact`: the edits whose values everyone drops. */
  readonly redacts?: readonly Redaction[];
  readonly edits: readonly (Edit | RedactedEdit)[];
}

/** What travels in place of an entry that was withdrawn or left out of a partial bundle. */
export interface Stub {
  readonly id: EntryId;
  readonly prev: string;
  readonly hash: string;
}

/** An entry of a later version of the app: kept, chained and carried, but not understood here. */
export interface NewerEntry {
  readonly id: EntryId;
  readonly v: number;
  readonly prev: string;
}

/** What a page, a bundle or a pulled batch holds in one place of a chain. */
export type LedgerItem = Entry | Stub | NewerEntry;

export const isStub = (item: LedgerItem): item is Stub => !('v' in item);
export const isNewer = (item: LedgerItem): item is NewerEntry => 'v' in item && item.v !== 1;
export const isEntry = (item: LedgerItem): item is Entry => 'v' in item && item.v === 1;
export const isRedacted = (edit: Edit | RedactedEdit): edit is RedactedEdit => 'digest' in edit && !('set' in edit);

/** The names of the fields that an edit sets, redacted or not. */
export const fieldsOf = (edit: Edit | RedactedEdit): readonly string[] => (isRedacted(edit) ? edit.fields : Object.keys(edit.set));

/** The part of an entry id that its author chose, and the part that its content fixes. */
export interface EntryIdParts {
  readonly device: DeviceId;
  readonly seq: number;
  /** First 12 hex digits of the entry's hash. */
  readonly mark: string;
}

export const MAX_SEQ = 99_999_999;
const ENTRY_ID = /^[0-9a-f]{16}\.[0-9]{8}\.[0-9a-f]{12}$/u;

export const isEntryId = (value: unknown): value is EntryId =>
  typeof value === 'string' && value.length === 38 && ENTRY_ID.test(value) && seqOf(value) > 0;

export const entryIdOf = (device: DeviceId, seq: number, hash: string): EntryId => `${entryPlace(device, seq)}.${hash.slice(0, 12)}`;

/** `device.seq`: the part of the id that the hash covers, so that an entry cannot be moved within or between chains. */
export const entryPlace = (device: DeviceId, seq: number): string => `${device}.${String(seq).padStart(8, '0')}`;

export const deviceOf = (id: EntryId): DeviceId => id.slice(0, 16);
export const seqOf = (id: EntryId): number => Number(id.slice(17, 25));
export const markOf = (id: EntryId): string => id.slice(26);
