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

/** What one entry does to one record. */
export interface Edit {
  readonly record: RecordId;
  /** field → new value. `null` clears, absent means unchanged. A set member is a field `buyers/contact:x`. */
  readonly set: Readonly<Record<string, Json>>;
  /** field → the entries whose value the author saw as current. On a field not in `set`: a witness only. */
  readonly over?: Readonly<Record<string, readonly EntryId[]>>;
  /** 32 hex digits of chance, so that a digest left by a redaction cannot be guessed back. */
  readonly salt: string;
}

/** What a redaction leaves of an edit: its digest, so that the chain still verifies. */
export interface RedactedEdit {
  readonly record: RecordId;
  readonly digest: string;
}

/** Place of an entry in a command that is too large for one entry: part `n` of `of`, counted from 1. */
export interface Series {
  readonly id: string;
  readonly n: number;
  readonly of: number;
}

/** Per device: its tips (more than one where the chain forked) and the gaps below them. */
export interface Have {
  readonly [device: DeviceId]: {
    readonly tips: readonly { readonly seq: number; readonly hash: string }[];
    /** Inclusive ranges of sequence numbers that are missing below the highest tip. */
    readonly holes?: readonly (readonly [number, number])[];
  };
}

/** One command of one person on one device: the atom of history. */
export interface Entry {
  readonly id: EntryId;
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
  readonly edits: readonly (Edit | RedactedEdit)[];
}

/** What travels in place of an entry that was withdrawn or left out of a partial bundle. */
export interface Stub {
  readonly id: EntryId;
  readonly prev: string;
  readonly hash: string;
}
