import type { Clash, MergedText } from '#shared/ledger/clash';
import type { EntryId, RecordId } from '#shared/ledger/entry';
import type { RecordOf, RecordType } from '#shared/records/registry';
import type { LiveRecords } from './workspace';

/**
 * What a read can depend on, as text: one record (its id), all records of a type, or those that refer to one record.
 * A change names the topics it touched; a read that touched none of them is not run again.
 */
export const allOf = (type: string): string => `all ${type}`;
export const referring = (type: string, field: string, id: string): string => `of ${type}.${field} ${id}`;
export const CLASHES = 'clashes';
/** Named where so much changed that it is not told one by one. Every read depends on it. */
export const EVERYTHING = 'everything';

/** A record has, or no longer has, an edit that the server is not known to hold. */
export const unsentTopic = (record: string): string => `unsent ${record}`;
/** The same, of any record. */
export const UNSENT = 'unsent';
/** Who handed in which entries for somebody else. */
export const HANDED = 'handed';

/** What is kept under a name has changed, or may have. */
export const keptTopic = (key: string): string => `kept ${key}`;

let noting: Set<string> | undefined;

/** Runs a read; what it touches beside the records notes itself by `touch`. */
export function notingIn<T>(touched: Set<string>, read: () => T): T {
  const before = noting;
  noting = touched;
  try {
    return read();
  } finally {
    noting = before;
  }
}

/** Notes a topic for the read that is running now, if one is. */
export function touch(topic: string): void {
  noting?.add(topic);
}

/** The same records, with a note of every topic that was read. */
export function tracked(records: LiveRecords, touched: Set<string>): LiveRecords {
  touched.add(EVERYTHING);
  return {
    get<T extends RecordType>(type: T, id: string | undefined): RecordOf<T> | undefined {
      if (id !== undefined) touched.add(id);
      return records.get(type, id);
    },
    all<T extends RecordType>(type: T): readonly RecordOf<T>[] {
      touched.add(allOf(type));
      return records.all(type);
    },
    of<T extends RecordType>(type: T, field: keyof RecordOf<T> & string, id: string): readonly RecordOf<T>[] {
      touched.add(referring(type, field, id));
      return records.of(type, field, id);
    },
    index: (type, field) => records.index(type, field),
    heads(record: RecordId, field: string): readonly EntryId[] {
      touched.add(record);
      return records.heads(record, field);
    },
    undecided(record: RecordId): readonly string[] {
      touched.add(record);
      return records.undecided(record);
    },
    idsOf(type: RecordType): readonly RecordId[] {
      touched.add(allOf(type));
      return records.idsOf(type);
    },
    clashing(record: RecordId): readonly string[] {
      touched.add(record);
      return records.clashing(record);
    },
    clashesOf(record: RecordId): readonly Clash[] {
      touched.add(record);
      return records.clashesOf(record);
    },
    clashes(): readonly Clash[] {
      touched.add(CLASHES);
      return records.clashes();
    },
    merged(): readonly MergedText[] {
      touched.add(CLASHES);
      return records.merged();
    },
    kept<T>(key: string, stamp: string, read: (records: LiveRecords) => T): T {
      touched.add(keptTopic(key));
      return records.kept(key, stamp, read);
    },
  };
}
