import type { AppendEnv } from '#shared/ledger/chain';
import { isRedacted, type Entry, type EntryId, type Json, type RecordId } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import type { FoldedRecord } from '#shared/ledger/record-cell';

/**
 * The fold as it will be once entries that are made but not written yet are in it. So a run of commands can be made
 * one upon the other and written at the end, all or none.
 */
export class PendingFold {
  readonly #fold: Fold;
  readonly #records = new Map<RecordId, { readonly values: Record<string, Json>; readonly heads: Map<string, EntryId> }>();

  constructor(fold: Fold) {
    this.#fold = fold;
  }

  /** What `appendEntries` reads. */
  readonly view: AppendEnv['fold'] = {
    heads: (id, field) => this.#heads(id, field),
    fields: (id) => [...new Set([...this.#fold.fields(id), ...(this.#records.get(id)?.heads.keys() ?? [])])],
    have: () => this.#fold.have(),
  };

  get(id: RecordId): FoldedRecord | undefined {
    const pending = this.#records.get(id);
    const held = this.#fold.get(id);
    if (pending === undefined) return held;
    const undecided = held?.undecided?.filter((field) => !pending.heads.has(field));
    return { id, values: { ...held?.values, ...pending.values }, ...(undecided?.length ? { undecided } : {}) };
  }

  /** Takes an entry as folded. Made one after the other in one place, each is over the one before. */
  add(entry: Entry): void {
    for (const edit of entry.edits) {
      if (isRedacted(edit)) continue;
      const pending = this.#records.get(edit.record) ?? { values: {}, heads: new Map<string, EntryId>() };
      for (const [field, value] of Object.entries(edit.set)) {
        pending.values[field] = value;
        pending.heads.set(field, entry.id);
      }
      this.#records.set(edit.record, pending);
    }
  }

  #heads(id: RecordId, field: string): readonly EntryId[] {
    const head = this.#records.get(id)?.heads.get(field);
    return head === undefined ? this.#fold.heads(id, field) : [head];
  }
}
