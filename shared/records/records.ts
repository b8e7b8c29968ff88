import type { Id } from './define-record';
import type { RecordOf, RecordType } from './registry';

/**
 * Named access to a set of records, whatever stands behind it: the live read model, the deal as it was signed,
 * or a handful of records in a test. Every rule and every screen reads through this, so all of them can be shown
 * "as of" any moment. Archived records are left out of `all` and `of`, and found by `get`.
 */
export interface Records {
  get<T extends RecordType>(type: T, id: string | undefined): RecordOf<T> | undefined;
  /** All records of a type, oldest id first. */
  all<T extends RecordType>(type: T): readonly RecordOf<T>[];
  /** Records of a type whose reference `field` is `id` (for a set: contains it), oldest id first. Indexed. */
  of<T extends RecordType>(type: T, field: keyof RecordOf<T> & string, id: string): readonly RecordOf<T>[];
}

export type { Id, RecordOf, RecordType };
